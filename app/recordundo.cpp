// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordundo.h"

#include <QUndoCommand>

#include <algorithm>

namespace interdict {

// One step. The changes are those that the store last saved, so that each next one starts from there.
class RecordStep : public QUndoCommand
{
public:
    RecordStep(RecordUndo& undo, std::vector<EventChange> changes, const QString& what)
        : QUndoCommand(what)
        , m_undo(undo)
        , m_changes(std::move(changes))
    {
    }

    void undo() override { step(RecordUndo::tr("Undo: %1").arg(text())); }
    // The stack redoes a command when it is pushed; by then the step is saved already.
    void redo() override
    {
        if (m_isNew)
            m_isNew = false;
        else
            step(RecordUndo::tr("Redo: %1").arg(text()));
    }

private:
    // Saves the inverse of what was saved last. Where that fails the command is taken from the stack, since
    // the record is not where the stack would think it is.
    void step(const QString& what)
    {
        std::vector<EventChange> inverse;
        for (const EventChange& change : m_changes)
            inverse.push_back(change.inverted());
        std::reverse(inverse.begin(), inverse.end());
        auto saved = m_undo.m_workspace.apply(std::move(inverse), what);
        if (saved) {
            m_changes = std::move(saved->changes);
            return;
        }
        setObsolete(true);
        Q_EMIT m_undo.failed(saved.error());
    }

    RecordUndo& m_undo;
    std::vector<EventChange> m_changes;
    bool m_isNew = true;
};

RecordUndo::RecordUndo(Workspace& workspace, QObject* parent)
    : QUndoStack(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::stepSaved, this,
            [this](const std::vector<EventChange>& changes, const QString& what) {
                push(new RecordStep(*this, changes, what));
            });
    connect(&workspace, &Workspace::dataSetChanged, this, &QUndoStack::clear);
}

} // namespace interdict
