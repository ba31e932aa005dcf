// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped record asked two ways: through columns and facet engine, and by SQL written against the schema
// alone.
#include "model/explore/facetengine.h"
#include "model/store/dataset.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QtTest>

#include <sqlite3.h>

using namespace interdict;

namespace {

// A connection of its own, through SQLite's C interface.
class Sql
{
public:
    explicit Sql(const QString& path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
    }
    ~Sql() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Sql)

    // Every row as text, its columns joined by |.
    QStringList rows(const QString& query) const
    {
        QStringList found;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_database, query.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", qPrintable(query), sqlite3_errmsg(m_database));
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QStringList columns;
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                columns +=
                    QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)));
            found += columns.join(u'|');
        }
        sqlite3_finalize(statement);
        return found;
    }
    void run(const QString& script) const
    {
        if (sqlite3_exec(m_database, script.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", qPrintable(script), sqlite3_errmsg(m_database));
    }

private:
    sqlite3* m_database = nullptr;
};

QString literal(const QString& text)
{
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("''")) + u'\'';
}

QString literals(const QStringList& texts)
{
    QStringList made;
    for (const QString& text : texts)
        made += literal(text);
    return made.join(u',');
}

// Which event has which value of which facet, by number. A facet without any value has "unknown".
const char* const valuesTable = R"(
    CREATE TEMP TABLE has (facet INT, value TEXT, event INT, PRIMARY KEY (facet, value, event)) WITHOUT ROWID;
    INSERT INTO has SELECT 0, country, id FROM event WHERE country IS NOT NULL;
    INSERT INTO has SELECT 0, subdivision, id FROM event WHERE subdivision IS NOT NULL;
    INSERT INTO has SELECT 1, m.grp, e.id FROM event e JOIN member m ON m.country = e.country;
    INSERT INTO has SELECT 2, p.name, ep.event FROM event_platform ep JOIN platform p ON p.id = ep.platform;
    INSERT INTO has SELECT 3, t.code, ec.event FROM event_concern ec JOIN term t ON t.id = ec.concern;
    INSERT INTO has SELECT 4, t.code, e.id FROM event e JOIN term t ON t.id = e.measure;
    INSERT INTO has SELECT 5, t.code, e.id FROM event e JOIN term t ON t.id = e.scope;
    INSERT INTO has SELECT 6, t.code, e.id FROM event e JOIN term t ON t.id = e.status;
    INSERT INTO has SELECT DISTINCT 7, p.developer_country, ep.event FROM event_platform ep
        JOIN platform p ON p.id = ep.platform WHERE p.developer_country <> '';
    INSERT INTO has SELECT 8, t.code, e.id FROM event e JOIN term t ON t.id = e.confidence;
    INSERT INTO has SELECT 10, CASE review WHEN 0 THEN 'published' WHEN 1 THEN 'submitted' ELSE 'draft' END, id FROM event;
    INSERT INTO has SELECT f.column1, 'unknown', e.id FROM event e, (VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8)) f
        WHERE NOT EXISTS (SELECT 1 FROM has WHERE facet = f.column1 AND event = e.id);
)";

// How long it lasted, from the least to the most that the dates allow; needs the table of what binds.
const char* const lastedTable = R"(
    INSERT INTO has SELECT 9, 'ongoing', id FROM binding WHERE NOT end_unknown AND end_last IS NULL;
    INSERT INTO has SELECT 9, b.column1, id FROM binding,
        (VALUES ('under_1_month', 0, 29), ('1_to_3_months', 30, 90), ('3_to_6_months', 91, 181),
         ('6_to_12_months', 182, 364), ('1_to_2_years', 365, 729), ('over_2_years', 730, 9999999)) b
        WHERE end_last > start_first AND max(0, end_first - start_last) <= b.column3
              AND end_last - start_first >= b.column2;
    INSERT INTO has SELECT 9, 'unknown', id FROM event
        WHERE NOT EXISTS (SELECT 1 FROM has WHERE facet = 9 AND event = event.id);
)";

