// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurepanels.h"

#include "widgets/figure/figure.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Figure", text, nullptr, n);
}

QString labelOf(const Workspace& workspace, Facet facet, int value)
{
    return facetValueLabel(facet, workspace.columns().table(facet).codes[value], workspace.vocabulary(),
                           workspace.gazetteer());
}

// By value number. Of places only countries, with their parts.
std::vector<std::vector<Row>> rowsByValue(const Workspace& workspace, Facet facet)
{
    const Columns& columns = workspace.columns();
    std::vector<std::vector<Row>> rows(static_cast<std::size_t>(columns.table(facet).size()));
    for (const Row row : workspace.result()) {
        if (facet == Facet::Country) {
            rows[columns.countryOf[columns.place[row]]].push_back(row);
            continue;
        }
        for (const int value : columns.valuesOf(facet, row))
            rows[static_cast<std::size_t>(value)].push_back(row);
    }
    return rows;
}

// The values that the filter asks for first: what is chosen is what the panels should compare.
std::vector<FigurePanel> panelsByValue(const Workspace& workspace, Facet facet, int most)
{
    const std::vector<std::vector<Row>> rows = rowsByValue(workspace, facet);
    const QStringList& chosen = workspace.filter()[facet].anyOf;
    const QStringList& codes = workspace.columns().table(facet).codes;
    std::vector<int> values;
    for (int value = 0; value < static_cast<int>(rows.size()); ++value) {
        const bool isMeant = chosen.isEmpty() || chosen.contains(codes[value]);
        if (!rows[static_cast<std::size_t>(value)].empty() && isMeant)
            values.push_back(value);
    }
    std::stable_sort(values.begin(), values.end(), [&rows](int a, int b) {
        return rows[static_cast<std::size_t>(a)].size() > rows[static_cast<std::size_t>(b)].size();
    });
    if (values.size() > static_cast<std::size_t>(most))
        values.resize(static_cast<std::size_t>(most));
    std::vector<FigurePanel> panels;
    for (const int value : values) {
        const std::vector<Row>& own = rows[static_cast<std::size_t>(value)];
        panels.push_back({QStringLiteral("%1 (%2)").arg(labelOf(workspace, facet, value),
                                                        QLocale().toString(qulonglong(own.size()))),
                          own, workspace.asOf()});
    }
    return panels;
}

// Each of what had begun by its day.
std::vector<FigurePanel> panelsByDay(const Workspace& workspace, const FigureSpec& spec)
{
    const std::vector<Row> all(workspace.result().begin(), workspace.result().end());
    std::vector<Day> days = spec.eachDay;
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<FigurePanel> panels;
    for (const Day day : days) {
        FigurePanel panel{displayDay(day, QLocale()), all, day};
        std::erase_if(panel.rows, [&](Row row) { return workspace.columns().startFirst[row] > day; });
        panels.push_back(std::move(panel));
    }
    return panels;
}

// What the filter asks of a facet in words, "DeepSeek or TikTok"; empty where it asks nothing, or only what
// is not wanted.
QString wanted(const Workspace& workspace, Facet facet)
{
    Filter alone;
    alone[facet].anyOf = workspace.filter()[facet].anyOf;
    alone[facet].allOf = workspace.filter()[facet].allOf;
    QStringList parts;
    for (const FilterCondition& condition :
         describeFilter(alone, workspace.vocabulary(), workspace.gazetteer()))
        parts << condition.value;
    return parts.join(QStringLiteral(", "));
}

