// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The facet engine against the plainest way to count, over filters of all shapes, alone and in sequence; and
// its answers to the synthetic script against those of other programs.
#include "model/explore/facetengine.h"
#include "tests/bench/syntheticrows.h"
#include "tests/support/random.h"

#include <QtTest>

using namespace interdict;

namespace {

struct Answer
{
    std::vector<Row> result;
    std::array<std::vector<std::uint32_t>, facetCount> counts;
    std::vector<std::uint32_t> months;
    bool operator==(const Answer&) const = default;
};

bool passes(const Columns& columns, Facet facet, Row row, const FacetSelection& selection)
{
    const std::vector<int> values = columns.valuesOf(facet, row);
    if (facet == Facet::Review && selection.isEmpty()) // what is published, unless asked for
        return columns.table(facet).codes[values.front()] == reviewCode(ReviewState::Published);
    const auto has = [&](const QString& code) {
        const auto number = columns.table(facet).number(code);
        return number && std::find(values.begin(), values.end(), *number) != values.end();
    };
    return (selection.anyOf.isEmpty() || std::any_of(selection.anyOf.begin(), selection.anyOf.end(), has)) &&
           std::all_of(selection.allOf.begin(), selection.allOf.end(), has) &&
           std::none_of(selection.noneOf.begin(), selection.noneOf.end(), has);
}

// Which conditions a row fails: the facets by number, then period, in-force day and text.
std::vector<std::size_t> failures(const Columns& columns, Row row, const Filter& filter,
                                  const std::vector<std::uint8_t>& text)
{
    std::vector<std::size_t> failed;
    for (std::size_t f = 0; f < facetCount; ++f)
        if (!passes(columns, static_cast<Facet>(f), row, filter.facets[f]))
            failed.push_back(f);
    if (filter.begins && !columns.start(row).overlaps(filter.begins->days()))
        failed.push_back(facetCount);
    if (filter.inForceOn && inForceOn(columns, row, *filter.inForceOn) == InForce::No)
        failed.push_back(facetCount + 1);
    if (!text.empty() && !text[row])
        failed.push_back(facetCount + 2);
    return failed;
}

Answer plainAnswer(const Columns& columns, const Filter& filter, const std::vector<std::uint8_t>& text)
{
    Answer answer;
    for (std::size_t f = 0; f < facetCount; ++f)
        answer.counts[f].resize(static_cast<std::size_t>(columns.values[f].size()));
    const int firstMonth = columns.empty() ? 0 : monthIndex(columns.startFirst.front());
    const int months = columns.empty() ? 0 : monthIndex(columns.startFirst.back()) - firstMonth + 1;
    answer.months.resize(static_cast<std::size_t>(months));
    for (Row row = 0; row < columns.size(); ++row) {
        const auto failed = failures(columns, row, filter, text);
        const auto failsAtMost = [&](std::size_t condition) {
            return failed.empty() || (failed.size() == 1 && failed.front() == condition);
        };
        if (failed.empty())
            answer.result.push_back(row);
        for (std::size_t f = 0; f < facetCount; ++f)
            if (failsAtMost(f))
                for (const int value : columns.valuesOf(static_cast<Facet>(f), row))
                    ++answer.counts[f][static_cast<std::size_t>(value)];
        if (failsAtMost(facetCount))
            ++answer.months[static_cast<std::size_t>(monthIndex(columns.startFirst[row]) - firstMonth)];
    }
    return answer;
}

template <typename T>
std::vector<T> copied(std::span<const T> span)
{
    return {span.begin(), span.end()};
}

Answer answerOf(const FacetEngine& engine)
{
    Answer answer{copied(engine.result()), {}, copied(engine.monthCounts())};
    for (std::size_t f = 0; f < facetCount; ++f)
        answer.counts[f] = copied(engine.counts(static_cast<Facet>(f)));
    return answer;
}

QStringList codesWithStrangers(const Columns& columns, Facet facet)
{
    return columns.table(facet).codes + QStringList{QStringLiteral("stranger"), QStringLiteral("foreigner")};
}

std::vector<std::uint8_t> randomMatches(test::Chance& chance, Row rows)
{
    std::vector<std::uint8_t> matches(rows);
    for (std::uint8_t& match : matches)
        match = chance.oneIn(3) ? 1 : 0;
    return matches;
}

} // namespace

class FacetEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsThePlainestWay_data();
    void countsAsThePlainestWay();
    void smallStepsEqualAFreshEngine();
    void selections_data();
    void selections();
    void periodsTakePartialStarts_data();
    void periodsTakePartialStarts();
    void totalsStay();
    void answersAsOtherProgramsDo();
};

void FacetEngineTest::countsAsThePlainestWay_data()
{
    QTest::addColumn<Row>("rows");
    QTest::addColumn<int>("filters");
    QTest::newRow("none") << Row(0) << 20;
    QTest::newRow("one") << Row(1) << 200;
    QTest::newRow("a word but one") << Row(63) << 500;
    QTest::newRow("a word") << Row(64) << 500;
    QTest::newRow("a word and one") << Row(65) << 500;
    QTest::newRow("as shipped") << Row(400) << 2000;
    QTest::newRow("many") << Row(6000) << 30;
}

void FacetEngineTest::countsAsThePlainestWay()
{
    QFETCH(const Row, rows);
    QFETCH(const int, filters);
    const Columns columns = test::randomColumns(rows, 7 + rows);
    FacetEngine engine(columns);
    test::Chance chance(rows);
    for (int i = 0; i < filters; ++i) {
        const Filter filter =
            test::randomFilter(chance, [&](Facet facet) { return codesWithStrangers(columns, facet); });
        const auto text = chance.oneIn(4) ? randomMatches(chance, rows) : std::vector<std::uint8_t>();
        engine.apply(filter, text);
        const Answer expected = plainAnswer(columns, filter, text);
        QCOMPARE(engine.resultSize(), static_cast<Row>(expected.result.size()));
        QVERIFY2(answerOf(engine) == expected, qPrintable(QStringLiteral("filter %1").arg(i)));
        for (Row row = 0; row < rows; row += 17)
            QCOMPARE(engine.contains(row),
                     std::binary_search(expected.result.begin(), expected.result.end(), row));
    }
}

// Filters that differ by one condition, so that counts are carried over.
void FacetEngineTest::smallStepsEqualAFreshEngine()
{
    const Columns columns = test::randomColumns(2000, 3);
    FacetEngine engine(columns);
    test::Chance chance(11);
    const auto codes = [&](Facet facet) { return codesWithStrangers(columns, facet); };
    Filter filter;
    std::vector<std::uint8_t> text;
    for (int i = 0; i < 600; ++i) {
        const Filter other = test::randomFilter(chance, codes);
        const int what = chance.below(facetCount + 3);
        if (what < facetCount)
            filter.facets[static_cast<std::size_t>(what)] = other.facets[static_cast<std::size_t>(what)];
        else if (what == facetCount)
            filter.begins = other.begins;
        else if (what == facetCount + 1)
            filter.inForceOn = other.inForceOn;
        else
            text = chance.oneIn(2) ? randomMatches(chance, columns.size()) : std::vector<std::uint8_t>();
        engine.apply(filter, text);
        FacetEngine fresh(columns);
        fresh.apply(filter, text);
        QVERIFY2(answerOf(engine) == answerOf(fresh), qPrintable(QStringLiteral("step %1").arg(i)));
    }
    engine.apply({});
    QVERIFY(answerOf(engine) == answerOf(FacetEngine(columns)));
}

