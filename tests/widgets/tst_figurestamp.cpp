// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure knows of its events: what changed since is told exactly, and nothing else is taken for a
// change.
#include "tests/support/copies.h"
#include "widgets/figure/figurestamp.h"

#include <QJsonDocument>
#include <QTest>

using namespace interdict;

namespace {

const Day made = dayOf(2026, 11, 24);
const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

FigureStamp stampNow(const Workspace& workspace, const FigureSpec& spec = {})
{
    return stampOf(workspace, spec, made).value();
}

FigureStamp ofMany(std::uint32_t count, std::uint32_t content = 0)
{
    std::vector<FigureStamp::Print> prints;
    for (std::uint32_t i = 0; i < count; ++i)
        prints.push_back({i * 2654435761U, i == count / 2 ? content : i});
    FigureStamp stamp;
    setPrints(stamp, std::move(prints));
    return stamp;
}

QByteArray with(const QByteArray& json, const char* key, const QJsonValue& value)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object[QLatin1String(key)] = value;
    return QJsonDocument(object).toJson();
}

} // namespace

class FigureStampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackExactly();
    void staysSmall();
    void keepsOnlyTheSumOfVeryMany();
    void holdsNoLocalPath();
    void refusesWhatIsNotWhole_data();
    void refusesWhatIsNotWhole();
    void isWordForWordTheSameForTheSameRecord();
    void countsWhatChanged();
    void takesAnUndoneChangeForNone();
    void knowsACardsOneEvent();
    void comparesWithoutAnythingInCommon();
};

void FigureStampTest::readsBackExactly()
{
    test::Starter starter;
    starter.filter(QStringLiteral("platform:DeepSeek"));
    FigureSpec spec;
    spec.kind = FigureKind::Chart;
    spec.asOf = dayOf(2025, 6, 1);
    spec.title = QStringLiteral("Zürich & <Ελλάδα> “中文”");
    const FigureStamp stamp = stampNow(starter.workspace, spec);
    QCOMPARE(stamp.prints.size(), starter.workspace.result().size());
    QCOMPARE(std::size_t(stamp.events), stamp.prints.size());
    QCOMPARE(stamp.spec.filter, QStringLiteral("platform:DeepSeek"));
    QVERIFY(!stamp.dataSet.isEmpty());
    QCOMPARE(stamp.program, QStringLiteral("interdict " INTERDICT_VERSION));
    const auto read = figureStampFrom(toJson(stamp));
    QVERIFY(read);
    QVERIFY(*read == stamp);
}

void FigureStampTest::staysSmall()
{
    const FigureStamp stamp = ofMany(10000);
    const QByteArray json = toJson(stamp);
    QVERIFY2(json.size() < 110000, qPrintable(QString::number(json.size())));
    QVERIFY(figureStampFrom(json) == stamp);
}

void FigureStampTest::keepsOnlyTheSumOfVeryMany()
{
    const FigureStamp stamp = ofMany(200000);
    const QByteArray json = toJson(stamp);
    QVERIFY(json.size() < 3000);
    const auto read = figureStampFrom(json);
    QVERIFY(read && *read == stamp);
    QVERIFY(compared(*read, ofMany(200000)).isNone());
    const StampChange changed = compared(*read, ofMany(200000, 1));
    QCOMPARE(changed, (StampChange{0, 0, 0, true}));
    QVERIFY(!changed.isNone());
    QCOMPARE(compared(*read, ofMany(200003)), (StampChange{3, 0, 0, true}));
    QCOMPARE(compared(*read, ofMany(50000)), (StampChange{0, 150000, 0, true}));
    QVERIFY(!figureStampFrom(with(json, "events", 10)));
}

void FigureStampTest::holdsNoLocalPath()
{
    test::Starter starter;
    FigureSpec spec;
    spec.logo = QStringLiteral("/home/ada/logo.png");
    const QByteArray json = toJson(stampNow(starter.workspace, spec));
    QVERIFY(!json.contains("ada"));
    QVERIFY(!json.contains(starter.dir.path().toUtf8()));
}

