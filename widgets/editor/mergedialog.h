// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what was typed into an event of the record, field by field: theirs, ours, or of lists both. Where an
// event of the record was edited into its twin, the two become one.
#pragma once

#include "model/edit/eventfields.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QPushButton;

namespace interdict {

class FindingList;
class Workspace;

// Fields that differ and are not empty on the typed side, save those in `unreadable`.
std::vector<EventField> fieldsToMerge(const Event& stored, const Event& typed,
                                      const std::vector<EventField>& unreadable);
bool isListField(EventField field);
// The field of `into` becomes the union of both sides: its own entries first. Only of list fields.
void unite(EventField field, const Event& typed, Event& into);

class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Choice : std::uint8_t { Stored, Typed, Both };

    MergeDialog(const Workspace& workspace, Event stored, Event typed, std::vector<EventField> fields,
                QWidget* parent);

    Event merged() const;
    // Asked only where an event of the record was edited, not a new one.
    bool deletesTyped() const;
    const Event& stored() const { return m_stored; }
    void setError(const QString& message); // of saving; stays open

Q_SIGNALS:
    void saveAsked();

private:
    void addField(QGridLayout& grid, EventField field);
    void addChoice(QGridLayout& grid, int row, QButtonGroup& group, Choice choice, const QString& name,
                   const QString& value);
    void check();
    Choice choiceOf(std::size_t number) const;

    const Workspace& m_workspace;
    Event m_stored;
    Event m_typed;
    std::vector<EventField> m_fields;
    std::vector<QButtonGroup*> m_groups;
    QCheckBox* m_delete;
    FindingList* m_findings;
    QPushButton* m_save;
};

} // namespace interdict
