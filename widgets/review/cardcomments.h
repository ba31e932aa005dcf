// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of an event on its card, for a reviewer who only reads: each with its field, a place to add
// one on any field. Each act is a step of its own.
#pragma once

#include "model/event/event.h"

#include <QWidget>

namespace interdict {

class CommentThread;
class LinkButton;
class Workspace;

// What is typed on the card and not yet added; outlives the page.
struct TypedComment
{
    QString field; // key, as in a comment
    QString text;
    bool isOpen = false;
};

class CardComments : public QWidget
{
    Q_OBJECT

public:
    CardComments(Workspace& workspace, const Event& event, TypedComment& typed, QWidget* parent);

    void open();           // and goes there
    bool hasInput() const; // has the keyboard

private:
    LinkButton* makeFieldChoice();
    void showEntries();
    void add();
    bool save(Event after, const QString& what);

    Workspace& m_workspace;
    Event m_event;
    TypedComment& m_typed;
    CommentThread* m_thread;
    LinkButton* m_begin;
    QWidget* m_heading;
};

} // namespace interdict
