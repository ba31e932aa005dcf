// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/vocabularywindow.h"

#include "widgets/detail/cardparts.h"
#include "widgets/history/historydelegates.h"
#include "widgets/theme/theme.h"
#include "widgets/vocabulary/entriesmodel.h"
#include "widgets/vocabulary/entryform.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

namespace interdict {

namespace {

constexpr int margin = 12;

constexpr std::array<VocabularyList, termKindCount + 1> lists{
    TermKind::Measure,  TermKind::Concern,    TermKind::Scope,         TermKind::Status,
    TermKind::Relation, TermKind::Confidence, TermKind::MilestoneKind, std::nullopt};

} // namespace

VocabularyWindow::VocabularyWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_entries(new EntriesModel(workspace, this))
{
    setWindowTitle(tr("Vocabulary"));
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeLists());
    splitter->addWidget(makeEntries());
    splitter->addWidget(makeEntry());
    const int line = fontMetrics().height();
    splitter->setSizes({10 * line, 29 * line, 22 * line});
    splitter->setStretchFactor(1, 1);
    m_status = makeText({}, TextRole::Dim, this);
    m_status->setContentsMargins(margin, 6, margin, 8);
    m_status->setAccessibleName(tr("What came of it"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_status);
    resize(62 * line, 38 * line);
    connect(&workspace, &Workspace::recordChanged, this, &VocabularyWindow::refresh);
    connect(&workspace, &Workspace::dataSetChanged, this, &VocabularyWindow::refresh);
    connect(m_entries, &EntriesModel::moveAsked, this, &VocabularyWindow::move, Qt::QueuedConnection);
    m_entries->setTheme(Theme::of(palette()));
    addKeys();
    showList(TermKind::Measure);
    m_table->setFocus();
}

QWidget* VocabularyWindow::makeLists()
{
    auto* side = new QWidget(this);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    m_lists = new QListWidget(side);
    m_lists->setAccessibleName(tr("Lists"));
    m_lists->setFrameShape(QFrame::NoFrame);
    m_lists->setItemDelegate(new CellDelegate(m_lists));
    for (const VocabularyList list : lists)
        m_lists->addItem(listLabel(list));
    int widest = 0;
    for (int i = 0; i < m_lists->count(); ++i) {
        m_lists->item(i)->setSizeHint({0, fontMetrics().height() + 8});
        widest = std::max(widest, fontMetrics().horizontalAdvance(m_lists->item(i)->text()));
    }
    m_lists->setMinimumWidth(widest + 14);
    connect(m_lists, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && !m_isRefreshing)
            showList(lists[static_cast<std::size_t>(row)]);
    });
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_lists);
    return side;
}

QWidget* VocabularyWindow::makeEntries()
{
    auto* side = new QWidget(this);
    m_table = new QTableView(side);
    m_table->setModel(m_entries);
    m_table->setAccessibleName(tr("Entries, in order"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(EntriesModel::Name, QHeaderView::Stretch);
    const int width = fontMetrics().averageCharWidth();
    header->resizeSection(EntriesModel::Code, 19 * width);
    header->resizeSection(EntriesModel::Events, 9 * width);
    header->resizeSection(EntriesModel::Milestones, 12 * width);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &VocabularyWindow::showChosen);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(margin, 8, margin, 0);
    buttons->setSpacing(6);
    const auto button = [&](const QString& text, auto work) {
        auto* made = new QPushButton(text, side);
        connect(made, &QPushButton::clicked, this, work);
        buttons->addWidget(made);
        return made;
    };
    m_add = button(tr("&Add…"), &VocabularyWindow::beginNew);
    m_merge = button(tr("&Merge Into…"), &VocabularyWindow::mergeEntry);
    m_remove = button(tr("&Remove"), &VocabularyWindow::removeChosen);
    buttons->addStretch();
    m_up = button(tr("↑"), [this] { moveBy(-1); });
    m_down = button(tr("↓"), [this] { moveBy(1); });
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    return side;
}

QWidget* VocabularyWindow::makeEntry()
{
    auto* side = new QWidget(this);
    m_heading = makeText({}, TextRole::Heading, side);
    m_form = new EntryForm(m_workspace.gazetteer(), side);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_heading);
    column->addWidget(m_form, 1);
    m_scroll = new QScrollArea(side);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inner);
    m_save = new QPushButton(tr("&Save"), side);
    m_discard = new QPushButton(tr("&Discard"), side);
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    connect(m_save, &QPushButton::clicked, this, &VocabularyWindow::saveEntry);
    connect(m_discard, &QPushButton::clicked, this, &VocabularyWindow::discard);
    connect(m_form, &EntryForm::changed, this, &VocabularyWindow::formChanged);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(margin, 8, margin, 0);
    buttons->setSpacing(6);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
    return side;
}

