// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
// The columns against plain SQL, asked by a connection of the test's own: on the shipped data, and on made-up
// events that the shipped data has none of.
#include "tests/support/shipped.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>

using namespace interdict;

namespace {

// Days by SQLite's own calendar. Quarters, months and years end on the day before the next one begins.
const std::string daysOf(const std::string& date)
{
    const std::string first = "CASE WHEN " + date + " GLOB '*Q*' THEN printf('%s-%02d-01', substr(" + date +
                              ", 1, 4), substr(" + date + ", 7) * 3 - 2) ELSE substr(" + date +
                              " || '-01-01', 1, 10) END";
    const std::string step = "CASE WHEN " + date + " GLOB '*Q*' THEN '+3 months' WHEN length(" + date +
                             ") = 4 THEN '+1 year' WHEN length(" + date +
                             ") = 7 THEN '+1 month' ELSE '+1 day' END";
    return "CAST(julianday(" + first + ") - 2440587.5 AS INTEGER), CAST(julianday(" + first + ", " + step +
           ") - 2440588.5 AS INTEGER)";
}

class Sql
{
public:
    explicit Sql(const QString& file)
        : m_database(file.toStdString(), SQLite::OPEN_READONLY)
    {
    }
    // The first column of every row of a query about the event, in the order given.
    QStringList texts(const std::string& sql, std::int64_t id)
    {
        SQLite::Statement query(m_database, sql);
        query.bind(1, id);
        QStringList found;
        while (query.executeStep())
            for (int i = 0; i < query.getColumnCount(); ++i)
                found << (query.getColumn(i).isNull()
                              ? unknownValue
                              : QString::fromStdString(query.getColumn(i).getString()));
        return found;
    }
    std::vector<std::int64_t> numbers(const std::string& sql)
    {
        SQLite::Statement query(m_database, sql);
        std::vector<std::int64_t> found;
        while (query.executeStep())
            found.push_back(query.getColumn(0).getInt64());
        return found;
    }

private:
    SQLite::Database m_database;
};

QStringList codesOf(const Columns& columns, Facet facet, Row row)
{
    QStringList codes;
    for (const int value : columns.valuesOf(facet, row))
        codes << columns.table(facet).codes[value];
    codes.sort();
    return codes;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list.isEmpty() ? QStringList{unknownValue} : list;
}

Event made(const char* uid, const char* start, const char* status)
{
    Event event;
    event.uid = event.title = QString::fromUtf8(uid);
    event.start = *PartialDate::parse(QString::fromUtf8(start));
    event.status = QString::fromUtf8(status);
    event.measure = QStringLiteral("device_ban");
    return event;
}

// Dates of every precision, places of every kind, several supersedings, everything unknown.
std::vector<Event> madeUpEvents()
{
    std::vector<Event> events{
        made("z-old", "1400-01-01", "in_force"), made("day", "2024-02-29", "lifted"),
        made("month", "2024-02", "superseded"),  made("quarter", "2023-Q4", "superseded"),
        made("year", "2024", "expired"),         made("late", "9999-11", "proposed"),
        made("b-same", "2024-02-29", "closed"),  made("a-same", "2024-02-29", "rejected"),
        made("Ä-same", "2024-02-29", ""),        made("by-later", "2025-06-01", "in_force"),
        made("by-first", "2025-Q1", "in_force"), made("by-before", "2020", "in_force")};
    const auto named = [&events](const char* uid) -> Event& {
        return *std::find_if(events.begin(), events.end(),
                             [&](const Event& e) { return e.uid == QLatin1String(uid); });
    };
    named("day").end = PartialDate::ofQuarter(2024, 2);
    named("day").country = QStringLiteral("US");
    named("day").subdivision = QStringLiteral("US-TX");
    named("month").country = QStringLiteral("EU");
    named("quarter").country = QStringLiteral("DE");
    named("year").country = QStringLiteral("QQ"); // in no gazetteer
    named("month").platforms =
        QStringList{QStringLiteral("DeepSeek"), QStringLiteral("Any product of a named adversary"),
                    QStringLiteral("ChatGPT")};
    named("month").concerns = QStringList{QStringLiteral("fraud"), QStringLiteral("data_handling")};
    const QString supersedes = QStringLiteral("supersedes");
    for (const char* uid : {"by-later", "by-first", "by-before"})
        named(uid).relations = {{QStringLiteral("month"), supersedes}, {QStringLiteral("day"), supersedes}};
    named("by-before").relations.push_back({QStringLiteral("quarter"), supersedes}); // cannot have ended it
    named("by-later").relations.push_back({QStringLiteral("year"), QStringLiteral("follows")});
    return events;
}

} // namespace

class TestColumnsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void orderIsByStartThenUid();
    void daysAreThoseOfTheDates();
    void valuesAreThoseStored();
    void flagsAreThoseOfTerms();
    void placesKnowTheirCountryAndGroups();
    void developersAreThoseOfPlatforms();
    void endsAreRecordedSupersedingOrUnknown();
    void tablesAreInOrder();
    void survivesDeletedAndFarIds();

private:
    struct Case
    {
        explicit Case(const QString& path)
            : file(path)
            , sql(path)
            , columns(*DataSet::open(path)->loadColumns(shippedGazetteer()))
        {
        }
        QString file;
        Sql sql;
        Columns columns;
    };
    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<Case>> m_cases;
    Case* m = nullptr;
};

void TestColumnsLoader::initTestCase_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("shipped") << QStringLiteral("shipped");
    QTest::newRow("made up") << QStringLiteral("made up");
}

void TestColumnsLoader::initTestCase()
{
    m_cases[QStringLiteral("shipped")] = std::make_unique<Case>(copyShipped(m_folder.path()));
    const QString path = m_folder.filePath(QStringLiteral("made.interdict"));
    auto dataSet = DataSet::create(path, {}, shippedVocabulary());
    const auto added = dataSet->addEvents(madeUpEvents(), shippedGazetteer(), stamp());
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message + added.error().detail));
    m_cases[QStringLiteral("made up")] = std::make_unique<Case>(path);
}

void TestColumnsLoader::init()
{
    QFETCH_GLOBAL(const QString, which);
    m = m_cases[which].get();
}

void TestColumnsLoader::orderIsByStartThenUid()
{
    const std::string days = daysOf("start_date");
    QCOMPARE(m->columns.id, m->sql.numbers("SELECT id FROM event ORDER BY " +
                                           days.substr(0, days.find(", CAST(")) + ", CAST(uid AS BLOB)"));
    QVERIFY(!m->columns.empty());
}

void TestColumnsLoader::daysAreThoseOfTheDates()
{
    const std::string query = "SELECT " + daysOf("start_date") + " FROM event WHERE id = ?1";
    for (Row row = 0; row < m->columns.size(); ++row) {
        const QStringList days{QString::number(m->columns.startFirst[row]),
                               QString::number(m->columns.startLast[row])};
        QCOMPARE(days, m->sql.texts(query, m->columns.id[row]));
    }
}

void TestColumnsLoader::valuesAreThoseStored()
{
    const std::array queries{
        std::pair(Facet::Country, "SELECT coalesce(country, 'unknown') FROM event WHERE id = ?1 UNION "
                                  "SELECT subdivision FROM event WHERE id = ?1 AND subdivision IS NOT NULL"),
        std::pair(Facet::Platform,
                  "SELECT name FROM event_platform JOIN platform ON platform.id = platform WHERE event = ?1"),
        std::pair(Facet::Concern,
                  "SELECT code FROM event_concern JOIN term ON term.id = concern WHERE event = ?1"),
        std::pair(Facet::Measure,
                  "SELECT code FROM event LEFT JOIN term ON term.id = measure WHERE event.id = ?1"),
        std::pair(Facet::Scope,
                  "SELECT code FROM event LEFT JOIN term ON term.id = scope WHERE event.id = ?1"),
        std::pair(Facet::Status,
                  "SELECT code FROM event LEFT JOIN term ON term.id = status WHERE event.id = ?1"),
        std::pair(Facet::Confidence,
                  "SELECT code FROM event LEFT JOIN term ON term.id = confidence WHERE event.id = ?1"),
        std::pair(Facet::Review,
                  "SELECT CASE review WHEN 0 THEN 'published' WHEN 1 THEN 'submitted' ELSE 'draft' END "
                  "FROM event WHERE id = ?1"),
        std::pair(
            Facet::Developer,
            "SELECT DISTINCT developer_country FROM event_platform JOIN platform ON platform.id = platform "
            "WHERE event = ?1 AND developer_country IS NOT NULL")};
    for (const auto& [facet, sql] : queries)
        for (Row row = 0; row < m->columns.size(); ++row)
            QCOMPARE(codesOf(m->columns, facet, row), sorted(m->sql.texts(sql, m->columns.id[row])));
}

void TestColumnsLoader::flagsAreThoseOfTerms()
{
    for (Row row = 0; row < m->columns.size(); ++row) {
        const QStringList stored = m->sql.texts(
            "SELECT coalesce(m.restricts, 0), coalesce(s.in_force, 0), length(start_date) = 10 FROM event "
            "LEFT JOIN term AS m ON m.id = measure LEFT JOIN term AS s ON s.id = status WHERE event.id = ?1",
            m->columns.id[row]);
        QStringList flags;
        for (const auto flag : {Columns::Restricts, Columns::WasInForce, Columns::PreciseStart})
            flags << QString::number(m->columns.has(row, flag) ? 1 : 0);
        QCOMPARE(flags, stored);
    }
}

