// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cross table says, as text and as numbers.
#include "model/analysis/crosstable.h"

#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Matrix", text);
}

QString countText(const CrossCount& count)
{
    return count.certain == count.count ? QString::number(count.count)
                                        : QStringLiteral("%1(%2)").arg(count.count).arg(count.certain);
}

} // namespace

QString CrossTable::toText() const
{
    QStringList heads;
    for (const CrossHeading& column : columns)
        heads << QStringLiteral("%1 %2").arg(column.label, countText(column.total));
    QString text = QStringLiteral("%1: %2\n").arg(countText(total), heads.join(QStringLiteral(", ")));
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const CrossHeading& heading = rows[static_cast<std::size_t>(row)];
        text += QStringLiteral("%1 %2:").arg(heading.label, countText(heading.total));
        for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
            const CrossCount& cell = at({row, column});
            text += u' ' + countText(cell);
            if (spec.value == MatrixValue::Strictest && cell.strictest)
                text += u':' + measureAt({row, column}) +
                        (cell.isStrictestCertain ? QString() : QStringLiteral("?"));
        }
        text += u'\n';
    }
    return text;
}

NumberTable numbers(const CrossTable& table, const Vocabulary& vocabulary)
{
    const bool isStrictest = table.spec.value == MatrixValue::Strictest;
    const bool isInForce = table.spec.value != MatrixValue::Events;
    NumberTable made{
        crossTitle(table.spec), {facetLabel(table.spec.rows), isInForce ? tr("In force") : tr("Events")}, {}};
    if (isInForce)
        made.headers << tr("Certainly in force");
    if (isStrictest)
        made.headers << tr("Strictest");
    for (const CrossHeading& column : table.columns)
        made.headers << column.label;
    const auto measure = [&](CrossSpot spot) {
        const QString code = table.measureAt(spot);
        return code.isEmpty() ? QString() : vocabulary.label(TermKind::Measure, code);
    };
    for (int row = -1; row < static_cast<int>(table.rows.size()); ++row) {
        const CrossCount& total = table.at({row, -1});
        std::vector<NumberCell> cells{row < 0 ? tr("All") : table.rows[static_cast<std::size_t>(row)].label,
                                      double(total.count)};
        if (isInForce)
            cells.emplace_back(double(total.certain));
        if (isStrictest)
            cells.emplace_back(measure({row, -1}));
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column)
            cells.push_back(isStrictest ? NumberCell(measure({row, column}))
                                        : NumberCell(double(table.at({row, column}).count)));
        made.rows.push_back(std::move(cells));
    }
    return made;
}

QString crossTitle(const MatrixSpec& spec)
{
    return QStringLiteral("%1 × %2").arg(facetLabel(spec.rows), facetLabel(spec.columns));
}

} // namespace interdict
