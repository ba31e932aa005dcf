// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An event's revisions in a window of their own: what each changed, side by side, and the ways back. Follows
// the record; an event that is gone can be brought back here.
#pragma once

#include "model/edit/eventfields.h"
#include "model/workspace.h"

#include <QLocale>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QTableView;

namespace interdict {

class ComparisonModel;
class RevisionsModel;

class EventHistory : public QWidget
{
    Q_OBJECT

public:
    EventHistory(Workspace& workspace, const QString& uid, QWidget* parent = nullptr);
    const QString& uid() const { return m_uid; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeList();
    QWidget* makeComparison();
    QWidget* makeNotice();
    QWidget* makeButtons();
    void reload();
    void showHead();
    void choose(int row);
    void compare();
    void fitRows();
    void updateButtons();
    std::optional<std::size_t> chosen() const; // its place among the revisions
    QString caption(std::size_t at) const;
    QString title() const;

    void restore();
    void takeBackChosen();
    bool store(EventChange change, const QString& what);
    void say(const QString& text);

    Workspace& m_workspace;
    QString m_uid;
    QLocale m_locale;
    RevisionsModel* m_revisions;
    ComparisonModel* m_comparison;
    QLabel* m_title = nullptr;
    QLabel* m_state = nullptr; // deleted, read-only, how many revisions
    QSplitter* m_splitter = nullptr;
    QListView* m_list = nullptr;
    QTableView* m_table = nullptr;
    QComboBox* m_against = nullptr;
    QCheckBox* m_allFields = nullptr;
    QLabel* m_empty = nullptr;
    QFrame* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QPushButton* m_others = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_takeBack = nullptr;
    std::optional<EventChange> m_offered; // saved once one agrees to take back the others
    QString m_offeredStep;
};

} // namespace interdict
