// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/changelog.h"

#include "widgets/detail/cardparts.h"
#include "widgets/history/changefilterbar.h"
#include "widgets/history/eventhistory.h"
#include "widgets/history/historydelegates.h"
#include "widgets/history/stepsmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <set>

namespace interdict {

namespace {

constexpr int margin = 12;
constexpr int mostEvents = 500;   // of a step that are read and listed
constexpr int looksAtOnce = 5000; // steps whose fields are looked at before one is asked
constexpr int sliceMilliseconds = 15;

} // namespace

ChangeLog::ChangeLog(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_steps(new StepsModel(
          QLocale(), [this](const ChangeStep& step) { return fieldsOf(step); }, this))
    , m_events(new StepEventsModel(this))
    , m_bar(new ChangeFilterBar(this))
{
    setWindowTitle(tr("Changes"));
    resize(860, 620);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeSteps());
    splitter->addWidget(makeEvents());
    splitter->setSizes({360, 180});
    splitter->setStretchFactor(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeFoot());
    m_looking.setInterval(0);
    connect(&m_looking, &QTimer::timeout, this, &ChangeLog::lookOn);
    connect(m_bar, &ChangeFilterBar::filterChanged, this, &ChangeLog::applyFilter);
    connect(m_bar, &ChangeFilterBar::problemChanged, this, &ChangeLog::updateStatus);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_bar->words(),
            qOverload<>(&QWidget::setFocus));
    connect(&workspace, &Workspace::recordChanged, this, &ChangeLog::takeNewSteps);
    connect(&workspace, &Workspace::dataSetChanged, this, &ChangeLog::reload);
    reload();
    m_stepsTable->setFocus();
}

QTableView* ChangeLog::makeTable(const QString& name)
{
    auto* table = new QTableView(this);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setMinimumHeight(90);
    table->setItemDelegate(new CellDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->installEventFilter(this);
    return table;
}

QWidget* ChangeLog::makeSteps()
{
    m_stepsTable = makeTable(tr("Steps, newest first"));
    m_stepsTable->setModel(m_steps);
    m_stepsTable->setSelectionMode(QAbstractItemView::ExtendedSelection); // several can be sent at once
    QHeaderView* header = m_stepsTable->horizontalHeader();
    header->setSectionResizeMode(StepsModel::What, QHeaderView::Stretch);
    const QFontMetrics metrics = fontMetrics();
    header->resizeSection(StepsModel::When, metrics.averageCharWidth() * 22);
    header->resizeSection(StepsModel::Editor, metrics.averageCharWidth() * 16);
    header->resizeSection(StepsModel::Events, metrics.averageCharWidth() * 10);
    connect(m_stepsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChangeLog::showStep);
    connect(m_stepsTable, &QAbstractItemView::doubleClicked, this, &ChangeLog::enterStep);
    return m_stepsTable;
}

QWidget* ChangeLog::makeEvents()
{
    auto* side = new QWidget(this);
    m_eventsTitle = makeText({}, TextRole::Dim, side);
    m_eventsTitle->setContentsMargins(margin, 6, margin, 6);
    m_eventsTable = makeTable(tr("Events of the step"));
    m_eventsTable->setModel(m_events);
    QHeaderView* header = m_eventsTable->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_eventsTable, &QAbstractItemView::doubleClicked, this, &ChangeLog::openChosen);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_eventsTitle);
    layout->addWidget(m_eventsTable, 1);
    return side;
}

QWidget* ChangeLog::makeFoot()
{
    auto* foot = new QWidget(this);
    m_status = makeText({}, TextRole::Dim, foot);
    m_status->setAccessibleName(tr("What is listed"));
    m_further = new QPushButton(tr("Look F&urther"), foot);
    m_open = new QPushButton(tr("Event's &History"), foot);
    m_show = new QPushButton(tr("&Show in the Window"), foot);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_further);
    buttons->addStretch();
    m_send = new QPushButton(tr("S&end Changes\u2026"), foot);
    m_send->setToolTip(tr("Write the chosen steps to a file for a colleague"));
    buttons->addWidget(m_send);
    buttons->addWidget(m_open);
    buttons->addWidget(m_show);
    auto* layout = new QVBoxLayout(foot);
    layout->setContentsMargins(margin, 8, margin, margin);
    layout->addWidget(m_status);
    layout->addLayout(buttons);
    connect(m_further, &QPushButton::clicked, this, [this] {
        m_lookUntil = m_steps->looked() + looksAtOnce;
        m_looking.start();
    });
    connect(m_open, &QPushButton::clicked, this, &ChangeLog::openChosen);
    connect(m_show, &QPushButton::clicked, this, &ChangeLog::showInWindow);
    connect(m_send, &QPushButton::clicked, this, &ChangeLog::sendChosen);
    return foot;
}

// A step of very many events is looked at in part: the first few hundred tell what it did.
std::vector<EventField> ChangeLog::fieldsOf(const ChangeStep& step) const
{
    std::set<EventField> fields;
    for (const StepEvent& event :
         eventsOf(m_workspace, step.id, mostEvents).value_or(std::vector<StepEvent>()))
        fields.insert(event.fields.begin(), event.fields.end());
    return {fields.begin(), fields.end()};
}

void ChangeLog::reload()
{
    m_steps->setSteps(m_workspace.steps().value_or(std::vector<ChangeStep>()));
    updateEditors();
    applyFilter();
}

