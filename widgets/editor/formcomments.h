// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of the event in the form: a sign and a thread at each field, and at the top of the form those
// on the event as a whole and a list of all that are open, each leading to its field.
#pragma once

#include "model/edit/validation.h"
#include "widgets/editor/formstate.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace interdict {

class CommentSign;
class CommentThread;
class FindingList;
class FormRow;
class LinkButton;
class Workspace;

class FormComments : public QWidget
{
    Q_OBJECT

public:
    FormComments(const Workspace& workspace, QWidget* parent);

    void attach(FormRow* row);
    void attach(CommentSign* sign); // of the event as a whole, wherever it stands
    void setComments(const FormState& state);
    const std::vector<Comment>& comments() const { return m_comments; }
    const QMap<QString, QString>& typed() const { return m_typed; }
    // What is typed becomes comments. False where nobody wants to be named; nothing is lost then.
    bool addTyped();
    // Opens the thread of the field, of the event as a whole where there is none, and goes there.
    void open(std::optional<EventField> field);
    void setFindings(const std::vector<Finding>& findings); // of review
    QString findingText() const;
    QWidget* firstControl(); // where the keyboard goes to for what is found in review

Q_SIGNALS:
    void changed();
    void revealAsked(QWidget* widget);

private:
    CommentThread* thread(const QString& key); // made when asked
    void close(const QString& key);
    bool add(const QString& key);
    void resolve(int number, bool resolved);
    void remove(int number);
    void update();
    void updateThread(const QString& key, CommentThread& thread);
    void updateList();

    const Workspace& m_workspace;
    std::vector<Comment> m_comments;
    QMap<QString, QString> m_typed;
    std::map<QString, FormRow*> m_rows; // by field key
    std::map<QString, CommentThread*> m_threads;
    CommentSign* m_sign = nullptr;
    FindingList* m_findings;
    QVBoxLayout* m_layout;
    std::vector<LinkButton*> m_list;
    QWidget* m_listed = nullptr;
};

} // namespace interdict
