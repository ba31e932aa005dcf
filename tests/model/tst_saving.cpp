// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of changes in the store: all or nothing, each with revisions; columns patched in place equal those
// loaded anew.
#include "model/explore/facetengine.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QTest>

using namespace interdict;

namespace {

const Stamp stamp{QStringLiteral("Editor"), QStringLiteral("2026-11-24T10:00:00Z")};

struct Record
{
    Record()
        : gazetteer(test::shippedGazetteer())
    {
        path = dir.filePath(QStringLiteral("record.interdict"));
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        auto opened = DataSet::open(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        dataSet.emplace(std::move(*opened));
    }
    Event event(const QString& uid) const { return dataSet->event(dataSet->idOf(uid).value()).value(); }
    auto save(std::vector<EventChange> changes)
    {
        return dataSet->save(changes, gazetteer, stamp, QStringLiteral("A step"));
    }
    Columns columns() const { return dataSet->loadColumns(gazetteer).value(); }

    QTemporaryDir dir;
    QString path;
    Gazetteer gazetteer;
    std::optional<DataSet> dataSet;
};

Event newEvent(const QString& uid)
{
    Event event;
    event.uid = uid;
    event.title = QStringLiteral("A new ban");
    event.start = *PartialDate::parse(u"2026-03");
    event.country = QStringLiteral("IT");
    event.platforms = {QStringLiteral("DeepSeek")};
    event.measure = QStringLiteral("device_ban");
    event.status = QStringLiteral("in_force");
    event.sources = {{QStringLiteral("Dekretum"),
                      {},
                      QStringLiteral("https://example.org/decree"),
                      {},
                      QStringLiteral("law"),
                      QStringLiteral("https://archive.org/decree")}};
    return event;
}

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

QString firstDifference(const Columns& a, const Columns& b)
{
    const auto same = [&](auto member) { return a.*member == b.*member; };
    if (!same(&Columns::id))
        return QStringLiteral("id");
    for (const auto days : {&Columns::startFirst, &Columns::startLast, &Columns::endFirst, &Columns::endLast})
        if (!same(days))
            return QStringLiteral("days");
    if (!same(&Columns::place) || !same(&Columns::countryOf) || !same(&Columns::groupsOf))
        return QStringLiteral("places");
    for (const auto bytes : {&Columns::flags, &Columns::measure, &Columns::scope, &Columns::status,
                             &Columns::confidence, &Columns::review})
        if (!same(bytes))
            return QStringLiteral("codes");
    for (const auto mask : {&Columns::platform, &Columns::concern, &Columns::developer, &Columns::lasted})
        if ((a.*mask).bits != (b.*mask).bits || (a.*mask).words != (b.*mask).words)
            return QStringLiteral("sets");
    for (const FacetInfo& facet : facets())
        if (a.table(facet.facet).codes != b.table(facet.facet).codes)
            return QStringLiteral("values");
    return {};
}

// An engine that followed the columns counts as one that is made of them.
bool countsAlike(FacetEngine& engine, const Columns& columns, test::Chance& chance)
{
    FacetEngine fresh(columns);
    Filter filter;
    filter[Facet::Measure].anyOf = {QStringLiteral("device_ban"), QStringLiteral("investigation")};
    if (chance.oneIn(2))
        filter[Facet::Country].anyOf = {QStringLiteral("IT"), QStringLiteral("BT")};
    if (chance.oneIn(2))
        filter[Facet::Platform].noneOf = {QStringLiteral("DeepSeek")};
    if (chance.oneIn(2))
        filter.inForceOn = dayOf(2025, 1, 1) + chance.below(500);
    bool alike = true;
    for (int pass = 0; pass < 2; ++pass) {
        for (const FacetInfo& info : facets())
            alike = alike && std::ranges::equal(engine.counts(info.facet), fresh.counts(info.facet)) &&
                    std::ranges::equal(engine.totals(info.facet), fresh.totals(info.facet));
        alike = alike && std::ranges::equal(engine.result(), fresh.result()) &&
                std::ranges::equal(engine.monthCounts(), fresh.monthCounts());
        engine.apply(filter);
        fresh.apply(filter);
    }
    return alike;
}

} // namespace

class SavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAnEditWithItsRevision();
    void addsAndDeletes();
    void refusesAnOlderRevision();
    void refusesToLoseARelatedEvent();
    void keepsAllOrNothing();
    void comesBackWithTheNextRevision();
    void tellsContentsInTheOrderAsked();
    void keepsDrafts();
    void canBeCancelled();
    void patchesColumns();
};