// Where a measure that binds begins and ends; the end is that of the record, else the start of the earliest
// event that supersedes it, else unknown for what is over.
const char* const bindingTable = R"(
    CREATE TEMP TABLE binding AS
    SELECT e.id, e.start_first, e.start_last,
           coalesce(e.end_first, CASE WHEN over THEN next_first END) AS end_first,
           coalesce(e.end_last, CASE WHEN over THEN next_last END) AS end_last,
           e.end_first IS NULL AND over AND next_first IS NULL AS end_unknown
    FROM (SELECT e.*, s.code IN ('lifted', 'expired', 'superseded') AS over,
                 (SELECT n.start_first FROM relation r JOIN event n ON n.id = r.event JOIN term k ON k.id = r.kind
                  WHERE k.code = 'supersedes' AND r.other = e.id ORDER BY n.start_first, n.uid LIMIT 1) AS next_first,
                 (SELECT n.start_last FROM relation r JOIN event n ON n.id = r.event JOIN term k ON k.id = r.kind
                  WHERE k.code = 'supersedes' AND r.other = e.id ORDER BY n.start_first, n.uid LIMIT 1) AS next_last
          FROM event e JOIN term s ON s.id = e.status JOIN term m ON m.id = e.measure
          WHERE m.restricts AND s.in_force) e;
)";

QString possiblyOn(Day day)
{
    return QStringLiteral("SELECT id FROM binding WHERE start_first <= %1 AND CASE WHEN end_unknown THEN %1 "
                          "<= start_last "
                          "ELSE end_last IS NULL OR %1 < end_last END")
        .arg(day);
}

QString certainlyOn(Day day)
{
    return QStringLiteral("SELECT id FROM binding WHERE start_last <= %1 AND NOT end_unknown AND "
                          "(end_first IS NULL OR %1 < end_first)")
        .arg(day);
}

// The condition on `id` that a facet's selection makes.
QStringList conditionsOf(std::size_t facet, const FacetSelection& selection)
{
    const auto has = [facet](const QStringList& values) {
        return QStringLiteral("IN (SELECT event FROM has WHERE facet = %1 AND value IN (%2))")
            .arg(QString::number(facet), literals(values));
    };
    QStringList conditions;
    if (selection.isEmpty() && facet == std::size_t(Facet::Review))
        conditions += QStringLiteral("id ") + has({QStringLiteral("published")});
    if (!selection.anyOf.isEmpty())
        conditions += QStringLiteral("id ") + has(selection.anyOf);
    for (const QString& value : selection.allOf)
        conditions += QStringLiteral("id ") + has({value});
    if (!selection.noneOf.isEmpty())
        conditions += QStringLiteral("id NOT ") + has(selection.noneOf);
    return conditions;
}

// All conditions but those of one facet, or (facetCount) of the period.
QString where(const Filter& filter, std::size_t but)
{
    QStringList conditions{QStringLiteral("1")};
    for (std::size_t facet = 0; facet < facetCount; ++facet)
        if (facet != but)
            conditions += conditionsOf(facet, filter.facets[facet]);
    if (filter.begins && but != facetCount)
        conditions += QStringLiteral("start_first <= %1 AND start_last >= %2")
                          .arg(filter.begins->days().last)
                          .arg(filter.begins->days().first);
    if (filter.inForceOn)
        conditions += QStringLiteral("id IN (%1)").arg(possiblyOn(*filter.inForceOn));
    return conditions.join(QStringLiteral(" AND "));
}

QString monthOf(int index)
{
    return PartialDate::ofMonth(1970 + index / 12, index % 12 + 1)->text();
}

} // namespace

class SqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void columnsHoldTheRecord();
    void countsAsSqlDoes();
    void isInForceAsSqlSays();
    void everyValueComesBackFromText();
    void everyLabelMeansItsValue();

private:
    QStringList idsOf(std::span<const Row> rows) const;
    QStringList countsOf(const FacetEngine& engine, std::size_t facet) const;
    QStringList monthsOf(const FacetEngine& engine) const;
    void compareWithSql(const FacetEngine& engine, const Filter& filter) const;

    QTemporaryDir m_dir;
    Gazetteer m_gazetteer;
    Vocabulary m_vocabulary;
    Columns m_columns;
    std::unique_ptr<Sql> m_sql;
};

