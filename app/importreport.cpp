// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importreport.h"

#include "model/exchange/import/mappingguess.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr int shownErrors = 10;
constexpr int shownMeanings = 12;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

QString meaningOf(const ColumnMapping& column)
{
    if (column.target == ImportTarget::Ignore)
        return tr("(ignored)");
    const QString key = QStringLiteral("→ ") + QLatin1String(info(column.target).key);
    return column.platform.isEmpty() ? key : key + u':' + column.platform;
}

QStringList codesOf(ImportTarget target, const Vocabulary& vocabulary)
{
    QStringList codes;
    if (const auto kind = termKindOf(target))
        for (const Term& term : vocabulary.terms(*kind))
            codes << term.code;
    return codes;
}

std::map<ImportTarget, std::vector<TextMeaning>> meaningsOf(const ImportPlan& plan, TextMeaning::Kind kind)
{
    std::map<ImportTarget, std::vector<TextMeaning>> byTarget;
    for (const TextMeaning& meaning : plan.meanings)
        if (meaning.kind == kind && !meaning.text.isEmpty())
            byTarget[meaning.target].push_back(meaning);
    return byTarget;
}

void addUnknown(QStringList& lines, const ImportPlan& plan, const Vocabulary& vocabulary)
{
    const auto unknown = meaningsOf(plan, TextMeaning::Kind::Unknown);
    if (!unknown.empty())
        lines.append(tr("Not understood (say what they mean with --value \"FIELD:TEXT=CODE\")"));
    for (const auto& [target, meanings] : unknown) {
        QStringList shown;
        for (const TextMeaning& meaning : meanings)
            if (shown.size() < shownMeanings)
                shown << QStringLiteral("\"%1\"").arg(meaning.text.simplified().left(70));
        const QStringList codes = codesOf(target, vocabulary);
        lines.append(QStringLiteral("  %1: ").arg(QLatin1String(info(target).key)) +
                     shown.join(QLatin1String(", ")) +
                     (codes.isEmpty() ? QString() : tr(" (codes: %1)").arg(codes.join(QLatin1String(", ")))));
    }
}

void addMeanings(QStringList& lines, const ImportPlan& plan)
{
    const auto guessed = meaningsOf(plan, TextMeaning::Kind::Guessed);
    if (!guessed.empty())
        lines.append(
            tr("Taken to mean (say otherwise with --value, or in the file that --save-mapping writes)"));
    for (const auto& [target, meanings] : guessed) {
        int shown = 0;
        for (const TextMeaning& meaning : meanings)
            if (++shown <= shownMeanings)
                lines.append(QStringLiteral("  %1 \"%2\" → %3")
                                 .arg(QLatin1String(info(target).key), meaning.text.simplified().left(70),
                                      meaning.codes.join(QLatin1String(", "))));
        if (shown > shownMeanings)
            lines.append(tr("  and %n more of this field", shown - shownMeanings));
    }
}

void addDoubts(QStringList& lines, const ImportPlan& plan)
{
    std::map<QString, int> counts;
    for (const PlannedRow& row : plan.rows)
        for (const QString& doubt : row.problems.empty() ? row.doubts : QStringList())
            ++counts[doubt];
    if (!counts.empty())
        lines.append(tr("Worth a look, but no hindrance"));
    int shown = 0;
    for (const auto& [doubt, count] : counts)
        if (++shown <= shownErrors)
            lines.append(tr("  %n row(s): ", count) + doubt);
    if (shown > shownErrors)
        lines.append(tr("  and %n more", shown - shownErrors));
}

void addRows(QStringList& lines, const ImportPlan& plan, RowVerdict verdict)
{
    int shown = 0;
    for (const PlannedRow& row : plan.rows) {
        if (row.verdict != verdict || ++shown > shownErrors)
            continue;
        if (verdict == RowVerdict::Duplicate)
            lines.append(tr("  Row %1: likely the same as %2").arg(row.number).arg(row.twin));
        for (const RowProblem& problem : row.problems)
            lines.append(problem.target == ImportTarget::Ignore
                             ? tr("  Row %1: %2").arg(row.number).arg(problem.message)
                             : tr("  Row %1, %2: %3")
                                   .arg(row.number)
                                   .arg(targetLabel(problem.target), problem.message));
    }
    if (shown > shownErrors)
        lines.append(tr("  and %n more row(s)", shown - shownErrors));
}

} // namespace

QStringList tableReport(const ImportTable& table, const TableSheet& sheet)
{
    QStringList lines;
    lines.append(tr("%1: %n row(s)", static_cast<int>(sheet.rows.size())).arg(table.fileName) +
                 (table.encoding.isEmpty() ? QString() : QStringLiteral(", ") + table.encoding));
    if (sheet.headerRow > 1)
        lines.append(tr("The names of the columns stand in row %1.").arg(sheet.headerRow));
    if (sheet.headerRow == 0 && table.format != ImportTable::Format::Json)
        lines.append(tr("The table has no row of column names; they are numbered."));
    for (const QString& hint : table.hints)
        lines.append(hint);
    return lines;
}

QStringList mappingReport(const ImportMapping& mapping, const TableSheet& sheet)
{
    QStringList lines;
    qsizetype width = 0;
    for (const ColumnMapping& column : mapping.columns)
        width = std::max(width, std::min(column.header.size(), qsizetype(40)));
    lines.append(tr("Columns"));
    for (const ColumnMapping& column : mapping.columns)
        lines.append(QStringLiteral("  ") + column.header.simplified().leftJustified(width) +
                     QStringLiteral("  ") + meaningOf(column));
    for (const auto& [target, text] : mapping.defaults)
        lines.append(tr("  Where empty, %1 is \"%2\".").arg(QLatin1String(info(target).key), text));
    const DateOrderEvidence evidence = dateOrderEvidence(sheet, mapping.columns);
    if (mapping.dateOrder && evidence.eitherWay > 0)
        lines.append(
            tr("Dates such as %1 are read as %2.").arg(evidence.example, dateOrderCode(*mapping.dateOrder)));
    return lines;
}

QStringList planReport(const ImportPlan& plan, const Vocabulary& vocabulary)
{
    QStringList lines;
    addMeanings(lines, plan);
    addUnknown(lines, plan, vocabulary);
    if (plan.titlesMade > 0)
        lines.append(tr("%n title(s) made from the other fields, as the table has none.", plan.titlesMade));
    addDoubts(lines, plan);
    lines.append(tr("%1 new, %2 updated, %3 unchanged, %4, %5 with errors")
                     .arg(plan.count(RowVerdict::New))
                     .arg(plan.count(RowVerdict::Update))
                     .arg(plan.count(RowVerdict::Unchanged))
                     .arg(tr("%n possible duplicate(s)", plan.count(RowVerdict::Duplicate)))
                     .arg(plan.count(RowVerdict::Error)));
    addRows(lines, plan, RowVerdict::Error);
    addRows(lines, plan, RowVerdict::Duplicate);
    return lines;
}

} // namespace interdict
