// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/batchpreview.h"

#include "model/edit/validation.h"
#include "model/workspace.h"

#include <algorithm>

namespace interdict {

namespace {

enum Column : std::uint8_t { Title, Before, After, Problem, columnCountValue };

} // namespace

BatchPreview::BatchPreview(const Workspace& workspace, std::vector<Event> events, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    for (Event& event : events)
        m_lines.push_back({event, event, {}});
}

void BatchPreview::setEdit(const BatchEdit& edit)
{
    beginResetModel();
    m_edit = edit;
    m_refused = 0;
    for (Line& line : m_lines) {
        line.after = applied(edit, line.before);
        line.problem = problemOf(line);
        m_refused += !line.problem.isEmpty();
    }
    endResetModel();
}

// Only what the edit itself brings about forbids it; what was wrong before may stay.
QString BatchPreview::problemOf(const Line& line) const
{
    const auto check = [this](const Event& event) {
        return validate(event, m_workspace.vocabulary(), m_workspace.gazetteer(), m_workspace.today());
    };
    const auto before = check(line.before);
    for (const Finding& finding : check(line.after))
        if (finding.severity == Finding::Severity::Error &&
            std::find(before.begin(), before.end(), finding) == before.end())
            return finding.message;
    return {};
}

std::vector<EventChange> BatchPreview::changes() const
{
    std::vector<EventChange> all;
    for (const Line& line : m_lines)
        if (line.problem.isEmpty() && !sameContent(line.before, line.after))
            all.push_back({line.before, line.after});
    return all;
}

int BatchPreview::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : size();
}

int BatchPreview::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountValue;
}

QString BatchPreview::valueOf(const Event& event) const
{
    return fieldText(event, m_edit.field, m_workspace.vocabulary(), m_workspace.gazetteer(), QLocale());
}

QString BatchPreview::textAt(const Line& line, int column) const
{
    switch (column) {
    case Title:
        return line.before.title;
    case Before:
        return valueOf(line.before);
    case After:
        return sameContent(line.before, line.after) ? tr("stays") : valueOf(line.after);
    default:
        return line.problem;
    }
}

QVariant BatchPreview::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString text = textAt(m_lines[static_cast<std::size_t>(index.row())], index.column());
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant BatchPreview::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Event"), tr("Now"), tr("After"), tr("Why it stays")};
    return names[static_cast<std::size_t>(section)];
}

} // namespace interdict
