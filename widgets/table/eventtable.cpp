// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/eventtable.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/table/eventrowdelegate.h"
#include "widgets/table/eventtablemodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace interdict {

namespace {

// Lines as few ranges, as a selection takes them.
QItemSelection selectionOf(const EventTableModel& model, std::vector<int> lines)
{
    std::sort(lines.begin(), lines.end());
    QItemSelection selection;
    const int lastColumn = model.columnCount() - 1;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1)
            ++last;
        selection.select(model.index(lines[first], 0), model.index(lines[last], lastColumn));
        first = last + 1;
    }
    return selection;
}

// A cell's text may not break the lines and columns of the copy.
QString cellText(QString text)
{
    for (QChar& c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace

EventTable::EventTable(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new EventTableModel(workspace, this))
    , m_delegate(new EventRowDelegate(workspace,
                                      {m_model->columnOf(QStringLiteral("title")),
                                       m_model->columnOf(QStringLiteral("measure")),
                                       m_model->columnOf(QStringLiteral("inforce"))},
                                      this))
    , m_pages(new QStackedWidget(this))
{
    makeView();
    makeActions();
    m_pages->addWidget(m_view);
    m_pages->addWidget(makeEmptyPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopLine());
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_view);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    updateTheme();
    connect(&workspace, &Workspace::resultChanged, this, &EventTable::refresh);
    connect(&workspace, &Workspace::dataSetChanged, this, &EventTable::refreshAll);
    connect(&workspace, &Workspace::recordChanged, this, [this] {
        const int place = m_view->verticalScrollBar()->value();
        refreshAll();
        m_view->verticalScrollBar()->setValue(place);
    });
    connect(&workspace, &Workspace::vocabularyChanged, this, &EventTable::updateTheme); // the marks
    connect(&workspace, &Workspace::selectionChanged, this, &EventTable::pullSelection);
    connect(&workspace, &Workspace::asOfChanged, m_model, &EventTableModel::refreshAsOf);
    connect(&workspace, &Workspace::hoverChanged, this, [this] { m_view->viewport()->update(); });
    updateTopLine();
    pullSelection();
}

void EventTable::makeView()
{
    m_view = new QTableView(this);
    m_view->setAccessibleName(tr("Events"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint at) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(header->mapToGlobal(at));
    });
    showDefaultColumns();
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventTable::pushSelection);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &EventTable::activate);
    connect(m_view, &QAbstractItemView::entered, this, &EventTable::hoverOver);
}

void EventTable::makeActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto&& run) {
        auto* action = new QAction(text, m_view);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        m_view->addAction(action);
    };
    add(tr("Copy with header"), QKeySequence::Copy, [this] { copy(true); });
    add(tr("Copy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copy(false); });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* EventTable::makeTopLine()
{
    auto* line = new QWidget(this);
    m_count = new QLabel(line);
    m_columnsButton = new LinkButton(LinkButton::Look::Quiet, tr("Columns"), line);
    m_columnsButton->setAccessibleName(tr("Choose columns"));
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(*menu); });
    m_columnsButton->setMenu(menu);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_columnsButton);
    return line;
}

QWidget* EventTable::makeEmptyPage()
{
    auto* page = new QWidget(this);
    m_emptyText = new QLabel(page);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_clear = new LinkButton(LinkButton::Look::Link, tr("Clear all filters"), page);
    connect(m_clear, &QAbstractButton::clicked, this, [this] { m_workspace.setFilter({}); });
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(m_emptyText);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

void EventTable::showDefaultColumns()
{
    QHeaderView* header = m_view->horizontalHeader();
    const auto& columns = m_model->eventColumns();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header->setSectionHidden(column, !columns[static_cast<std::size_t>(column)].isShown);
        header->resizeSection(column, columns[static_cast<std::size_t>(column)].width);
        header->moveSection(header->visualIndex(column), column);
    }
}

void EventTable::fillColumnMenu(QMenu& menu)
{
    menu.clear();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction* action = menu.addAction(m_model->eventColumns()[static_cast<std::size_t>(column)].title);
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    menu.addSeparator();
    menu.addAction(tr("Usual columns"), this, &EventTable::showDefaultColumns);
}

void EventTable::showColumn(int column, bool shown)
{
    if (!shown && shownColumns().size() == 1)
        return; // a table without columns could not be asked for them back by its header
    m_view->setColumnHidden(column, !shown);
}

std::vector<int> EventTable::shownColumns() const
{
    const QHeaderView* header = m_view->horizontalHeader();
    std::vector<int> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            columns.push_back(header->logicalIndex(place));
    }
    return columns;
}

