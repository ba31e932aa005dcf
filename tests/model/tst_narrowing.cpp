// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Narrowed filters against the plainest meaning: the rows of the old filter that have the value too.
#include "model/explore/facetengine.h"
#include "model/explore/filtertext.h"
#include "model/explore/narrowing.h"
#include "tests/support/random.h"

#include <QtTest>

using namespace interdict;

namespace {

constexpr int trials = 400;

std::vector<Row> rowsOf(FacetEngine& engine, const Filter& filter)
{
    engine.apply(filter);
    return {engine.result().begin(), engine.result().end()};
}

template <typename Test>
std::vector<Row> those(std::vector<Row> rows, Test test)
{
    std::erase_if(rows, [&](Row row) { return !test(row); });
    return rows;
}

} // namespace

class NarrowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byValue();
    void toOthers();
    void toAny();
    void toDays();
    void writesDaysAsPeopleDo_data();
    void writesDaysAsPeopleDo();
    void keepsToWhatIsPublished();

private:
    QString someCode(Facet facet)
    {
        const QStringList& codes = m_columns.table(facet).codes;
        return m_chance.of(codes);
    }
    QStringList someCodes(Facet facet)
    {
        QStringList codes;
        for (int n = m_chance.between(1, 4); n > 0; --n)
            if (const QString code = someCode(facet); !codes.contains(code))
                codes.append(code);
        return codes;
    }
    Filter someFilter()
    {
        return test::randomFilter(m_chance, [this](Facet facet) { return m_columns.table(facet).codes; });
    }
    bool hasAny(Facet facet, Row row, const QStringList& codes) const
    {
        const std::vector<int> values = m_columns.valuesOf(facet, row);
        return std::any_of(values.begin(), values.end(),
                           [&](int value) { return codes.contains(m_columns.table(facet).codes[value]); });
    }

    Columns m_columns = test::randomColumns(700, 11);
    FacetEngine m_engine{m_columns};
    test::Chance m_chance{29};
};

void NarrowingTest::byValue()
{
    for (int i = 0; i < trials; ++i) {
        const Filter filter = someFilter();
        const Facet facet = m_chance.of(facets()).facet;
        const QString code = someCode(facet);
        const auto expected =
            those(rowsOf(m_engine, filter), [&](Row row) { return hasAny(facet, row, {code}); });
        QCOMPARE(rowsOf(m_engine, narrowed(filter, facet, code)), expected);
    }
}

void NarrowingTest::toOthers()
{
    for (int i = 0; i < trials; ++i) {
        const Filter filter = someFilter();
        const Facet facet = m_chance.of(facets()).facet;
        const QStringList codes = someCodes(facet);
        const auto expected =
            those(rowsOf(m_engine, filter), [&](Row row) { return !hasAny(facet, row, codes); });
        QCOMPARE(rowsOf(m_engine, narrowedToOthers(filter, facet, codes)), expected);
    }
}

void NarrowingTest::toAny()
{
    for (int i = 0; i < trials; ++i) {
        const Filter filter = someFilter();
        const Facet facet =
            m_chance.of(std::vector{Facet::Measure, Facet::Scope, Facet::Status, Facet::Confidence});
        const QStringList codes = someCodes(facet);
        const auto expected =
            those(rowsOf(m_engine, filter), [&](Row row) { return hasAny(facet, row, codes); });
        QCOMPARE(rowsOf(m_engine, narrowedToAny(filter, facet, codes)), expected);
    }
}

void NarrowingTest::toDays()
{
    for (int i = 0; i < trials; ++i) {
        const Filter filter = someFilter();
        const Day first = dayOf(2019, 6, 1) + m_chance.below(2800);
        const DayInterval days{first, first + m_chance.of(std::vector{0, 6, 30, 364})};
        const auto part = clipped(days, filter.begins);
        if (!part)
            continue;
        const auto expected =
            those(rowsOf(m_engine, filter), [&](Row row) { return m_columns.start(row).overlaps(*part); });
        QCOMPARE(rowsOf(m_engine, narrowedTo(filter, days)), expected);
    }
}

void NarrowingTest::writesDaysAsPeopleDo_data()
{
    QTest::addColumn<DayInterval>("days");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* text, Day first, Day last) {
        QTest::newRow(text) << DayInterval{first, last} << QString::fromLatin1(text);
    };
    row("begins:2024-02", dayOf(2024, 2, 1), dayOf(2024, 2, 29));
    row("begins:2025-Q4", dayOf(2025, 10, 1), dayOf(2025, 12, 31));
    row("begins:2025", dayOf(2025, 1, 1), dayOf(2025, 12, 31));
    row("begins:2025-01-01..2025-01-30", dayOf(2025, 1, 1), dayOf(2025, 1, 30));
    row("begins:2025-01-01..2025-02-28", dayOf(2025, 1, 1), dayOf(2025, 2, 28));
}

void NarrowingTest::writesDaysAsPeopleDo()
{
    QFETCH(DayInterval, days);
    QFETCH(QString, text);
    QCOMPARE(filterText(narrowedTo({}, days)), text);
}

void NarrowingTest::keepsToWhatIsPublished()
{
    const auto rows = rowsOf(m_engine, narrowedToOthers({}, Facet::Review, {QStringLiteral("draft")}));
    QCOMPARE(rows, rowsOf(m_engine, {}));
}

QTEST_APPLESS_MAIN(NarrowingTest)
#include "tst_narrowing.moc"
