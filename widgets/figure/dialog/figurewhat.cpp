// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/dialog/figurewhat.h"

#include "model/analysis/chart.h"
#include "model/event/partialdate.h"
#include "model/workspace.h"
#include "widgets/figure/dialog/choicerows.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace interdict {

using namespace choicerows;

namespace {

constexpr int ofDays = -1, ofOne = -2; // choices of panels that are no facet
constexpr int noSplit = -1;
constexpr int evenDates = 6;
constexpr int mostPanels = 24;

} // namespace

std::vector<Day> evenDays(DayInterval days, int count)
{
    std::vector<Day> made;
    for (int i = 0; i < count; ++i) {
        const double share = count < 2 ? 1 : double(i) / (count - 1);
        made.push_back(days.first + static_cast<Day>(share * (days.last - days.first) + 0.5));
    }
    made.erase(std::unique(made.begin(), made.end()), made.end());
    return made;
}

FigureWhat::FigureWhat(const Workspace& workspace, const FigureSpec& onScreen, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_onScreen(onScreen)
    , m_form(makeForm(this))
    , m_kind(makeBox())
    , m_lanes(makeBox())
    , m_colours(makeBox())
    , m_mapMode(makeBox())
    , m_chart(makeBox())
    , m_chartBy(makeBox())
    , m_chartSplit(makeBox())
    , m_chartCount(makeBox())
    , m_chartBin(makeBox())
    , m_matrixRows(makeBox())
    , m_matrixColumns(makeBox())
    , m_matrixValue(makeBox())
    , m_matrixOrder(makeBox())
    , m_extent(makeBox())
    , m_each(makeBox())
    , m_panels(new QSpinBox)
    , m_daysRow(new QWidget)
    , m_days(new QLineEdit)
{
    fill(*m_kind, figureKinds(), "Figure");
    addHeading(*m_form, tr("What"));
    addRow(tr("S&how"), m_kind, {});
    addKindRows();
    addExtentRows();
    choose(*m_kind, onScreen.kind);
    setFocusProxy(m_kind);
    choose(*m_extent, onScreen.extent);
    connect(m_chart, &QComboBox::currentIndexChanged, this, &FigureWhat::fillChartFacets);
    for (QComboBox* box : findChildren<QComboBox*>())
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showRows();
            Q_EMIT changed();
        });
    connect(m_panels, &QSpinBox::valueChanged, this, &FigureWhat::changed);
    connect(m_days, &QLineEdit::textChanged, this, &FigureWhat::changed);
    showRows();
}

QComboBox* FigureWhat::makeBox()
{
    auto* box = new QComboBox(this);
    box->setMaxVisibleItems(20);
    return box;
}

void FigureWhat::addRow(const QString& label, QWidget* field, std::vector<FigureKind> kinds)
{
    choicerows::addRow(*m_form, label, field);
    m_rows.push_back({field, std::move(kinds)});
}

