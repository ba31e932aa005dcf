// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The File menu's verbs: new, open, recent, save a copy. Reads and copies off the window's thread, with
// progress and cancel; tells in a message box what cannot be done. Until a data set is there whole, the
// present one stays.
#pragma once

#include "app/background.h"
#include "app/settings.h"
#include "model/workspace.h"

#include <QObject>

class QMenu;
class QMimeData;
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
    void createAt(const QString& path);
    void saveCopyTo(const QString& path);
    // These ask for the path.
    void chooseAndOpen();
    void chooseAndCreate();
    void chooseAndSaveCopy();
    void noteOpened(const QString& path); // as the last and the newest recent one
    void tell(const Error& error);
    // The path of a single data set in what is dragged, or an empty text.
    static QString droppedFile(const QMimeData* data);

Q_SIGNALS:
    void opened(const QString& path);
    void copied(const QString& path);

private:
    void fillRecent(QMenu& menu);
    void adopt(Result<LoadedDataSet> loaded, const QString& path);
    void forget(const QString& path);
    QString askWhereToSave(const QString& title, const QString& start, bool mayReplace) const;

    Workspace& m_workspace;
    Settings& m_settings;
    QWidget* m_window;
    Background m_background; // last: what it runs refers to the others
};

} // namespace interdict
