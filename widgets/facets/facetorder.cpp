// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetorder.h"

#include "model/vocabulary/vocabulary.h"

namespace interdict {

FacetOrder::FacetOrder(FacetModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    // update() decides when to sort: a change of counts is many signals, but one new order.
    setDynamicSortFilter(false);
    // Connected before the proxy is, so that it knows the new nodes' places when it hears of the reset.
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { rearrange(); });
    rearrange();
    setSourceModel(&model);
    QSortFilterProxyModel::sort(0);
}

void FacetOrder::setSort(Sort sort)
{
    m_sort = sort;
    update();
}

void FacetOrder::setShowsAll(bool all)
{
    m_showsAll = all;
    update();
}

void FacetOrder::setSearch(const QString& text)
{
    m_search = foldedName(text);
    update();
}

void FacetOrder::update()
{
    if (rearrange())
        invalidate();
}

bool FacetOrder::rearrange()
{
    std::vector<Place> places(m_model.nodes().size());
    arrange(m_model.roots(), places, false);
    if (places == m_places)
        return false;
    m_places = std::move(places);
    m_hidden = countHidden();
    return true;
}

int FacetOrder::countHidden() const
{
    return static_cast<int>(std::count_if(m_model.roots().begin(), m_model.roots().end(), [this](int root) {
        return !m_places[static_cast<std::size_t>(root)].isShown;
    }));
}

bool FacetOrder::hasFew() const
{
    return m_model.valueCount() <= fewValues;
}

void FacetOrder::arrange(const std::vector<int>& siblings, std::vector<Place>& places,
                         bool isAncestorFound) const
{
    std::vector<int> order = siblings;
    std::sort(order.begin(), order.end(), [this](int left, int right) { return precedes(left, right); });
    const bool isLimited =
        !m_showsAll && m_search.isEmpty() && m_model.layout() == FacetModel::Layout::Values;
    int rank = 0;
    for (const int number : order) {
        const Node& node = nodeAt(number);
        Place& place = places[static_cast<std::size_t>(number)];
        place.rank = rank++;
        const bool isInFew = !isLimited || node.parent >= 0 || place.rank < fewValues;
        const bool isListed = node.isHeading() || m_showsAll || (node.count > 0 && isInFew);
        const bool isMatch = m_search.isEmpty() || isAncestorFound || hasFound(node);
        place.isShown = m_search.isEmpty() ? (isListed || hasChosen(node)) : (isMatch && !node.isHeading());
        arrange(node.children, places, !m_search.isEmpty() && (isAncestorFound || isFound(node)));
    }
}

bool FacetOrder::hasFound(const Node& node) const
{
    return isFound(node) || std::any_of(node.children.begin(), node.children.end(),
                                        [this](int child) { return hasFound(nodeAt(child)); });
}

bool FacetOrder::hasChosen(const Node& node) const
{
    return node.chosen || std::any_of(node.children.begin(), node.children.end(),
                                      [this](int child) { return hasChosen(nodeAt(child)); });
}

// Bands first; then what has events before what has none, "unknown" last of each; then the chosen order.
bool FacetOrder::precedes(int left, int right) const
{
    const Node& a = nodeAt(left);
    const Node& b = nodeAt(right);
    if (a.band != b.band)
        return a.band < b.band;
    if ((a.count > 0) != (b.count > 0))
        return a.count > 0;
    if ((a.value == 0) != (b.value == 0))
        return b.value == 0;
    if (m_sort == Sort::ByCount && a.count != b.count)
        return a.count > b.count;
    const int byName = a.label.localeAwareCompare(b.label);
    return byName != 0 ? byName < 0 : left < right;
}

bool FacetOrder::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto number = m_model.index(row, 0, parent).internalId();
    return number >= m_places.size() || m_places[number].isShown;
}

bool FacetOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.internalId() >= m_places.size() || right.internalId() >= m_places.size())
        return left.internalId() < right.internalId();
    return m_places[left.internalId()].rank < m_places[right.internalId()].rank;
}

} // namespace interdict
