// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus' side of review: verbs for the events selected, what of the unpublished is shown, and how much
// waits, told in the status bar.
#pragma once

#include "model/edit/recordchange.h"

#include <QObject>

class QAction;
class QMenu;

namespace interdict {

class LinkButton;
class Workspace;

// What is said of a step that was saved; also where to find what it hid.
QString savedText(const Workspace& workspace, const RecordChange& change, const QString& what);

class Reviewing : public QObject
{
    Q_OBJECT

public:
    Reviewing(Workspace& workspace, QWidget* window);

    void addVerbsTo(QMenu& menu);
    void addViewsTo(QMenu& menu);
    LinkButton* makeStatus(QWidget* parent); // "3 wait for review", where any do

    void review(ReviewState to); // the events selected, as one step

Q_SIGNALS:
    void commentAsked();

private:
    void updateActions();
    bool mayPublish(const std::vector<EventChange>& changes) const;

    Workspace& m_workspace;
    QWidget* m_window;
    std::vector<std::pair<ReviewState, QAction*>> m_verbs;
    QAction* m_comment = nullptr;
    QAction* m_unpublished = nullptr;
    QAction* m_waiting = nullptr;
    LinkButton* m_status = nullptr;
};

} // namespace interdict
