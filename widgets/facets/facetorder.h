// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a facet's values are shown, and in which order: by count or by name, the first few or all, or
// those that a search finds. Chosen values are always shown.
#pragma once

#include "widgets/facets/facetmodel.h"

#include <QSortFilterProxyModel>

namespace interdict {

class FacetOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Sort : std::uint8_t { ByCount, ByName };
    static constexpr int fewValues = 8;

    explicit FacetOrder(FacetModel& model, QObject* parent = nullptr);

    Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    bool showsAll() const { return m_showsAll; }
    void setShowsAll(bool all);
    void setSearch(const QString& text);
    bool isSearching() const { return !m_search.isEmpty(); }
    // Order and choice anew, after the model's counts changed.
    void update();

    // How many values at the root are not shown, and whether all shown are more than few.
    int hiddenCount() const { return m_hidden; }
    bool hasFew() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    using Node = FacetModel::Node;
    struct Place // of a node: where it stands, and whether it is shown
    {
        int rank = 0;
        bool isShown = true;
        bool operator==(const Place&) const = default;
    };
    bool rearrange(); // whether anything moved
    void arrange(const std::vector<int>& siblings, std::vector<Place>& places, bool isAncestorFound) const;
    bool precedes(int left, int right) const;
    bool isFound(const Node& node) const { return node.folded.contains(m_search); }
    bool hasFound(const Node& node) const;
    bool hasChosen(const Node& node) const;
    const Node& nodeAt(int number) const { return m_model.nodes()[static_cast<std::size_t>(number)]; }
    int countHidden() const;

    FacetModel& m_model;
    Sort m_sort = Sort::ByCount;
    bool m_showsAll = false;
    QString m_search; // folded
    std::vector<Place> m_places;
    int m_hidden = 0;
};

} // namespace interdict
