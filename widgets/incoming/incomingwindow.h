// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that came from elsewhere - a colleague's file, another copy of the data set - in a window of their
// own: the events left, the chosen one's fields right, each to be accepted or not. What is accepted is saved
// as one step. Knows no files: whoever opened it looks again when the record has changed.
#pragma once

#include "model/exchange/acceptance.h"
#include "model/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;

namespace interdict {

class ChoiceTable;
class FieldChoices;
class FindingList;
class IncomingModel;
enum class Choice : std::uint8_t;

class IncomingWindow : public QWidget
{
    Q_OBJECT

public:
    struct Origin
    {
        QString name;    // of the file: for the title and the step
        QString warning; // of what it is, above the list; may be empty
    };

    IncomingWindow(Workspace& workspace, Origin origin, QWidget* parent = nullptr);

    // `words` came along with the events. Answers to events that come as before are kept.
    void setIncoming(std::vector<Incoming> incoming, const Vocabulary& words);
    IncomingModel& model() const { return *m_model; }
    // Saves a step and then calls `done`; at once, through the workspace, unless told otherwise.
    using Done = std::function<void(const Result<DataSet::Saved>&)>;
    using Saver = std::function<void(RecordChange change, const QString& what, const Done& done)>;
    void setSaver(Saver saver);

    void acceptAllWithoutConflict();
    void save();

Q_SIGNALS:
    // The record is another now: setIncoming is to be called again.
    void lookAgain();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeList();
    QWidget* makeFields();
    QWidget* makeFoot();
    void showHead();
    void showChosen();
    void showCounts();
    void chooseField(EventField field, Choice choice);
    void goToUndecided(int row);
    void recordChanged();
    void say(const QString& text);
    std::optional<int> chosen() const;
    Receiver receiver() const;

    Workspace& m_workspace;
    Origin m_origin;
    Vocabulary m_words, m_known; // that came along; here and along
    Saver m_saver;
    IncomingModel* m_model;
    FieldChoices* m_fields;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QComboBox* m_shown = nullptr;
    QListView* m_list = nullptr;
    QSplitter* m_splitter = nullptr;
    QLabel* m_event = nullptr;
    QLabel* m_what = nullptr;
    ChoiceTable* m_table = nullptr;
    FindingList* m_findings = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_acceptAll = nullptr;
    QPushButton* m_save = nullptr;
    QString m_message;      // what became of a save, or is to be done; else the counts are told
    bool m_isStale = false; // waits for setIncoming
};

} // namespace interdict
