// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetsection.h"

#include "model/explore/facetvalue.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace interdict {

namespace {

constexpr int searchableFrom = 13; // values; fewer are seen at a glance

QString searchHint(Facet facet)
{
    switch (facet) {
    case Facet::Country:
        return FacetSection::tr("Find a country");
    case Facet::Platform:
        return FacetSection::tr("Find a platform");
    case Facet::Concern:
        return FacetSection::tr("Find a concern");
    case Facet::Measure:
        return FacetSection::tr("Find a measure");
    case Facet::Bloc:
    case Facet::Scope:
    case Facet::Status:
    case Facet::Developer:
    case Facet::Confidence:
    case Facet::Duration:
    case Facet::Review:
        break;
    }
    return FacetSection::tr("Find");
}

QHBoxLayout* lineLayout(QWidget* line)
{
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    return layout;
}

} // namespace

FacetSection::FacetSection(Workspace& workspace, Facet facet, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_facet(facet)
    , m_model(workspace, facet)
    , m_order(m_model)
    , m_view(new FacetView(this))
{
    m_view->setItemDelegate(&m_delegate);
    m_view->setModel(&m_order);
    m_view->setAccessibleName(facetLabel(facet));
    m_view->setAccessibleDescription(
        tr("Space chooses, typing searches, Delete clears; the menu key has more"));
    m_view->setRootIsDecorated(facet == Facet::Country);
    makeSearch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeHeader());
    if (facet == Facet::Country)
        layout->addWidget(makeGrouping());
    layout->addWidget(m_search);
    layout->addWidget(m_view);
    layout->addWidget(makeFooter());
    connect(m_view, &FacetView::toggleRequested, this, &FacetSection::toggle);
    connect(m_view, &FacetView::searchRequested, this, &FacetSection::beginSearch);
    connect(m_view, &FacetView::clearRequested, this, &FacetSection::clear);
    connect(m_view, &FacetView::revealRequested, this,
            [this](const QRect& rect) { Q_EMIT revealRequested(m_view->viewport(), rect); });
    if (facet == Facet::Country)
        shareHover();
    rebuild();
    setFolded(facet == Facet::Duration); // asked for seldom
}

// The country under the pointer is the workspace's, so that the map and the timeline show it too.
void FacetSection::shareHover()
{
    connect(m_view, &FacetView::hovered, this, [this](const QModelIndex& index) {
        const FacetModel::Node* node = m_model.node(m_order.mapToSource(index));
        const bool isPlace = node && node->facet == Facet::Country && !node->isHeading();
        m_workspace.setHover(isPlace ? Hover{std::nullopt, node->code} : Hover{});
    });
    connect(&m_workspace, &Workspace::hoverChanged, m_view, [this] { m_view->viewport()->update(); });
}

QWidget* FacetSection::makeHeader()
{
    auto* header = new QWidget(this);
    m_title = new LinkButton(LinkButton::Look::Title, facetLabel(m_facet), header);
    m_title->setAccessibleDescription(tr("Folds the section"));
    m_clear = new LinkButton(LinkButton::Look::Link, tr("Clear"), header);
    m_clear->setAccessibleName(tr("Clear %1").arg(facetLabel(m_facet)));
    m_modeButton = new LinkButton(LinkButton::Look::Quiet, choiceModeLabel(m_mode), header);
    m_modeButton->setMenu(makeMenu());
    // Tab goes from list to list; all of this is also in the list's own menu.
    for (LinkButton* button : {m_title, m_clear, m_modeButton})
        button->setFocusPolicy(Qt::ClickFocus);
    connect(m_title, &QAbstractButton::clicked, this, [this] { setFolded(!m_isFolded); });
    connect(m_clear, &QAbstractButton::clicked, this, &FacetSection::clear);
    QHBoxLayout* layout = lineLayout(header);
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_clear);
    layout->addWidget(m_modeButton);
    return header;
}

QWidget* FacetSection::makeFooter()
{
    m_footer = new QWidget(this);
    m_more = new LinkButton(LinkButton::Look::Link, {}, m_footer);
    m_sort = new LinkButton(LinkButton::Look::Quiet, {}, m_footer);
    m_more->setFocusPolicy(Qt::ClickFocus);
    m_sort->setFocusPolicy(Qt::ClickFocus);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_order.setShowsAll(!m_order.showsAll());
        updateFooter();
    });
    connect(m_sort, &QAbstractButton::clicked, this, [this] {
        const bool isByCount = m_order.sort() == FacetOrder::Sort::ByCount;
        setSort(isByCount ? FacetOrder::Sort::ByName : FacetOrder::Sort::ByCount);
    });
    QHBoxLayout* layout = lineLayout(m_footer);
    layout->addWidget(m_more);
    layout->addStretch();
    layout->addWidget(m_sort);
    return m_footer;
}

