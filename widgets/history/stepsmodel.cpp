// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/stepsmodel.h"

#include "widgets/history/revisions.h"

#include <QElapsedTimer>

#include <algorithm>

namespace interdict {

StepsModel::StepsModel(const QLocale& locale, FieldsOf fieldsOf, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
    , m_fieldsOf(std::move(fieldsOf))
{
}

void StepsModel::setSteps(std::vector<ChangeStep> newestFirst)
{
    beginResetModel();
    std::reverse(newestFirst.begin(), newestFirst.end());
    m_steps = std::move(newestFirst);
    m_fields.clear();
    refill();
    endResetModel();
}

void StepsModel::setFilter(const ChangeFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    refill();
    endResetModel();
}

void StepsModel::refill()
{
    const StepTest test(m_filter);
    std::vector<Place> passing;
    for (auto place = static_cast<Place>(m_steps.size()); place-- > 0;)
        if (test.passes(m_steps[place]))
            passing.push_back(place);
    m_shown.clear();
    m_waiting.clear();
    m_looked = 0;
    (m_filter.field ? m_waiting : m_shown) = std::move(passing);
}

void StepsModel::addSteps(std::vector<ChangeStep> newestFirst)
{
    const StepTest test(m_filter);
    std::vector<Place> shown;
    for (auto step = newestFirst.rbegin(); step != newestFirst.rend(); ++step) {
        const auto place = static_cast<Place>(m_steps.size());
        m_steps.push_back(std::move(*step));
        if (test.passes(m_steps[place]) && (!m_filter.field || changesField(place)))
            shown.insert(shown.begin(), place);
    }
    if (shown.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(shown.size()) - 1);
    m_shown.insert(m_shown.begin(), shown.begin(), shown.end());
    endInsertRows();
}

bool StepsModel::changesField(Place place)
{
    const ChangeStep& step = m_steps[place];
    auto known = m_fields.find(step.id);
    if (known == m_fields.end())
        known = m_fields.emplace(step.id, m_fieldsOf(step)).first;
    const auto& fields = known->second;
    return std::find(fields.begin(), fields.end(), *m_filter.field) != fields.end();
}

void StepsModel::look(int milliseconds, int most)
{
    QElapsedTimer time;
    time.start();
    std::vector<Place> found;
    for (; waiting() > 0 && most > 0 && time.elapsed() < milliseconds; --most)
        if (const Place place = m_waiting[m_looked++]; changesField(place))
            found.push_back(place);
    if (found.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    m_shown.insert(m_shown.end(), found.begin(), found.end());
    endInsertRows();
}

const ChangeStep& StepsModel::step(int row) const
{
    return m_steps[m_shown[static_cast<std::size_t>(row)]];
}

std::optional<int> StepsModel::rowOf(std::int64_t step) const
{
    const auto it = std::lower_bound(m_shown.begin(), m_shown.end(), step, [this](Place place, auto id) {
        return m_steps[place].id > id; // newest first
    });
    return it != m_shown.end() && m_steps[*it].id == step
               ? std::optional(static_cast<int>(it - m_shown.begin()))
               : std::nullopt;
}

int StepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int StepsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Events)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const ChangeStep& at = step(index.row());
    switch (static_cast<Column>(index.column())) {
    case When:
        return timeText(at.stamp.when, m_locale);
    case Editor:
        return at.stamp.editor;
    case What:
        return at.what;
    case Events:
        return m_locale.toString(at.events);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Events)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("When"), tr("Editor"), tr("Step"), tr("Events")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

void StepEventsModel::setEvents(std::vector<StepEvent> events)
{
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

int StepEventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int StepEventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepEventsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const StepEvent& event = m_events[static_cast<std::size_t>(index.row())];
    return index.column() == Title ? event.title : event.changed;
}

QVariant StepEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Event"), tr("Changed")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
