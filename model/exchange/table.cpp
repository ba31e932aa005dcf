// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/table.h"

#include "model/exchange/celltext.h"
#include "model/exchange/recordcolumns.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

QString quotedCell(QString text)
{
    // The ; and the tab divide cells in some countries' spreadsheets.
    const bool plain = std::none_of(text.cbegin(), text.cend(),
                                    [](QChar c) { return QStringLiteral(",;\"\t\n\r").contains(c); });
    return plain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csvLine(const QStringList& cells)
{
    QStringList written;
    for (const QString& cell : cells)
        written << quotedCell(withFormulaGuard(cell));
    return written.join(u',').toUtf8() + '\n';
}

QByteArray csvHeader()
{
    QStringList names;
    for (const RecordColumn& column : recordColumns())
        names << QLatin1String(column.key);
    return csvLine(names);
}

QByteArray eventToCsv(const Event& event)
{
    QStringList cells;
    for (const RecordColumn& column : recordColumns())
        cells << column.value(event);
    return csvLine(cells);
}

QByteArray eventsToCsv(std::span<const Event> events)
{
    QByteArray out = csvHeader();
    for (const Event& event : events)
        out += eventToCsv(event);
    return out;
}

QByteArray eventsToText(std::span<const Event> events, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer)
{
    std::vector<QStringList> rows;
    for (const Event& event : events)
        rows.push_back({event.start.text(), gazetteer.name(event.place()),
                        vocabulary.label(TermKind::Measure, event.measure),
                        vocabulary.label(TermKind::Status, event.status),
                        event.platforms.join(QStringLiteral(", ")), event.title});
    std::array<qsizetype, 5> widths{};
    for (const QStringList& row : rows)
        for (std::size_t i = 0; i < widths.size(); ++i) // one long list must not push the titles out of sight
            widths[i] = std::clamp(row[static_cast<qsizetype>(i)].size(), widths[i], qsizetype(28));
    QByteArray out;
    for (const QStringList& row : rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += row[static_cast<qsizetype>(i)].leftJustified(widths[i]) + QStringLiteral("  ");
        out += (line + row.back()).toUtf8() + '\n';
    }
    return out;
}

} // namespace interdict
