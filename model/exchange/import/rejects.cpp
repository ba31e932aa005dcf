// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that were not imported, as a file to be mended.
#include "model/exchange/import/importplan.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

QString whyNot(const PlannedRow& row)
{
    if (row.verdict == RowVerdict::Duplicate)
        return tr("Likely the same as %1. Remove the row, or give it that id to update the event, or add "
                  "duplicates.")
            .arg(row.twin);
    QStringList reasons;
    for (const RowProblem& problem : row.problems)
        reasons << (problem.target == ImportTarget::Ignore
                        ? problem.message
                        : QStringLiteral("%1: %2").arg(targetLabel(problem.target), problem.message));
    return reasons.join(u' ');
}

// Quoted where need be, and harmless in a spreadsheet: the reader takes the ' off again.
QString csvCell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t").contains(text.front()))
        text.prepend(u'\'');
    const bool plain = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u',' || c == u';' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t';
    });
    return plain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csvLine(const QStringList& cells)
{
    QStringList quoted;
    for (const QString& cell : cells)
        quoted << csvCell(cell);
    return quoted.join(u',').toUtf8() + '\n';
}

QByteArray jsonLine(const TableRow& row, const QString& why)
{
    QJsonObject object = QJsonDocument::fromJson(row.json).object();
    if (object.isEmpty()) // the line is broken: it is kept as a text
        object.insert(QStringLiteral("line"), QString::fromUtf8(row.json));
    object.insert(importErrorColumn, why);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray rejectedRows(const ImportTable& table, const TableSheet& sheet, const ImportPlan& plan,
                        Duplicates duplicates)
{
    // A file of rejects that fails again keeps one such column.
    const qsizetype old = sheet.header.indexOf(importErrorColumn);
    const auto line = [old](QStringList cells, const QString& last) {
        if (old >= 0 && old < cells.size())
            cells.removeAt(old);
        return csvLine(cells << last);
    };
    const bool json = table.format == ImportTable::Format::Json;
    QByteArray out;
    for (const PlannedRow& planned : plan.rows) {
        const bool setAside = planned.verdict == RowVerdict::Duplicate && duplicates == Duplicates::SetAside;
        if (planned.verdict != RowVerdict::Error && !setAside)
            continue;
        const TableRow& row = sheet.rows[planned.row];
        out += json ? jsonLine(row, whyNot(planned)) : line(row.cells, whyNot(planned));
    }
    return out.isEmpty() || json ? out : line(sheet.header, importErrorColumn) + out;
}

} // namespace interdict