// Five rows: in Italy, in the US as a whole, in Texas twice, and nowhere.
static Columns fiveRows()
{
    Columns columns;
    auto& places = columns.values[static_cast<std::size_t>(Facet::Country)];
    for (const char* code : {"IT", "US", "US-TX"})
        places.add(QLatin1String(code));
    for (const char* code : {"G7", "EU27"})
        columns.values[static_cast<std::size_t>(Facet::Bloc)].add(QLatin1String(code));
    for (const char* code : {"alpha", "beta"})
        columns.values[static_cast<std::size_t>(Facet::Concern)].add(QLatin1String(code));
    columns.values[static_cast<std::size_t>(Facet::Scope)].add(QStringLiteral("public"));
    columns.countryOf = {0, 1, 2, 2};
    columns.groupsOf = {1, 0b110, 0b010, 0b010};
    for (const int place : {1, 2, 3, 3, 0}) {
        columns.id.push_back(columns.size());
        for (auto* days : {&columns.startFirst, &columns.startLast, &columns.endFirst, &columns.endLast})
            days->push_back(dayOf(2025, 1, 1));
        columns.flags.push_back(0);
        columns.place.push_back(static_cast<std::uint16_t>(place));
        for (auto* column : {&columns.measure, &columns.status, &columns.confidence, &columns.review})
            column->push_back(0);
        for (auto* column : {&columns.platform, &columns.developer, &columns.lasted})
            column->bits.push_back(1);
    }
    columns.scope = {1, 1, 0, 1, 0};
    columns.concern.bits = {0b010, 0b110, 0b100, 0b001, 0b110};
    return columns;
}

void FacetEngineTest::selections_data()
{
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<QStringList>("anyOf");
    QTest::addColumn<QStringList>("allOf");
    QTest::addColumn<QStringList>("noneOf");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, Facet facet, const char* any, const char* all, const char* none,
                        const char* rows) {
        const auto list = [](const char* text) {
            return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << facet << list(any) << list(all) << list(none) << QString::fromLatin1(rows);
    };
    row("a country takes its parts", Facet::Country, "US", "", "", "123");
    row("a part alone", Facet::Country, "US-TX", "", "", "23");
    row("a country without a part", Facet::Country, "US", "", "US-TX", "1");
    row("all of country and part", Facet::Country, "", "US US-TX", "", "23");
    row("two countries at once", Facet::Country, "", "US IT", "", "");
    row("nowhere", Facet::Country, "unknown", "", "", "4");
    row("a group", Facet::Bloc, "G7", "", "", "0123");
    row("in both groups", Facet::Bloc, "", "G7 EU27", "", "0");
    row("in no group", Facet::Bloc, "unknown", "", "", "4");
    row("not in a group", Facet::Bloc, "", "", "EU27", "1234");
    row("any concern of two", Facet::Concern, "alpha beta", "", "", "0124");
    row("both concerns", Facet::Concern, "", "alpha beta", "", "14");
    row("any but", Facet::Concern, "alpha", "", "beta", "0");
    row("no concern known", Facet::Concern, "unknown", "", "", "3");
    row("known or not", Facet::Concern, "unknown alpha", "", "", "0134");
    row("scope not recorded", Facet::Scope, "unknown", "", "", "24");
    row("scope recorded", Facet::Scope, "", "", "unknown", "013");
    row("any of strangers", Facet::Concern, "stranger", "", "", "");
    row("any of one and a stranger", Facet::Concern, "beta stranger", "", "", "124");
    row("all of one and a stranger", Facet::Concern, "", "beta stranger", "", "");
    row("none of strangers", Facet::Concern, "", "", "stranger", "01234");
    row("any stranger of one value", Facet::Scope, "stranger", "", "", "");
    row("all strangers of one value", Facet::Scope, "", "stranger", "", "");
    row("none strangers of one value", Facet::Scope, "", "", "stranger", "01234");
    row("a strange country", Facet::Country, "XX", "", "", "");
    row("all of a strange group", Facet::Bloc, "", "XX", "", "");
}

