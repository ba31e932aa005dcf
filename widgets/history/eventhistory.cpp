// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/eventhistory.h"

#include "widgets/detail/cardparts.h"
#include "widgets/history/comparisonmodel.h"
#include "widgets/history/historydelegates.h"
#include "widgets/history/revisionsmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

namespace interdict {

namespace {

constexpr int narrow = 640; // px; below it the list stands above the comparison
constexpr int margin = 12;
enum Against { TheOneBefore, ThePresent };

} // namespace

EventHistory::EventHistory(Workspace& workspace, const QString& uid, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_uid(uid)
    , m_revisions(new RevisionsModel(m_locale, this))
    , m_comparison(new ComparisonModel(this))
{
    setWindowTitle(tr("History"));
    resize(900, 560);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeComparison());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({290, 610});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeNotice());
    layout->addWidget(makeButtons());
    connect(&workspace, &Workspace::recordChanged, this, &EventHistory::reload);
    connect(&workspace, &Workspace::dataSetChanged, this, &EventHistory::reload);
    reload();
    m_list->setFocus();
}

QWidget* EventHistory::makeHead()
{
    auto* head = new QWidget(this);
    m_title = makeText({}, TextRole::Title, head);
    m_state = makeText({}, TextRole::Dim, head);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    return head;
}

QWidget* EventHistory::makeList()
{
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Revisions, newest first"));
    m_list->setModel(m_revisions);
    m_list->setItemDelegate(new LinesDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumSize(180, 110);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        say({});
        compare();
    });
    return m_list;
}

QWidget* EventHistory::makeComparison()
{
    auto* side = new QWidget(this);
    m_against = new QComboBox(side);
    m_against->setProperty("flat", true);
    m_against->addItems({tr("the one before"), tr("the present")});
    m_against->setAccessibleName(tr("Compare the chosen revision with"));
    auto* label = new QLabel(tr("&Compare with"), side);
    label->setBuddy(m_against);
    m_allFields = new QCheckBox(tr("Show &all fields"), side);
    m_table = new QTableView(side);
    m_table->setAccessibleName(tr("Fields side by side"));
    m_table->setModel(m_comparison);
    m_table->setItemDelegate(new ComparisonDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Were it to come and go, the width, and with it the heights of the rows, could change without end.
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_table->verticalHeader()->hide();
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ComparisonModel::Field, QHeaderView::ResizeToContents);
    connect(header, &QHeaderView::sectionResized, this, &EventHistory::fitRows, Qt::QueuedConnection);
    m_empty = makeText({}, TextRole::Dim, side);
    m_empty->setContentsMargins(margin, margin, margin, margin);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(margin, 6, margin, 6);
    line->setSpacing(8);
    line->addWidget(label);
    line->addWidget(m_against);
    line->addStretch();
    line->addWidget(m_allFields);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty);
    connect(m_against, &QComboBox::currentIndexChanged, this, &EventHistory::compare);
    connect(m_allFields, &QCheckBox::toggled, this, &EventHistory::compare);
    return side;
}

QWidget* EventHistory::makeNotice()
{
    m_notice = new QFrame(this);
    m_notice->setBackgroundRole(QPalette::Base);
    m_notice->setAutoFillBackground(true);
    m_noticeText = makeText({}, TextRole::Body, m_notice);
    m_noticeText->setAccessibleName(tr("What became of it"));
    m_others = new QPushButton(tr("Take Back the &Others"), m_notice);
    connect(m_others, &QPushButton::clicked, this, [this] {
        if (m_offered)
            store(*std::exchange(m_offered, {}), m_offeredStep);
    });
    auto* layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(margin, 8, margin, 8);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(m_others);
    m_notice->hide();
    return m_notice;
}

QWidget* EventHistory::makeButtons()
{
    auto* row = new QWidget(this);
    m_takeBack = new QPushButton(tr("&Take Back This Change"), row);
    m_restore = new QPushButton(tr("&Restore This Revision"), row);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addStretch();
    layout->addWidget(m_takeBack);
    layout->addWidget(m_restore);
    for (QPushButton* button : {m_takeBack, m_restore})
        button->setAutoDefault(false);
    connect(m_takeBack, &QPushButton::clicked, this, &EventHistory::takeBackChosen);
    connect(m_restore, &QPushButton::clicked, this, &EventHistory::restore);
    return row;
}

std::optional<std::size_t> EventHistory::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(m_revisions->place(index.row())) : std::nullopt;
}

void EventHistory::reload()
{
    const auto at = chosen();
    const int number = at ? m_revisions->revisions()[*at].revision : 0;
    auto revisions = m_workspace.revisions(m_uid);
    if (!revisions) {
        say(revisions.error().message);
        revisions = std::vector<Revision>();
    }
    RevisionsModel::StepNames names;
    const auto firstStep = std::find_if(revisions->begin(), revisions->end(),
                                        [](const Revision& revision) { return revision.change != 0; });
    if (firstStep != revisions->end())
        for (const ChangeStep& step :
             m_workspace.steps(firstStep->change - 1).value_or(std::vector<ChangeStep>()))
            names.emplace(step.id, step.what);
    m_revisions->setRevisions(std::move(*revisions), std::move(names));
    showHead();
    choose(m_revisions->rowOf(number).value_or(0));
}

void EventHistory::choose(int row)
{
    m_list->setCurrentIndex(m_revisions->index(row, 0));
    compare(); // also where the row is the same and its neighbours are not
}

