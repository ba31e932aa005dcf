// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/eventcolumns.h"

#include "model/analysis/facttext.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QLocale>

#include <numeric>

namespace interdict {

namespace {

using SortValues = std::vector<std::int64_t>;

QString translated(const char* text)
{
    return QCoreApplication::translate("EventColumns", text);
}

template <typename Value>
auto sortBy(Value value)
{
    return [value](const Workspace& workspace, std::span<const Row> rows) {
        SortValues values;
        values.reserve(rows.size());
        for (const Row row : rows)
            values.push_back(value(workspace, row));
        return values;
    };
}

// By value number: its place in the order of the labels; unknown is last.
std::vector<std::int64_t> ranks(const Workspace& workspace, Facet facet)
{
    const QStringList& codes = workspace.columns().table(facet).codes;
    const auto size = static_cast<std::size_t>(codes.size());
    QStringList labels;
    for (const QString& code : codes)
        labels.append(facetValueLabel(facet, code, workspace.vocabulary(), workspace.gazetteer()));
    std::vector<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&labels](int a, int b) {
        return (a == 0) != (b == 0) ? b == 0 : labels[a].localeAwareCompare(labels[b]) < 0;
    });
    std::vector<std::int64_t> result(size);
    for (std::size_t at = 0; at < size; ++at)
        result[static_cast<std::size_t>(order[at])] = static_cast<std::int64_t>(at);
    return result;
}

// `number`: the value number of a row.
template <typename Number>
auto sortByLabel(Facet facet, Number number)
{
    return [facet, number](const Workspace& workspace, std::span<const Row> rows) {
        const auto rank = ranks(workspace, facet);
        const auto byRank = [&](const Workspace& of, Row row) {
            return rank[static_cast<std::size_t>(number(of.columns(), row))];
        };
        return sortBy(byRank)(workspace, rows);
    };
}

// Of several values the first in the order of the labels.
auto sortByFirstLabel(Facet facet)
{
    return [facet](const Workspace& workspace, std::span<const Row> rows) {
        const auto rank = ranks(workspace, facet);
        const auto least = [&](const Workspace& of, Row row) {
            std::int64_t best = std::numeric_limits<std::int64_t>::max();
            for (const int value : of.columns().valuesOf(facet, row))
                best = std::min(best, rank[static_cast<std::size_t>(value)]);
            return best;
        };
        return sortBy(least)(workspace, rows);
    };
}

auto sortByText(DataSet::TextField field)
{
    return [field](const Workspace& workspace, std::span<const Row> rows) {
        SortValues place(workspace.columns().size());
        std::int64_t next = 0;
        for (const Row row : workspace.orderedBy(field))
            place[row] = next++;
        const auto byPlace = [&place](const Workspace&, Row row) { return place[row]; };
        return sortBy(byPlace)(workspace, rows);
    };
}

auto labelText(Facet facet)
{
    return [facet](const Workspace& workspace, Row row, const QLocale&) {
        return valueLabels(workspace, facet, row).join(QStringLiteral(", "));
    };
}

QString subdivisionText(const Workspace& workspace, Row row, const QLocale&)
{
    const QString place = workspace.columns().placeCode(row);
    const bool isCountry = place == workspace.columns().countryCode(row);
    return isCountry ? QString() : workspace.gazetteer().name(place);
}

int subdivisionNumber(const Columns& columns, Row row)
{
    const int place = columns.place[row];
    return columns.countryOf[static_cast<std::size_t>(place)] == place ? 0 : place;
}

QString countryText(const Workspace& workspace, Row row, const QLocale&)
{
    return facetValueLabel(Facet::Country, workspace.columns().countryCode(row), workspace.vocabulary(),
                           workspace.gazetteer());
}

int countryNumber(const Columns& columns, Row row)
{
    return columns.countryOf[columns.place[row]];
}

QString inForceText(const Workspace& workspace, Row row, const QLocale&)
{
    switch (inForceOn(workspace.columns(), row, workspace.asOf())) {
    case InForce::No:
        return {};
    case InForce::Possibly:
        return translated(QT_TRANSLATE_NOOP("EventColumns", "Possibly"));
    case InForce::Certainly:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("EventColumns", "Yes"));
}

std::int64_t inForceValue(const Workspace& workspace, Row row)
{
    return -static_cast<std::int64_t>(inForceOn(workspace.columns(), row, workspace.asOf()));
}

QString daysText(const Workspace& workspace, Row row, const QLocale& locale)
{
    const auto days = daysInForce(workspace.columns(), row, workspace.asOf());
    return days ? dayCountText(*days, locale) : QString();
}

std::int64_t daysValue(const Workspace& workspace, Row row)
{
    const auto days = daysInForce(workspace.columns(), row, workspace.asOf());
    return days ? days->last : -1;
}

