// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/revisionsmodel.h"

namespace interdict {

RevisionsModel::RevisionsModel(const QLocale& locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{
}

void RevisionsModel::setRevisions(std::vector<Revision> revisions, StepNames names)
{
    beginResetModel();
    m_revisions = std::move(revisions);
    m_names = std::move(names);
    endResetModel();
}

std::optional<int> RevisionsModel::rowOf(int revision) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (m_revisions[place(row)].revision == revision)
            return row;
    return std::nullopt;
}

int RevisionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_revisions.size());
}

int RevisionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RevisionsModel::text(std::size_t at, int column) const
{
    const Revision& revision = m_revisions[at];
    switch (static_cast<Column>(column)) {
    case When:
        return timeText(revision.stamp.when, m_locale);
    case Editor:
        return revision.stamp.editor;
    case Step: {
        const auto name = m_names.find(revision.change);
        return name == m_names.end() ? QString() : name->second;
    }
    case Changed:
        return changeWords(m_revisions, at);
    case ColumnCount:
        break;
    }
    return {};
}

QString RevisionsModel::spoken(std::size_t at) const
{
    QStringList parts{tr("Revision %1").arg(m_revisions[at].revision)};
    for (int column = 0; column < ColumnCount; ++column)
        if (const QString part = text(at, column); !part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral("; "));
}

QVariant RevisionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t at = place(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(at, index.column());
    if (role == Qt::AccessibleTextRole)
        return spoken(at);
    return {};
}

QVariant RevisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("When"), tr("Editor"), tr("Step"), tr("Changed")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