void SqlTest::initTestCase()
{
    const QString path = m_dir.filePath(QStringLiteral("read.interdict"));
    const QString asked = m_dir.filePath(QStringLiteral("asked.interdict"));
    for (const QString& copy : {path, asked}) {
        QVERIFY(QFile::copy(QStringLiteral(":/data/starter.interdict"), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    }
    m_gazetteer = test::shippedGazetteer();
    const auto dataSet = DataSet::open(path);
    QVERIFY(dataSet);
    m_vocabulary = dataSet->vocabulary();
    m_columns = dataSet->loadColumns(m_gazetteer).value();

    m_sql = std::make_unique<Sql>(asked);
    QStringList members;
    for (const PlaceGroup& group : m_gazetteer.groups())
        for (const QString& country : group.members)
            members += u'(' + literals({group.code, country}) + u')';
    m_sql->run(
        QStringLiteral("CREATE TEMP TABLE member (grp TEXT, country TEXT); INSERT INTO member VALUES ") +
        members.join(u','));
    m_sql->run(QLatin1String(valuesTable));
    m_sql->run(QLatin1String(bindingTable));
    m_sql->run(QLatin1String(lastedTable));
}

QStringList SqlTest::idsOf(std::span<const Row> rows) const
{
    QStringList ids;
    for (const Row row : rows)
        ids += QString::number(m_columns.id[row]);
    return ids;
}

// "IT|20", of what occurs, ordered by code.
QStringList SqlTest::countsOf(const FacetEngine& engine, std::size_t facet) const
{
    QStringList counts;
    const auto of = engine.counts(static_cast<Facet>(facet));
    for (int value = 0; value < m_columns.values[facet].size(); ++value)
        if (of[static_cast<std::size_t>(value)] > 0)
            counts += m_columns.values[facet].codes[value] + u'|' +
                      QString::number(of[static_cast<std::size_t>(value)]);
    counts.sort();
    return counts;
}

QStringList SqlTest::monthsOf(const FacetEngine& engine) const
{
    QStringList counts;
    for (std::size_t i = 0; i < engine.monthCounts().size(); ++i)
        if (engine.monthCounts()[i] > 0)
            counts += monthOf(engine.firstMonth() + static_cast<int>(i)) + u'|' +
                      QString::number(engine.monthCounts()[i]);
    return counts;
}

void SqlTest::compareWithSql(const FacetEngine& engine, const Filter& filter) const
{
    const QString all = QStringLiteral("SELECT id FROM event WHERE %1 ORDER BY start_first, uid");
    QCOMPARE(idsOf(engine.result()), m_sql->rows(all.arg(where(filter, facetCount + 1))));
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        QStringList expected =
            m_sql->rows(QStringLiteral("SELECT value, count(*) FROM has WHERE facet = %1 AND event IN "
                                       "(SELECT id FROM event WHERE %2) GROUP BY value")
                            .arg(QString::number(facet), where(filter, facet)));
        expected.sort();
        QCOMPARE(countsOf(engine, facet), expected);
    }
    QCOMPARE(monthsOf(engine),
             m_sql->rows(QStringLiteral(
                             "SELECT strftime('%Y-%m', start_first * 86400, 'unixepoch') AS month, count(*) "
                             "FROM event WHERE ") +
                         where(filter, facetCount) + QStringLiteral(" GROUP BY month ORDER BY month")));
}

void SqlTest::columnsHoldTheRecord()
{
    const FacetEngine unfiltered(m_columns);
    QCOMPARE(idsOf(unfiltered.result()), m_sql->rows(u"SELECT id FROM event ORDER BY start_first, uid"_qs));
    QStringList found;
    for (Row row = 0; row < m_columns.size(); ++row)
        for (const FacetInfo& info : facets())
            for (const int value : m_columns.valuesOf(info.facet, row))
                found += QStringLiteral("%1|%2|%3")
                             .arg(static_cast<int>(info.facet))
                             .arg(m_columns.table(info.facet).codes[value])
                             .arg(m_columns.id[row]);
    found.sort();
    QStringList expected = m_sql->rows(QStringLiteral("SELECT facet, value, event FROM has"));
    expected.sort();
    QCOMPARE(found, expected);
}

void SqlTest::countsAsSqlDoes()
{
    FacetEngine engine(m_columns);
    test::Chance chance(42);
    const auto codes = [this](Facet facet) {
        return m_columns.table(facet).codes + QStringList{QStringLiteral("no such 'code'")};
    };
    for (int i = 0; i < 2000; ++i) {
        Filter filter = test::randomFilter(chance, codes);
        if (filter.inForceOn)
            filter.inForceOn = dayOf(2022, 1, 1) + chance.below(1700);
        engine.apply(filter);
        compareWithSql(engine, filter);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("filter %1: %2").arg(i).arg(where(filter, facetCount + 1))));
    }
}