void TestColumnsLoader::placesKnowTheirCountryAndGroups()
{
    for (Row row = 0; row < m->columns.size(); ++row) {
        QStringList place = m->sql.texts(
            "SELECT coalesce(subdivision, country), country FROM event WHERE id = ?1", m->columns.id[row]);
        QCOMPARE((QStringList{m->columns.placeCode(row), m->columns.countryCode(row)}), place);
        QStringList groups;
        for (const PlaceGroup& group : shippedGazetteer().groups())
            if (group.members.contains(place[1]))
                groups << group.code;
        QCOMPARE(codesOf(m->columns, Facet::Bloc, row), sorted(groups));
    }
}

void TestColumnsLoader::developersAreThoseOfPlatforms()
{
    const auto& table = m->columns.table(Facet::Developer).codes;
    QVERIFY(table.contains(QStringLiteral("CN")));
    QVERIFY(std::is_sorted(table.begin() + 1, table.end()));
}

void TestColumnsLoader::endsAreRecordedSupersedingOrUnknown()
{
    for (Row row = 0; row < m->columns.size(); ++row) {
        const std::int64_t id = m->columns.id[row];
        const QStringList recorded = m->sql.texts(
            "SELECT " + daysOf("end_date") + " FROM event WHERE id = ?1 AND end_date IS NOT NULL", id);
        const QStringList superseding = m->sql.texts(
            "SELECT " + daysOf("by.start_date") +
                " FROM event AS this JOIN term AS s ON s.id = this.status JOIN relation ON other = this.id "
                "JOIN term AS k ON k.id = relation.kind JOIN event AS by ON by.id = relation.event "
                "WHERE this.id = ?1 AND k.code = 'supersedes' AND s.code IN ('lifted', 'expired', "
                "'superseded') "
                "AND by.start_last >= this.start_first ORDER BY by.start_first, by.start_last LIMIT 1",
            id);
        const bool ended =
            !m->sql
                 .texts("SELECT 1 FROM event JOIN term ON term.id = status WHERE event.id = ?1 AND "
                        "code IN ('lifted', 'expired', 'superseded')",
                        id)
                 .isEmpty();
        const QStringList open{QString::number(noEnd), QString::number(noEnd)};
        const QStringList expected = !recorded.isEmpty()      ? recorded
                                     : !superseding.isEmpty() ? superseding
                                                              : open;
        QCOMPARE((QStringList{QString::number(m->columns.endFirst[row]),
                              QString::number(m->columns.endLast[row])}),
                 expected);
        QCOMPARE(m->columns.has(row, Columns::EndFromSuperseding),
                 recorded.isEmpty() && !superseding.isEmpty());
        QCOMPARE(m->columns.has(row, Columns::EndUnknown),
                 recorded.isEmpty() && superseding.isEmpty() && ended);
    }
}

void TestColumnsLoader::tablesAreInOrder()
{
    for (const auto& [facet, kind] :
         {std::pair(Facet::Measure, TermKind::Measure), std::pair(Facet::Status, TermKind::Status)}) {
        QStringList codes{unknownValue};
        for (const Term& term : shippedVocabulary().terms(kind))
            codes << term.code;
        QCOMPARE(m->columns.table(facet).codes, codes);
    }
    QStringList groups{unknownValue};
    for (const PlaceGroup& group : shippedGazetteer().groups())
        groups << group.code;
    QCOMPARE(m->columns.table(Facet::Bloc).codes, groups);
    const auto& places = m->columns.table(Facet::Country).codes;
    QVERIFY(std::is_sorted(places.begin() + 1, places.end()));
    QCOMPARE(m->columns.countryOf.size(), std::size_t(places.size()));
}

void TestColumnsLoader::survivesDeletedAndFarIds()
{
    const QString path = m->file + QStringLiteral(".copy");
    QFile::remove(path);
    QVERIFY(QFile::copy(m->file, path));
    SQLite::Database(path.toStdString(), SQLite::OPEN_READWRITE)
        .exec("DELETE FROM relation; UPDATE event SET id = id + 4000000000000 WHERE id % 3 = 0;"
              "UPDATE event_platform SET event = event + 4000000000000 WHERE event % 3 = 0;"
              "UPDATE event_concern SET event = event + 4000000000000 WHERE event % 3 = 0;");
    const auto columns = DataSet::open(path)->loadColumns(shippedGazetteer());
    QVERIFY2(columns.has_value(), columns ? "" : qPrintable(columns.error().message));
    QCOMPARE(columns->size(), m->columns.size());
    QCOMPARE(columns->platform.bits, m->columns.platform.bits);
    QCOMPARE(columns->concern.bits, m->columns.concern.bits);
    QVERIFY(columns->id != m->columns.id);
}

QTEST_GUILESS_MAIN(TestColumnsLoader)
#include "tst_columnsloader.moc"