QWidget* FacetSection::makeGrouping()
{
    m_grouping = new QWidget(this);
    m_byCountry = new LinkButton(LinkButton::Look::Link, {}, m_grouping);
    m_byGroup = new LinkButton(LinkButton::Look::Link, {}, m_grouping);
    connect(m_byCountry, &QAbstractButton::clicked, this, [this] { setGrouped(false); });
    connect(m_byGroup, &QAbstractButton::clicked, this, [this] { setGrouped(true); });
    QHBoxLayout* layout = lineLayout(m_grouping);
    layout->setSpacing(6);
    for (LinkButton* button : {m_byCountry, m_byGroup}) {
        button->setFocusPolicy(Qt::ClickFocus);
        button->setCheckable(true);
        layout->addWidget(button);
    }
    layout->addStretch();
    return m_grouping;
}

void FacetSection::makeSearch()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(searchHint(m_facet));
    m_search->setAccessibleName(searchHint(m_facet));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(60);
    m_search->setFocusPolicy(Qt::ClickFocus);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &FacetSection::search);
}

QMenu* FacetSection::makeMenu()
{
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu); });
    return menu;
}

void FacetSection::fillMenu(QMenu& menu)
{
    menu.clear();
    const auto addChoice = [&](const QString& text, bool isOn, auto&& apply) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::triggered, this, apply);
    };
    for (const ChoiceMode mode : choiceModes(m_facet))
        addChoice(choiceModeLabel(mode), mode == m_mode, [this, mode] { setMode(mode); });
    menu.addSeparator();
    using Sort = FacetOrder::Sort;
    addChoice(tr("Sort by count"), m_order.sort() == Sort::ByCount, [this] { setSort(Sort::ByCount); });
    addChoice(tr("Sort by name"), m_order.sort() == Sort::ByName, [this] { setSort(Sort::ByName); });
    menu.addSeparator();
    addChoice(tr("Show all values"), m_order.showsAll(), [this](bool all) {
        m_order.setShowsAll(all);
        updateFooter();
    });
    if (m_grouping) {
        const bool isGrouped = m_model.layout() == FacetModel::Layout::Groups;
        addChoice(tr("By bloc and region"), isGrouped, [this](bool grouped) { setGrouped(grouped); });
    }
    addChoice(tr("Fold the section"), m_isFolded, [this](bool folded) { setFolded(folded); });
    menu.addSeparator();
    menu.addAction(tr("Clear"), this, &FacetSection::clear)->setEnabled(hasSelection());
}

std::vector<Facet> FacetSection::chosenFacets() const
{
    if (m_facet == Facet::Country)
        return {Facet::Country, Facet::Bloc};
    return {m_facet};
}

bool FacetSection::hasSelection() const
{
    const std::vector<Facet> chosen = chosenFacets();
    return std::any_of(chosen.begin(), chosen.end(),
                       [this](Facet facet) { return !m_workspace.filter()[facet].isEmpty(); });
}

void FacetSection::setMode(ChoiceMode mode)
{
    m_mode = mode;
    Filter filter = m_workspace.filter();
    for (const Facet facet : chosenFacets())
        filter[facet] = moved(filter[facet], mode);
    m_workspace.setFilter(filter);
    updateControls();
}

void FacetSection::clear()
{
    Filter filter = m_workspace.filter();
    for (const Facet facet : chosenFacets())
        filter[facet] = {};
    m_workspace.setFilter(filter);
}

void FacetSection::toggle(const QModelIndex& index)
{
    const FacetModel::Node* node = m_model.node(m_order.mapToSource(index));
    if (!node)
        return;
    if (node->isHeading()) {
        m_view->setExpanded(index, !m_view->isExpanded(index));
        return;
    }
    Filter filter = m_workspace.filter();
    filter[node->facet] = toggled(filter[node->facet], node->code, m_mode);
    m_workspace.setFilter(filter);
}

// The way of combining follows a filter that was set elsewhere; where the filter says none, it stays.
void FacetSection::readMode()
{
    for (const Facet facet : chosenFacets()) {
        if (const auto mode = modeOf(m_workspace.filter()[facet]))
            m_mode = *mode;
    }
}

void FacetSection::rebuild()
{
    updateMarks();
    m_model.rebuild();
    refresh();
}

void FacetSection::refresh()
{
    m_model.refresh();
    m_order.update();
    readMode();
    updateControls();
    updateFooter();
}

void FacetSection::updateControls()
{
    std::uint32_t greatest = 1;
    for (const FacetModel::Node& node : m_model.nodes())
        greatest = std::max(greatest, node.total);
    m_delegate.setGreatestCount(greatest);
    m_modeButton->setText(choiceModeLabel(m_mode));
    m_modeButton->setAccessibleName(tr("%1: %2").arg(facetLabel(m_facet), choiceModeLabel(m_mode)));
    m_modeButton->updateGeometry();
    m_clear->setVisible(hasSelection());
    m_title->setFolded(m_isFolded);
    m_title->setFocusPolicy(m_isFolded ? Qt::StrongFocus : Qt::ClickFocus);
    m_search->setVisible(!m_isFolded && (m_model.valueCount() >= searchableFrom || m_order.isSearching()));
    m_view->setVisible(!m_isFolded);
    m_view->viewport()->update();
}