QString EventTable::lineText(int line, const std::vector<int>& columns) const
{
    QStringList cells;
    for (const int column : columns)
        cells.append(cellText(m_model->index(line, column).data().toString()));
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

// From the ranges of the selection: a million selected rows are one range, not a million indexes.
std::vector<int> EventTable::selectedLines() const
{
    std::vector<int> lines;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) {
        for (int line = range.top(); line <= range.bottom(); ++line)
            lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

QString EventTable::selectedText(bool withHeader) const
{
    const std::vector<int> columns = shownColumns();
    QString text;
    if (withHeader) {
        QStringList titles;
        for (const int column : columns)
            titles.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        text = titles.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    for (const int line : selectedLines())
        text += lineText(line, columns);
    return text;
}

void EventTable::copy(bool withHeader) const
{
    if (m_view->selectionModel()->hasSelection())
        QGuiApplication::clipboard()->setText(selectedText(withHeader));
}

// A table that is not on screen waits: a filter change then costs nothing here.
void EventTable::refresh()
{
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_isSyncing = true;
    m_model->refresh();
    m_isSyncing = false;
    updateTopLine();
    pullSelection();
}

void EventTable::refreshAll()
{
    m_isSyncing = true;
    m_model->replaceAll();
    m_isSyncing = false;
    updateTheme();
    updateTopLine();
    pullSelection();
}

void EventTable::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void EventTable::updateTopLine()
{
    const int count = m_model->rowCount();
    m_count->setText(tr("%Ln event(s)", nullptr, count));
    m_pages->setCurrentIndex(count > 0 ? 0 : 1);
    const bool isFiltered = !m_workspace.filter().isEmpty();
    m_emptyText->setText(
        isFiltered ? tr("No event passes these filters.\nRemove a condition above, or clear them all.")
                   : tr("This data set holds no events yet."));
    m_clear->setVisible(isFiltered);
}

// Rows stay in the order in which they were selected; the one the keyboard is on comes last, as the current
// one.
void EventTable::pushSelection()
{
    if (m_isSyncing)
        return;
    std::vector<Row> rows;
    const QItemSelectionModel* chosen = m_view->selectionModel();
    for (const Row row : m_workspace.selection()) {
        const auto line = m_model->lineOf(row);
        if (line && chosen->isRowSelected(*line))
            rows.push_back(row);
    }
    std::vector<Row> known = rows;
    std::sort(known.begin(), known.end());
    for (const int line : selectedLines()) {
        const Row row = m_model->rowAt(line);
        if (!std::binary_search(known.begin(), known.end(), row))
            rows.push_back(row);
    }
    const QModelIndex current = chosen->currentIndex();
    if (current.isValid() && chosen->isRowSelected(current.row())) {
        const auto found = std::find(rows.begin(), rows.end(), m_model->rowAt(current.row()));
        if (found != rows.end())
            std::rotate(found, found + 1, rows.end());
    }
    m_isSyncing = true;
    m_workspace.setSelection(std::move(rows));
    m_isSyncing = false;
}

void EventTable::pullSelection()
{
    if (m_isSyncing || m_isStale)
        return;
    std::vector<int> lines;
    for (const Row row : m_workspace.selection()) {
        if (const auto line = m_model->lineOf(row))
            lines.push_back(*line);
    }
    m_isSyncing = true;
    QItemSelectionModel* chosen = m_view->selectionModel();
    const auto current = m_workspace.current();
    const auto line = current ? m_model->lineOf(*current) : std::nullopt;
    if (line) {
        const int column = std::max(0, chosen->currentIndex().column());
        chosen->setCurrentIndex(m_model->index(*line, column), QItemSelectionModel::NoUpdate);
    }
    chosen->select(selectionOf(*m_model, lines), QItemSelectionModel::ClearAndSelect);
    m_isSyncing = false;
}

void EventTable::activate(const QModelIndex& index)
{
    if (index.isValid())
        m_workspace.activate(m_model->rowAt(index.row()));
}

void EventTable::hoverOver(const QModelIndex& index)
{
    m_workspace.setHover(index.isValid() ? Hover{m_model->rowAt(index.row()), {}} : Hover{});
}

bool EventTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Leave)
        m_workspace.setHover({});
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EventTable::updateTheme()
{
    m_delegate->setTheme(Theme::of(palette()));
    m_view->viewport()->update();
}

void EventTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_view)
        updateTheme();
    QWidget::changeEvent(event);
}

QByteArray EventTable::saveState() const
{
    const QHeaderView* header = m_view->horizontalHeader();
    QStringList ids; // a state for other columns is not taken
    for (const EventColumn& column : m_model->eventColumns())
        ids.append(column.id);
    const QJsonObject state{
        {QStringLiteral("columns"), ids.join(QLatin1Char(','))},
        {QStringLiteral("header"), QString::fromLatin1(header->saveState().toBase64())},
    };
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool EventTable::restoreState(const QByteArray& state)
{
    const QJsonObject stored = QJsonDocument::fromJson(state).object();
    const QJsonObject own = QJsonDocument::fromJson(saveState()).object();
    if (stored.isEmpty() || stored[QLatin1String("columns")] != own[QLatin1String("columns")])
        return false;
    const QByteArray header = QByteArray::fromBase64(stored[QLatin1String("header")].toString().toLatin1());
    if (!m_view->horizontalHeader()->restoreState(header))
        return false;
    const QHeaderView* shown = m_view->horizontalHeader();
    m_view->sortByColumn(shown->sortIndicatorSection(), shown->sortIndicatorOrder());
    return true;
}

} // namespace interdict
