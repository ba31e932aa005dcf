// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The data set on disk: what goes in comes out, whole and in order.
#include "model/exchange/jsonlines.h"
#include "model/store/dataset.h"
#include "model/vocabulary/gazetteer.h"
#include "tests/model/shipped.h"

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
    const auto expected = shippedEvents();
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
    Event event = shippedEvents().front();
    event.relations.clear();
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
    const auto events = shippedEvents();
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

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
