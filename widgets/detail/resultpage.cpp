// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/resultpage.h"

#include "model/analysis/facttext.h"
#include "model/analysis/summary.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/detail/casechain.h"

#include <QVBoxLayout>

#include <bit>

namespace interdict {

namespace {

constexpr std::size_t mostValues = 4;
constexpr std::size_t mostListed = 200; // of selected events

QVBoxLayout* pageLayout(QWidget* page)
{
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

void countBits(const MaskColumn& column, std::span<const Row> rows, std::vector<std::uint32_t>& counts)
{
    const auto words = static_cast<std::size_t>(column.words);
    for (const Row row : rows) {
        for (std::size_t word = 0; word < words; ++word) {
            for (std::uint64_t bits = column.bits[row * words + word]; bits != 0; bits &= bits - 1)
                ++counts[64 * word + static_cast<std::size_t>(std::countr_zero(bits))];
        }
    }
}

// Under the other facets' selections the counts are the result's own, unless this facet is chosen in.
std::vector<std::uint32_t> countsInResult(const Workspace& workspace, Facet facet)
{
    if (workspace.filter()[facet].isEmpty()) {
        const auto counts = workspace.counts(facet);
        return {counts.begin(), counts.end()};
    }
    const Columns& columns = workspace.columns();
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(columns.table(facet).size()));
    if (facet == Facet::Platform || facet == Facet::Concern) {
        countBits(facet == Facet::Platform ? columns.platform : columns.concern, workspace.result(), counts);
        return counts;
    }
    for (const Row row : workspace.result()) {
        for (const int value : columns.valuesOf(facet, row))
            ++counts[static_cast<std::size_t>(value)];
    }
    return counts;
}

CaseStep stepOf(const Workspace& workspace, Row row, const QLocale& locale)
{
    const Columns& columns = workspace.columns();
    CaseStep step;
    step.row = row;
    step.title = workspace.brief(row).title;
    step.date = intervalText(columns.start(row), locale, true);
    step.measure = columns.table(Facet::Measure).codes[columns.measure[row]];
    return step;
}

} // namespace

std::vector<ValueCount> frequentValues(const Workspace& workspace, Facet facet, std::size_t most)
{
    const std::vector<std::uint32_t> counts = countsInResult(workspace, facet);
    const QStringList& codes = workspace.columns().table(facet).codes;
    std::vector<ValueCount> found;
    for (std::size_t value = 1; value < counts.size(); ++value) {
        if (counts[value] > 0)
            found.push_back({codes[static_cast<int>(value)], counts[value]});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const ValueCount& a, const ValueCount& b) { return a.count > b.count; });
    found.resize(std::min(found.size(), most));
    return found;
}

ResultPage::ResultPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    QVBoxLayout* layout = pageLayout(this);
    if (workspace.result().empty()) {
        addEmptyResult(*layout);
    } else {
        addSummary(*layout);
        addEnds(*layout);
        for (const Facet facet : {Facet::Measure, Facet::Concern, Facet::Platform})
            addFrequent(*layout, facet);
    }
    layout->addStretch();
}

void ResultPage::addEmptyResult(QVBoxLayout& layout)
{
    const bool isFiltered = !m_workspace.filter().isEmpty();
    layout.addWidget(
        makeText(isFiltered ? tr("No event found") : tr("No events yet"), TextRole::Title, this));
    if (!isFiltered) {
        layout.addWidget(makeText(tr("Open another data set from the File menu."), TextRole::Dim, this));
        return;
    }
    layout.addWidget(
        makeText(tr("No event passes all of the conditions. Remove one of the chips above the views, "
                    "or clear them all."),
                 TextRole::Dim, this));
    auto* clear = new LinkButton(LinkButton::Look::Link, tr("Clear all filters"), this);
    connect(
        clear, &QAbstractButton::clicked, &m_workspace, [this] { m_workspace.setFilter({}); },
        Qt::QueuedConnection);
    layout.addWidget(clear, 0, Qt::AlignLeft);
}

