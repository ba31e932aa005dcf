// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The data set on disk: what goes in comes out, whole and in order.
#include "model/exchange/jsonlines.h"
#include "model/store/dataset.h"
#include "model/vocabulary/gazetteer.h"
#include "tests/support/shipped.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace interdict;

class TestDataSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shippedEventsRoundTrip();
    void shippedMilestonesRoundTrip();
    void vocabularyRoundTrips();
    void newDataSetIsEmpty();
    void reopensWhatWasAdded();
    void briefsComeInTheOrderAsked();
    void caseHoldsAllThatRelationsJoin();
    void saveCopyIsADataSet();
    void saveCopyReplacesAndKeepsPermissions();
    void saveCopyCanBeCancelled();
    void saveCopyRefusesItself();
    void writesAreWholeOrNothing_data();
    void writesAreWholeOrNothing();

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDataSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDataSet::shippedEventsRoundTrip()
{
    const DataSet dataSet = openShipped(m_folder->path());
    const auto& expected = shippedEvents();
    for (const Event& event : expected) {
        const auto id = dataSet.idOf(event.uid);
        QVERIFY2(id.has_value(), qPrintable(event.uid));
        QCOMPARE(eventToJson(*dataSet.event(*id)), eventToJson(event));
        QVERIFY(*dataSet.event(*id) == event);
    }
    const auto columns = dataSet.loadColumns(shippedGazetteer());
    QVERIFY2(columns.has_value(), columns ? "" : qPrintable(columns.error().message));
    QCOMPARE(columns->size(), Row(expected.size()));
}

void TestDataSet::shippedMilestonesRoundTrip()
{
    const auto stored = *openShipped(m_folder->path()).milestones();
    auto expected = shippedMilestones();
    std::sort(expected.begin(), expected.end(), [](const Milestone& a, const Milestone& b) {
        return std::pair(a.date.interval().first, a.uid) < std::pair(b.date.interval().first, b.uid);
    });
    QCOMPARE(stored.size(), expected.size());
    for (std::size_t i = 0; i < stored.size(); ++i)
        QVERIFY2(stored[i] == expected[i], qPrintable(expected[i].uid));
}

void TestDataSet::vocabularyRoundTrips()
{
    QVERIFY(openShipped(m_folder->path()).vocabulary() == shippedVocabulary());
}

void TestDataSet::newDataSetIsEmpty()
{
    const DataSetInfo info{QStringLiteral("Mine"), QStringLiteral("Ours, 数据"),
                           QStringLiteral("2026-11-24T00:00:00Z")};
    auto made = DataSet::create(path("new.interdict"), info, shippedVocabulary());
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QVERIFY(!made->isReadOnly());
    const auto columns = made->loadColumns(shippedGazetteer());
    QVERIFY(columns.has_value());
    QVERIFY(columns->empty());
    QVERIFY(made->milestones()->empty());
    made = DataSet::open(path("new.interdict"));
    QVERIFY(made.has_value());
    QVERIFY(made->info() == info);
    QVERIFY(made->vocabulary() == shippedVocabulary());
    QCOMPARE(made->path(), path("new.interdict"));
}

void TestDataSet::reopensWhatWasAdded()
{
    const Event event = anyEvent(QStringLiteral("new"));
    {
        auto made = DataSet::create(path("a.interdict"), {}, shippedVocabulary());
        const auto added = made->addEvents(std::span(&event, 1), shippedGazetteer(), stamp());
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1); // no journal stays behind
    const auto again = DataSet::open(path("a.interdict"));
    QVERIFY(again.has_value());
    QVERIFY(*again->event(*again->idOf(event.uid)) == event);
}

void TestDataSet::briefsComeInTheOrderAsked()
{
    const DataSet dataSet = openShipped(m_folder->path());
    const std::array ids{std::int64_t(7), std::int64_t(3), std::int64_t(7)};
    const auto briefs = dataSet.briefs(ids);
    QVERIFY(briefs.has_value());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Event event = *dataSet.event(ids[i]);
        QVERIFY((*briefs)[i] == (Brief{event.uid, event.title, event.authority}));
    }
    const std::array unknown{std::int64_t(3), std::int64_t(1000000)};
    QCOMPARE(dataSet.briefs(unknown).error().kind, Error::Kind::NotFound);
}

void TestDataSet::caseHoldsAllThatRelationsJoin()
{
    const DataSet dataSet = openShipped(m_folder->path());
    std::map<QString, std::set<QString>>
        joined; // grown until nothing changes, by other means than the store's
    const auto& events = shippedEvents();
    for (const Event& event : events)
        joined[event.uid].insert(event.uid);
    for (bool grew = true; grew;) {
        grew = false;
        for (const Event& event : events)
            for (const Relation& relation : event.relations) {
                std::set<QString> all = joined[event.uid];
                all.insert(joined[relation.uid].begin(), joined[relation.uid].end());
                for (const QString& uid : {event.uid, relation.uid})
                    grew = joined[uid].size() < all.size() ? (joined[uid] = all, true) : grew;
            }
    }
    for (const Event& event : events) {
        std::set<QString> found;
        const auto ids = dataSet.caseOf(*dataSet.idOf(event.uid));
        for (const std::int64_t id : *ids)
            found.insert(dataSet.event(id)->uid);
        QVERIFY2(found == joined[event.uid], qPrintable(event.uid));
    }
}