// "Restrictions on DeepSeek in Italy (Data handling)"; divided by platform, the platforms need no word.
QString subject(const Workspace& workspace, std::optional<Facet> by)
{
    const QString platform = wanted(workspace, Facet::Platform);
    const QString developer = wanted(workspace, Facet::Developer);
    QString text = tr("Restrictions on AI platforms");
    if (!platform.isEmpty())
        text = tr("Restrictions on %1").arg(platform);
    else if (!developer.isEmpty())
        text = tr("Restrictions on AI platforms from %1").arg(developer);
    else if (by == Facet::Platform)
        text = tr("Restrictions");
    const QString country = wanted(workspace, Facet::Country);
    const QString bloc = wanted(workspace, Facet::Bloc);
    for (const QString& place : {country, bloc})
        if (!place.isEmpty())
            text = tr("%1 in %2").arg(text, place);
    if (const QString concern = wanted(workspace, Facet::Concern); !concern.isEmpty())
        text = tr("%1 (%2)").arg(text, concern);
    return text;
}

QString chartTitle(const QString& what, const ChartSpec& chart)
{
    switch (chart.kind) {
    case ChartKind::OverTime:
        return tr("%1 over time").arg(what);
    case ChartKind::InForce:
        return tr("%1 in force over time").arg(what);
    case ChartKind::Ranking:
        return tr("%1 by %2").arg(what, facetLabel(chart.by).toLower());
    case ChartKind::Diffusion:
        return tr("%1 by %2: how fast others followed").arg(what, facetLabel(chart.by).toLower());
    case ChartKind::Durations:
        return tr("%1: how long they lasted").arg(what);
    case ChartKind::Capability:
        return tr("%1 in force and milestones of capability").arg(what);
    }
    return what;
}

std::optional<Event> eventOf(const Workspace& workspace, const QString& uid)
{
    const auto row = workspace.rowOf(uid);
    return row ? std::optional(workspace.event(*row)) : std::nullopt;
}

QString monthText(Day day)
{
    const PartialDate date = PartialDate::ofDay(day);
    return PartialDate::ofMonth(date.year(), date.month())->display(QLocale(), true);
}

// "131 events in 35 jurisdictions, Dec 2024 – Jun 2026"
QString countsText(const Workspace& workspace)
{
    const std::span<const Row> rows = workspace.result();
    const Columns& columns = workspace.columns();
    std::vector<bool> seen(columns.countryOf.size());
    for (const Row row : rows)
        seen[columns.countryOf[columns.place[row]]] = true;
    const int places = static_cast<int>(std::count(seen.begin(), seen.end(), true));
    const QString events = tr("%Ln event(s)", static_cast<int>(rows.size()));
    if (rows.empty())
        return events;
    const QString from = monthText(columns.startFirst[rows.front()]);
    const QString to = monthText(columns.startFirst[rows.back()]);
    return tr("%1 in %2, %3")
        .arg(events, tr("%n jurisdiction(s)", places),
             from == to ? from : QStringLiteral("%1 – %2").arg(from, to));
}

// In the title, or in the months of the subtitle.
bool isTold(const Workspace& workspace, const FilterCondition& condition)
{
    if (workspace.filter().begins != condition.without.begins)
        return true;
    constexpr Facet told[] = {Facet::Platform, Facet::Developer, Facet::Country, Facet::Bloc, Facet::Concern};
    return std::any_of(std::begin(told), std::end(told), [&](Facet facet) {
        const FacetSelection& before = workspace.filter()[facet];
        const FacetSelection& after = condition.without[facet];
        return before.anyOf != after.anyOf || before.allOf != after.allOf;
    });
}

bool hangsOnDay(const FigureSpec& spec)
{
    switch (spec.kind) {
    case FigureKind::Map:
        return spec.eachDay.empty() && spec.mapMode == MapMode::StrictestInForce;
    case FigureKind::Chart:
        return spec.chart.kind == ChartKind::Durations || spec.chart.count == ChartCount::InForce;
    case FigureKind::Matrix:
        return spec.matrix.value != MatrixValue::Events;
    case FigureKind::Table:
    case FigureKind::Card:
    case FigureKind::Timeline:
        return true;
    }
    return true;
}

} // namespace

