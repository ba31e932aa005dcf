// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The right column: the current event in full; the days between two; a list of several; or, with nothing
// selected, what the result amounts to. Previous and next walk through the result.
#pragma once

#include "widgets/detail/eventpage.h"
#include "widgets/review/cardcomments.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <map>

class QAction;
class QLabel;
class QScrollArea;

namespace interdict {

class EventCard : public QWidget
{
    Q_OBJECT

public:
    explicit EventCard(Workspace& workspace, QWidget* parent = nullptr);

    // What opens a source; the desktop's browser unless told otherwise.
    void setOpenUrl(OpenUrl openUrl);

    QAction* previousAction() const { return m_previous; }
    QAction* nextAction() const { return m_next; }
    QAction* copyAction() const { return m_copy; } // details of the current event, as text

    void comment(); // begins a comment on the current event

    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTopLine();
    void makeActions();
    void rebuild();
    void refreshResult();
    QWidget* makePage();
    QWidget* makeEventPage();
    void updateTopLine();
    void step(int by);
    void copyDetails() const;

    Workspace& m_workspace;
    OpenUrl m_openUrl;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_position = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QAction* m_copy = nullptr;
    QElapsedTimer m_sinceRebuild;
    QTimer m_later; // while the result changes quickly, as under a brush, its page follows at a slower pace
    EventPage* m_event = nullptr;            // the page, where it shows an event
    QString m_shown;                         // its uid
    std::map<QString, TypedComment> m_typed; // by uid
    bool m_isStale = false;                  // something changed while the card was not on screen
};

} // namespace interdict