void TestDataSet::saveCopyIsADataSet()
{
    auto dataSet = DataSet::open(copyShipped(m_folder->path()));
    const Event event = anyEvent(QStringLiteral("new"));
    QVERIFY(dataSet->addEvents(std::span(&event, 1), shippedGazetteer(), stamp())
                .has_value()); // still in the journal
    double last = 0;
    const auto saved = dataSet->saveCopy(path("copy.interdict"), [&last](double done) {
        const bool forward = done >= last;
        last = done;
        return forward;
    });
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
    QVERIFY(last > 0 && last <= 1);
    const QStringList files = QDir(m_folder->path()).entryList({QStringLiteral("copy*")}, QDir::Files);
    QCOMPARE(files, QStringList{QStringLiteral("copy.interdict")});
    QCOMPARE(fileBytes(path("copy.interdict"))[18], char(1)); // not in WAL mode: one plain file
    const auto copy = DataSet::open(path("copy.interdict"));
    QVERIFY(copy.has_value());
    QVERIFY(*copy->event(*copy->idOf(event.uid)) == event);
    QVERIFY(copy->info() == dataSet->info());
}

void TestDataSet::saveCopyReplacesAndKeepsPermissions()
{
    const DataSet dataSet = openShipped(m_folder->path());
    writeFile(path("old.interdict"), "old");
    QFile::setPermissions(path("old.interdict"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    QVERIFY(dataSet.saveCopy(path("old.interdict")).has_value());
    QVERIFY(DataSet::open(path("old.interdict")).has_value());
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(path("old.interdict")) & ~mine, QFile::Permissions(QFile::ReadGroup));
    QCOMPARE(dataSet.saveCopy(path("none/x.interdict")).error().kind, Error::Kind::NoAccess);
}

void TestDataSet::saveCopyCanBeCancelled()
{
    const DataSet dataSet = openShipped(m_folder->path());
    writeFile(path("old.interdict"), "old");
    const auto saved = dataSet.saveCopy(path("old.interdict"), [](double) { return false; });
    QCOMPARE(saved.error().kind, Error::Kind::Cancelled);
    QCOMPARE(fileBytes(path("old.interdict")), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void TestDataSet::saveCopyRefusesItself()
{
    const DataSet dataSet = openShipped(m_folder->path());
    QVERIFY(QFile::link(dataSet.path(), path("link.interdict")));
    for (const QString& same :
         {dataSet.path(), path("link.interdict"),
          path("../") + QDir(m_folder->path()).dirName() + QStringLiteral("/starter.interdict")})
        QVERIFY2(dataSet.saveCopy(same).error().message.contains(QStringLiteral("itself")), qPrintable(same));
    QVERIFY(DataSet::open(dataSet.path()).has_value());
}

void TestDataSet::writesAreWholeOrNothing_data()
{
    QTest::addColumn<Event>("bad");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* said, auto change) {
        Event event = anyEvent(QStringLiteral("bad"));
        change(event);
        QTest::newRow(name) << event << QString::fromUtf8(said);
    };
    row("uid taken", "another entry has this id", [](Event& e) { e.uid = shippedEvents().front().uid; });
    row("no uid", "the id or the title is missing", [](Event& e) { e.uid.clear(); });
    row("no title", "the id or the title is missing", [](Event& e) { e.title.clear(); });
    row("measure", "\"x\" is no measure", [](Event& e) { e.measure = QStringLiteral("x"); });
    row("platform", "\"x\" is no platform", [](Event& e) { e.platforms = QStringList{QStringLiteral("x")}; });
    row("concern", "\"x\" is no concern", [](Event& e) { e.concerns = QStringList{QStringLiteral("x")}; });
    row("relation", "related event none is not", [](Event& e) {
        e.relations = {{QStringLiteral("none"), QStringLiteral("lifts")}};
    });
    row("kind of relation", "\"x\" is no relation", [](Event& e) {
        e.relations = {{shippedEvents().front().uid, QStringLiteral("x")}};
    });
    row("relation to itself", "contradict", [](Event& e) {
        e.relations = {{e.uid, QStringLiteral("lifts")}};
    });
    row("end before start", "contradict", [](Event& e) {
        e.start = *PartialDate::ofYear(2025);
        e.end = PartialDate::ofYear(2024);
    });
    row("subdivision of nothing", "contradict", [](Event& e) {
        e.country.clear();
        e.subdivision = QStringLiteral("US-TX");
    });
}

void TestDataSet::writesAreWholeOrNothing()
{
    QFETCH(const Event, bad);
    QFETCH(const QString, said);
    DataSet dataSet = openShipped(m_folder->path());
    const std::array events{anyEvent(QStringLiteral("good")), bad};
    const auto added = dataSet.addEvents(events, shippedGazetteer(), stamp());
    QVERIFY(!added.has_value());
    QCOMPARE(added.error().kind, Error::Kind::BadInput);
    QVERIFY2(added.error().message.contains(said), qPrintable(added.error().message));
    QVERIFY(!dataSet.idOf(QStringLiteral("good")).has_value());
    QVERIFY(dataSet.addEvents(std::span(events).first(1), shippedGazetteer(), stamp()).has_value());
}

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
