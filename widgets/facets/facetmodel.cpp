// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetmodel.h"

#include "model/explore/facetvalue.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QLocale>

namespace interdict {

namespace {

std::uint32_t at(std::span<const std::uint32_t> counts, int value)
{
    const auto number = static_cast<std::size_t>(value);
    return number < counts.size() ? counts[number] : 0;
}

} // namespace

FacetModel::FacetModel(const Workspace& workspace, Facet facet, QObject* parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
    , m_facet(facet)
{
    rebuild();
}

void FacetModel::setLayout(Layout layout)
{
    if (layout == m_layout)
        return;
    m_layout = layout;
    rebuild();
}

void FacetModel::rebuild()
{
    beginResetModel();
    m_nodes.clear();
    m_roots.clear();
    if (m_layout == Layout::Groups)
        addGroups();
    else if (m_facet == Facet::Country)
        addPlaces();
    else
        addValues();
    const auto greatest = greatestCounts();
    for (Node& node : m_nodes)
        refreshNode(node, greatest);
    endResetModel();
}

int FacetModel::add(Node node)
{
    const int number = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings =
        node.parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(node.parent)].children;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

int FacetModel::addValue(Facet facet, int value, int parent, int band)
{
    Node node;
    node.facet = facet;
    node.value = value;
    node.band = band;
    node.code = m_workspace.columns().table(facet).codes[value];
    node.label = facetValueLabel(facet, node.code, m_workspace.vocabulary(), m_workspace.gazetteer());
    node.folded = foldedName(node.label);
    node.parent = parent;
    return add(std::move(node));
}

void FacetModel::addHeading(const QString& label, int band)
{
    Node node;
    node.facet = m_facet;
    node.band = band;
    node.label = label;
    add(std::move(node));
}

void FacetModel::addValues()
{
    const auto totals = m_workspace.totals(m_facet);
    const ValueTable& table = m_workspace.columns().table(m_facet);
    for (int value = 0; value < table.size(); ++value) {
        const bool isRecorded = at(totals, value) > 0;
        if (isRecorded || (value > 0 && m_facet != Facet::Platform))
            addValue(m_facet, value, -1);
    }
}

void FacetModel::addPlaces()
{
    const Columns& columns = m_workspace.columns();
    const auto totals = m_workspace.totals(Facet::Country);
    const int size = columns.table(Facet::Country).size();
    std::vector<int> nodeOf(static_cast<std::size_t>(size), -1);
    const auto countryOf = [&](int place) { return int(columns.countryOf[static_cast<std::size_t>(place)]); };
    for (int place = 0; place < size; ++place) {
        if (countryOf(place) == place && at(totals, place) > 0)
            nodeOf[static_cast<std::size_t>(place)] = addValue(Facet::Country, place, -1);
    }
    for (int place = 0; place < size; ++place) {
        const int country = nodeOf[static_cast<std::size_t>(countryOf(place))];
        if (countryOf(place) != place && country >= 0)
            addValue(Facet::Country, place, country);
    }
}

void FacetModel::addGroups()
{
    using Kind = PlaceGroup::Kind;
    const ValueTable& table = m_workspace.columns().table(Facet::Bloc);
    const auto totals = m_workspace.totals(Facet::Bloc);
    const auto addKind = [&](Kind kind, int band) {
        for (const PlaceGroup& group : m_workspace.gazetteer().groups()) {
            const auto value = table.number(group.code);
            if (group.kind == kind && value && at(totals, *value) > 0)
                addMembers(addValue(Facet::Bloc, *value, -1, band));
        }
    };
    addHeading(tr("Blocs"), 0);
    addKind(Kind::Bloc, 1);
    addHeading(tr("Regions"), 2);
    addKind(Kind::Region, 3);
}

// A region holds its subregions; a bloc or a subregion the countries that some event names.
void FacetModel::addMembers(int group)
{
    const QString code = m_nodes[static_cast<std::size_t>(group)].code;
    const Columns& columns = m_workspace.columns();
    bool hasSubregions = false;
    for (const PlaceGroup& inner : m_workspace.gazetteer().groups()) {
        const auto value = columns.table(Facet::Bloc).number(inner.code);
        if (inner.parent != code || inner.parent.isEmpty())
            continue;
        hasSubregions = true;
        if (value && at(m_workspace.totals(Facet::Bloc), *value) > 0)
            addMembers(addValue(Facet::Bloc, *value, group));
    }
    const PlaceGroup* found = hasSubregions ? nullptr : m_workspace.gazetteer().group(code);
    for (const QString& member : found ? found->members : QStringList()) {
        const auto value = columns.table(Facet::Country).number(member);
        if (value && at(m_workspace.totals(Facet::Country), *value) > 0)
            addValue(Facet::Country, *value, group);
    }
}

// Of values that stand at the root, and of those below: a bar is a share among its like.
std::array<double, 2> FacetModel::greatestCounts() const
{
    std::array<double, 2> greatest{1, 1};
    for (const Node& node : m_nodes) {
        if (node.isHeading())
            continue;
        double& best = greatest[node.parent < 0 ? 0 : 1];
        best = std::max(best, double(at(m_workspace.counts(node.facet), node.value)));
    }
    return greatest;
}

bool FacetModel::refreshNode(Node& node, const std::array<double, 2>& greatest) const
{
    if (node.isHeading())
        return false;
    const std::uint32_t count = at(m_workspace.counts(node.facet), node.value);
    const std::uint32_t total = at(m_workspace.totals(node.facet), node.value);
    // A member of a group stands for a country, whose bar is measured like those at the root.
    const double share = count / greatest[node.parent < 0 ? 0 : 1];
    const auto chosen = chosenAs(m_workspace.filter()[node.facet], node.code);
    const bool isSame = count == node.count && total == node.total && chosen == node.chosen &&
                        qFuzzyCompare(1 + share, 1 + node.share);
    node.count = count;
    node.total = total;
    node.share = share;
    node.chosen = chosen;
    return !isSame;
}

void FacetModel::refresh()
{
    const auto greatest = greatestCounts();
    for (std::size_t number = 0; number < m_nodes.size(); ++number) {
        if (!refreshNode(m_nodes[number], greatest))
            continue;
        const QModelIndex changed = indexOf(static_cast<int>(number));
        Q_EMIT dataChanged(changed, changed);
    }
}

const FacetModel::Node* FacetModel::node(const QModelIndex& index) const
{
    return index.isValid() ? &m_nodes[index.internalId()] : nullptr;
}

QModelIndex FacetModel::indexOf(int node) const
{
    const auto number = static_cast<std::size_t>(node);
    return createIndex(m_nodes[number].row, 0, static_cast<quintptr>(number));
}

int FacetModel::valueCount() const
{
    return static_cast<int>(std::count_if(m_roots.begin(), m_roots.end(), [this](int root) {
        return !m_nodes[static_cast<std::size_t>(root)].isHeading();
    }));
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int>& siblings = parent.isValid() ? node(parent)->children : m_roots;
    return indexOf(siblings[static_cast<std::size_t>(row)]);
}

QModelIndex FacetModel::parent(const QModelIndex& child) const
{
    const Node* found = node(child);
    return found && found->parent >= 0 ? indexOf(found->parent) : QModelIndex();
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    return static_cast<int>(parent.isValid() ? node(parent)->children.size() : m_roots.size());
}

int FacetModel::columnCount(const QModelIndex&) const
{
    return 1;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    const Node* found = node(index);
    if (!found || found->isHeading())
        return found ? Qt::ItemIsEnabled : Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    const Node* found = node(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->label;
    case Qt::ToolTipRole:
        return toolTip(*found);
    case Qt::AccessibleTextRole:
        return accessibleText(*found);
    case Qt::CheckStateRole:
        return found->isHeading() ? QVariant() : QVariant(found->chosen ? Qt::Checked : Qt::Unchecked);
    case NodeRole:
        return static_cast<int>(index.internalId());
    case ExcludedRole:
        return found->chosen == ChoiceMode::None;
    case HoveredRole:
        return isHovered(*found);
    }
    return {};
}

bool FacetModel::isHovered(const Node& node) const
{
    if (node.facet != Facet::Country || node.isHeading())
        return false;
    const Hover& hover = m_workspace.hover();
    const Columns& columns = m_workspace.columns();
    if (hover.row && *hover.row < columns.size())
        return node.code == columns.placeCode(*hover.row) || node.code == columns.countryCode(*hover.row);
    return node.code == hover.place;
}

QString FacetModel::accessibleText(const Node& node) const
{
    if (node.isHeading())
        return node.label;
    const QString counted = tr("%1, %n event(s)", nullptr, static_cast<int>(node.count)).arg(node.label);
    if (!node.chosen)
        return counted;
    return node.chosen == ChoiceMode::None ? tr("%1, excluded").arg(counted) : tr("%1, chosen").arg(counted);
}

// Rich text, so that long descriptions wrap; what comes from the data is escaped.
QString FacetModel::toolTip(const Node& node) const
{
    if (node.isHeading())
        return {};
    const QLocale locale;
    const QString counts = tr("%1 under the other filters, %2 in all")
                               .arg(locale.toString(node.count), locale.toString(node.total));
    const QString text = description(node);
    const QString middle = text.isEmpty() ? QString() : text.toHtmlEscaped() + QStringLiteral("<br>");
    return QStringLiteral("<p><b>%1</b><br>%2%3</p>").arg(node.label.toHtmlEscaped(), middle, counts);
}

QString FacetModel::description(const Node& node) const
{
    if (node.facet == Facet::Bloc)
        return memberList(node.code);
    if (node.facet == Facet::Platform) {
        const Platform* platform = m_workspace.vocabulary().platform(node.code);
        return platform ? platform->developer : QString();
    }
    const auto kind = termKindOf(node.facet);
    const Term* term = kind ? m_workspace.vocabulary().find(*kind, node.code) : nullptr;
    return term ? term->description : QString();
}

QString FacetModel::memberList(const QString& group) const
{
    const PlaceGroup* found = m_workspace.gazetteer().group(group);
    QStringList names;
    for (const QString& member : found ? found->members : QStringList())
        names.append(m_workspace.gazetteer().name(member));
    std::sort(names.begin(), names.end(),
              [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    return names.join(QStringLiteral(", "));
}

} // namespace interdict
