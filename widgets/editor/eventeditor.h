// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in which one event is added or edited: the form, the events that may be the same, and what is
// missing. It reads what is typed, keeps it as a draft, and saves it through the workspace. Several may be
// open; each deletes itself when it is closed.
#pragma once

#include "model/workspace.h"
#include "widgets/editor/formreading.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace interdict {

class ConflictDialog;
class DraftKeeper;
class EventForm;
class FindingList;
class LinkButton;
class MergeDialog;
class ReviewHead;
class TwinsList;

// For names of steps and windows: at most 60 characters.
QString shortEventTitle(const QString& title);

class EventEditor : public QWidget
{
    Q_OBJECT

public:
    // Shown by the caller. The parent gives the window its place and its end.
    // `begins`: the state of review that a new event has until a verb changes it.
    static EventEditor* create(Workspace& workspace, QWidget* parent = nullptr,
                               ReviewState begins = ReviewState::Published);
    static EventEditor* edit(Workspace& workspace, Row row, QWidget* parent = nullptr);
    // A new event that begins as a copy of another.
    static EventEditor* duplicate(Workspace& workspace, Row row, QWidget* parent = nullptr,
                                  ReviewState begins = ReviewState::Published);
    static EventEditor* restore(Workspace& workspace, const Draft& draft, QWidget* parent = nullptr);

    QString uid() const;          // of the event edited; empty for a new one
    std::int64_t draftId() const; // 0 while nothing is kept
    EventForm& form() const { return *m_form; }
    // Whether it holds anything else than when it began.
    bool hasChanges() const;
    // Writes the draft at once; for a change of the data set, and before the program ends.
    void keepDraft();

    void save();
    void saveAs(ReviewState state); // publishes, submits, puts back
    void cancel();                  // asks where there are changes

Q_SIGNALS:
    void saved(const QString& uid);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Task
    {
        std::optional<Event> before;
        FormState begun; // what counts as unchanged
        FormState state;
        Draft draft;
    };
    EventEditor(Workspace& workspace, Task task, QWidget* parent);
    void build();
    QWidget* makeBar();
    void addKeys();
    void connectReview();
    void showReview();
    FormReading read() const;
    void refresh();
    void formChanged();
    void showTitle();
    void showSummary(const std::vector<Finding>& findings);
    void goToFirst();
    void openTwin(const QString& uid);
    void startMerge(const Event& twin);
    Result<std::vector<EventChange>> changesOf(const MergeDialog& dialog) const;
    void saveMerge(MergeDialog& dialog);
    bool askAboutConflict(const Event& typed);
    void saveChosen(ConflictDialog& dialog, const Event& typed);
    void askAboutDeleted(const Event& typed);
    void showFailure(const QString& message);
    void askWhatToKeep();
    void finish(const QString& uid); // after a save
    void closeUnasked();
    void dataSetReplaced();

    Workspace& m_workspace;
    std::optional<Event> m_before;
    FormState m_begun;
    QString m_path; // of the data set it belongs to
    EventForm* m_form = nullptr;
    TwinsList* m_twins = nullptr;
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_body = nullptr;
    QLabel* m_heading = nullptr;
    FindingList* m_failure = nullptr;
    LinkButton* m_summary = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_next = nullptr; // the verb of review that moves it on
    ReviewHead* m_review = nullptr;
    DraftKeeper* m_keeper = nullptr;
    QTimer m_pause;
    bool m_mayClose = false;
};

} // namespace interdict
