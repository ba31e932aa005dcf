// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixwords.h"

#include "model/analysis/facttext.h"
#include "model/event/localedate.h"
#include "model/workspace.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Matrix", text, nullptr, n);
}

QString countLine(const MatrixStory& story, const CrossCount& count)
{
    const int n = static_cast<int>(count.count);
    if (story.table.spec.value == MatrixValue::Events)
        return tr(QT_TRANSLATE_NOOP("Matrix", "%n event(s)"), n);
    return tr(QT_TRANSLATE_NOOP("Matrix", "%1 in force on %2"))
        .arg(story.locale.toString(n), displayDay(story.table.asOf, story.locale));
}

QString strictestLine(const MatrixStory& story, const CrossCount& count)
{
    const QString measure =
        story.vocabulary.label(TermKind::Measure, story.table.measures.value(count.measure));
    const QString since = intervalText(story.columns.start(*count.strictest), story.locale);
    return (count.isStrictestCertain
                ? tr(QT_TRANSLATE_NOOP("Matrix", "Strictest: %1 since %2"))
                : tr(QT_TRANSLATE_NOOP("Matrix", "Strictest: %1 since %2, possibly still in force")))
        .arg(measure, since);
}

} // namespace

QString spotTitle(const MatrixStory& story, CrossSpot spot)
{
    QStringList parts;
    if (spot.row >= 0)
        parts << story.table.rows[static_cast<std::size_t>(spot.row)].label;
    if (spot.column >= 0)
        parts << story.table.columns[static_cast<std::size_t>(spot.column)].label;
    return parts.isEmpty() ? tr(QT_TRANSLATE_NOOP("Matrix", "All")) : parts.join(QStringLiteral(" × "));
}

QStringList spotLines(const MatrixStory& story, CrossSpot spot)
{
    const CrossCount& count = story.table.at(spot);
    const bool isInForce = story.table.spec.value != MatrixValue::Events;
    if (count.count == 0)
        return {isInForce ? tr(QT_TRANSLATE_NOOP("Matrix", "None in force"))
                          : tr(QT_TRANSLATE_NOOP("Matrix", "No event"))};
    QStringList lines{countLine(story, count)};
    if (isInForce && count.certain < count.count)
        lines << tr(QT_TRANSLATE_NOOP("Matrix", "%n of these possibly"),
                    static_cast<int>(count.count - count.certain));
    if (isInForce && count.strictest)
        lines << strictestLine(story, count);
    if (count.unpublished > 0)
        lines << tr(QT_TRANSLATE_NOOP("Matrix", "%n of these not published"),
                    static_cast<int>(count.unpublished));
    return lines;
}

QString spotSummary(const MatrixStory& story, CrossSpot spot)
{
    return QStringLiteral("%1: %2").arg(spotTitle(story, spot),
                                        spotLines(story, spot).join(QStringLiteral(", ")));
}

QString emptyMatrixText(const Workspace& workspace, const CrossTable& table)
{
    if (!workspace.isOpen())
        return tr(QT_TRANSLATE_NOOP("Matrix", "No data set is open"));
    if (workspace.columns().empty())
        return tr(QT_TRANSLATE_NOOP("Matrix", "The data set has no event yet"));
    if (!table.isEmpty())
        return {};
    if (table.spec.value == MatrixValue::Events || workspace.result().empty())
        return tr(QT_TRANSLATE_NOOP("Matrix", "No event matches the filter"));
    return tr(QT_TRANSLATE_NOOP("Matrix", "Nothing that matches the filter is in force on %1"))
        .arg(displayDay(table.asOf, QLocale()));
}

} // namespace interdict