QString EventHistory::title() const
{
    const auto& revisions = m_revisions->revisions();
    const auto last = std::find_if(revisions.rbegin(), revisions.rend(),
                                   [](const Revision& revision) { return revision.event.has_value(); });
    return last == revisions.rend() ? m_uid : last->event->title;
}

void EventHistory::showHead()
{
    const auto& revisions = m_revisions->revisions();
    m_title->setText(title());
    setWindowTitle(tr("History of \u201c%1\u201d").arg(title()));
    QStringList parts{tr("%Ln revision(s)", nullptr, static_cast<int>(revisions.size()))};
    if (revisions.empty())
        parts = QStringList{tr("This data set holds no revision of this event.")};
    else if (!revisions.back().event)
        parts << tr("deleted now");
    if (!m_workspace.canWrite())
        parts << tr("the data set cannot be written");
    m_state->setText(parts.join(QStringLiteral(" · ")));
}

QString EventHistory::caption(std::size_t at) const
{
    const Revision& revision = m_revisions->revisions()[at];
    return tr("Revision %1 · %2").arg(revision.revision).arg(timeText(revision.stamp.when, m_locale));
}

void EventHistory::compare()
{
    const auto at = chosen();
    const auto& revisions = m_revisions->revisions();
    std::vector<FieldRow> rows;
    QString before = tr("Before"), after = tr("After");
    if (at) {
        const bool present = m_against->currentIndex() == ThePresent;
        const bool isFirst = *at == 0;
        const std::optional<Event> none;
        const auto& old = present ? revisions[*at].event : isFirst ? none : revisions[*at - 1].event;
        const auto& now = present ? revisions.back().event : revisions[*at].event;
        before = present ? caption(*at) : isFirst ? tr("Nothing") : caption(*at - 1);
        after = present ? tr("The present") : caption(*at);
        rows = compareStates(old, now, m_workspace.vocabulary(), m_workspace.gazetteer(), m_locale,
                             m_allFields->isChecked());
    }
    m_empty->setText(at && rows.empty() ? tr("No field differs between these two.") : QString());
    m_empty->setVisible(!m_empty->text().isEmpty());
    m_comparison->setRows(std::move(rows), before, after);
    fitRows();
    updateButtons();
}

void EventHistory::fitRows()
{
    m_table->resizeRowsToContents();
}

void EventHistory::updateButtons()
{
    const auto at = chosen();
    const Revisions revisions(m_revisions->revisions());
    const bool canWrite = m_workspace.canWrite();
    m_restore->setEnabled(canWrite && at && restoration(revisions, *at));
    const TakeBack taken = at ? takeBack(revisions, *at) : TakeBack();
    m_takeBack->setEnabled(canWrite && (taken.change || !taken.conflicts.empty()));
    m_restore->setToolTip(canWrite ? tr("Make the event what it was in this revision")
                                   : tr("This data set cannot be written."));
    m_takeBack->setToolTip(canWrite ? tr("Undo what this revision changed, and keep what came later")
                                    : m_restore->toolTip());
}

void EventHistory::restore()
{
    const auto at = chosen();
    const Revisions revisions(m_revisions->revisions());
    const auto change = at ? restoration(revisions, *at) : std::nullopt;
    if (change)
        store(*change, tr("Restore \u201c%1\u201d to revision %2").arg(title()).arg(revisions[*at].revision));
}

void EventHistory::takeBackChosen()
{
    const auto at = chosen();
    const Revisions revisions(m_revisions->revisions());
    if (!at)
        return;
    const TakeBack taken = takeBack(revisions, *at);
    if (taken.conflicts.empty()) {
        if (taken.change)
            store(*taken.change,
                  tr("Take back revision %2 of \u201c%1\u201d").arg(title()).arg(revisions[*at].revision));
        return;
    }
    const QString conflicts = labelsOf(taken.conflicts);
    if (!taken.change) {
        say(tr("Nothing was taken back: all that this revision changed was changed again later (%1). "
               "Edit the event, or restore the revision before.")
                .arg(conflicts));
        return;
    }
    say(tr("Changed again later, and kept as it is now: %1. The others can be taken back: %2.")
            .arg(conflicts, labelsOf(taken.taken)));
    m_offered = taken.change;
    m_offeredStep =
        tr("Take back a part of revision %2 of \u201c%1\u201d").arg(title()).arg(revisions[*at].revision);
    m_others->show();
    m_others->setFocus();
}

bool EventHistory::store(EventChange change, const QString& what)
{
    const QStringList lost = dropLostRelations(
        *change.after, [this](const QString& uid) { return m_workspace.rowOf(uid).has_value(); });
    std::vector<EventChange> changes{std::move(change)};
    if (!changes.front().before && !m_revisions->revisions().empty())
        if (auto others = m_workspace.relationsBack(m_revisions->revisions().back()))
            std::move(others->begin(), others->end(), std::back_inserter(changes));
    const auto saved = m_workspace.save(std::move(changes), what);
    if (!saved) {
        say(saved.error().message);
        return false;
    }
    choose(0);
    m_list->setFocus();
    say(lost.isEmpty() ? tr("Saved as a new revision.")
                       : tr("Saved as a new revision, without its relations to events that are gone: %1.")
                             .arg(lost.join(QStringLiteral(", "))));
    return true;
}

void EventHistory::say(const QString& text)
{
    m_offered.reset();
    m_others->hide();
    m_noticeText->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void EventHistory::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation)
        return;
    m_splitter->setOrientation(orientation);
    m_splitter->setSizes(orientation == Qt::Vertical ? QList{150, 300} : QList{290, width() - 290});
}

void EventHistory::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace interdict
