// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/eventeditor.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/editor/draftkeeper.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/formcomments.h"
#include "widgets/editor/reviewhead.h"
#include "widgets/editor/twinslist.h"
#include "widgets/editor/wrappedtext.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr int checkPause = 150; // ms

// The state that a draft was made from; where the history does not have it, the present one.
std::optional<Event> baseOf(const Workspace& workspace, const Draft& draft)
{
    if (draft.uid.isEmpty())
        return std::nullopt;
    if (const auto revisions = workspace.revisions(draft.uid))
        for (const Revision& revision : *revisions)
            if (revision.event && revision.revision == draft.basedOn)
                return revision.event;
    const auto row = workspace.rowOf(draft.uid);
    return row ? std::optional(workspace.event(*row)) : std::nullopt;
}

} // namespace

EventEditor* EventEditor::create(Workspace& workspace, QWidget* parent, ReviewState begins)
{
    Task task;
    task.begun.review = task.state.review = reviewCode(begins);
    return new EventEditor(workspace, std::move(task), parent);
}

EventEditor* EventEditor::edit(Workspace& workspace, Row row, QWidget* parent)
{
    Task task;
    task.before = workspace.event(row);
    task.begun = task.state = stateOf(*task.before, workspace.gazetteer());
    task.draft.uid = task.before->uid;
    task.draft.basedOn = task.before->revision;
    return new EventEditor(workspace, std::move(task), parent);
}

EventEditor* EventEditor::duplicate(Workspace& workspace, Row row, QWidget* parent, ReviewState begins)
{
    Task task;
    task.state = stateOf(workspace.event(row), workspace.gazetteer());
    task.state.review = reviewCode(begins);
    task.state.comments.clear(); // they are on the other one
    task.begun = task.state;
    return new EventEditor(workspace, std::move(task), parent);
}

EventEditor* EventEditor::restore(Workspace& workspace, const Draft& draft, QWidget* parent)
{
    Task task;
    task.before = baseOf(workspace, draft);
    if (task.before)
        task.begun = stateOf(*task.before, workspace.gazetteer());
    task.state = formStateFromJson(draft.content).value_or(task.begun);
    task.draft = draft;
    return new EventEditor(workspace, std::move(task), parent);
}

EventEditor::EventEditor(Workspace& workspace, Task task, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_before(std::move(task.before))
    , m_begun(std::move(task.begun))
    , m_path(workspace.isOpen() ? workspace.dataSet().path() : QString())
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_form->setState(task.state);
    m_keeper = new DraftKeeper(
        workspace, std::move(task.draft), [this] { return toJson(m_form->state()); }, this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(checkPause);
    connect(&m_pause, &QTimer::timeout, this, &EventEditor::refresh);
    connect(m_form, &EventForm::changed, this, &EventEditor::formChanged);
    connect(&workspace, &Workspace::recordChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::dataSetChanged, this, &EventEditor::dataSetReplaced);
    connect(&workspace, &Workspace::vocabularyChanged, this, [this](const auto& changes) {
        m_begun = followed(m_begun, changes);
        m_form->followVocabulary(changes);
    });
    addKeys();
    connectReview();
    const int line = fontMetrics().height();
    // With large letters on a small screen the buttons must not lie below it.
    resize(58 * line, std::min(50 * line, screen()->availableSize().height() - 3 * line));
    refresh();
    if (m_before) // what stands in the record may be told about at once
        m_form->showAllFindings();
    m_form->control(EventField::Title)->setFocus();
}

void EventEditor::build()
{
    m_heading = makeWrapped({}, TextRole::Title, this);
    m_review = new ReviewHead(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 20, 4);
    head->addWidget(m_heading, 1);
    head->addWidget(m_review, 0, Qt::AlignTop);
    m_form = new EventForm(m_workspace);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("fields"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_form);
    m_twins = new TwinsList(m_workspace, this);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(0);
    m_body->addWidget(m_scroll, 1);
    m_body->addWidget(m_twins);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_body, 1);
    layout->addWidget(makeBar());
    connect(m_twins, &TwinsList::openAsked, this, &EventEditor::openTwin);
    connect(m_twins, &TwinsList::mergeAsked, this, &EventEditor::startMerge);
}

QWidget* EventEditor::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::Base);
    m_failure = new FindingList(bar);
    m_failure->setObjectName(QStringLiteral("failure"));
    m_summary = new LinkButton(LinkButton::Look::Quiet, {}, bar);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* cancelButton = new QPushButton(tr("Cancel"), bar);
    auto* keep = new QPushButton(tr("&Keep unfinished"), bar);
    m_next = new QPushButton(bar);
    m_save = new QPushButton(tr("Sa&ve"), bar);
    m_save->setDefault(true);
    m_save->setToolTip(tr("Ctrl+S or Ctrl+Enter"));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_summary, 1);
    for (QPushButton* button : {cancelButton, keep, m_next, m_save})
        line->addWidget(button);
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(20, 8, 20, 10);
    layout->setSpacing(6);
    layout->addWidget(m_failure);
    layout->addLayout(line);
    connect(m_summary, &QAbstractButton::clicked, this, &EventEditor::goToFirst);
    connect(cancelButton, &QPushButton::clicked, this, &EventEditor::cancel);
    connect(m_save, &QPushButton::clicked, this, &EventEditor::save);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (m_keeper->keepNow())
            closeUnasked();
    });
    return bar;
}