// What is open goes on past all that ended; what ended nobody knows when stands between.
std::int64_t endValue(const Workspace& workspace, Row row)
{
    const Columns& columns = workspace.columns();
    return columns.has(row, Columns::EndUnknown) ? noEnd - 1 : columns.endFirst[row];
}

EventColumn column(const char* id, const char* title, int width, bool isShown = true)
{
    EventColumn result;
    result.id = QLatin1String(id);
    result.title = translated(title);
    result.width = width;
    result.isShown = isShown;
    return result;
}

void addDates(std::vector<EventColumn>& all)
{
    EventColumn start = column("date", QT_TRANSLATE_NOOP("EventColumns", "Date"), 110);
    start.text = [](const Workspace& workspace, Row row, const QLocale& locale) {
        return intervalText(workspace.columns().start(row), locale, true);
    };
    start.sortValues = sortBy([](const Workspace& of, Row row) { return of.columns().startFirst[row]; });
    all.push_back(start);
    EventColumn end = column("end", QT_TRANSLATE_NOOP("EventColumns", "End"), 110);
    end.text = [](const Workspace& workspace, Row row, const QLocale& locale) {
        return endText(workspace.columns(), row, locale, true);
    };
    end.sortValues = sortBy(endValue);
    all.push_back(end);
}

void addPlaces(std::vector<EventColumn>& all)
{
    EventColumn country = column("country", QT_TRANSLATE_NOOP("EventColumns", "Country"), 120);
    country.text = countryText;
    country.sortValues = sortByLabel(Facet::Country, countryNumber);
    all.push_back(country);
    EventColumn part = column("subdivision", QT_TRANSLATE_NOOP("EventColumns", "Subdivision"), 110);
    part.text = subdivisionText;
    part.sortValues = sortByLabel(Facet::Country, subdivisionNumber);
    all.push_back(part);
}

void addTexts(std::vector<EventColumn>& all)
{
    EventColumn title = column("title", QT_TRANSLATE_NOOP("EventColumns", "Title"), 360);
    title.text = [](const Workspace& of, Row row, const QLocale&) { return of.brief(row).title; };
    title.sortValues = sortByText(DataSet::TextField::Title);
    all.push_back(title);
    EventColumn authority = column("authority", QT_TRANSLATE_NOOP("EventColumns", "Authority"), 200, false);
    authority.text = [](const Workspace& of, Row row, const QLocale&) { return of.brief(row).authority; };
    authority.sortValues = sortByText(DataSet::TextField::Authority);
    all.push_back(authority);
}

template <typename Number>
void addCode(std::vector<EventColumn>& all, Facet facet, EventColumn added, Number number)
{
    added.text = labelText(facet);
    added.sortValues = sortByLabel(facet, number);
    all.push_back(added);
}

void addList(std::vector<EventColumn>& all, Facet facet, EventColumn added)
{
    added.text = labelText(facet);
    added.sortValues = sortByFirstLabel(facet);
    all.push_back(added);
}

void addInForce(std::vector<EventColumn>& all)
{
    EventColumn mark = column("inforce", QT_TRANSLATE_NOOP("EventColumns", "In force"), 80);
    mark.text = inForceText;
    mark.sortValues = sortBy(inForceValue);
    all.push_back(mark);
    EventColumn days = column("days", QT_TRANSLATE_NOOP("EventColumns", "Days in force"), 110, false);
    days.alignment = Qt::AlignRight | Qt::AlignVCenter;
    days.text = daysText;
    days.sortValues = sortBy(daysValue);
    all.push_back(days);
}

} // namespace

std::vector<EventColumn> eventColumns()
{
    std::vector<EventColumn> all;
    addDates(all);
    addPlaces(all);
    addTexts(all);
    addList(all, Facet::Platform, column("platform", QT_TRANSLATE_NOOP("EventColumns", "Platforms"), 130));
    addCode(all, Facet::Measure, column("measure", QT_TRANSLATE_NOOP("EventColumns", "Measure"), 170),
            [](const Columns& columns, Row row) { return columns.measure[row]; });
    addCode(all, Facet::Scope, column("scope", QT_TRANSLATE_NOOP("EventColumns", "Scope"), 120, false),
            [](const Columns& columns, Row row) { return columns.scope[row]; });
    addCode(all, Facet::Status, column("status", QT_TRANSLATE_NOOP("EventColumns", "Status"), 90),
            [](const Columns& columns, Row row) { return columns.status[row]; });
    addInForce(all);
    addList(all, Facet::Concern, column("concern", QT_TRANSLATE_NOOP("EventColumns", "Concerns"), 220));
    addCode(all, Facet::Confidence,
            column("confidence", QT_TRANSLATE_NOOP("EventColumns", "Confidence"), 90, false),
            [](const Columns& columns, Row row) { return columns.confidence[row]; });
    addCode(all, Facet::Review, column("review", QT_TRANSLATE_NOOP("EventColumns", "Review"), 100, false),
            [](const Columns& columns, Row row) { return columns.review[row]; });
    return all;
}

} // namespace interdict
