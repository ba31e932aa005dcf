// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurestamp.h"

#include "model/event/partialdate.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

namespace interdict {

namespace {

constexpr int formatVersion = 1; // grows where an older program would misread what is written
constexpr qsizetype printSize = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("FigureStamp", text);
}

std::uint32_t printOf(std::string_view text)
{
    return qFromBigEndian<quint32>(
        QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                 QCryptographicHash::Blake2b_256)
            .constData());
}

std::vector<std::int64_t> idsShown(const Workspace& workspace, const FigureSpec& spec)
{
    std::vector<std::int64_t> ids;
    const auto& all = workspace.columns().id;
    if (spec.kind == FigureKind::Card) {
        if (const auto row = workspace.rowOf(spec.event))
            ids.push_back(all[*row]);
        return ids;
    }
    ids.reserve(workspace.result().size());
    for (const Row row : workspace.result())
        ids.push_back(all[row]);
    return ids;
}

QByteArray packed(const std::vector<FigureStamp::Print>& prints)
{
    QByteArray bytes(static_cast<qsizetype>(prints.size()) * printSize, Qt::Uninitialized);
    char* at = bytes.data();
    for (const FigureStamp::Print& print : prints) {
        qToBigEndian(print.uid, at);
        qToBigEndian(print.content, at + printSize / 2);
        at += printSize;
    }
    return bytes;
}

std::vector<FigureStamp::Print> unpacked(const QByteArray& bytes)
{
    std::vector<FigureStamp::Print> prints;
    prints.reserve(static_cast<std::size_t>(bytes.size() / printSize));
    for (const char* at = bytes.begin(); at != bytes.end(); at += printSize)
        prints.push_back({qFromBigEndian<quint32>(at), qFromBigEndian<quint32>(at + printSize / 2)});
    std::sort(prints.begin(), prints.end());
    return prints;
}

// Of all but itself, to tell data that were changed from data that were made.
QString digestOf(const QJsonObject& object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QString::number(printOf(std::string_view(json.constData(), static_cast<std::size_t>(json.size()))),
                           16);
}

tl::unexpected<Error> cut(const QString& detail)
{
    return failure(Error::Kind::Damaged,
                   tr("The figure's data are not whole: the file was cut or changed by another program. "
                      "Export the figure again."),
                   detail);
}

} // namespace

Result<FigureStamp> stampOf(const Workspace& workspace, const FigureSpec& spec, Day made)
{
    FigureStamp stamp;
    stamp.spec = spec;
    stamp.spec.logo.clear();
    stamp.spec.filter = filterText(workspace.filter());
    stamp.program = QStringLiteral("interdict " INTERDICT_VERSION);
    stamp.made = made;
    if (!workspace.isOpen())
        return stamp;
    stamp.dataSet = workspace.dataSet().info().title;
    const auto ids = idsShown(workspace, spec);
    std::vector<FigureStamp::Print> prints;
    prints.reserve(ids.size());
    const auto read =
        workspace.dataSet().eachContent(ids, [&prints](std::string_view uid, std::string_view content) {
            prints.push_back({printOf(uid), printOf(content)});
        });
    if (!read)
        return tl::make_unexpected(read.error());
    setPrints(stamp, std::move(prints));
    return stamp;
}

void setPrints(FigureStamp& stamp, std::vector<FigureStamp::Print> prints)
{
    std::sort(prints.begin(), prints.end());
    const QByteArray bytes = packed(prints);
    stamp.events = static_cast<std::uint32_t>(prints.size());
    stamp.allPrints = printOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    stamp.prints =
        prints.size() > FigureStamp::mostPrints ? std::vector<FigureStamp::Print>() : std::move(prints);
}

QByteArray toJson(const FigureStamp& stamp)
{
    QJsonObject json{{QStringLiteral("format"), formatVersion},
                     {QStringLiteral("program"), stamp.program},
                     {QStringLiteral("data_set"), stamp.dataSet},
                     {QStringLiteral("made"), PartialDate::ofDay(stamp.made).text()},
                     {QStringLiteral("figure"), toJson(stamp.spec)},
                     {QStringLiteral("events"), static_cast<qint64>(stamp.events)},
                     {QStringLiteral("all_prints"), static_cast<qint64>(stamp.allPrints)},
                     {QStringLiteral("prints"), QLatin1String(packed(stamp.prints).toBase64())}};
    json[QStringLiteral("digest")] = digestOf(json);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<FigureStamp> figureStampFrom(const QByteArray& json)
{
    QJsonParseError problem{};
    QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    if (object.isEmpty())
        return cut(problem.errorString());
    const auto value = [&object](const char* name) { return object.value(QLatin1String(name)); };
    const int version = value("format").toInt();
    if (version > formatVersion)
        return failure(
            Error::Kind::TooNew,
            tr("The figure was made by a newer version of Interdict (%1). Update Interdict to open "
               "it.")
                .arg(value("program").toString().left(80)));
    const auto made = PartialDate::parse(value("made").toString());
    if (version < 1 || !made || !value("figure").isObject())
        return cut(QStringLiteral("format, made or figure"));
    const auto prints = QByteArray::fromBase64Encoding(value("prints").toString().toLatin1(),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    const auto events = value("events").toInteger(-1);
    const bool isCounted = events >= 0 && events <= FigureStamp::mostPrints;
    if (!prints || events < 0 || prints.decoded.size() != (isCounted ? events * printSize : 0))
        return cut(QStringLiteral("prints"));
    if (const QString digest = object.take(QStringLiteral("digest")).toString(); digest != digestOf(object))
        return cut(QStringLiteral("digest"));
    FigureStamp stamp;
    stamp.spec = figureSpecFrom(value("figure").toObject());
    stamp.program = value("program").toString();
    stamp.dataSet = value("data_set").toString();
    stamp.made = made->interval().first;
    stamp.prints = unpacked(prints.decoded);
    stamp.events = static_cast<std::uint32_t>(events);
    stamp.allPrints = static_cast<std::uint32_t>(value("all_prints").toInteger());
    return stamp;
}

StampChange compared(const FigureStamp& before, const FigureStamp& now)
{
    StampChange change;
    if (!before.isCounted() || !now.isCounted()) {
        const auto more = static_cast<qint64>(now.events) - static_cast<qint64>(before.events);
        return {static_cast<int>(std::max<qint64>(more, 0)), static_cast<int>(std::max<qint64>(-more, 0)), 0,
                before.allPrints != now.allPrints};
    }
    auto a = before.prints.begin();
    auto b = now.prints.begin();
    while (a != before.prints.end() && b != now.prints.end()) {
        if (a->uid == b->uid)
            change.changed += (a++)->content == (b++)->content ? 0 : 1;
        else if (a->uid < b->uid) {
            ++change.gone;
            ++a;
        } else {
            ++change.added;
            ++b;
        }
    }
    change.gone += static_cast<int>(before.prints.end() - a);
    change.added += static_cast<int>(now.prints.end() - b);
    return change;
}

} // namespace interdict
