// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/icalendar.h"

#include "model/edit/eventfields.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QLocale>

namespace interdict {

namespace {

constexpr int longestLine = 75; // octets, without the line end

QString escaped(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\"))
        .replace(u';', QLatin1String("\\;"))
        .replace(u',', QLatin1String("\\,"))
        .replace(QLatin1String("\r\n"), QLatin1String("\\n"))
        .replace(u'\n', QLatin1String("\\n"));
    return text;
}

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// One property; long lines go on in the next, behind a space, and never within a character.
QByteArray line(const char* name, const QString& value)
{
    const QByteArray bytes = QByteArray(name) + ':' + value.toUtf8();
    QByteArray folded;
    int length = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        qsizetype end = i + 1;
        while (end < bytes.size() && continuesCharacter(bytes[end]))
            ++end;
        if (length + (end - i) > longestLine) {
            folded += "\r\n ";
            length = 1;
        }
        folded += bytes.mid(i, end - i);
        length += static_cast<int>(end - i);
        i = end;
    }
    return folded + "\r\n";
}

QString compact(Day day)
{
    return PartialDate::ofDay(day).text().remove(u'-');
}

QString descriptionOf(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QStringList lines;
    if (!event.summary.isEmpty())
        lines << event.summary;
    using enum EventField;
    for (const EventField field : {Start, End, Measure, Status, Scope, Platforms, Concerns, Authority})
        if (const QString text = fieldText(event, field, vocabulary, gazetteer, english); !text.isEmpty())
            lines << QStringLiteral("%1: %2").arg(fieldLabel(field), text);
    for (const Source& source : event.sources)
        if (!source.url.isEmpty())
            lines << source.url;
    return lines.join(u'\n');
}

} // namespace

QByteArray calendarHeader(const QString& title, const QString& program)
{
    return QByteArray("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") +
           line("PRODID", QStringLiteral("-//Interdict//%1//EN").arg(program)) + "CALSCALE:GREGORIAN\r\n" +
           line("X-WR-CALNAME", escaped(title));
}

QByteArray eventToCalendar(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                           Day made)
{
    const DayInterval start = event.start.interval();
    QByteArray entry = "BEGIN:VEVENT\r\n";
    entry += line("UID", event.uid + QLatin1String("@interdict"));
    entry += line("DTSTAMP", compact(made) + QLatin1String("T000000Z"));
    entry += line("DTSTART;VALUE=DATE", compact(start.first));
    entry += line("DTEND;VALUE=DATE", compact(start.last + 1)); // the day after the last
    entry += line("SUMMARY", escaped(event.title));
    entry += line("DESCRIPTION", escaped(descriptionOf(event, vocabulary, gazetteer)));
    if (!event.place().isEmpty())
        entry += line("LOCATION", escaped(gazetteer.name(event.place())));
    if (!event.measure.isEmpty())
        entry += line("CATEGORIES", escaped(vocabulary.label(TermKind::Measure, event.measure)));
    if (!event.sources.empty() && !event.sources.front().url.isEmpty())
        entry += line("URL", event.sources.front().url);
    entry += "TRANSP:TRANSPARENT\r\n"; // it takes nobody's time
    return entry + "END:VEVENT\r\n";
}

QByteArray calendarFooter()
{
    return "END:VCALENDAR\r\n";
}

} // namespace interdict
