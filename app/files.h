// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The File menu's verbs: new, open, recent, save a copy. Reads large files off the window's thread, with
// progress and cancel; tells in a message box what cannot be done.
#pragma once

#include "app/settings.h"
#include "model/workspace.h"

#include <QObject>

class QMenu;
class QWidget;

namespace interdict {

class Files : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    Files(Workspace& workspace, Settings& settings, QWidget* window);

    void addActionsTo(QMenu& menu);
    void open(const QString& path);
    void noteOpened(const QString& path); // as the last and the newest recent one
    void tell(const Error& error);
    // The path of a single data set in what is dragged, or an empty text.
    static QString droppedFile(const QMimeData* data);

Q_SIGNALS:
    void opened(const QString& path);

private:
    void createNew();
    void chooseAndOpen();
    void saveCopy();
    void fillRecent(QMenu& menu);
    void adopt(Result<LoadedDataSet> loaded, const QString& path);
    // Runs `work(progress)` on another thread behind a progress dialog, then `done(result)` on this one.
    template <typename T, typename Work, typename Done>
    void runBehindDialog(const QString& label, Work work, Done done);

    Workspace& m_workspace;
    Settings& m_settings;
    QWidget* m_window;
};

} // namespace interdict
