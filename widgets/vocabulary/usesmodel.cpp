// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/usesmodel.h"

#include "model/edit/eventfields.h"
#include "model/edit/renaming.h"

#include <QLocale>

#include <algorithm>

namespace interdict {

namespace {

EventField fieldOf(VocabularyList list)
{
    if (!list)
        return EventField::Platforms;
    switch (*list) {
    case TermKind::Measure:
        return EventField::Measure;
    case TermKind::Concern:
        return EventField::Concerns;
    case TermKind::Scope:
        return EventField::Scope;
    case TermKind::Status:
        return EventField::Status;
    case TermKind::Relation:
        return EventField::Relations;
    case TermKind::Confidence:
    case TermKind::MilestoneKind: // no event has it
        break;
    }
    return EventField::Confidence;
}

QString valueOf(const Milestone& milestone, VocabularyList list, const Vocabulary& words)
{
    return !list                          ? milestone.platform
           : list == TermKind::Confidence ? words.label(*list, milestone.confidence)
                                          : words.label(*list, milestone.kind);
}

} // namespace

UsesModel::UsesModel(const Workspace& workspace, VocabularyList list, const QString& code, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_list(list)
    , m_rows(workspace.rowsNaming(list, code))
    , m_change{workspace.vocabulary(), workspace.vocabulary(), {}}
{
    std::copy_if(workspace.milestones().begin(), workspace.milestones().end(),
                 std::back_inserter(m_milestones),
                 [&](const Milestone& milestone) { return names(milestone, list, code); });
}

void UsesModel::setChange(const VocabularyChange& change)
{
    m_change = change;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Now), index(rowCount() - 1, After));
}

int UsesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : events() + milestones();
}

int UsesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// Texts are read for the rows that are looked at.
QString UsesModel::eventText(Row row, int column) const
{
    const auto value = [this](const Event& event, const Vocabulary& words) {
        return fieldText(event, fieldOf(m_list), words, m_workspace.gazetteer(), QLocale());
    };
    Event event = m_workspace.event(row);
    switch (static_cast<Column>(column)) {
    case Date:
        return event.start.display(QLocale(), true);
    case Title:
        return event.title;
    case Now:
        return value(event, m_change.before);
    case After:
        for (const Renaming& renaming : m_change.renamings())
            event = renamed(std::move(event), renaming);
        return value(event, m_change.after);
    case ColumnCount:
        break;
    }
    return {};
}

QString UsesModel::milestoneText(const Milestone& milestone, int column) const
{
    Milestone after = milestone;
    switch (static_cast<Column>(column)) {
    case Date:
        return milestone.date.display(QLocale(), true);
    case Title:
        return tr("Milestone: %1").arg(milestone.title);
    case Now:
        return valueOf(milestone, m_list, m_change.before);
    case After:
        for (const Renaming& renaming : m_change.renamings())
            after = renamed(std::move(after), renaming);
        return valueOf(after, m_list, m_change.after);
    case ColumnCount:
        break;
    }
    return {};
}

QString UsesModel::textAt(int row, int column) const
{
    return row < events() ? eventText(m_rows[static_cast<std::size_t>(row)], column)
                          : milestoneText(m_milestones[static_cast<std::size_t>(row - events())], column);
}

QVariant UsesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString text = textAt(index.row(), index.column());
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant UsesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[]{tr("Date"), tr("Event"), tr("Now"), tr("After")};
    return titles[section];
}

} // namespace interdict
