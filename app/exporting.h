// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The File menu's export: asks what and where, writes off the window's thread with progress and cancel, and
// tells what came of it.
#pragma once

#include "app/background.h"
#include "app/export.h"

class QMenu;
class QWidget;

namespace interdict {

class Exporting : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    Exporting(const Workspace& workspace, QWidget* window);

    void addActionsTo(QMenu& menu);
    void ask();
    // The events are those of this moment. `dictionary`: a file that explains the columns is written beside
    // it, as NAME.dictionary.csv.
    void exportTo(const QString& path, ExportChoice choice, RecordFormat format, bool dictionary);

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void failed(const interdict::Error& error);

private:
    void askWhere(ExportChoice choice, RecordFormat format, bool dictionary);

    const Workspace& m_workspace;
    QWidget* m_window;
    QString m_folder;        // of the last export
    Background m_background; // last: what it runs refers to the others
};

} // namespace interdict