Result<std::vector<FigurePanel>> figurePanels(const Workspace& workspace, const FigureSpec& spec)
{
    if (!workspace.isOpen())
        return failure(Error::Kind::BadInput, tr("No data set is open, so there is nothing to show."));
    const std::vector<Row> all(workspace.result().begin(), workspace.result().end());
    if (spec.kind == FigureKind::Card)
        return std::vector{FigurePanel{{}, all, workspace.asOf()}};
    if (all.empty())
        return failure(Error::Kind::BadInput,
                       tr("No event passes the filter, so there is nothing to show. Take a condition away."));
    if (!spec.eachDay.empty())
        return panelsByDay(workspace, spec);
    if (spec.each)
        return panelsByValue(workspace, *spec.each, std::clamp(spec.panels, 1, 24));
    return std::vector{FigurePanel{{}, all, workspace.asOf()}};
}

QString suggestedTitle(const Workspace& workspace, const FigureSpec& spec)
{
    const bool isByChart = spec.kind == FigureKind::Chart &&
                           (spec.chart.kind == ChartKind::Ranking || spec.chart.kind == ChartKind::Diffusion);
    const QString what = subject(workspace, isByChart ? std::optional(spec.chart.by) : spec.each);
    switch (spec.kind) {
    case FigureKind::Chart:
        return chartTitle(what, spec.chart);
    case FigureKind::Matrix:
        return tr("%1 by %2 and %3")
            .arg(what, facetLabel(spec.matrix.rows).toLower(), facetLabel(spec.matrix.columns).toLower());
    case FigureKind::Card:
        if (const auto event = eventOf(workspace, spec.event))
            return event->title;
        break;
    case FigureKind::Timeline:
    case FigureKind::Map:
    case FigureKind::Table:
        break;
    }
    return spec.each ? tr("%1 by %2").arg(what, facetLabel(*spec.each).toLower()) : what;
}

QString suggestedSubtitle(const Workspace& workspace, const FigureSpec& spec)
{
    if (spec.kind == FigureKind::Card)
        return {};
    QStringList parts;
    if (spec.kind == FigureKind::Map && spec.mapMode != MapMode::Events)
        parts
            << (hangsOnDay(spec)
                    ? tr("%1 on %2").arg(mapModeLabel(spec.mapMode), displayDay(workspace.asOf(), QLocale()))
                    : mapModeLabel(spec.mapMode));
    parts << countsText(workspace);
    if (spec.kind == FigureKind::Timeline && spec.extent == FigureExtent::Visible && spec.days)
        parts << tr("shown: %1 – %2")
                     .arg(displayDay(spec.days->first, QLocale(), true),
                          displayDay(spec.days->last, QLocale(), true));
    // What is not said yet.
    for (const FilterCondition& condition :
         describeFilter(workspace.filter(), workspace.vocabulary(), workspace.gazetteer()))
        if (!isTold(workspace, condition))
            parts << QStringLiteral("%1: %2").arg(condition.label, condition.value);
    return parts.join(QStringLiteral(" · "));
}

QStringList sourceLines(const Workspace& workspace, const FigureSpec& spec)
{
    const DataSetInfo& info = workspace.dataSet().info();
    QStringList first{tr("Data: %1").arg(info.title)};
    const auto last = workspace.dataSet().lastStep();
    const auto steps = workspace.steps(last ? *last - 1 : 0);
    const QString when = steps && !steps->empty() ? steps->front().stamp.when : info.created;
    if (const auto day = PartialDate::parse(QStringView(when).left(10)))
        first << day->display(QLocale(), true);
    if (hangsOnDay(spec))
        first << tr("as of %1").arg(displayDay(workspace.asOf(), QLocale(), true));
    first << QStringLiteral("Interdict " INTERDICT_VERSION);
    QStringList lines{first.join(QStringLiteral(" · "))};
    if (spec.kind == FigureKind::Card)
        return lines;
    const QString filter = filterText(workspace.filter());
    lines << (filter.isEmpty() ? tr("Filter: none, all published events") : tr("Filter: %1").arg(filter));
    return lines;
}

} // namespace interdict
