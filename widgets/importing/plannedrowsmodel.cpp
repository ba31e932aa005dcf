// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/plannedrowsmodel.h"

#include "model/workspace.h"
#include "widgets/history/revisions.h"
#include "widgets/importing/offerdelegate.h"

#include <QLocale>

#include <algorithm>

namespace interdict {

namespace {

constexpr qsizetype shownCells = 4;

// What a row holds, where it came to no event.
QString cellsOf(const TableRow& row)
{
    QStringList cells;
    for (const QString& cell : row.cells)
        if (!cell.isEmpty() && cells.size() < shownCells)
            cells << cell.simplified();
    return cells.join(QStringLiteral("  ·  "));
}

QString problemText(const RowProblem& problem)
{
    return problem.target == ImportTarget::Ignore
               ? problem.message
               : QStringLiteral("%1: %2").arg(targetLabel(problem.target), problem.message);
}

} // namespace

QString verdictLabel(RowVerdict verdict)
{
    switch (verdict) {
    case RowVerdict::New:
        return PlannedRowsModel::tr("New");
    case RowVerdict::Update:
        return PlannedRowsModel::tr("Update");
    case RowVerdict::Unchanged:
        return PlannedRowsModel::tr("Unchanged");
    case RowVerdict::Duplicate:
        return PlannedRowsModel::tr("Duplicate");
    case RowVerdict::Error:
        return PlannedRowsModel::tr("Error");
    }
    return {};
}

PlannedRowsModel::PlannedRowsModel(const Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
}

void PlannedRowsModel::setPlan(const ImportSource& source, std::shared_ptr<const PlannedImport> plan)
{
    beginResetModel();
    m_source = source;
    m_plan = std::move(plan);
    m_counts.fill(0);
    if (m_plan)
        for (const PlannedRow& row : m_plan->plan.rows)
            ++m_counts[static_cast<std::size_t>(row.verdict)];
    refill();
    endResetModel();
}

void PlannedRowsModel::setShown(std::optional<RowVerdict> verdict)
{
    beginResetModel();
    m_verdict = verdict;
    refill();
    endResetModel();
}

void PlannedRowsModel::refill()
{
    m_shown.clear();
    if (!m_plan)
        return;
    const std::vector<PlannedRow>& rows = m_plan->plan.rows;
    m_shown.reserve(static_cast<std::size_t>(count(m_verdict)));
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (!m_verdict || rows[i].verdict == *m_verdict)
            m_shown.push_back(i);
}

int PlannedRowsModel::count(std::optional<RowVerdict> verdict) const
{
    if (verdict)
        return m_counts[static_cast<std::size_t>(*verdict)];
    return m_plan ? static_cast<int>(m_plan->plan.rows.size()) : 0;
}

const PlannedRow& PlannedRowsModel::row(int row) const
{
    return m_plan->plan.rows[m_shown[static_cast<std::size_t>(row)]];
}

std::optional<int> PlannedRowsModel::indexOf(int number) const
{
    const auto it =
        std::lower_bound(m_shown.begin(), m_shown.end(), number, [this](std::uint32_t i, int wanted) {
            return m_plan->plan.rows[i].number < wanted;
        });
    return it != m_shown.end() && m_plan->plan.rows[*it].number == number
               ? std::optional(static_cast<int>(it - m_shown.begin()))
               : std::nullopt;
}

int PlannedRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlannedRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlannedRowsModel::titleOf(const PlannedRow& row) const
{
    return row.change.after ? row.change.after->title : cellsOf(m_source->rows().rows[row.row]);
}

QString PlannedRowsModel::why(const PlannedRow& row) const
{
    switch (row.verdict) {
    case RowVerdict::Error: {
        const QString first = problemText(row.problems.front()).simplified();
        const auto more = static_cast<int>(row.problems.size()) - 1;
        return more > 0 ? first + u' ' + tr("(and %Ln more)", nullptr, more) : first;
    }
    case RowVerdict::Duplicate: {
        const auto stored = m_workspace.rowOf(row.twin);
        return tr("Likely the same as “%1”").arg(stored ? m_workspace.brief(*stored).title : row.twin);
    }
    case RowVerdict::Update:
        return tr("Changes %1").arg(labelsOf(changedFields(*row.change.before, *row.change.after)));
    case RowVerdict::New:
    case RowVerdict::Unchanged:
        break;
    }
    return row.doubts.join(u' ');
}

QString PlannedRowsModel::textAt(const PlannedRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Number:
        return QLocale().toString(row.number);
    case Verdict:
        return verdictLabel(row.verdict);
    case Title:
        return titleOf(row);
    case Date:
        return row.change.after ? row.change.after->start.display(QLocale(), true) : QString();
    case Why:
        return why(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PlannedRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PlannedRow& at = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(at, index.column());
    case Qt::ToolTipRole:
        return textAt(at, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == Number
                   ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
    case urgentRole:
        return at.verdict == RowVerdict::Error && index.column() == Verdict;
    case dimRole:
        return index.column() == Number || at.verdict == RowVerdict::Unchanged ||
               (index.column() == Why && at.verdict == RowVerdict::New);
    default:
        return {};
    }
}

QVariant PlannedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Number)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Row"), tr("Verdict"), tr("Event"), tr("Start"), tr("Why")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