void FacetSection::updateFooter()
{
    const bool isGrouped = m_model.layout() == FacetModel::Layout::Groups;
    const bool canShowMore = !m_order.isSearching() && (m_order.hiddenCount() > 0 || m_order.showsAll());
    const bool isByCount = m_order.sort() == FacetOrder::Sort::ByCount;
    m_more->setText(m_order.showsAll() ? tr("Show fewer")
                                       : tr("Show all %1").arg(QLocale().toString(m_model.valueCount())));
    m_more->setVisible(canShowMore && !isGrouped && (!m_order.hasFew() || m_order.hiddenCount() > 0));
    m_sort->setText(isByCount ? tr("by count") : tr("by name"));
    m_sort->setToolTip(isByCount ? tr("Sorted by count; click to sort by name")
                                 : tr("Sorted by name; click to sort by count"));
    if (m_grouping)
        updateGrouping(isGrouped);
    m_footer->setVisible(!m_isFolded && (isGrouped || !m_order.hasFew()));
    for (LinkButton* button : {m_more, m_sort})
        button->updateGeometry();
}

// What is chosen in the order that is not shown is told by its number.
void FacetSection::updateGrouping(bool isGrouped)
{
    const auto counted = [this](const QString& text, Facet facet) {
        const FacetSelection& chosen = m_workspace.filter()[facet];
        const auto count = chosen.anyOf.size() + chosen.allOf.size() + chosen.noneOf.size();
        return count == 0 ? text : tr("%1 (%2)").arg(text, QLocale().toString(count));
    };
    m_byCountry->setText(counted(tr("Countries"), Facet::Country));
    m_byGroup->setText(counted(tr("Blocs, regions"), Facet::Bloc));
    m_byCountry->setChecked(!isGrouped);
    m_byGroup->setChecked(isGrouped);
    m_grouping->setVisible(!m_isFolded);
    for (LinkButton* button : {m_byCountry, m_byGroup})
        button->updateGeometry();
}

void FacetSection::setSort(FacetOrder::Sort sort)
{
    m_order.setSort(sort);
    updateFooter();
}

void FacetSection::setFolded(bool folded)
{
    const bool hadFocus = m_view->hasFocus() || m_search->hasFocus();
    m_isFolded = folded;
    updateControls();
    updateFooter();
    if (folded && hadFocus)
        m_title->setFocus();
    else if (!folded && m_title->hasFocus())
        m_view->setFocus();
}

void FacetSection::setGrouped(bool grouped)
{
    m_model.setLayout(grouped ? FacetModel::Layout::Groups : FacetModel::Layout::Values);
    refresh();
}

void FacetSection::search(const QString& text)
{
    m_order.setSearch(text);
    if (m_order.isSearching())
        expandFound();
    else
        m_view->collapseAll();
    updateControls();
    updateFooter();
}

// Below what was found by a value under it, that value is shown; what was found by its own name stays closed.
void FacetSection::expandFound()
{
    for (int row = 0; row < m_order.rowCount(); ++row) {
        const QModelIndex index = m_order.index(row, 0);
        const FacetModel::Node* node = m_model.node(m_order.mapToSource(index));
        m_view->setExpanded(index, !node->folded.contains(foldedName(m_search->text())));
    }
}

void FacetSection::beginSearch(const QString& typed)
{
    m_search->setVisible(true);
    m_search->setFocus();
    m_search->setText(m_search->text() + typed);
}

bool FacetSection::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        m_search->clear();
        m_view->setFocus();
        updateControls();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_view->setCurrentIndex(m_order.index(0, 0));
        m_view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FacetSection::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    fillMenu(menu);
    menu.exec(event->globalPos());
}

void FacetSection::updateMarks()
{
    const auto kind = termKindOf(m_facet);
    if (kind || m_facet == Facet::Platform)
        m_delegate.setMarks(EntryMarks(Theme::of(palette()), m_workspace.vocabulary(), kind));
}

void FacetSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        updateMarks();
    QWidget::changeEvent(event);
}

QJsonObject FacetSection::state() const
{
    return {{QStringLiteral("folded"), m_isFolded},
            {QStringLiteral("byName"), m_order.sort() == FacetOrder::Sort::ByName},
            {QStringLiteral("all"), m_order.showsAll()},
            {QStringLiteral("grouped"), m_model.layout() == FacetModel::Layout::Groups}};
}

void FacetSection::setState(const QJsonObject& state)
{
    const auto isOn = [&state](const char* key) { return state[QLatin1String(key)].toBool(); };
    m_order.setSort(isOn("byName") ? FacetOrder::Sort::ByName : FacetOrder::Sort::ByCount);
    m_order.setShowsAll(isOn("all"));
    if (m_grouping)
        setGrouped(isOn("grouped"));
    setFolded(isOn("folded"));
}

} // namespace interdict
