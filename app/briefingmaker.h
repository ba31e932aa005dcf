// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Briefing from the window: asks what and where to, makes it off the window's thread with progress and
// cancel, and tells what came of it.
#pragma once

#include "app/background.h"
#include "app/briefingfiles.h"

class QMenu;

namespace interdict {

class BriefingMaker : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    BriefingMaker(const Workspace& workspace, QWidget* window);

    void addActionsTo(QMenu& menu);
    void ask();
    // Of the filter and the as-of day of this moment. Replaces files without a question.
    void write(BriefingOptions options);

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void failed(const interdict::Error& error);

private:
    void askWhere(const BriefingOptions& options);
    void askFile(const BriefingOptions& options, const QString& name);
    void askFolder(const BriefingOptions& options, const QString& name);
    void askToReplace(const BriefingOptions& options);
    void tell(const std::vector<BriefingFile>& files);

    const Workspace& m_workspace;
    QWidget* m_window;
    QString m_folder;        // of the last briefing
    Background m_background; // last: what it runs refers to the others
};

} // namespace interdict