void SqlTest::isInForceAsSqlSays()
{
    FacetEngine engine(m_columns);
    std::vector<Row> all(m_columns.size());
    std::iota(all.begin(), all.end(), Row(0));
    Filter filter;
    int mostOnADay = 0;
    for (Day day = dayOf(2018, 12, 25); day < dayOf(2027, 1, 10); day += 1) {
        QStringList possibly, certainly;
        for (const Row row : all) {
            const InForce state = inForceOn(m_columns, row, day);
            if (state != InForce::No)
                possibly += QString::number(m_columns.id[row]);
            if (state == InForce::Certainly)
                certainly += QString::number(m_columns.id[row]);
        }
        filter.inForceOn = day;
        engine.apply(filter);
        QCOMPARE(idsOf(engine.result()), possibly);
        QCOMPARE(countInForce(m_columns, all, day), static_cast<int>(possibly.size()));
        const auto sorted = [](QStringList list) { return list.sort(), list; };
        QCOMPARE(sorted(possibly), sorted(m_sql->rows(possiblyOn(day))));
        QCOMPARE(sorted(certainly), sorted(m_sql->rows(certainlyOn(day))));
        mostOnADay = std::max(mostOnADay, static_cast<int>(possibly.size()));
    }
    QVERIFY(mostOnADay > 50);
}

void SqlTest::everyValueComesBackFromText()
{
    const auto comesBack = [this](Facet facet, const QStringList& codes) {
        Filter filter;
        filter[facet].anyOf = codes;
        const auto back = parseFilter(filterText(filter), m_vocabulary, m_gazetteer);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QCOMPARE(filterText(*back), filterText(filter));
        QCOMPARE(*back, filter);
    };
    for (const FacetInfo& info : facets())
        comesBack(info.facet, m_columns.table(info.facet).codes);
    QStringList places;
    for (const Place& place : m_gazetteer.places())
        places += place.code;
    comesBack(Facet::Country, places);
}

// What the screen calls a value can be typed, where one value alone is called so.
void SqlTest::everyLabelMeansItsValue()
{
    for (const FacetInfo& info : facets()) {
        QHash<QString, int> bearers;
        const QStringList& codes = m_columns.table(info.facet).codes;
        const auto label = [&](const QString& code) {
            return facetValueLabel(info.facet, code, m_vocabulary, m_gazetteer);
        };
        for (const QString& code : codes)
            ++bearers[foldedName(label(code))];
        if (info.facet == Facet::Country)
            for (const Place& place : m_gazetteer.places())
                bearers[foldedName(place.name)] += codes.contains(place.code) ? 0 : 1;
        for (const QString& code : codes) {
            if (bearers[foldedName(label(code))] > 1)
                continue;
            const QString text = QLatin1String(info.key) + u':' + writtenValue(label(code));
            const auto filter = parseFilter(text, m_vocabulary, m_gazetteer);
            QVERIFY2(filter, qPrintable(text));
            QCOMPARE((*filter)[info.facet].anyOf, QStringList{code});
        }
    }
}

QTEST_GUILESS_MAIN(SqlTest)
#include "tst_againstsql.moc"
