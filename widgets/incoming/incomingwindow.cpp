// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incoming/incomingwindow.h"

#include "widgets/detail/cardparts.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/incoming/choicetable.h"
#include "widgets/incoming/incomingmodel.h"
#include "widgets/incoming/incomingtexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace interdict {

namespace {

constexpr int narrow = 720; // px; below it the list stands above the fields
constexpr int margin = 12;

// A deletion is shown by what it takes away.
std::vector<EventField> fieldsOf(const Incoming& incoming)
{
    if (incoming.kind == Incoming::Kind::Delete)
        return incoming.conflicts.empty() ? changedFields(Event(), *incoming.present) : incoming.conflicts;
    return incoming.fields;
}

} // namespace

IncomingWindow::IncomingWindow(Workspace& workspace, Origin origin, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_origin(std::move(origin))
    , m_saver([&workspace](RecordChange change, const QString& what, const Done& done) {
        done(workspace.save(std::move(change), what));
    })
    , m_model(new IncomingModel(
          [this](const Incoming& incoming, const Answer& answer) {
              return outcomeOf(incoming, answer, m_known, m_workspace.gazetteer(), m_workspace.today());
          },
          this))
    , m_fields(new FieldChoices(this))
{
    setWindowTitle(tr("Changes from %1").arg(m_origin.name));
    resize(1040, 640);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeFields());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 720});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeFoot());
    connect(m_model, &IncomingModel::answersChanged, this, [this] {
        showChosen();
        showCounts();
    });
    connect(m_model, &IncomingModel::undecided, this, &IncomingWindow::goToUndecided);
    connect(m_fields, &FieldChoices::chosen, this, &IncomingWindow::chooseField);
    connect(&workspace, &Workspace::recordChanged, this, &IncomingWindow::recordChanged);
    connect(&workspace, &Workspace::dataSetChanged, this, &QWidget::close); // it is about another record
    m_list->setFocus();
}

QWidget* IncomingWindow::makeHead()
{
    auto* head = new QWidget(this);
    m_title = makeText({}, TextRole::Title, head);
    m_about = makeText({}, TextRole::Dim, head);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(margin, margin, margin, 8);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    return head;
}

QWidget* IncomingWindow::makeList()
{
    auto* side = new QWidget(this);
    m_shown = new QComboBox(side);
    m_shown->setProperty("flat", true);
    m_shown->setAccessibleName(tr("Which events are listed"));
    for (int i = 0; i < 4; ++i)
        m_shown->addItem({});
    m_list = new QListView(side);
    m_list->setAccessibleName(tr("Incoming events"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new IncomingDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumSize(200, 110);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_shown);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IncomingWindow::showChosen);
    connect(m_shown, &QComboBox::activated, this, [this](int which) {
        m_model->show(static_cast<IncomingModel::Shown>(which));
        if (m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(0, 0));
        showChosen();
    });
    return side;
}

QWidget* IncomingWindow::makeFields()
{
    auto* side = new QWidget(this);
    auto* about = new QWidget(side);
    m_event = makeText({}, TextRole::Heading, about);
    m_event->setAccessibleName(tr("The chosen event"));
    m_what = makeText({}, TextRole::Dim, about);
    m_findings = new FindingList(about);
    m_table = new ChoiceTable(*m_fields, side);
    m_table->setAccessibleName(tr("Fields of the event"));
    auto* lines = new QVBoxLayout(about);
    lines->setContentsMargins(margin, 6, margin, 8);
    lines->setSpacing(3);
    lines->addWidget(m_event);
    lines->addWidget(m_what);
    lines->addWidget(m_findings);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    return side;
}

QWidget* IncomingWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    m_status = makeText({}, TextRole::Body, foot);
    m_status->setAccessibleName(tr("What becomes of it"));
    m_acceptAll = new QPushButton(tr("&Accept All Without Conflict"), foot);
    m_save = new QPushButton(foot);
    m_save->setDefault(true);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_acceptAll);
    layout->addWidget(m_save);
    connect(m_acceptAll, &QPushButton::clicked, this, &IncomingWindow::acceptAllWithoutConflict);
    connect(m_save, &QPushButton::clicked, this, &IncomingWindow::save);
    return foot;
}

std::optional<int> IncomingWindow::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(index.row()) : std::nullopt;
}

void IncomingWindow::setSaver(Saver saver)
{
    m_saver = std::move(saver);
}

void IncomingWindow::setIncoming(std::vector<Incoming> incoming, const Vocabulary& words)
{
    const auto row = chosen();
    const QString uid = row ? m_model->at(*row).uid() : QString();
    m_isStale = false;
    m_words = words;
    const Vocabulary here = m_workspace.vocabulary();
    m_known = joinedWords(here, newWords(words, here));
    m_model->setIncoming(std::move(incoming));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(uid).value_or(0), 0));
    showHead();
    showChosen();
    showCounts();
}

void IncomingWindow::showHead()
{
    std::vector<const Event*> events;
    QStringList editors;
    for (const Incoming& incoming : m_model->incoming()) {
        for (const QString& editor : incoming.editors)
            if (!editors.contains(editor))
                editors << editor;
        if (incoming.merged)
            events.push_back(&*incoming.merged);
    }
    m_title->setText(editors.isEmpty() ? tr("Changes from %1").arg(m_origin.name)
                                       : tr("Changes of %1").arg(namesTogether(editors)));
    QStringList lines;
    if (!editors.isEmpty())
        lines << tr("From %1.").arg(m_origin.name);
    if (!m_origin.warning.isEmpty())
        lines << m_origin.warning;
    const Vocabulary along = newWords(wordsOf(events, m_words), m_workspace.vocabulary());
    if (!isEmpty(along))
        lines << tr("Not in this data set yet, and added with the events that use it: %1.")
                     .arg(labelsOf(along));
    m_about->setText(lines.join(u' '));
    m_about->setVisible(!lines.isEmpty());
}