void VocabularyWindow::addKeys()
{
    const auto key = [this](const QKeySequence& keys, QWidget* where, auto work) {
        auto* shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    key(QKeySequence(Qt::ALT | Qt::Key_Up), m_table, [this] { moveBy(-1); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), m_table, [this] { moveBy(1); });
    key(QKeySequence(Qt::Key_Delete), m_table, [this] { removeChosen(); });
    key(QKeySequence(Qt::Key_Return), m_table, [this] { m_form->control(EntryField::Name)->setFocus(); });
}

void VocabularyWindow::showList(VocabularyList list)
{
    if (!leaveEntry())
        list = m_entries->list();
    const int row = static_cast<int>(std::find(lists.begin(), lists.end(), list) - lists.begin());
    m_isRefreshing = true;
    m_lists->setCurrentRow(row);
    m_isRefreshing = false;
    if (list != m_entries->list() || m_chosen.isEmpty()) {
        m_entries->setList(list);
        m_chosen.clear();
        tell({});
        choose(m_entries->codeAt(0));
    }
    m_table->setColumnHidden(EntriesModel::Milestones,
                             list && list != TermKind::Confidence && list != TermKind::MilestoneKind);
    m_table->setColumnHidden(EntriesModel::Events, list == TermKind::MilestoneKind);
}

void VocabularyWindow::choose(const QString& code)
{
    const auto row = m_entries->rowOf(code);
    m_isRefreshing = true;
    m_table->setCurrentIndex(row ? m_entries->index(*row, 0) : QModelIndex());
    m_isRefreshing = false;
    m_chosen = row ? code : QString();
    const auto entry = entryOf(m_workspace.vocabulary(), m_entries->list(), m_chosen);
    showEntry(entry.value_or(VocabularyEntry{m_entries->list(), {}, {}}), false);
}

void VocabularyWindow::showEntry(const VocabularyEntry& entry, bool isNew)
{
    m_base = m_workspace.vocabulary();
    m_was = entry;
    m_form->setEntry(entry, isNew, m_base);
    m_form->setEnabled(m_workspace.canWrite() && (isNew || !m_chosen.isEmpty()));
    m_heading->setText(isNew ? tr("New %1").arg(listNoun(entry.list)) : entry.name());
    updateButtons();
}

// A form that was changed keeps what was typed; what others did is merged when it is saved.
void VocabularyWindow::refresh()
{
    const bool keepsForm = isChanged();
    const int row = m_table->currentIndex().row();
    m_isRefreshing = true;
    m_entries->refresh();
    m_isRefreshing = false;
    if (keepsForm) {
        const auto now = m_entries->rowOf(m_chosen);
        m_isRefreshing = true;
        m_table->setCurrentIndex(now ? m_entries->index(*now, 0) : QModelIndex());
        m_isRefreshing = false;
        return updateButtons();
    }
    const bool isThere = m_entries->rowOf(m_chosen).has_value();
    choose(isThere ? m_chosen : m_entries->codeAt(std::clamp(row, 0, m_entries->rowCount() - 1)));
}

void VocabularyWindow::showChosen()
{
    if (m_isRefreshing)
        return;
    const QString code = m_entries->codeAt(m_table->currentIndex().row());
    if (code == m_chosen && !code.isEmpty())
        return;
    if (leaveEntry())
        return choose(code);
    const auto row = m_entries->rowOf(m_chosen);
    m_isRefreshing = true;
    m_table->setCurrentIndex(row ? m_entries->index(*row, 0) : QModelIndex());
    m_isRefreshing = false;
}

bool VocabularyWindow::isChanged() const
{
    return m_form->isEnabled() && m_form->entry() != m_was;
}

void VocabularyWindow::formChanged()
{
    m_form->setFindings(findingsOf(m_base, m_form->entry(), m_chosen));
    updateButtons();
}

void VocabularyWindow::updateButtons()
{
    const bool canWrite = m_workspace.canWrite() && !m_isSaving;
    const bool isChosen = canWrite && !m_chosen.isEmpty();
    const int row = m_table->currentIndex().row();
    m_add->setEnabled(canWrite);
    m_merge->setEnabled(isChosen && m_entries->rowCount() > 1);
    m_remove->setEnabled(isChosen);
    m_up->setEnabled(isChosen && row > 0);
    m_down->setEnabled(isChosen && row >= 0 && row + 1 < m_entries->rowCount());
    m_save->setEnabled(canWrite && isChanged());
    m_discard->setEnabled(canWrite && (isChanged() || m_chosen.isEmpty()));
    if (m_workspace.isOpen() && !m_workspace.canWrite())
        m_status->setText(tr("This data set is open read-only: its vocabulary can be looked at."));
}

void VocabularyWindow::tell(const QString& problem)
{
    m_status->setText(problem);
    updateButtons();
}

} // namespace interdict