void FigureWhat::addKindRows()
{
    for (const LaneByInfo& choice : laneChoices())
        m_lanes->addItem(laneByLabel(choice.by), static_cast<int>(choice.by));
    for (const ColourBy by : {ColourBy::Measure, ColourBy::Concern, ColourBy::Status})
        m_colours->addItem(colourByLabel(by), static_cast<int>(by));
    for (int mode = 0; mode < mapModeCount; ++mode)
        m_mapMode->addItem(mapModeLabel(static_cast<MapMode>(mode)), mode);
    fill(*m_chart, chartKinds(), "Chart");
    fill(*m_chartBin, timeBins(), "Chart");
    fill(*m_chartCount, chartCounts(), "Chart");
    fillWithFacets(*m_matrixRows);
    fillWithFacets(*m_matrixColumns);
    fill(*m_matrixValue, matrixValues(), "Matrix");
    fill(*m_matrixOrder, matrixOrders(), "Matrix");
    addRow(tr("&Lanes"), m_lanes, {FigureKind::Timeline});
    addRow(tr("&Colour"), m_colours, {FigureKind::Timeline});
    addRow(tr("Of pl&aces"), m_mapMode, {FigureKind::Map});
    addRow(tr("&Chart"), m_chart, {FigureKind::Chart});
    addRow(tr("&By"), m_chartBy, {FigureKind::Chart});
    addRow(tr("Spl&it by"), m_chartSplit, {FigureKind::Chart});
    addRow(tr("Co&unt"), m_chartCount, {FigureKind::Chart});
    addRow(tr("&In"), m_chartBin, {FigureKind::Chart});
    addRow(tr("&Rows"), m_matrixRows, {FigureKind::Matrix});
    addRow(tr("Co&lumns"), m_matrixColumns, {FigureKind::Matrix});
    addRow(tr("Co&unt"), m_matrixValue, {FigureKind::Matrix});
    addRow(tr("&Order"), m_matrixOrder, {FigureKind::Matrix});
    choose(*m_lanes, m_onScreen.lanes);
    choose(*m_colours, m_onScreen.colours);
    choose(*m_mapMode, m_onScreen.mapMode);
    choose(*m_chart, m_onScreen.chart.kind);
    fillChartFacets();
    choose(*m_chartBin, m_onScreen.chart.bin);
    choose(*m_chartCount, m_onScreen.chart.count);
    choose(*m_matrixRows, m_onScreen.matrix.rows);
    choose(*m_matrixColumns, m_onScreen.matrix.columns);
    choose(*m_matrixValue, m_onScreen.matrix.value);
    choose(*m_matrixOrder, m_onScreen.matrix.order);
}

void FigureWhat::addExtentRows()
{
    fill(*m_extent, figureExtents(), "Figure");
    m_each->addItem(tr("One"), ofOne);
    m_each->addItem(tr("One a day of several"), ofDays);
    for (const FacetInfo& info : facets())
        m_each->addItem(tr("One for each: %1").arg(facetLabel(info.facet)), static_cast<int>(info.facet));
    m_panels->setRange(2, mostPanels);
    m_panels->setValue(std::clamp(m_onScreen.panels, 2, mostPanels));
    m_days->setPlaceholderText(tr("2024-06-30, 2025-06-30 …"));
    m_days->setToolTip(tr("Days, separated by commas. A month or a year means its last day."));
    auto* spread = new QPushButton(tr("Si&x"));
    spread->setToolTip(tr("Six dates, evenly spread over the result"));
    spread->setAccessibleName(spread->toolTip());
    connect(spread, &QPushButton::clicked, this, &FigureWhat::spreadDays);
    auto* row = new QHBoxLayout(m_daysRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_days, 1);
    row->addWidget(spread);
    using enum FigureKind;
    addRow(tr("&Extent"), m_extent, {Timeline, Map, Matrix, Table});
    addRow(tr("&Panels"), m_each, {Timeline, Map, Chart, Matrix});
    addRow(tr("At &most"), m_panels, {});
    addRow(tr("&Days"), m_daysRow, {});
    m_days->setAccessibleName(tr("Days"));
    m_daysRow->setFocusProxy(m_days);
}

// Each kind of chart has facets of its own; what was chosen stays where it can.
void FigureWhat::fillChartFacets()
{
    const auto kindOfChart = chosen<ChartKind>(*m_chart);
    const int by =
        m_chartBy->count() > 0 ? m_chartBy->currentData().toInt() : static_cast<int>(m_onScreen.chart.by);
    const auto& onScreen = m_onScreen.chart.split;
    const int split = m_chartSplit->count() > 0 ? m_chartSplit->currentData().toInt()
                      : onScreen                ? static_cast<int>(*onScreen)
                                                : noSplit;
    const QSignalBlocker quietBy(m_chartBy), quietSplit(m_chartSplit);
    m_chartBy->clear();
    m_chartSplit->clear();
    m_chartSplit->addItem(tr("Nothing"), noSplit);
    for (const Facet facet : facetsFor(kindOfChart, ChartChoice::By))
        m_chartBy->addItem(facetLabel(facet), static_cast<int>(facet));
    for (const Facet facet : facetsFor(kindOfChart, ChartChoice::Split))
        m_chartSplit->addItem(facetLabel(facet), static_cast<int>(facet));
    m_chartBy->setCurrentIndex(std::max(0, m_chartBy->findData(by)));
    m_chartSplit->setCurrentIndex(std::max(0, m_chartSplit->findData(split)));
}

