// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the record's history that pass a filter, newest first. A filter by field reads revisions, so
// it is looked for in slices: rows come as they are found.
#pragma once

#include "widgets/history/changefilter.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <functional>
#include <unordered_map>

namespace interdict {

class StepsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Editor, What, Events, ColumnCount };
    // The fields that a step changed.
    using FieldsOf = std::function<std::vector<EventField>(const ChangeStep&)>;

    StepsModel(const QLocale& locale, FieldsOf fieldsOf, QObject* parent);
    void setSteps(std::vector<ChangeStep> newestFirst);
    void addSteps(std::vector<ChangeStep> newestFirst); // later than all that are here
    void setFilter(const ChangeFilter& filter);
    const ChangeFilter& filter() const { return m_filter; }

    int stepCount() const { return static_cast<int>(m_steps.size()); }
    std::int64_t lastStep() const { return m_steps.empty() ? 0 : m_steps.back().id; }
    const std::vector<ChangeStep>& steps() const { return m_steps; } // oldest first
    const ChangeStep& step(int row) const;
    std::optional<int> rowOf(std::int64_t step) const;

    // Steps whose fields are still to be looked at, and those that have been, under this filter.
    int waiting() const { return static_cast<int>(m_waiting.size() - m_looked); }
    int looked() const { return static_cast<int>(m_looked); }
    // Looks at some of them, for about so long and at most so many.
    void look(int milliseconds, int most);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Place = std::uint32_t; // in m_steps
    bool changesField(Place place);
    void refill();

    QLocale m_locale;
    FieldsOf m_fieldsOf;
    ChangeFilter m_filter;
    std::vector<ChangeStep> m_steps;
    std::vector<Place> m_shown;   // newest first
    std::vector<Place> m_waiting; // pass but for the field, newest first
    std::size_t m_looked = 0;     // of them
    std::unordered_map<std::int64_t, std::vector<EventField>>
        m_fields; // of steps looked at: they never change
};

// The events of one step.
class StepEventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Changed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvents(std::vector<StepEvent> events);
    const std::vector<StepEvent>& events() const { return m_events; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<StepEvent> m_events;
};

} // namespace interdict
