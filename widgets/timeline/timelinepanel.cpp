// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinepanel.h"

#include "widgets/timeline/asofcontrol.h"
#include "widgets/timeline/legendbar.h"
#include "widgets/timeline/overview.h"
#include "widgets/timeline/periodfields.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr auto lanesKey = "lanes";
constexpr auto coloursKey = "colours";

struct ColourChoice
{
    ColourBy by;
    const char* key; // in saved states
};
constexpr std::array colourChoices{ColourChoice{ColourBy::Measure, "measure"},
                                   ColourChoice{ColourBy::Concern, "concern"},
                                   ColourChoice{ColourBy::Status, "status"}};

QComboBox* makeChoice(const QString& name)
{
    auto* box = new QComboBox;
    box->setProperty("flat", true);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

QLabel* quietLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TimelinePanel::TimelinePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_view(new TimelineView(workspace))
    , m_legend(new LegendBar)
    , m_overview(new OverviewView(workspace))
    , m_fields(new PeriodFields(workspace))
    , m_lanes(makeLaneChoice())
    , m_colours(makeColourChoice())
{
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(0);
    bottom->addWidget(m_fields);
    bottom->addWidget(m_overview, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader(workspace));
    layout->addWidget(m_legend);
    layout->addWidget(m_view, 1);
    layout->addLayout(bottom);
    connect(m_view, &TimelineView::visibleDaysChanged, m_overview, &OverviewView::setVisibleDays);
    const auto showLegend = [this] {
        const TimelineView::Legend legend = m_view->legend();
        m_legend->show(legend.entries, legend.used);
    };
    connect(m_view, &TimelineView::schemeChanged, this, showLegend);
    connect(m_overview, &OverviewView::draggingChanged, m_view, &TimelineView::setHeld);
    connect(m_overview, &OverviewView::dayClicked, this, [this](double day) {
        const double half = m_view->scale().span() / 2;
        m_view->showWindow(day - half, day + half);
    });
    showLegend();
}

QWidget* TimelinePanel::makeHeader(Workspace& workspace)
{
    auto* title = new QLabel(tr("Timeline"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* fit = new QToolButton;
    fit->setText(tr("Fit"));
    fit->setToolTip(tr("Show the filter's period, or else all of the result (0)"));
    connect(fit, &QToolButton::clicked, m_view, &TimelineView::fit);
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 6, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addSpacing(12);
    layout->addWidget(quietLabel(tr("Lanes")));
    layout->addWidget(m_lanes);
    layout->addSpacing(6);
    layout->addWidget(quietLabel(tr("Colour")));
    layout->addWidget(m_colours);
    layout->addStretch(1);
    layout->addWidget(new AsOfControl(workspace));
    layout->addWidget(fit);
    return header;
}

QComboBox* TimelinePanel::makeLaneChoice()
{
    QComboBox* box = makeChoice(tr("Lanes by"));
    for (const LaneByInfo& choice : laneChoices())
        box->addItem(laneByLabel(choice.by), QLatin1String(choice.key));
    connect(box, &QComboBox::currentIndexChanged, m_view,
            [this](int i) { m_view->setLaneBy(static_cast<LaneBy>(i)); });
    connect(m_view, &TimelineView::laneByChanged, box,
            [box](LaneBy by) { box->setCurrentIndex(static_cast<int>(by)); });
    return box;
}

QComboBox* TimelinePanel::makeColourChoice()
{
    QComboBox* box = makeChoice(tr("Colour by"));
    for (const ColourChoice& choice : colourChoices)
        box->addItem(colourByLabel(choice.by), QLatin1String(choice.key));
    connect(box, &QComboBox::currentIndexChanged, m_view,
            [this](int i) { m_view->setColourBy(colourChoices[static_cast<std::size_t>(i)].by); });
    connect(m_view, &TimelineView::colourByChanged, box,
            [box](ColourBy by) { box->setCurrentIndex(static_cast<int>(by)); });
    return box;
}

QVariantMap TimelinePanel::saveState() const
{
    return {{QLatin1String(lanesKey), m_lanes->currentData()},
            {QLatin1String(coloursKey), m_colours->currentData()}};
}

void TimelinePanel::restoreState(const QVariantMap& state)
{
    for (const auto& [box, key] : {std::pair(m_lanes, lanesKey), {m_colours, coloursKey}}) {
        const int index = box->findData(state.value(QLatin1String(key)));
        if (index >= 0)
            box->setCurrentIndex(index);
    }
}

void TimelinePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    alignOverview();
}

// The overview's days begin where the timeline's do; the fields take the room beside them.
void TimelinePanel::alignOverview()
{
    m_fields->setFixedWidth(std::max(static_cast<int>(TimelineLayout::plotLeft(width())), 132));
}

void TimelinePanel::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    const QRect bottom(0, m_fields->y(), width(), m_fields->height());
    painter.fillRect(bottom, theme.ground);
    painter.fillRect(QRect(0, bottom.top(), width(), 1), theme.line);
}

} // namespace interdict
