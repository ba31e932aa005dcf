// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a facet as a tree: flat for most; countries with their subdivisions; or blocs and regions
// with their members. Its shape changes only with the data set or the layout; counts and choices change in
// place.
#pragma once

#include "widgets/facets/facetchoice.h"

#include <QAbstractItemModel>

namespace interdict {

class Workspace;

class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Layout : std::uint8_t {
        Values, // the facet's values; of countries with subdivisions below them
        Groups  // blocs, then regions, with their countries below them
    };

    struct Node
    {
        Facet facet = Facet::Country;
        int value = -1; // number in the facet's table; -1 for a heading
        int band = 0;   // headings and what stands under them keep this order
        QString code;   // empty for a heading
        QString label;
        QString folded; // for searching
        int parent = -1;
        int row = 0; // among its siblings
        std::vector<int> children;
        std::uint32_t count = 0;
        std::uint32_t total = 0;
        double share = 0; // of the greatest count among its like
        std::optional<ChoiceMode> chosen;
        bool isHeading() const { return value < 0; }
    };

    enum Role {
        NodeRole = Qt::UserRole, // the node's number in nodes()
        ExcludedRole,            // chosen as none of
        HoveredRole              // a place that the pointer is on in some view, itself or by an event
    };

    FacetModel(const Workspace& workspace, Facet facet, QObject* parent = nullptr);

    Facet facet() const { return m_facet; }
    Layout layout() const { return m_layout; }
    void setLayout(Layout layout);
    // All nodes anew: after the data set changed.
    void rebuild();
    // Counts and choices anew; tells only what changed.
    void refresh();

    const std::vector<Node>& nodes() const { return m_nodes; }
    const std::vector<int>& roots() const { return m_roots; }
    const Node* node(const QModelIndex& index) const;
    QModelIndex indexOf(int node) const;
    int valueCount() const; // values that some event has, headings aside

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    int add(Node node);
    int addValue(Facet facet, int value, int parent, int band = 0);
    void addHeading(const QString& label, int band);
    void addValues();
    void addPlaces();
    void addGroups();
    void addMembers(int group);
    bool refreshNode(Node& node, const std::array<double, 2>& greatest) const;
    std::array<double, 2> greatestCounts() const;
    bool isHovered(const Node& node) const;
    QString toolTip(const Node& node) const;
    QString description(const Node& node) const;
    QString memberList(const QString& group) const;
    QString accessibleText(const Node& node) const;

    const Workspace& m_workspace;
    Facet m_facet;
    Layout m_layout = Layout::Values;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace interdict