// The chosen event's fields.
void IncomingWindow::showChosen()
{
    const auto row = chosen();
    if (!row) {
        m_event->setText(m_model->incoming().empty() ? tr("There is nothing new in it.")
                                                     : tr("No event is chosen."));
        m_what->clear();
        m_findings->setFindings({});
        return m_fields->setRows({}, {});
    }
    const Incoming& incoming = m_model->at(*row);
    m_event->setText(incoming.title());
    QStringList about{kindText(incoming.kind)};
    about << incoming.steps;
    m_what->setText(about.join(QStringLiteral(" \u00b7 ")));
    m_findings->setFindings(m_model->findings(*row));
    const QLocale locale;
    std::vector<ChoiceRow> rows;
    for (const EventField field : fieldsOf(incoming)) {
        rows.push_back(choiceRow(field, incoming.base, incoming.present, incoming.merged, m_known,
                                 m_workspace.gazetteer(), locale));
        rows.back().isConflict = std::find(incoming.conflicts.begin(), incoming.conflicts.end(), field) !=
                                 incoming.conflicts.end();
        rows.back().choice = m_model->choiceOf(*row, field);
    }
    m_fields->setRows(std::move(rows),
                      {tr("Before"), incoming.present ? tr("Here") : tr("Leave empty"), tr("Sent")},
                      IncomingModel::hasChoices(incoming));
    m_table->setColumnHidden(FieldChoices::Before, !incoming.base);
    m_table->setColumnHidden(FieldChoices::Sent, !incoming.merged);
}

void IncomingWindow::showCounts()
{
    const IncomingModel::Counts counts = m_model->counts();
    const QString names[]{tr("All (%L1)").arg(counts.all), tr("To decide (%L1)").arg(counts.toDecide),
                          tr("Accepted (%L1)").arg(counts.accepted),
                          tr("Cannot be saved like this (%L1)").arg(counts.held)};
    for (int i = 0; i < m_shown->count(); ++i)
        m_shown->setItemText(i, names[i]);
    m_save->setText(tr("&Save Accepted (%L1)").arg(counts.accepted));
    m_save->setEnabled(counts.accepted > 0 && m_workspace.canWrite() && !m_isStale);
    m_acceptAll->setEnabled(counts.known < counts.all);
    QStringList parts{tr("%Ln event(s)", nullptr, counts.all)};
    if (counts.known > 0)
        parts << tr("%Ln already so here", nullptr, counts.known);
    if (counts.toDecide > 0)
        parts << tr("%Ln to decide", nullptr, counts.toDecide);
    if (counts.held > 0)
        parts << tr("%Ln cannot be saved like this", nullptr, counts.held);
    if (!m_workspace.canWrite())
        parts =
            QStringList{tr("This data set cannot be written. Save a copy and receive the changes there.")};
    m_status->setText(m_message.isEmpty() ? parts.join(QStringLiteral(" \u00b7 ")) : m_message);
}

void IncomingWindow::chooseField(EventField field, Choice choice)
{
    m_message.clear();
    if (const auto row = chosen())
        m_model->choose(*row, field, choice);
}

void IncomingWindow::goToUndecided(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_table->setCurrentIndex(m_fields->index(0, FieldChoices::Here));
    m_table->setFocus();
    say(tr("Changed on both sides: choose for each field what is to stand."));
}

void IncomingWindow::acceptAllWithoutConflict()
{
    m_message.clear();
    m_model->acceptAllWithoutConflict();
}

Receiver IncomingWindow::receiver() const
{
    return {m_workspace.vocabulary(), m_workspace.gazetteer(), m_workspace.today(),
            [this](const QString& uid) { return m_workspace.dataSet().idOf(uid).has_value(); },
            [this](const QString& uid) {
                return m_workspace.dataSet().idOf(uid).and_then(
                    [this](std::int64_t id) { return m_workspace.dataSet().referrersOf(id); });
            }};
}

void IncomingWindow::save()
{
    if (!m_save->isEnabled())
        return;
    const Result<Acceptance> acceptance =
        acceptAnswers(m_model->incoming(), m_model->answers(), m_words, receiver());
    if (!acceptance)
        return say(acceptance.error().message);
    setEnabled(false); // until it is saved or not
    m_saver(acceptance->change, stepName(m_model->incoming(), m_model->answers(), m_origin.name),
            [window = QPointer(this), told = afterSaving(*acceptance)](const Result<DataSet::Saved>& saved) {
                if (!window)
                    return;
                window->setEnabled(true);
                window->say(saved ? told : saved.error().message);
                window->m_list->setFocus();
            });
}

void IncomingWindow::recordChanged()
{
    m_isStale = true;
    showCounts();
    Q_EMIT lookAgain();
}

void IncomingWindow::say(const QString& text)
{
    m_message = text;
    showCounts();
}

void IncomingWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation)
        return;
    m_splitter->setOrientation(orientation);
    m_splitter->setSizes(orientation == Qt::Vertical ? QList{200, 300} : QList{320, width() - 320});
}

void IncomingWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace interdict