void ResultPage::addSummary(QVBoxLayout& layout)
{
    const auto result = m_workspace.result();
    const int count = static_cast<int>(result.size());
    layout.addWidget(makeText(tr("%Ln event(s)", nullptr, count), TextRole::Title, this));
    const QString countries = tr("%Ln country(ies)", nullptr, countCountries(m_workspace.columns(), result));
    const QString inForce =
        tr("%1 in force on %2")
            .arg(m_locale.toString(m_workspace.inForceCount()), displayDay(m_workspace.asOf(), m_locale));
    layout.addWidget(makeText(QStringLiteral("%1 · %2").arg(countries, inForce), TextRole::Body, this));
    layout.addWidget(
        makeText(tr("Click an event on the timeline or in the table to read it here; a country on the "
                    "map, or a value on the left, narrows the result."),
                 TextRole::Dim, this));
}

void ResultPage::addEnds(QVBoxLayout& layout)
{
    const auto result = m_workspace.result();
    std::vector<CaseStep> ends{stepOf(m_workspace, result.front(), m_locale)};
    ends.front().relation = tr("the first");
    if (result.size() > 1) {
        ends.push_back(stepOf(m_workspace, result.back(), m_locale));
        ends.back().relation = tr("the latest");
    }
    layout.addSpacing(6);
    layout.addWidget(makeText(tr("From first to latest"), TextRole::Heading, this));
    auto* chain = new CaseChain(m_workspace, ends, std::nullopt, true, this);
    connect(chain, &CaseChain::stepClicked, &m_workspace, &Workspace::select, Qt::QueuedConnection);
    layout.addWidget(chain);
}

void ResultPage::addFrequent(QVBoxLayout& layout, Facet facet)
{
    const auto values = frequentValues(m_workspace, facet, mostValues);
    if (values.empty())
        return;
    layout.addSpacing(6);
    layout.addWidget(makeText(facetLabel(facet), TextRole::Heading, this));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->setContentsMargins(-3, 0, 0, 0); // a button's text stands 3 px within it
    for (const ValueCount& value : values) {
        const QString label =
            facetValueLabel(facet, value.value, m_workspace.vocabulary(), m_workspace.gazetteer());
        auto* line = new QHBoxLayout;
        auto* button = new LinkButton(LinkButton::Look::Link, label, this);
        button->setAccessibleName(tr("%1, %n event(s)", nullptr, static_cast<int>(value.count)).arg(label));
        connect(
            button, &QAbstractButton::clicked, &m_workspace,
            [this, facet, code = value.value] { choose(facet, code); }, Qt::QueuedConnection);
        QLabel* count = makeText(m_locale.toString(value.count), TextRole::Dim, this);
        count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        count->setTextInteractionFlags(Qt::NoTextInteraction);
        line->addWidget(button);
        line->addStretch();
        line->addWidget(count);
        list->addLayout(line);
    }
    layout.addLayout(list);
}

void ResultPage::choose(Facet facet, const QString& value)
{
    Filter filter = m_workspace.filter();
    filter[facet] = {};
    filter[facet].anyOf = {value};
    m_workspace.setFilter(filter);
}

SelectionPage::SelectionPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
{
    QVBoxLayout* layout = pageLayout(this);
    std::vector<Row> rows = workspace.selection();
    std::sort(rows.begin(), rows.end());
    layout->addWidget(
        makeText(tr("%Ln event(s) selected", nullptr, static_cast<int>(rows.size())), TextRole::Title, this));
    layout->addWidget(makeText(tr("Click one to read it."), TextRole::Dim, this));
    std::vector<CaseStep> steps;
    for (std::size_t number = 0; number < std::min(rows.size(), mostListed); ++number)
        steps.push_back(stepOf(workspace, rows[number], QLocale()));
    auto* chain = new CaseChain(workspace, steps, workspace.current(), false, this);
    connect(chain, &CaseChain::stepClicked, &workspace, &Workspace::select, Qt::QueuedConnection);
    layout->addWidget(chain);
    if (rows.size() > mostListed)
        layout->addWidget(makeText(tr("and %Ln more", nullptr, static_cast<int>(rows.size() - mostListed)),
                                   TextRole::Dim, this));
    layout->addStretch();
}

} // namespace interdict