void ChangeLog::takeNewSteps()
{
    m_steps->addSteps(m_workspace.steps(m_steps->lastStep()).value_or(std::vector<ChangeStep>()));
    updateEditors();
    keepChosen();
    updateStatus();
}

void ChangeLog::updateEditors()
{
    QSet<QString> editors;
    for (const ChangeStep& step : m_steps->steps())
        editors.insert(step.stamp.editor);
    m_bar->setEditors({editors.begin(), editors.end()});
}

void ChangeLog::applyFilter()
{
    m_steps->setFilter(m_bar->filter());
    m_lookUntil = looksAtOnce;
    m_steps->waiting() > 0 ? m_looking.start() : m_looking.stop();
    keepChosen();
    updateStatus();
}

void ChangeLog::lookOn()
{
    m_steps->look(sliceMilliseconds, m_lookUntil - m_steps->looked());
    if (m_steps->waiting() == 0 || m_steps->looked() >= m_lookUntil)
        m_looking.stop();
    if (!m_stepsTable->currentIndex().isValid())
        keepChosen();
    updateStatus();
}

// The chosen step stays so while it is listed; else the newest one is.
void ChangeLog::keepChosen()
{
    const int row = m_steps->rowOf(m_chosen).value_or(0);
    if (m_steps->rowCount() > 0)
        m_stepsTable->setCurrentIndex(m_steps->index(row, StepsModel::What));
    showStep();
}

void ChangeLog::showStep()
{
    const QModelIndex index = m_stepsTable->currentIndex();
    if (!index.isValid()) {
        m_events->setEvents({});
        m_eventsTitle->setText(tr("No step is chosen."));
        m_open->setEnabled(false);
        m_show->setEnabled(false);
        m_send->setEnabled(false);
        return updateStatus();
    }
    const ChangeStep& step = m_steps->step(index.row());
    m_chosen = step.id;
    auto events = eventsOf(m_workspace, step.id, mostEvents);
    const QLocale locale;
    m_eventsTitle->setText(!events                    ? events.error().message
                           : step.events > mostEvents ? tr("The first %1 of %2 events of \u201c%3\u201d")
                                                            .arg(locale.toString(mostEvents),
                                                                 locale.toString(step.events), step.what)
                                                      : tr("Events of \u201c%1\u201d").arg(step.what));
    if (events && step.vocabulary)
        addVocabulary(*events, m_workspace, step.id);
    m_events->setEvents(events ? std::move(*events) : std::vector<StepEvent>());
    if (m_events->rowCount() > 0)
        m_eventsTable->setCurrentIndex(m_events->index(0, 0));
    m_open->setEnabled(std::any_of(m_events->events().begin(), m_events->events().end(),
                                   [](const StepEvent& event) { return !event.uid.isEmpty(); }));
    m_send->setEnabled(true);
    m_show->setEnabled(!rowsOfStep().empty());
    updateStatus();
}

void ChangeLog::updateStatus()
{
    const QLocale locale;
    QStringList parts;
    const int all = m_steps->stepCount(), shown = m_steps->rowCount();
    if (all == 0)
        parts << tr("No change has been saved yet. An event's first record is in its own history.");
    else if (m_bar->filter().isEmpty())
        parts << tr("%Ln step(s)", nullptr, all);
    else
        parts << tr("%1 of %2 steps").arg(locale.toString(shown), locale.toString(all));
    if (m_steps->waiting() > 0)
        parts << tr("looked for the field in %1, %2 still to look at")
                     .arg(locale.toString(m_steps->looked()), locale.toString(m_steps->waiting()));
    if (!m_bar->problem().isEmpty())
        parts << m_bar->problem();
    m_status->setText(parts.join(QStringLiteral(" · ")));
    m_further->setVisible(m_steps->waiting() > 0 && !m_looking.isActive());
}

std::vector<Row> ChangeLog::rowsOfStep() const
{
    std::vector<Row> rows;
    for (const StepEvent& event : m_events->events())
        if (const auto row = m_workspace.rowOf(event.uid))
            rows.push_back(*row);
    return rows;
}

void ChangeLog::showInWindow()
{
    m_workspace.setSelection(rowsOfStep());
}

void ChangeLog::sendChosen()
{
    std::vector<std::int64_t> steps;
    for (const QModelIndex& index : m_stepsTable->selectionModel()->selectedRows())
        steps.push_back(m_steps->step(index.row()).id);
    if (!steps.empty())
        Q_EMIT sendAsked(steps);
}

void ChangeLog::openChosen()
{
    const QModelIndex index = m_eventsTable->currentIndex();
    if (!index.isValid())
        return;
    const QString& uid = m_events->events()[static_cast<std::size_t>(index.row())].uid;
    if (uid.isEmpty()) // of the vocabulary
        return;
    EventHistory* history = nullptr;
    for (EventHistory* open : findChildren<EventHistory*>())
        if (open->uid() == uid)
            history = open; // one window an event
    if (!history) {
        history = new EventHistory(m_workspace, uid, this);
        history->setAttribute(Qt::WA_DeleteOnClose);
    }
    history->show();
    history->raise();
    history->activateWindow();
}

void ChangeLog::enterStep()
{
    if (m_events->rowCount() == 1)
        openChosen();
    else
        m_eventsTable->setFocus();
}

bool ChangeLog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            watched == m_stepsTable ? enterStep() : openChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChangeLog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace interdict