ChartSpec FigureWhat::chart() const
{
    ChartSpec spec = m_onScreen.chart;
    spec.kind = chosen<ChartKind>(*m_chart);
    if (m_chartBy->count() > 0)
        spec.by = chosen<Facet>(*m_chartBy);
    const int split = m_chartSplit->currentData().toInt();
    spec.split = split == noSplit ? std::nullopt : std::optional(static_cast<Facet>(split));
    spec.count = chosen<ChartCount>(*m_chartCount);
    spec.bin = chosen<TimeBin>(*m_chartBin);
    return spec;
}

FigureKind FigureWhat::kind() const
{
    return chosen<FigureKind>(*m_kind);
}

void FigureWhat::showRows()
{
    for (const Row& row : m_rows)
        m_form->setRowVisible(row.field, row.kinds.empty() || std::find(row.kinds.begin(), row.kinds.end(),
                                                                        kind()) != row.kinds.end());
    const int each = m_form->isRowVisible(m_each) ? m_each->currentData().toInt() : ofOne;
    m_form->setRowVisible(m_panels, each >= 0);
    m_form->setRowVisible(m_daysRow, each == ofDays);
    const ChartSpec ofChart = chart();
    const std::pair<QWidget*, ChartChoice> charts[] = {{m_chartBy, ChartChoice::By},
                                                       {m_chartSplit, ChartChoice::Split},
                                                       {m_chartCount, ChartChoice::Count},
                                                       {m_chartBin, ChartChoice::Bin}};
    for (const auto& [field, choice] : charts)
        m_form->setRowVisible(field, kind() == FigureKind::Chart && hasChoice(ofChart, choice));
    if (each == ofDays && m_days->text().isEmpty())
        spreadDays();
}

// From the first event of the result to the as-of day.
void FigureWhat::spreadDays()
{
    const auto rows = m_workspace.result();
    const Day last = m_workspace.asOf();
    const Day first =
        rows.empty() ? last - 365 : std::min(m_workspace.columns().startLast[rows.front()], last - evenDates);
    QStringList texts;
    for (const Day day : evenDays({first, last}, evenDates))
        texts << PartialDate::ofDay(day).text();
    m_days->setText(texts.join(QStringLiteral(", ")));
}

std::optional<std::vector<Day>> FigureWhat::typedDays() const
{
    std::vector<Day> days;
    for (const QString& text : m_days->text().split(u',', Qt::SkipEmptyParts)) {
        const auto date = PartialDate::parse(text.trimmed());
        if (!date)
            return std::nullopt;
        days.push_back(date->interval().last);
    }
    return days;
}

QString FigureWhat::problem() const
{
    if (m_form->isRowVisible(m_daysRow) && !typedDays())
        return tr("The days cannot be read. Write them as 2025-06-30, separated by commas.");
    if (kind() == FigureKind::Card && !m_workspace.current())
        return tr("No event is selected. Select one, then make a figure of its card.");
    return {};
}

void FigureWhat::readInto(FigureSpec& spec) const
{
    spec.kind = kind();
    spec.lanes = chosen<LaneBy>(*m_lanes);
    spec.colours = chosen<ColourBy>(*m_colours);
    spec.mapMode = chosen<MapMode>(*m_mapMode);
    spec.chart = chart();
    spec.matrix = {chosen<Facet>(*m_matrixRows), chosen<Facet>(*m_matrixColumns),
                   chosen<MatrixValue>(*m_matrixValue), chosen<MatrixOrder>(*m_matrixOrder)};
    spec.event = m_onScreen.event;
    spec.extent = chosen<FigureExtent>(*m_extent);
    spec.days = spec.extent == FigureExtent::Visible ? m_onScreen.days : std::nullopt;
    spec.box = spec.extent == FigureExtent::Visible ? m_onScreen.box : std::nullopt;
    const int each = m_form->isRowVisible(m_each) ? m_each->currentData().toInt() : ofOne;
    spec.each = each >= 0 ? std::optional(static_cast<Facet>(each)) : std::nullopt;
    spec.eachDay = each == ofDays ? typedDays().value_or(std::vector<Day>()) : std::vector<Day>();
    spec.panels = m_panels->value();
}

} // namespace interdict
