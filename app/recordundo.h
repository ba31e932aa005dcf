// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo of the record: each step that the workspace saved is one command of the stack, with its name. An undo
// is itself a step that is saved, so that the history keeps what happened; what others have changed meanwhile
// is merged by field, and where that cannot be, the step stays as it is and the reason is told.
#pragma once

#include "model/workspace.h"

#include <QUndoStack>

namespace interdict {

class RecordUndo : public QUndoStack
{
    Q_OBJECT

public:
    explicit RecordUndo(Workspace& workspace, QObject* parent = nullptr);

Q_SIGNALS:
    void failed(const interdict::Error& error);

private:
    friend class RecordStep;
    Workspace& m_workspace;
};

} // namespace interdict
