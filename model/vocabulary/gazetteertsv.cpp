// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The gazetteer's compiled form. Fields of a place: "place", code, name, ISO name, aliases, alpha-3, type,
// point (lon lat), box (west south east north). Of a group: "group", kind, code, label, parent, members.
#include "model/vocabulary/gazetteer.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <charconv>

namespace interdict {

namespace {

constexpr int placeFields = 9;
constexpr int groupFields = 6;
constexpr char listSeparator = '|';
using Fields = std::array<QByteArrayView, placeFields>;

QString tr(const char* text)
{
    return QCoreApplication::translate("Gazetteer", text);
}

int split(QByteArrayView line, char separator, Fields& fields)
{
    int count = 0;
    for (qsizetype from = 0; count < placeFields; ++count) {
        const qsizetype to = line.indexOf(separator, from);
        fields[static_cast<std::size_t>(count)] = line.sliced(from, (to < 0 ? line.size() : to) - from);
        if (to < 0)
            return count + 1;
        from = to + 1;
    }
    return count + 1; // more fields than any line has
}

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

QStringList list(QByteArrayView bytes)
{
    return bytes.isEmpty() ? QStringList() : text(bytes).split(QLatin1Char(listSeparator));
}

template <std::size_t N>
std::optional<std::array<double, N>> numbers(QByteArrayView bytes)
{
    std::array<double, N> values{};
    const char* at = bytes.begin();
    for (double& value : values) {
        const auto [next, error] = std::from_chars(at, bytes.end(), value);
        if (error != std::errc())
            return std::nullopt;
        at = next == bytes.end() ? next : next + 1;
    }
    return values;
}

std::optional<Place> placeFrom(const Fields& f)
{
    Place place;
    place.code = text(f[1]);
    place.country = place.code.section(QLatin1Char('-'), 0, 0);
    place.name = text(f[2]);
    place.isoName = text(f[3]);
    place.aliases = list(f[4]);
    place.alpha3 = text(f[5]);
    place.type = text(f[6]);
    const auto point = numbers<2>(f[7]);
    const auto box = numbers<4>(f[8]);
    if (place.code.isEmpty() || (!f[7].isEmpty() && !point) || (!f[8].isEmpty() && !box))
        return std::nullopt;
    if (point)
        place.point = GeoPoint{(*point)[0], (*point)[1]};
    if (box)
        place.box = GeoBox{(*box)[0], (*box)[1], (*box)[2], (*box)[3]};
    return place;
}

std::optional<PlaceGroup> groupFrom(const Fields& f)
{
    if (f[1].size() != 1 || f[1][0] < '0' || f[1][0] > '2' || f[2].isEmpty())
        return std::nullopt;
    return PlaceGroup{static_cast<PlaceGroup::Kind>(f[1][0] - '0'), text(f[2]), text(f[3]), text(f[4]),
                      list(f[5])};
}

template <typename T>
bool append(std::vector<T>& all, std::optional<T> value)
{
    if (value)
        all.push_back(std::move(*value));
    return value.has_value();
}

QByteArray joined(std::initializer_list<double> values)
{
    QByteArray line;
    for (const double value : values) {
        std::array<char, 32> buffer;
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        line += (line.isEmpty() ? "" : " ") + QByteArray(buffer.data(), end - buffer.data());
    }
    return line;
}

QByteArray line(const QStringList& fields)
{
    return fields.join(QLatin1Char('\t')).toUtf8() + '\n';
}

QByteArray placeLine(const Place& p)
{
    const QByteArray point = p.point ? joined({p.point->lon, p.point->lat}) : QByteArray();
    const QByteArray box =
        p.box ? joined({p.box->west, p.box->south, p.box->east, p.box->north}) : QByteArray();
    return line({QStringLiteral("place"), p.code, p.name, p.isoName,
                 p.aliases.join(QLatin1Char(listSeparator)), p.alpha3, p.type, text(point), text(box)});
}

QByteArray groupLine(const PlaceGroup& g)
{
    return line({QStringLiteral("group"), QString::number(static_cast<int>(g.kind)), g.code, g.label,
                 g.parent, g.members.join(QLatin1Char(listSeparator))});
}

} // namespace

Result<Gazetteer> Gazetteer::fromTsv(const QByteArray& tsv)
{
    std::vector<Place> places;
    std::vector<PlaceGroup> groups;
    places.reserve(static_cast<std::size_t>(tsv.count('\n')));
    int number = 0;
    for (qsizetype from = 0; from < tsv.size();) {
        const qsizetype to = tsv.indexOf('\n', from);
        const auto rest = QByteArrayView(tsv).sliced(from, (to < 0 ? tsv.size() : to) - from);
        from = to < 0 ? tsv.size() : to + 1;
        ++number;
        Fields fields;
        const int count = split(rest, '\t', fields);
        const bool good =
            (fields[0] == "place" && count == placeFields && append(places, placeFrom(fields))) ||
            (fields[0] == "group" && count == groupFields && append(groups, groupFrom(fields)));
        if (!good)
            return failure(
                Error::Kind::BadInput,
                tr("Line %1 of the gazetteer is no place and no group. Build the program's data again.")
                    .arg(number));
    }
    return Gazetteer(std::move(places), std::move(groups));
}

QByteArray Gazetteer::toTsv() const
{
    QByteArray tsv;
    for (const Place& place : m_places)
        tsv += placeLine(place);
    for (const PlaceGroup& group : m_groups)
        tsv += groupLine(group);
    return tsv;
}

} // namespace interdict
