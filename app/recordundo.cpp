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
    RecordStep(RecordUndo& undo, RecordChange change, const QString& what)
        : QUndoCommand(what)
        , m_undo(undo)
        , m_change(std::move(change))
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
        auto saved = m_undo.m_workspace.apply(m_change.inverted(), what);
        if (saved) {
            m_change = std::move(saved->change);
            return;
        }
        setObsolete(true);
        Q_EMIT m_undo.failed(saved.error());
    }

    RecordUndo& m_undo;
    RecordChange m_change;
    bool m_isNew = true;
};

RecordUndo::RecordUndo(Workspace& workspace, QObject* parent)
    : QUndoStack(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::stepSaved, this, [this](const RecordChange& change, const QString& what) {
        push(new RecordStep(*this, change, what));
    });
    connect(&workspace, &Workspace::dataSetChanged, this, &QUndoStack::clear);
}

} // namespace interdict
