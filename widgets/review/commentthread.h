// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comments one below the other, each with who and when, and a place to add one. It shows and asks; what
// becomes of it is decided by whoever holds the comments.
#pragma once

#include "model/event/review.h"

#include <QWidget>

#include <vector>

class QPlainTextEdit;
class QVBoxLayout;

namespace interdict {

class LinkButton;

class CommentThread : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        int number = 0; // in the event's comments
        QString place;  // what it is on; empty where that is plain from where the thread stands
        Comment comment;
        bool mayDelete = false;
        bool operator==(const Entry&) const = default;
    };
    // `about`: what is commented on, for those who hear it.
    CommentThread(const QString& about, QWidget* parent);

    void setEntries(const std::vector<Entry>& entries);
    void setMayWrite(bool may); // whether one can be added here
    void setMayAct(bool may);   // resolve, delete; before setEntries()
    QString typed() const;      // and not yet added
    void setTyped(const QString& text);
    QWidget* input() const;
    QVBoxLayout* aboveInput() const { return m_above; } // for more that belongs to a new comment

Q_SIGNALS:
    void typedChanged();
    void addAsked();
    void resolveAsked(int number, bool resolved);
    void deleteAsked(int number);
    void closeAsked(); // Escape

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeEntry(const Entry& entry);

    std::vector<Entry> m_entries;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_layout;
    QVBoxLayout* m_above;
    QPlainTextEdit* m_input;
    LinkButton* m_add;
    bool m_mayAct = true;
};

} // namespace interdict
