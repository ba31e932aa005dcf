// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The File menu's import: asks for a table, reads and plans off the window's thread while the import dialog
// shows what would become of it, then saves all of it as one step that undo knows.
#pragma once

#include "app/background.h"
#include "model/workspace.h"
#include "widgets/importing/importsource.h"

#include <QPointer>

#include <atomic>

class QMenu;
class QWidget;

namespace interdict {

class ImportDialog;

class Importing : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    Importing(Workspace& workspace, QWidget* window);

    void addActionsTo(QMenu& menu);
    void ask(); // for the table
    void open(const QString& path);
    static bool isTable(const QString& path); // by its ending

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void failed(const interdict::Error& error);

private:
    void show(ImportSource source);
    void readAgain(const TableOptions& options, const QString& sheet);
    void plan();
    void run();
    void finish(Result<Workspace::SavedMany> saved, const QString& what);
    void stop();
    void saveMapping();
    void loadMapping();
    void saveRejects();
    void chooseFileToSave(const QString& title, const QString& name, const QString& filter,
                          const std::function<QByteArray()>& content);

    Workspace& m_workspace;
    QWidget* m_window;
    QString m_path;   // of the table
    QString m_folder; // of the last file
    QPointer<ImportDialog> m_dialog;
    std::optional<ImportMapping> m_lastMapping;       // of the last import, for the rows that it left
    std::shared_ptr<const StoredEvents> m_stored;     // of the last plan, for the next
    std::shared_ptr<std::atomic<bool>> m_isCancelled; // while an import saves
    Background m_reading;                             // behind a dialog of its own
    Background m_working;                             // within ours; last: what it runs refers to the others
};

} // namespace interdict
