// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/citations.h"

#include "model/edit/twins.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace interdict {

namespace {

constexpr int longestKeyPart = 20;

// What a kind of source is in each format. The first row is for kinds that nobody foresaw.
struct KindRow
{
    const char* kind;
    const char* ris;
    const char* csl;
};
constexpr KindRow kinds[] = {
    {"", "ELEC", "webpage"},         {"law", "STAT", "legislation"},
    {"court", "CASE", "legal_case"}, {"press", "NEWS", "article-newspaper"},
    {"report", "RPRT", "report"},
};

const KindRow& rowOf(const Source& source)
{
    const auto it = std::find_if(std::begin(kinds), std::end(kinds), [&source](const KindRow& row) {
        return source.kind.compare(QLatin1String(row.kind), Qt::CaseInsensitive) == 0;
    });
    return it == std::end(kinds) ? kinds[0] : *it;
}

QString ascii(const QString& text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower())
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            letters += c;
    return letters;
}

// The first word that says something.
QString tellingWord(const QString& title)
{
    constexpr int shortest = 4;
    const QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        if (const QString letters = ascii(word); letters.size() >= shortest)
            return letters.left(longestKeyPart);
    return {};
}

QString hostOf(const QString& url)
{
    const QString host = QUrl(url).host();
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

QString titleOf(const Source& source)
{
    return source.title.isEmpty() ? source.url : source.title;
}

QString noteOf(const Citation& citation)
{
    return QCoreApplication::translate("Citations", "Source of: %1")
        .arg(citation.events.join(QStringLiteral("; ")));
}

// Signs that TeX would act on.
QString tex(const QString& text)
{
    QString escaped;
    for (const QChar c : text.simplified()) {
        if (c == u'\\')
            escaped += QLatin1String("\\textbackslash{}");
        else if (c == u'~')
            escaped += QLatin1String("\\textasciitilde{}");
        else if (c == u'^')
            escaped += QLatin1String("\\textasciicircum{}");
        else if (QStringView(u"{}%&#$_").contains(c))
            escaped += QStringLiteral("\\") + c;
        else
            escaped += c;
    }
    return escaped;
}

// An address is read literally; only what would end the field is written as the web does.
QString texUrl(QString url)
{
    return url.replace(u'{', QLatin1String("%7B"))
        .replace(u'}', QLatin1String("%7D"))
        .replace(u'\\', QLatin1String("%5C"));
}

// ISO 8601-2 (EDTF), as biblatex reads it: a quarter is written 2025-33.
QString edtf(const PartialDate& date)
{
    constexpr int firstQuarter = 33;
    if (date.precision() != PartialDate::Precision::Quarters)
        return date.text();
    return QStringLiteral("%1-%2").arg(date.year()).arg(firstQuarter + (date.month() - 1) / 3);
}

bool knowsMonth(const PartialDate& date)
{
    return date.precision() == PartialDate::Precision::Months ||
           date.precision() == PartialDate::Precision::Days;
}

} // namespace

void Citations::add(const Event& event)
{
    for (const Source& source : event.sources) {
        const QString address = source.url.isEmpty() ? source.title : comparableUrl(source.url);
        if (address.isEmpty())
            continue;
        const auto it = m_byAddress.constFind(address);
        if (it != m_byAddress.cend()) {
            m_all[*it].events << event.title;
            continue;
        }
        m_byAddress.insert(address, m_all.size());
        m_all.push_back({newKey(source), source, {event.title}});
    }
}

QString Citations::newKey(const Source& source)
{
    const QString by = source.publisher.isEmpty() ? hostOf(source.url).section(u'.', 0, 0) : source.publisher;
    QString key = ascii(by).left(longestKeyPart);
    if (source.date)
        key += QString::number(source.date->year());
    key += tellingWord(source.title);
    if (key.isEmpty() || key.front().isDigit())
        key.prepend(QLatin1String("source"));
    // "…-2": no key made above holds a hyphen, so none is met twice.
    const int count = ++m_keys[key];
    return count == 1 ? key : QStringLiteral("%1-%2").arg(key).arg(count);
}

QByteArray toBibTex(const Citation& citation)
{
    const Source& source = citation.source;
    QString entry =
        QStringLiteral("@online{%1,\n  title = {{%2}},\n").arg(citation.key, tex(titleOf(source)));
    const auto field = [&entry](const char* name, const QString& value) {
        if (!value.isEmpty())
            entry += QStringLiteral("  %1 = {%2},\n").arg(QLatin1String(name), value);
    };
    field("organization", source.publisher.isEmpty() ? QString() : u'{' + tex(source.publisher) + u'}');
    if (source.date) {
        field("date", edtf(*source.date));
        field("year", QString::number(source.date->year())); // BibTeX proper knows no date
    }
    field("url", texUrl(source.url));
    field("note", tex(noteOf(citation)));
    field("annotation",
          source.archivedUrl.isEmpty()
              ? QString()
              : QCoreApplication::translate("Citations", "Archived copy: %1").arg(tex(source.archivedUrl)));
    return (entry + QStringLiteral("}\n")).toUtf8();
}

QByteArray toRis(const Citation& citation)
{
    const Source& source = citation.source;
    QString entry;
    const auto tag = [&entry](const char* name, const QString& value) {
        if (!value.isEmpty())
            entry += QStringLiteral("%1  - %2\r\n").arg(QLatin1String(name), value.simplified());
    };
    tag("TY", QLatin1String(rowOf(source).ris));
    tag("ID", citation.key);
    tag("TI", titleOf(source));
    tag("PB", source.publisher);
    if (source.date) {
        const PartialDate& date = *source.date;
        tag("PY", QString::number(date.year()));
        const bool toDay = date.precision() == PartialDate::Precision::Days;
        tag("DA",
            QStringLiteral("%1/%2/%3/")
                .arg(QString::number(date.year()),
                     knowsMonth(date) ? QStringLiteral("%1").arg(date.month(), 2, 10, QLatin1Char('0'))
                                      : QString(),
                     toDay ? QStringLiteral("%1").arg(date.day(), 2, 10, QLatin1Char('0')) : QString()));
    }
    tag("UR", source.url);
    tag("L2", source.archivedUrl);
    tag("N1", noteOf(citation));
    return (entry + QStringLiteral("ER  - \r\n\r\n")).toUtf8();
}

QByteArray toCslJson(const Citation& citation)
{
    const Source& source = citation.source;
    QJsonObject entry{{QStringLiteral("id"), citation.key},
                      {QStringLiteral("type"), QLatin1String(rowOf(source).csl)},
                      {QStringLiteral("title"), titleOf(source)},
                      {QStringLiteral("note"), noteOf(citation)}};
    const auto field = [&entry](const char* name, const QString& value) {
        if (!value.isEmpty())
            entry.insert(QLatin1String(name), value);
    };
    // A newspaper is what contains the article; what else publishes is a publisher.
    field(rowOf(source).csl == std::string_view("article-newspaper") ? "container-title" : "publisher",
          source.publisher);
    field("URL", source.url);
    field("archive_location", source.archivedUrl);
    if (source.date) {
        const PartialDate& date = *source.date;
        QJsonArray parts{date.year()};
        if (knowsMonth(date))
            parts << date.month();
        if (date.precision() == PartialDate::Precision::Days)
            parts << date.day();
        entry.insert(QStringLiteral("issued"),
                     QJsonObject{{QStringLiteral("date-parts"), QJsonArray{parts}}});
    }
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

} // namespace interdict