void FacetEngineTest::selections()
{
    QFETCH(const Facet, facet);
    QFETCH(const QStringList, anyOf);
    QFETCH(const QStringList, allOf);
    QFETCH(const QStringList, noneOf);
    const Columns columns = fiveRows();
    FacetEngine engine(columns);
    Filter filter;
    filter[facet] = {anyOf, allOf, noneOf};
    engine.apply(filter);
    QString rows;
    for (const Row row : engine.result())
        rows += QString::number(row);
    QTEST(rows, "rows");
    // Its own selection does not change its counts.
    QCOMPARE(copied(engine.counts(facet)), copied(engine.totals(facet)));
}

void FacetEngineTest::periodsTakePartialStarts_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("starts");
    const auto row = [](const char* name, const char* from, const char* to, const char* starts) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(starts);
    };
    row("its last day", "2025-12-31", "2025-12-31", "2025");
    row("the first day", "", "2025-01-01", "2025 2025-Q1");
    row("the day before", "", "2024-12-31", "");
    row("the day after", "2026-01-01", "", "");
    row("a month", "2025-06", "2025-06", "2025 2025-06-15");
    row("a quarter", "2025-Q1", "2025-Q1", "2025 2025-Q1 2025-02");
    row("from within a month", "2025-02-28", "2025-03-01", "2025 2025-Q1 2025-02");
    row("after the month", "2025-03-01", "2025-04-30", "2025 2025-Q1");
    row("open end", "2025-06-15", "", "2025 2025-06-15");
    row("open beginning", "", "2025-02-01", "2025 2025-Q1 2025-02");
}

void FacetEngineTest::periodsTakePartialStarts()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const QStringList starts{QStringLiteral("2025"), QStringLiteral("2025-Q1"), QStringLiteral("2025-02"),
                             QStringLiteral("2025-06-15")};
    Columns columns = test::randomColumns(4, 1);
    columns.review.assign(4, 1); // all are published
    for (Row row = 0; row < 4; ++row) {
        const DayInterval days = PartialDate::parse(starts[static_cast<qsizetype>(row)])->interval();
        columns.startFirst[row] = days.first;
        columns.startLast[row] = days.last;
    }
    FacetEngine engine(columns);
    Filter filter;
    filter.begins = Period{PartialDate::parse(from), PartialDate::parse(to)};
    engine.apply(filter);
    QStringList passed;
    for (const Row row : engine.result())
        passed += starts[static_cast<qsizetype>(row)];
    QTEST(passed.join(u' '), "starts");
    QCOMPARE(copied(engine.monthCounts()), copied(engine.monthTotals()));
}

void FacetEngineTest::totalsStay()
{
    const Columns columns = test::randomColumns(500, 5);
    FacetEngine engine(columns);
    const Answer all = plainAnswer(columns, {}, {});
    Filter filter;
    filter[Facet::Concern].anyOf = {test::codeOf(Facet::Concern, 2)};
    filter.begins = Period{PartialDate::ofYear(2023), {}};
    engine.apply(filter);
    for (const FacetInfo& info : facets())
        QCOMPARE(copied(engine.totals(info.facet)), all.counts[static_cast<std::size_t>(info.facet)]);
    QCOMPARE(copied(engine.monthTotals()), all.months);
    QCOMPARE(engine.firstMonth(), monthIndex(columns.startFirst.front()));
}

void FacetEngineTest::answersAsOtherProgramsDo()
{
    const Columns columns = synthetic::columns(10'000);
    FacetEngine engine(columns);
    synthetic::Answers answers;
    for (const synthetic::State& state : synthetic::script()) {
        engine.apply(synthetic::filterOf(state));
        answers.add(synthetic::checksum(engine));
    }
    QCOMPARE(answers.sum, synthetic::expectedAnswers(10'000)->sum);
    QCOMPARE(answers.hash, synthetic::expectedAnswers(10'000)->hash);
}

QTEST_GUILESS_MAIN(FacetEngineTest)
#include "tst_facetengine.moc"
