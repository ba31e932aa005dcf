// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Edit menu's verbs for the record: undo and redo, new, edit, duplicate, delete, history. Opens the forms
// and brings back those that a crash closed; asks once for the editor's name; looks now and then for what
// others have saved.
#pragma once

#include "app/recordundo.h"
#include "app/settings.h"

#include <QTimer>

class QAction;
class QMenu;
class QWidget;

namespace interdict {

class EventEditor;
class Reviewing;

class Editing : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs and forms.
    Editing(Workspace& workspace, Settings& settings, QWidget* window);
    ~Editing() override;

    void addActionsTo(QMenu& menu);
    RecordUndo& undoStack() { return m_undo; }
    Reviewing& reviewing() { return *m_reviewing; }

    void newEvent();
    void editCurrent();
    void duplicateCurrent();
    void editSelected(); // many at once
    void deleteSelected();
    void showHistory();
    void showChanges();    // of all events
    void showVocabulary(); // one window
    // The forms that were open when the program ended without closing them.
    void restoreDrafts();
    // Who saves; asks where it is not known yet. Empty where the question was not answered.
    QString editorName();
    void changeEditorName();

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void sendAsked(const std::vector<std::int64_t>& steps);

private:
    std::optional<Stamp> stamp();
    QString askEditor(const QString& present);
    Result<Workspace::SavedMany> saveMany(const RecordChange& change, const Stamp& stamp,
                                          const QString& what);
    EventEditor* editorOf(std::int64_t draft) const;
    QList<EventEditor*> editors() const;
    void releaseClosedDrafts();
    ReviewState beginning() const; // of new events
    void show(EventEditor* editor);
    void fillDrafts(QMenu& menu);
    QAction* addFor(std::vector<QAction*>& list, QAction* action);
    void updateActions();
    void tell(const Error& error);
    void tellOfUndo(const Error& error);
    void openHistory(const QString& uid);

    Workspace& m_workspace;
    Settings& m_settings;
    QWidget* m_window;
    RecordUndo m_undo;
    Reviewing* m_reviewing;
    QList<QAction*> m_undoActions;     // for the windows that have them too
    QTimer m_look;                     // for what others have saved
    QString m_editor;                  // asked once, also where settings are not kept
    std::vector<QAction*> m_needEvent; // enabled while an event is selected
    std::vector<QAction*> m_needWrite; // enabled while the data set can be written
};

} // namespace interdict
