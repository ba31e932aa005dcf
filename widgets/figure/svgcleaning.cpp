// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/svgcleaning.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QHash>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <array>
#include <cmath>

namespace interdict {

namespace {

constexpr int decimals = 2; // of a px
const QString textTag = QStringLiteral("text");
const QString familyKey = QStringLiteral("font-family");

struct Attribute
{
    QString name, value;
    bool operator==(const Attribute&) const = default;
};
using Attributes = std::vector<Attribute>;

// What a group inherits anyway: from the group that Qt puts around all, or from the standard.
constexpr std::array inherited{
    std::pair{"fill", "none"},
    std::pair{"fill-opacity", "1"},
    std::pair{"stroke-opacity", "1"},
    std::pair{"stroke-width", "1"},
    std::pair{"stroke-linecap", "square"},
    std::pair{"stroke-linejoin", "bevel"},
    std::pair{"stroke-dashoffset", "0"},
    std::pair{"transform", "matrix(1,0,0,1,0,0)"},
    std::pair{"vector-effect", "none"},
    std::pair{"opacity", "1"},
};
constexpr std::array ofTexts{std::pair{"fill-opacity", "1"}, std::pair{"font-weight", "400"},
                             std::pair{"font-style", "normal"}};
constexpr std::array withNumbers{"x",
                                 "y",
                                 "width",
                                 "height",
                                 "cx",
                                 "cy",
                                 "r",
                                 "rx",
                                 "ry",
                                 "x1",
                                 "y1",
                                 "x2",
                                 "y2",
                                 "d",
                                 "points",
                                 "stroke-width",
                                 "stroke-dasharray",
                                 "font-size"};

template <typename Table>
bool isIn(const Table& table, const Attribute& attribute)
{
    return std::any_of(table.begin(), table.end(), [&attribute](const auto& entry) {
        return attribute.name == QLatin1String(entry.first) && attribute.value == QLatin1String(entry.second);
    });
}

bool hasNumbers(const QString& name)
{
    return std::any_of(withNumbers.begin(), withNumbers.end(),
                       [&name](const char* each) { return name == QLatin1String(each); });
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOfExponent(QChar c)
{
    return isDigit(c) || c == u'-' || c == u'+';
}

QString rounded(double number, int places)
{
    QString text = QString::number(number, 'f', places);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

// How many px a unit is, at most, within matrix(a,b,c,d,e,f).
double scaleOf(const QString& transform)
{
    const auto numbers = QStringView(transform).mid(7).chopped(1).split(u',');
    if (!transform.startsWith(QLatin1String("matrix(")) || numbers.size() != 6)
        return 1;
    const auto length = [&numbers](int a, int b) {
        return std::hypot(numbers[a].toDouble(), numbers[b].toDouble());
    };
    return std::max(length(0, 1), length(2, 3));
}

Attributes attributesOf(const QXmlStreamReader& xml)
{
    Attributes all;
    for (const QXmlStreamAttribute& each : xml.attributes())
        all.push_back({each.qualifiedName().toString(), each.value().toString()});
    return all;
}

bool needsItsSpaces(const QString& text)
{
    return text.startsWith(u' ') || text.endsWith(u' ') || text.contains(QLatin1String("  "));
}

class Cleaner
{
public:
    Cleaner(QXmlStreamWriter& to, const QByteArray& svg, const QString& family)
        : m_to(to)
        , m_from(svg)
        , m_family(family)
    {
    }

    bool run()
    {
        while (!m_from.atEnd() && !m_from.hasError()) {
            m_from.readNext();
            if (m_from.isStartElement())
                begin();
            else if (m_from.isEndElement())
                end();
            else if (m_from.isCharacters() && m_depth > 1 && !m_from.isWhitespace())
                m_to.writeCharacters(m_from.text().toString());
        }
        return !m_from.hasError();
    }

private:
    void begin();
    void end();
    void beginGroup();
    void element(const QString& name, const Attributes& attributes);
    void text();
    void openGroup();
    void closeGroup();

    QXmlStreamWriter& m_to;
    QXmlStreamReader m_from;
    QString m_family;
    int m_depth = 0; // of open elements, the root's is 1
    bool m_isInDefinitions = false;
    Attributes m_group;               // of the group that what comes stands in
    std::optional<Attributes> m_open; // of the group that is written and not closed
    int m_decimals = decimals;
};

void Cleaner::beginGroup()
{
    m_group.clear();
    m_decimals = decimals;
    const bool strokes = m_from.attributes().value(QLatin1String("stroke")) != QLatin1String("none");
    for (const Attribute& each : attributesOf(m_from)) {
        if (each.name.startsWith(QLatin1String("font-")) || isIn(inherited, each) ||
            (!strokes && each.name.startsWith(QLatin1String("stroke-"))))
            continue;
        if (each.name == QLatin1String("transform"))
            m_decimals += std::clamp(static_cast<int>(std::ceil(std::log10(scaleOf(each.value)))), -1, 4);
        m_group.push_back(each);
    }
    for (Attribute& each : m_group)
        if (hasNumbers(each.name))
            each.value = roundedNumbers(each.value, m_decimals);
}

void Cleaner::begin()
{
    ++m_depth;
    const QString name = m_from.qualifiedName().toString();
    if (m_depth == 1)
        return;
    if (name == QLatin1String("defs"))
        m_isInDefinitions = true;
    if (m_isInDefinitions)
        return element(name, attributesOf(m_from));
    if (m_depth == 2) { // title and description are none of ours; then the group around all
        if (name == QLatin1String("g"))
            return element(name, attributesOf(m_from));
        m_from.skipCurrentElement();
        --m_depth;
        return;
    }
    if (m_depth == 3 && name == QLatin1String("g"))
        return beginGroup();
    openGroup();
    if (name == textTag)
        return text();
    Attributes attributes;
    for (const Attribute& each : attributesOf(m_from))
        if (!(each.name == QLatin1String("vector-effect") && each.value == QLatin1String("none")))
            attributes.push_back(each);
    element(name, attributes);
}

void Cleaner::element(const QString& name, const Attributes& attributes)
{
    m_to.writeStartElement(name);
    for (const Attribute& each : attributes)
        m_to.writeAttribute(each.name, !m_isInDefinitions && hasNumbers(each.name)
                                           ? roundedNumbers(each.value, m_decimals)
                                           : each.value);
}

void Cleaner::text()
{
    const Attributes attributes = attributesOf(m_from);
    const QString content = m_from.readElementText();
    --m_depth; // its end is read
    if (content.trimmed().isEmpty())
        return;
    m_to.writeStartElement(textTag);
    for (const Attribute& each : attributes) {
        if (each.name == familyKey) {
            if (each.value != m_family)
                m_to.writeAttribute(familyKey, fontsFor(each.value));
        } else if (each.name == QLatin1String("xml:space")) {
            if (needsItsSpaces(content))
                m_to.writeAttribute(each.name, each.value);
        } else if (!isIn(ofTexts, each)) {
            m_to.writeAttribute(each.name,
                                hasNumbers(each.name) ? roundedNumbers(each.value, m_decimals) : each.value);
        }
    }
    m_to.writeCharacters(content);
    m_to.writeEndElement();
}

// Groups are written when something stands in them, and go on where the next is the same.
void Cleaner::openGroup()
{
    if (m_open == m_group)
        return;
    closeGroup();
    element(QStringLiteral("g"), m_group);
    m_open = m_group;
}

void Cleaner::closeGroup()
{
    if (m_open)
        m_to.writeEndElement();
    m_open.reset();
}

void Cleaner::end()
{
    const bool isGroup = m_depth == 3 && !m_isInDefinitions && m_from.qualifiedName() == QLatin1String("g");
    if (m_depth == 2 && !m_isInDefinitions)
        closeGroup();
    if (m_depth > 1 && !isGroup)
        m_to.writeEndElement();
    if (m_from.qualifiedName() == QLatin1String("defs"))
        m_isInDefinitions = false;
    --m_depth;
}

} // namespace

QString roundedNumbers(QStringView text, int places)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype from = i;
        if (text[i] == u'-' || text[i] == u'+')
            ++i;
        const qsizetype digits = i;
        while (i < text.size() && (isDigit(text[i]) || text[i] == u'.'))
            ++i;
        if (i == digits) { // no number
            i = from + 1;
            out += text[from];
            continue;
        }
        if (i + 1 < text.size() && text[i] == u'e' && isOfExponent(text[i + 1]))
            for (++i; i < text.size() && isOfExponent(text[i]);)
                ++i;
        bool isNumber = false;
        const double number = text.mid(from, i - from).toDouble(&isNumber);
        out += isNumber ? rounded(number, places) : text.mid(from, i - from).toString();
    }
    return out.trimmed();
}

QString fontsFor(const QString& asked)
{
    const QString family = QFontInfo(QFont(asked)).family(); // "Sans Serif" is but this system's word for it
    const bool isSerif = family.contains(QLatin1String("serif"), Qt::CaseInsensitive) &&
                         !family.contains(QLatin1String("sans"), Qt::CaseInsensitive);
    const char* others = QFontDatabase::isFixedPitch(family) ? "monospace"
                         : isSerif                           ? "Georgia, serif"
                                                             : "Helvetica, Arial, sans-serif";
    return u'\'' + QString(family).remove(u'\'') + QLatin1String("', ") + QLatin1String(others);
}

QString mainFamily(const QByteArray& svg)
{
    QHash<QString, int> counts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == textTag)
            ++counts[xml.attributes().value(familyKey).toString()];
    }
    std::pair<int, QString> most;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        most = std::max(most, std::pair(it.value(), it.key()));
    return most.second;
}

bool writeCleaned(QXmlStreamWriter& to, const QByteArray& svg, const QString& family)
{
    return Cleaner(to, svg, family).run();
}

} // namespace interdict
