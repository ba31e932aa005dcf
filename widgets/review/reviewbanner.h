// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// On the card of an event that is not published: how far it is, since when and by whom, and for editors the
// verbs that move it on. Nothing where the event is published.
#pragma once

#include "model/event/event.h"

#include <QWidget>

class QLocale;

namespace interdict {

class Workspace;

// "Draft, not published"; "Submitted by Ada on 24 Nov 2026, waits for review".
QString reviewText(const Workspace& workspace, const Event& event, const QLocale& locale);

class ReviewBanner : public QWidget
{
    Q_OBJECT

public:
    ReviewBanner(Workspace& workspace, const Event& event, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addVerbs();

    Workspace& m_workspace;
    Event m_event;
};

} // namespace interdict
