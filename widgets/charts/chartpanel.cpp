// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpanel.h"

#include "widgets/editor/flowlayout.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr std::array mostChoices{3, 5, 8, 12, 20};
constexpr int noFacet = -1;

void choose(QComboBox& box, int value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

// Facet, or nothing, as a list's number.
int numberOf(std::optional<Facet> facet)
{
    return facet ? static_cast<int>(*facet) : noFacet;
}

std::optional<Facet> facetOf(int number)
{
    return number == noFacet ? std::nullopt : std::optional(static_cast<Facet>(number));
}

// A label and its control stay together in the line.
void addPair(QLayout& line, QLabel* label, QWidget* control)
{
    auto* pair = new QWidget;
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(4);
    row->addWidget(label);
    row->addWidget(control);
    line.addWidget(pair);
}

} // namespace

ChartPanel::ChartPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_view(new ChartView(workspace))
    , m_note(new QLabel)
{
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 0, 12, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
    connect(m_view, &ChartView::specChanged, this, &ChartPanel::fillChoices);
    connect(m_view, &ChartView::chartChanged, this, &ChartPanel::showNote);
    fillChoices();
    m_isFilling = false;
}

QComboBox* ChartPanel::makeBox(const QString& name)
{
    auto* box = new QComboBox;
    box->setProperty("flat", true);
    box->setAccessibleName(name);
    box->setToolTip(name);
    connect(box, &QComboBox::currentIndexChanged, this, &ChartPanel::readChoices);
    return box;
}

void ChartPanel::addChoice(ChartChoice means, const QString& label, const QString& name)
{
    auto* text = new QLabel(label);
    text->setForegroundRole(QPalette::PlaceholderText);
    m_choices.push_back({means, text, makeBox(name)});
}

QWidget* ChartPanel::makeHeader()
{
    auto* header = new QWidget;
    auto* layout = new FlowLayout(4, 0, header);
    layout->setContentsMargins(12, 6, 8, 0);
    m_kind = makeBox(tr("Kind of chart"));
    for (const KeyOf<ChartKind>& kind : chartKinds())
        m_kind->addItem(chartKindLabel(kind.value), static_cast<int>(kind.value));
    auto* title = new QLabel(tr("Chart"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    addPair(*layout, title, m_kind);
    addChoice(ChartChoice::By, tr("Of"), tr("What is compared"));
    addChoice(ChartChoice::Count, tr("Count"), tr("What is counted"));
    addChoice(ChartChoice::Split, tr("Split by"), tr("What splits it"));
    addChoice(ChartChoice::Bin, tr("In"), tr("Length of time of each bar"));
    addChoice(ChartChoice::Most, tr("Most"), tr("How many are shown; the rest is one"));
    for (const Choice& choice : m_choices)
        addPair(*layout, choice.label, choice.box);
    m_cumulative = new QCheckBox(tr("Running total"));
    connect(m_cumulative, &QCheckBox::toggled, this, &ChartPanel::readChoices);
    addPair(*layout, new QLabel, m_cumulative);
    return header;
}

QComboBox* ChartPanel::box(ChartChoice means) const
{
    return std::find_if(m_choices.begin(), m_choices.end(),
                        [means](const Choice& choice) { return choice.means == means; })
        ->box;
}

// The lists show the spec.
void ChartPanel::fillChoices()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const ChartSpec& spec = m_view->spec();
    choose(*m_kind, static_cast<int>(spec.kind));
    for (const Choice& choice : m_choices)
        choice.box->clear();
    for (const Facet facet : facetsFor(spec.kind, ChartChoice::By))
        box(ChartChoice::By)->addItem(facetLabel(facet), numberOf(facet));
    box(ChartChoice::Split)->addItem(tr("Nothing"), noFacet);
    for (const Facet facet : facetsFor(spec.kind, ChartChoice::Split))
        box(ChartChoice::Split)
            ->addItem(facet == Facet::Bloc ? tr("Region") : facetLabel(facet), numberOf(facet));
    for (const KeyOf<TimeBin>& bin : timeBins())
        box(ChartChoice::Bin)->addItem(timeBinLabel(bin.value), static_cast<int>(bin.value));
    for (const KeyOf<ChartCount>& count : chartCounts())
        box(ChartChoice::Count)->addItem(chartCountLabel(count.value), static_cast<int>(count.value));
    for (const int most : mostChoices)
        box(ChartChoice::Most)->addItem(QString::number(most), most);
    choose(*box(ChartChoice::By), numberOf(spec.by));
    choose(*box(ChartChoice::Split), numberOf(spec.split));
    choose(*box(ChartChoice::Bin), static_cast<int>(spec.bin));
    choose(*box(ChartChoice::Count), static_cast<int>(spec.count));
    if (box(ChartChoice::Most)->findData(spec.most) < 0)
        box(ChartChoice::Most)->addItem(QString::number(spec.most), spec.most);
    choose(*box(ChartChoice::Most), spec.most);
    m_cumulative->setChecked(spec.cumulative);
    for (const Choice& choice : m_choices)
        choice.box->parentWidget()->setVisible(hasChoice(spec, choice.means));
    m_cumulative->parentWidget()->setVisible(hasChoice(spec, ChartChoice::Cumulative));
}

// The spec becomes what the lists say. A kind that cannot be drawn by the facet takes its own first one.
void ChartPanel::readChoices()
{
    if (m_isFilling)
        return;
    ChartSpec spec = m_view->spec();
    spec.kind = static_cast<ChartKind>(m_kind->currentData().toInt());
    spec.by = facetOf(box(ChartChoice::By)->currentData().toInt()).value_or(spec.by);
    const std::vector<Facet> possible = facetsFor(spec.kind, ChartChoice::By);
    if (std::find(possible.begin(), possible.end(), spec.by) == possible.end())
        spec.by = possible.front();
    spec.split = facetOf(box(ChartChoice::Split)->currentData().toInt());
    spec.bin = static_cast<TimeBin>(box(ChartChoice::Bin)->currentData().toInt());
    spec.count = static_cast<ChartCount>(box(ChartChoice::Count)->currentData().toInt());
    spec.most = box(ChartChoice::Most)->currentData().toInt();
    spec.cumulative = m_cumulative->isChecked();
    m_view->setSpec(spec);
}

void ChartPanel::showNote()
{
    const ChartData& chart = m_view->chart();
    m_note->setText(chart.note);
    m_note->setVisible(!chart.note.isEmpty() && !chart.isEmpty() && height() > 300);
}

QVariantMap ChartPanel::saveState() const
{
    return toJson(m_view->spec()).toVariantMap();
}

void ChartPanel::restoreState(const QVariantMap& state)
{
    m_view->setSpec(chartSpecFrom(QJsonObject::fromVariantMap(state)));
}

void ChartPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace interdict
