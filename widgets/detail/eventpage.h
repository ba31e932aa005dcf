// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One event on the card: where and by whom, title, how far it is in review, pills, summary, every field, its
// case, its sources, comments.
#pragma once

#include "model/event/event.h"
#include "model/explore/columns.h"

#include <QLocale>
#include <QUrl>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace interdict {

class CardComments;
class CaseChain;
struct TypedComment;
class Workspace;
struct Theme;

// Of a long case the events about the current one: all, where there are few.
std::vector<Row> nearSteps(const std::vector<Row>& members, Row current);

using OpenUrl = std::function<void(const QUrl&)>;

// The address, where it is one that may be opened: http or https with a host; else nothing.
std::optional<QUrl> openableUrl(const QString& address);

class EventPage : public QWidget
{
    Q_OBJECT

public:
    // `typed` outlives the page.
    EventPage(Workspace& workspace, Row row, OpenUrl openUrl, TypedComment& typed, QWidget* parent);

    CaseChain* caseChain() const { return m_case; } // null where the event stands alone
    CardComments* comments() const { return m_comments; }

private:
    QWidget* makePills();
    QWidget* makeFacts();
    void addCase(QVBoxLayout& layout);
    void showCase(const std::vector<Row>& members);
    void addSources(QVBoxLayout& layout);
    QWidget* makeSource(const Source& source);
    QString sourceLine(const Source& source) const;
    QString archivedLink(const Source& source, bool follows, const Theme& theme) const;

    Workspace& m_workspace;
    Row m_row;
    Event m_event;
    OpenUrl m_openUrl;
    QLocale m_locale;
    CaseChain* m_case = nullptr;
    QVBoxLayout* m_casePlace = nullptr;
    CardComments* m_comments = nullptr;
};

} // namespace interdict