void FigureStampTest::refusesWhatIsNotWhole_data()
{
    test::Starter starter;
    const QByteArray json = toJson(stampNow(starter.workspace));
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail"); // empty: not told
    QTest::addColumn<Error::Kind>("kind");
    const auto row = [](const char* name, const QByteArray& bytes, const char* detail,
                        Error::Kind kind = Error::Kind::Damaged) {
        QTest::newRow(name) << bytes << QString::fromLatin1(detail) << kind;
    };
    row("nothing", {}, "illegal value");
    row("no JSON", "figure", "illegal value");
    row("a list", "[1]", "no error occurred");
    row("cut", json.left(json.size() / 2), "unterminated string");
    row("cut prints", with(json, "prints", QStringLiteral("AAAA")), "prints");
    row("foreign signs in the prints", with(json, "prints", QStringLiteral("Ä*/-")), "prints");
    row("too few events", with(json, "events", 1), "prints");
    row("events below none", with(json, "events", -1), "prints");
    row("no day", with(json, "made", QStringLiteral("soon")), "format, made or figure");
    row("no figure", with(json, "figure", QStringLiteral("map")), "format, made or figure");
    row("no format", with(json, "format", QJsonValue()), "format, made or figure");
    row("another data set", with(json, "data_set", QStringLiteral("Ben's")), "digest");
    row("no digest", with(json, "digest", QJsonValue()), "digest");
    row("newer", with(json, "format", 2), "", Error::Kind::TooNew);
}

void FigureStampTest::refusesWhatIsNotWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(Error::Kind, kind);
    const auto read = figureStampFrom(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QTEST(read.error().detail, "detail");
    QVERIFY(!read.error().message.isEmpty());
}

void FigureStampTest::isWordForWordTheSameForTheSameRecord()
{
    test::Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    QCOMPARE(toJson(stampNow(ada.workspace)), toJson(stampNow(ben.workspace)));
    // Two who edit to the same end hold the same.
    for (test::Copy* copy : {&ada, &ben})
        copy->edit(italy, [](Event& event) { event.note = QStringLiteral("The same"); });
    QCOMPARE(compared(stampNow(ada.workspace), stampNow(ben.workspace)), StampChange{});
}

void FigureStampTest::countsWhatChanged()
{
    test::Copy copy(QStringLiteral("Ada"));
    copy.filter(QStringLiteral("country:IT"));
    const FigureStamp before = stampNow(copy.workspace);
    QVERIFY(before.prints.size() > 3);
    const QStringList uids = copy.resultUids();
    copy.edit(uids[0], [](Event& event) { event.title += QStringLiteral(" again"); });
    copy.edit(uids[1], [](Event& event) { event.country = QStringLiteral("FR"); }); // leaves the filter
    Event added = copy.event(italy);
    for (const char* uid : {"it-one", "it-two"}) {
        added.uid = QLatin1String(uid);
        added.relations.clear();
        copy.save({{std::nullopt, added}});
    }
    copy.edit(QStringLiteral("it-one"), [](Event& event) { event.note = QStringLiteral("x"); });
    QCOMPARE(compared(before, stampNow(copy.workspace)), (StampChange{2, 1, 1}));
    QCOMPARE(compared(stampNow(copy.workspace), before), (StampChange{1, 2, 1}));
}

void FigureStampTest::takesAnUndoneChangeForNone()
{
    test::Copy copy(QStringLiteral("Ada"));
    const FigureStamp before = stampNow(copy.workspace);
    const QString note = copy.event(italy).note;
    copy.edit(italy, [](Event& event) { event.note = QStringLiteral("A mistake"); });
    QCOMPARE(compared(before, stampNow(copy.workspace)), (StampChange{0, 0, 1}));
    copy.edit(italy, [&note](Event& event) { event.note = note; });
    QVERIFY(compared(before, stampNow(copy.workspace)).isNone());
}

void FigureStampTest::knowsACardsOneEvent()
{
    test::Copy copy(QStringLiteral("Ada"));
    FigureSpec spec;
    spec.kind = FigureKind::Card;
    spec.event = italy;
    const FigureStamp before = stampNow(copy.workspace, spec);
    QCOMPARE(before.prints.size(), std::size_t(1));
    copy.filter(QStringLiteral("country:FR")); // a card shows its event, whatever the filter
    QVERIFY(compared(before, stampNow(copy.workspace, spec)).isNone());
    copy.edit(italy, [](Event& event) { event.note = QStringLiteral("x"); });
    QCOMPARE(compared(before, stampNow(copy.workspace, spec)), (StampChange{0, 0, 1}));
}

void FigureStampTest::comparesWithoutAnythingInCommon()
{
    FigureStamp a, b;
    setPrints(a, {{4, 4}, {1, 1}});
    setPrints(b, {{2, 2}, {3, 3}, {5, 5}});
    QCOMPARE(compared(a, b), (StampChange{3, 2, 0}));
    QCOMPARE(compared(a, {}), (StampChange{0, 2, 0}));
    QCOMPARE(compared({}, b), (StampChange{3, 0, 0}));
}

QTEST_MAIN(FigureStampTest)
#include "tst_figurestamp.moc"