void EventEditor::addKeys()
{
    const std::pair<QKeySequence, void (EventEditor::*)()> keys[] = {
        {QKeySequence(Qt::CTRL | Qt::Key_S), &EventEditor::save},
        {QKeySequence(Qt::CTRL | Qt::Key_Return), &EventEditor::save},
        {QKeySequence(Qt::CTRL | Qt::Key_Enter), &EventEditor::save},
        {QKeySequence(Qt::CTRL | Qt::Key_W), &EventEditor::cancel}};
    for (const auto& [key, verb] : keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, verb);
}

QString EventEditor::uid() const
{
    return m_before ? m_before->uid : QString();
}

std::int64_t EventEditor::draftId() const
{
    return m_keeper->id();
}

bool EventEditor::hasChanges() const
{
    return m_form->state() != m_begun;
}

void EventEditor::keepDraft()
{
    if (hasChanges())
        m_keeper->keepNow();
    m_keeper->release();
}

FormReading EventEditor::read() const
{
    return readForm(m_form->state(), uid(),
                    {m_workspace.vocabulary(), m_workspace.gazetteer(), QLocale(), m_workspace.today()});
}

void EventEditor::formChanged()
{
    m_pause.start();
    if (hasChanges())
        m_keeper->changed();
    setWindowModified(hasChanges());
    showReview();
}

void EventEditor::refresh()
{
    const FormReading reading = read();
    m_form->setFindings(reading.findings);
    showSummary(reading.findings);
    showTitle();
    m_twins->setTwins(hasChanges() || !m_before ? m_workspace.twinsOf(reading.event) : std::vector<Twin>());
}

void EventEditor::showTitle()
{
    const QString typed = m_form->state().title.simplified();
    const QString title = m_before ? tr("Edit: %1").arg(m_before->title) : tr("New event");
    setWindowTitle((m_before || typed.isEmpty() ? title : tr("New event: %1").arg(shortEventTitle(typed))) +
                   QStringLiteral("[*]"));
    if (m_heading->text() != title)
        m_heading->setText(title);
}

void EventEditor::showSummary(const std::vector<Finding>& findings)
{
    const auto isError = [](const Finding& finding) { return finding.severity == Finding::Severity::Error; };
    const int errors = static_cast<int>(std::count_if(findings.begin(), findings.end(), isError));
    const int doubts = static_cast<int>(findings.size()) - errors;
    QStringList parts;
    if (errors > 0)
        parts.append(tr("%Ln thing(s) to mend", nullptr, errors));
    if (doubts > 0)
        parts.append(tr("%Ln to look at", nullptr, doubts));
    m_summary->setText(parts.isEmpty() ? tr("All is well") : parts.join(QStringLiteral(", ")));
    m_summary->setAccessibleDescription(parts.isEmpty() ? QString() : tr("Goes to the first"));
}

void EventEditor::goToFirst()
{
    m_form->showAllFindings();
    std::vector<Finding> findings = read().findings;
    if (findings.empty())
        return;
    // Errors before doubts; each in the order of the form.
    std::stable_partition(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::Error;
    });
    QWidget* control = m_form->controlOf(findings.front());
    control->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(control, 20, 80);
}

void EventEditor::save()
{
    if (!m_form->comments().addTyped())
        return;
    refresh();
    FormReading reading = read();
    if (hasError(reading.findings)) {
        goToFirst();
        return;
    }
    if (m_before && sameContent(*m_before, reading.event)) {
        m_keeper->remove();
        closeUnasked();
        return;
    }
    reading.event.revision = m_before ? m_before->revision : 1;
    const QString title = shortEventTitle(reading.event.title);
    const auto result = m_workspace.save({{m_before, reading.event}},
                                         m_before ? tr("Edit “%1”").arg(title) : tr("Add “%1”").arg(title));
    if (result)
        return finish(result->change.events.front().uid());
    showFailure(result.error().message);
    if (result.error().kind == Error::Kind::Conflict)
        askAboutConflict(reading.event);
}

void EventEditor::finish(const QString& uid)
{
    m_keeper->remove();
    if (const auto row = m_workspace.rowOf(uid))
        m_workspace.select(*row);
    Q_EMIT saved(uid);
    closeUnasked();
}

void EventEditor::openTwin(const QString& uid)
{
    if (const auto row = m_workspace.rowOf(uid))
        m_workspace.activate(*row);
}

void EventEditor::cancel()
{
    if (hasChanges()) {
        askWhatToKeep();
        return;
    }
    m_keeper->remove();
    closeUnasked();
}

void EventEditor::askWhatToKeep()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Not saved"),
                                tr("What was typed is not in the record yet."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Kept unfinished, it can be taken up again later."));
    QPushButton* keep = box->addButton(tr("&Keep unfinished"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("&Go on"), QMessageBox::RejectRole));
    box->setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (m_keeper->keepNow())
            closeUnasked();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        m_keeper->remove();
        closeUnasked();
    });
    box->open();
}

void EventEditor::closeUnasked()
{
    m_mayClose = true;
    m_keeper->release();
    close();
}

// No shortcut: one would also be taken from the offers below a field, which Escape only closes.
void EventEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QWidget::keyPressEvent(event);
}

void EventEditor::closeEvent(QCloseEvent* event)
{
    if (m_mayClose || !hasChanges()) {
        if (!m_mayClose)
            m_keeper->remove();
        event->accept();
        return;
    }
    event->ignore();
    askWhatToKeep();
}

// The form belongs to the data set that it was opened on, which has its draft.
void EventEditor::dataSetReplaced()
{
    if (m_workspace.isOpen() && m_workspace.dataSet().path() == m_path) {
        m_pause.start();
        return;
    }
    m_mayClose = true;
    close();
}

void EventEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= 50 * fontMetrics().height();
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_twins->setBeside(isWide);
}

} // namespace interdict