void SavingTest::savesAnEditWithItsRevision()
{
    Record record;
    const Event before = record.event(italy);
    Event after = before;
    after.title = QStringLiteral("Zanzibar title");
    after.platforms << QStringLiteral("TikTok");
    const auto saved = record.save({{before, after}});
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    after.revision = before.revision + 1;
    QCOMPARE(*saved->change.events.front().after, after);
    QCOMPARE(record.event(italy), after);
    const auto revisions = record.dataSet->revisions(italy).value();
    QCOMPARE(revisions.size(), 2u);
    QCOMPARE(*revisions[0].event, before);
    QCOMPARE(*revisions[1].event, after);
    QCOMPARE(revisions[1].stamp.editor, stamp.editor);
    QCOMPARE(revisions[1].change, saved->step);
    const auto steps = record.dataSet->steps().value();
    QCOMPARE(steps.size(), 1u);
    QCOMPARE(steps[0].what, QStringLiteral("A step"));
    QCOMPARE(steps[0].events, 1);
    QCOMPARE(record.dataSet->search({QStringLiteral("zanzibar")}).value().size(), 1u);
}

void SavingTest::addsAndDeletes()
{
    Record record;
    const Event event = newEvent(QStringLiteral("it-new-2026"));
    const auto added = record.save({{{}, event}});
    QVERIFY(added);
    QCOMPARE(record.event(event.uid), event);
    QVERIFY(record.save({{*added->change.events[0].after, {}}}));
    QVERIFY(!record.dataSet->idOf(event.uid));
    const auto revisions = record.dataSet->revisions(event.uid).value();
    QCOMPARE(revisions.size(), 2u);
    QVERIFY(!revisions[1].event);
    QCOMPARE(record.dataSet->changedSince(added->step).value(), QStringList{event.uid});
    QVERIFY(record.dataSet->search({QStringLiteral("dekretum")}).value().empty());
}

void SavingTest::refusesAnOlderRevision()
{
    Record record;
    const Event before = record.event(italy);
    Event after = before;
    after.note = QStringLiteral("Mine");
    QVERIFY(record.save({{before, after}}));
    const auto again = record.save({{before, after}});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QCOMPARE(again.error().detail, italy);
    QCOMPARE(record.dataSet->steps().value().size(), 1u);
}

void SavingTest::refusesToLoseARelatedEvent()
{
    Record record;
    const Event event = newEvent(QStringLiteral("it-new-2026"));
    Event other = newEvent(QStringLiteral("it-other-2026"));
    other.relations = {{event.uid, QStringLiteral("follows")}};
    const auto added = record.save({{{}, other}, {{}, event}}); // the related one comes later
    QVERIFY2(added, qPrintable(added ? QString() : added.error().message));
    const auto deleted = record.save({{*added->change.events[1].after, {}}});
    QVERIFY(!deleted);
    QVERIFY2(deleted.error().message.contains(other.uid), qPrintable(deleted.error().message));
    QVERIFY(record.save({added->change.events[0].inverted(), added->change.events[1].inverted()}));
}

void SavingTest::keepsAllOrNothing()
{
    Record record;
    Event unknown = newEvent(QStringLiteral("it-unknown-2026"));
    unknown.measure = QStringLiteral("no_such_measure");
    const auto saved = record.save({{{}, newEvent(QStringLiteral("it-new-2026"))}, {{}, unknown}});
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(unknown.uid), qPrintable(saved.error().message));
    QVERIFY(!record.dataSet->idOf(QStringLiteral("it-new-2026")));
    QVERIFY(record.dataSet->steps().value().empty());
}

void SavingTest::comesBackWithTheNextRevision()
{
    Record record;
    const auto added = record.save({{{}, newEvent(QStringLiteral("it-new-2026"))}});
    const auto deleted = record.save({added->change.events[0].inverted()});
    const auto restored = record.save({deleted->change.events[0].inverted()});
    QVERIFY(restored);
    QCOMPARE(restored->change.events[0].after->revision, 3);
    QVERIFY(sameContent(*restored->change.events[0].after, *added->change.events[0].after));
}

