// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The File menu's ways to work with others without a server: sends changes to a file, receives a colleague's,
// merges another copy of the data set. Reads and writes off the window's thread, with progress and cancel;
// what comes is judged in a window of its own.
#pragma once

#include "app/background.h"
#include "model/exchange/copymerge.h"
#include "widgets/incoming/incomingwindow.h"

class QMenu;

namespace interdict {

class Sharing : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    Sharing(Workspace& workspace, QWidget* window);

    void addActionsTo(QMenu& menu);
    // These ask for the file.
    void sendSelected();
    void sendSteps(const std::vector<std::int64_t>& steps);
    void chooseAndReceive();
    void chooseAndMerge();

    // Gathers what is to be sent, from a connection of its own.
    using Gather = std::function<Result<ChangeSet>(const DataSet&, const Background::Progress&)>;
    void sendTo(const QString& path, const Gather& gather);
    void receive(const QString& path);
    void mergeCopy(const QString& path);
    static bool isChangeSet(const QString& path); // by its name

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void failed(const interdict::Error& error);

private:
    // Reads what came and holds it against the record; again each time that the record has changed.
    using Look = std::function<Result<CopyChanges>(const DataSet& here, const Background::Progress&)>;
    void askWhereToSend(const Gather& gather);
    void askWhatToOpen(const QString& title, const QString& filter, void (Sharing::*open)(const QString&));
    void look(const QString& label, const Look& look, const std::function<void(CopyChanges)>& done);
    void save(RecordChange change, const QString& what, const IncomingWindow::Done& done);
    void showIncoming(const QString& path, const Look& look, CopyChanges changes);

    Workspace& m_workspace;
    QWidget* m_window;
    QString m_folder;        // of the last file
    Background m_background; // last: what it runs refers to the others
};

} // namespace interdict
