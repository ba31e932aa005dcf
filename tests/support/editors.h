// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every test of the form begins with: the shipped data, someone who saves, and one open form.
#pragma once

#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/editor/eventeditor.h"

#include <QtTest>

namespace interdict::test {

class EditorTest : public QObject
{
protected:
    void start(const QString& editor)
    {
        failOnWarnings();
        m_starter = std::make_unique<Starter>();
        workspace().setStamper([editor] { return Stamp{editor, QStringLiteral("2026-11-24T12:00:00Z")}; });
    }
    void stop()
    {
        delete m_editor;
        m_starter.reset();
    }
    // Instead of the one that is open; active.
    EventEditor* open(EventEditor* editor)
    {
        delete m_editor;
        m_editor = editor;
        editor->show();
        editor->activateWindow();
        if (!QTest::qWaitForWindowActive(editor))
            qFatal("no active window");
        return editor;
    }
    EventForm& form() { return m_editor->form(); }
    Workspace& workspace() const { return m_starter->workspace; }
    Event stored(const QString& uid) const { return workspace().event(*workspace().rowOf(uid)); }

    std::unique_ptr<Starter> m_starter;
    QPointer<EventEditor> m_editor;
};

} // namespace interdict::test