// What an edit changed and another took back is the same again, though it is a later revision.
void SavingTest::tellsContentsInTheOrderAsked()
{
    Record record;
    const auto ids = record.columns().id;
    const std::vector<std::int64_t> asked{ids[5], record.dataSet->idOf(italy).value(), ids[2]};
    const auto contents = [&] {
        std::vector<std::pair<std::string, std::string>> read;
        const auto done =
            record.dataSet->eachContent(asked, [&read](std::string_view uid, std::string_view content) {
                read.emplace_back(uid, content);
            });
        return done ? read : decltype(read)();
    };
    const auto before = contents();
    QCOMPARE(before.size(), asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
        QCOMPARE(QString::fromStdString(before[i].first), record.dataSet->event(asked[i])->uid);
    QVERIFY(before[1].second.find("Garante") != std::string::npos);

    const Event event = record.event(italy);
    Event edited = event;
    edited.note = QStringLiteral("Seen again");
    const auto saved = record.save({{event, edited}});
    QVERIFY(saved);
    const auto after = contents();
    QCOMPARE(after[0], before[0]);
    QVERIFY(after[1].second.find("Seen again") != std::string::npos);
    QVERIFY(record.save({{record.event(italy), event}}));
    QCOMPARE(contents(), before);
    QVERIFY(!record.dataSet->eachContent(std::vector<std::int64_t>{-1}, [](auto, auto) {}));
}

void SavingTest::keepsDrafts()
{
    Record record;
    Draft draft{0, italy, 1, stamp.when, "{\"title\": \"half\"}"};
    draft.id = record.dataSet->saveDraft(draft).value();
    draft.content = "{\"title\": \"half a title\"}";
    QCOMPARE(record.dataSet->saveDraft(draft).value(), draft.id);
    auto reopened = DataSet::open(record.path, DataSet::Mode::ReadOnly);
    QCOMPARE(reopened->drafts().value(), std::vector{draft});
    QVERIFY(record.dataSet->removeDraft(draft.id));
    QVERIFY(record.dataSet->drafts().value().empty());
}

void SavingTest::canBeCancelled()
{
    Record record;
    const auto saved = record.dataSet->save(std::vector{EventChange{{}, newEvent(QStringLiteral("it-new"))}},
                                            record.gazetteer, stamp, {}, [](double) { return false; });
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Cancelled);
    QVERIFY(!record.dataSet->idOf(QStringLiteral("it-new")));
}

// Thousands of steps would take minutes here; each of these is compared in full.
void SavingTest::patchesColumns()
{
    Record record;
    test::Chance chance(7);
    Columns columns = record.columns();
    const QStringList countries{QStringLiteral("IT"), QStringLiteral("US"), QStringLiteral("DE"),
                                QStringLiteral("BT")};
    const QStringList measures{QStringLiteral("device_ban"), QStringLiteral("lifting")};
    const QStringList statuses{QStringLiteral("in_force"), QStringLiteral("superseded"),
                               QStringLiteral("lifted")};
    std::vector<QString> uids;
    for (const auto id : columns.id)
        uids.push_back(record.dataSet->event(id)->uid);
    int patched = 0;
    auto engine = std::make_unique<FacetEngine>(columns);
    for (int i = 0; i < 200; ++i) {
        const QString uid = chance.oneIn(4) ? QStringLiteral("new-%1").arg(i) : chance.of(uids);
        const auto id = record.dataSet->idOf(uid);
        EventChange change;
        if (id)
            change.before = record.dataSet->event(*id).value();
        change.after = change.before ? *change.before : newEvent(uid);
        if (!chance.oneIn(3)) // else it stays where it is
            change.after->start = test::randomDate(chance);
        change.after->end.reset();
        change.after->status = chance.of(statuses);
        change.after->subdivision.clear();
        change.after->country = chance.of(countries);
        if (chance.oneIn(3)) {
            const QString other = chance.of(uids);
            change.after->relations = {{other, QStringLiteral("supersedes")}};
            if (other == uid)
                change.after->relations.clear();
        }
        std::vector<std::int64_t> ids;
        if (id && record.dataSet->referrersOf(*id)->empty() && chance.oneIn(3))
            change.after.reset();
        if (id)
            ids.push_back(*id);
        for (const auto& state : {change.before, change.after})
            for (const Relation& relation : state ? state->relations : std::vector<Relation>())
                ids.push_back(record.dataSet->idOf(relation.uid).value());
        const auto saved = record.save({change});
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
        if (change.after && !id)
            ids.push_back(record.dataSet->idOf(uid).value());
        if (!change.after)
            std::erase(uids, uid);
        else if (!id)
            uids.push_back(uid);
        const auto done = record.dataSet->patchColumns(columns, ids, record.gazetteer);
        QVERIFY(done);
        const Columns anew = record.columns();
        if (*done) {
            engine->follow(**done);
        } else {
            columns = anew;
            engine = std::make_unique<FacetEngine>(columns);
        }
        patched += done->has_value();
        QCOMPARE(firstDifference(columns, anew), QString());
        QVERIFY(countsAlike(*engine, anew, chance));
    }
    QVERIFY2(patched > 150, qPrintable(QString::number(patched)));
}

QTEST_GUILESS_MAIN(SavingTest)
#include "tst_saving.moc"
