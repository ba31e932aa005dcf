// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editing.h"

#include "app/background.h"
#include "app/draftowner.h"
#include "app/reviewing.h"
#include "model/stepsaving.h"
#include "widgets/editor/batchdialog.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/history/changelog.h"
#include "widgets/history/eventhistory.h"
#include "widgets/vocabulary/vocabularywindow.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

#include <algorithm>

namespace interdict {

namespace {

constexpr int lookMilliseconds = 1000;

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

QString draftTitle(const Draft& draft)
{
    const QString when =
        QLocale().toString(QDateTime::fromString(draft.at, Qt::ISODate).toLocalTime(), QLocale::ShortFormat);
    return draft.uid.isEmpty() ? Editing::tr("New event, %1").arg(when)
                               : Editing::tr("%1, %2").arg(draft.uid, when);
}

// Shows how far something is that cannot be stopped.
class WaitDialog : public QProgressDialog
{
public:
    WaitDialog(const QString& what, QWidget* window)
        : QProgressDialog(what, QString(), 0, steps, window)
    {
        setWindowModality(Qt::ApplicationModal);
        setMinimumDuration(0); // at once: what is done meanwhile would be done in the middle of it
        setAutoReset(false);
        setAutoClose(false);
    }
    void setShare(double share) { setValue(static_cast<int>(share * steps)); }
    void reject() override {}

private:
    static constexpr int steps = 1000;
};

} // namespace

Editing::Editing(Workspace& workspace, Settings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
    , m_undo(workspace)
    , m_reviewing(new Reviewing(workspace, window))
{
    workspace.setStamper([this] { return stamp(); });
    workspace.setSaverOfMany([this](const RecordChange& change, const Stamp& by, const QString& what) {
        return saveMany(change, by, what);
    });
    workspace.setClock(now);
    workspace.setDraftOwner(thisProgram());
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, &workspace, &Workspace::lookForChangesElsewhere);
    connect(&workspace, &Workspace::changedElsewhere, this,
            [this](int events) { Q_EMIT told(tr("Changed elsewhere: %n event(s)", nullptr, events)); });
    connect(&workspace, &Workspace::stepSaved, this, [this](const RecordChange& change, const QString& what) {
        Q_EMIT told(savedText(m_workspace, change, what));
    });
    connect(&m_undo, &RecordUndo::failed, this, &Editing::tellOfUndo);
    connect(&workspace, &Workspace::selectionChanged, this, &Editing::updateActions);
    // Behind the window's first paint.
    connect(&workspace, &Workspace::dataSetChanged, this, [this] {
        updateActions();
        QMetaObject::invokeMethod(this, &Editing::restoreDrafts, Qt::QueuedConnection);
    });
    m_look.start();
    QMetaObject::invokeMethod(this, &Editing::restoreDrafts, Qt::QueuedConnection);
}

// The forms that are open stay in the data set as drafts of a program that is gone: they come back.
Editing::~Editing()
{
    m_workspace.setStamper({});
    m_workspace.setSaverOfMany({});
    m_workspace.setClock({});
}

QAction* Editing::addFor(std::vector<QAction*>& list, QAction* action)
{
    list.push_back(action);
    return action;
}

void Editing::addActionsTo(QMenu& menu)
{
    QAction* undo = m_undo.createUndoAction(&menu, tr("&Undo"));
    QAction* redo = m_undo.createRedoAction(&menu, tr("&Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_undoActions = {undo, redo};
    menu.addActions(m_undoActions);
    menu.addSeparator();
    addFor(m_needWrite,
           menu.addAction(tr("&New Event…"), QKeySequence(Qt::CTRL | Qt::Key_N), this, &Editing::newEvent));
    addFor(m_needEvent,
           menu.addAction(tr("&Edit Event…"), QKeySequence(Qt::Key_F2), this, &Editing::editCurrent));
    addFor(m_needEvent, menu.addAction(tr("D&uplicate Event…"), QKeySequence(Qt::CTRL | Qt::Key_D), this,
                                       &Editing::duplicateCurrent));
    addFor(m_needEvent, menu.addAction(tr("De&lete Events"), QKeySequence(Qt::CTRL | Qt::Key_Delete), this,
                                       &Editing::deleteSelected));
    addFor(m_needEvent, menu.addAction(tr("Edit Se&veral Events…"), QKeySequence(Qt::SHIFT | Qt::Key_F2),
                                       this, &Editing::editSelected));
    m_reviewing->addVerbsTo(menu);
    menu.addSeparator();
    QAction* history = menu.addAction(tr("Event's &History…"), QKeySequence(Qt::CTRL | Qt::Key_H), this,
                                      &Editing::showHistory);
    connect(&m_workspace, &Workspace::selectionChanged, history,
            [this, history] { history->setEnabled(m_workspace.current().has_value()); });
    history->setEnabled(m_workspace.current().has_value());
    menu.addAction(tr("All &Changes…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), this,
                   &Editing::showChanges);
    menu.addAction(tr("&Vocabulary…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), this,
                   &Editing::showVocabulary);
    QMenu* drafts = menu.addMenu(tr("Un&finished Forms"));
    connect(drafts, &QMenu::aboutToShow, this, [this, drafts] { fillDrafts(*drafts); });
    menu.addAction(tr("Editor's Na&me…"), this, &Editing::changeEditorName);
    menu.addSeparator();
    updateActions();
}

void Editing::updateActions()
{
    const bool canWrite = m_workspace.canWrite();
    for (QAction* action : m_needWrite)
        action->setEnabled(canWrite);
    for (QAction* action : m_needEvent)
        action->setEnabled(canWrite && m_workspace.current().has_value());
}

QList<EventEditor*> Editing::editors() const
{
    return m_window->findChildren<EventEditor*>();
}

EventEditor* Editing::editorOf(std::int64_t draft) const
{
    const auto all = editors();
    const auto it = std::find_if(all.begin(), all.end(),
                                 [draft](const EventEditor* editor) { return editor->draftId() == draft; });
    return it == all.end() ? nullptr : *it;
}

void Editing::show(EventEditor* editor)
{
    connect(editor, &EventEditor::saved, this, [this, isNew = editor->uid().isEmpty()](const QString& uid) {
        const auto row = m_workspace.rowOf(uid);
        if (!row)
            return;
        m_workspace.select(*row);
        if (isNew)
            m_settings.newEventReview.set(reviewCode(m_workspace.event(*row).review));
    });
    connect(editor, &QObject::destroyed, this, &Editing::releaseClosedDrafts, Qt::QueuedConnection);
    editor->show();
    editor->raise();
    editor->activateWindow();
}

void Editing::newEvent()
{
    show(EventEditor::create(m_workspace, m_window, beginning()));
}

void Editing::editCurrent()
{
    const auto row = m_workspace.current();
    if (!row)
        return;
    const QString uid = m_workspace.brief(*row).uid;
    for (EventEditor* editor : editors())
        if (editor->uid() == uid) { // one form an event
            editor->raise();
            return editor->activateWindow();
        }
    show(EventEditor::edit(m_workspace, *row, m_window));
}

void Editing::duplicateCurrent()
{
    if (const auto row = m_workspace.current())
        show(EventEditor::duplicate(m_workspace, *row, m_window, beginning()));
}

// As the last new event was saved: who works alone publishes, who works with a reviewer does not.
ReviewState Editing::beginning() const
{
    return reviewFromCode(m_settings.newEventReview.get()).value_or(ReviewState::Published);
}

void Editing::editSelected()
{
    std::vector<Event> events;
    for (const Row row : m_workspace.selection())
        events.push_back(m_workspace.event(row));
    (new BatchDialog(m_workspace, std::move(events), m_window))->show();
}

void Editing::deleteSelected()
{
    const std::vector<Row> rows = m_workspace.selection();
    const auto count = static_cast<int>(rows.size());
    const QString what = count == 1 ? tr("Delete “%1”").arg(m_workspace.brief(rows.front()).title)
                                    : tr("Delete %n event(s)", nullptr, count);
    if (count > 1 && QMessageBox::question(m_window, tr("Delete"),
                                           tr("Delete %n event(s)? It can be undone, and history keeps them.",
                                              nullptr, count)) != QMessageBox::Yes)
        return;
    auto changes = m_workspace.deletionOf(rows);
    if (!changes)
        return tell(changes.error());
    m_workspace.clearSelection();
    if (const auto saved = m_workspace.save(std::move(*changes), what); !saved)
        tell(saved.error());
}

void Editing::showHistory()
{
    if (const auto row = m_workspace.current())
        openHistory(m_workspace.brief(*row).uid);
}

void Editing::openHistory(const QString& uid)
{
    auto* history = new EventHistory(m_workspace, uid, m_window);
    history->setAttribute(Qt::WA_DeleteOnClose);
    history->show();
    history->activateWindow();
}

void Editing::showChanges()
{
    auto* changes = new ChangeLog(m_workspace, m_window);
    changes->setAttribute(Qt::WA_DeleteOnClose);
    connect(changes, &ChangeLog::sendAsked, this, &Editing::sendAsked);
    changes->show();
    changes->activateWindow();
}

void Editing::showVocabulary()
{
    auto* vocabulary = m_window->findChild<VocabularyWindow*>();
    if (!vocabulary) {
        vocabulary = new VocabularyWindow(m_workspace, m_window);
        vocabulary->setAttribute(Qt::WA_DeleteOnClose);
        vocabulary->addActions(m_undoActions);
    }
    vocabulary->show();
    vocabulary->raise();
    vocabulary->activateWindow();
}

void Editing::restoreDrafts()
{
    if (!m_workspace.canWrite())
        return;
    for (const Draft& draft : m_workspace.drafts())
        if (!draft.owner.isEmpty() && !isAtWork(draft.owner) && !editorOf(draft.id))
            show(EventEditor::restore(m_workspace, draft, m_window));
}

// A draft whose form was closed waits in the menu, and does not come back by itself.
void Editing::releaseClosedDrafts()
{
    for (const Draft& draft : m_workspace.drafts())
        if (draft.owner == thisProgram() && !editorOf(draft.id))
            m_workspace.releaseDraft(draft.id);
}

void Editing::fillDrafts(QMenu& menu)
{
    menu.clear();
    for (const Draft& draft : m_workspace.drafts())
        menu.addAction(draftTitle(draft).replace(u'&', QStringLiteral("&&")), this, [this, draft] {
            if (EventEditor* open = editorOf(draft.id))
                open->activateWindow();
            else
                show(EventEditor::restore(m_workspace, draft, m_window));
        });
    if (menu.isEmpty())
        menu.addAction(tr("None kept"))->setEnabled(false);
}

std::optional<Stamp> Editing::stamp()
{
    const QString editor = editorName();
    return editor.isEmpty() ? std::nullopt : std::optional(Stamp{editor, now()});
}

// Who asked for it waits here, while the window paints and nothing can be done in it. It cannot be stopped:
// an undo that was half done would stand in the stack as done.
Result<Workspace::SavedMany> Editing::saveMany(const RecordChange& change, const Stamp& by,
                                               const QString& what)
{
    Result<Workspace::SavedMany> result = failure(Error::Kind::Cancelled, QString());
    QEventLoop loop;
    WaitDialog dialog(tr("%1 …").arg(what), m_window);
    dialog.show();
    Background background(nullptr, nullptr);
    connect(&background, &Background::progressed, &dialog, &WaitDialog::setShare);
    background.run<Workspace::SavedMany>(
        {},
        [&, path = m_workspace.dataSet().path()](
            const Background::Progress& progress) -> Result<Workspace::SavedMany> {
            auto dataSet = DataSet::open(path);
            if (!dataSet)
                return tl::make_unexpected(dataSet.error());
            auto saved = saveStep(*dataSet, change, m_workspace.gazetteer(), by, what, progress);
            if (!saved)
                return tl::make_unexpected(saved.error());
            return dataSet->loadColumns(m_workspace.gazetteer()).map([&](Columns columns) {
                return Workspace::SavedMany{std::move(*saved), std::move(columns)};
            });
        },
        [&](Result<Workspace::SavedMany> saved) {
            result = std::move(saved);
            loop.quit();
        });
    loop.exec();
    return result;
}

QString Editing::editorName()
{
    if (m_editor.isEmpty())
        m_editor = m_settings.editor.get();
    if (m_editor.isEmpty())
        m_editor = askEditor(qEnvironmentVariable("USER"));
    return m_editor;
}

void Editing::changeEditorName()
{
    const QString name = askEditor(m_editor.isEmpty() ? m_settings.editor.get() : m_editor);
    if (!name.isEmpty())
        m_editor = name;
}

QString Editing::askEditor(const QString& present)
{
    const QString name =
        QInputDialog::getText(QApplication::activeWindow(), tr("Editor's Name"),
                              tr("Your name stands beside each change that you save, in the history:"),
                              QLineEdit::Normal, present)
            .trimmed();
    if (!name.isEmpty())
        m_settings.editor.set(name);
    return name;
}

// What others changed meanwhile cannot be undone past them; the history tells what they did, and has ways
// back.
void Editing::tellOfUndo(const Error& error)
{
    if (error.kind != Error::Kind::Conflict || error.detail.isEmpty())
        return tell(error);
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Interdict"), error.message, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* history = box->addButton(tr("Event's &History"), QMessageBox::ActionRole);
    box->setDefaultButton(history);
    connect(history, &QPushButton::clicked, this,
            [this, uid = error.detail.section(u'\n', 0, 0)] { openHistory(uid); });
    box->open();
}

void Editing::tell(const Error& error)
{
    if (error.kind != Error::Kind::Cancelled)
        QMessageBox::warning(m_window, tr("Interdict"), error.message);
}

} // namespace interdict
