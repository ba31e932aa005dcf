// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/twins.h"
#include "model/edit/validation.h"
#include "model/edit/worddiff.h"
#include "tests/support/random.h"
#include "tests/support/shipped.h"

#include <QTest>

using namespace interdict;

namespace {

const Day today = dayOf(2026, 11, 24);

Event sound()
{
    Event event;
    event.uid = QStringLiteral("it-ban-2026");
    event.title = QStringLiteral("Italy bans DeepSeek on official devices");
    event.start = *PartialDate::parse(u"2026-03-04");
    event.country = QStringLiteral("IT");
    event.platforms = {QStringLiteral("DeepSeek")};
    event.concerns = {QStringLiteral("data_handling")};
    event.measure = QStringLiteral("device_ban");
    event.scope = QStringLiteral("government");
    event.status = QStringLiteral("in_force");
    event.confidence = QStringLiteral("high");
    event.sources = {{QStringLiteral("Decree"), {}, QStringLiteral("https://example.org/decree"), {}}};
    return event;
}

std::vector<Finding> check(const Event& event)
{
    return validate(event, shippedVocabulary(), shippedGazetteer(), today);
}

} // namespace

class ValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundEvent();
    void finds_data();
    void finds();
    void lets_shippedDataPass();
    void comparesTitles();
    void comparesAddresses();
    void findsTwinsOnly();
    void showsWordsThatChanged();
    void loosesNoWord();
};

void ValidationTest::findsNothingInASoundEvent()
{
    for (const Finding& finding : check(sound()))
        QFAIL(qPrintable(finding.message));
}

void ValidationTest::finds_data()
{
    using Edit = std::function<void(Event&)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<EventField>("field");
    QTest::addColumn<bool>("isError");
    const auto row = [](const char* name, EventField field, bool isError, const Edit& edit) {
        QTest::addRow("%s", name) << edit << field << isError;
    };
    const auto date = [](const char* text) { return PartialDate::parse(QString::fromLatin1(text)); };
    row("no title", EventField::Title, true, [](Event& e) { e.title = QStringLiteral("  "); });
    row("long title", EventField::Title, true, [](Event& e) { e.title = QString(201, u'x'); });
    row("full stop", EventField::Title, false, [](Event& e) { e.title += u'.'; });
    row("capitals", EventField::Title, false, [](Event& e) { e.title = e.title.toUpper(); });
    row("future", EventField::Start, true, [=](Event& e) { e.start = *date("2026-12"); });
    row("before platforms", EventField::Start, false, [=](Event& e) { e.start = *date("1999-12-01"); });
    row("year only", EventField::Start, false, [=](Event& e) { e.start = *date("2025"); });
    row("end before start", EventField::End, true, [=](Event& e) { e.end = date("2026-03-03"); });
    row("lifted, no end", EventField::End, false, [](Event& e) { e.status = QStringLiteral("lifted"); });
    row("over, in future", EventField::End, false, [=](Event& e) {
        e.status = QStringLiteral("lifted");
        e.end = date("2027");
    });
    row("past, in force", EventField::Status, false, [=](Event& e) { e.end = date("2026-04"); });
    row("no country", EventField::Country, true, [](Event& e) { e.country.clear(); });
    row("unknown country", EventField::Country, true, [](Event& e) { e.country = QStringLiteral("QQ"); });
    row("other's subdivision", EventField::Subdivision, true,
        [](Event& e) { e.subdivision = QStringLiteral("US-TX"); });
    row("unknown subdivision", EventField::Subdivision, true,
        [](Event& e) { e.subdivision = QStringLiteral("IT-QQ"); });
    row("no platform", EventField::Platforms, false, [](Event& e) { e.platforms.clear(); });
    row("unknown platform", EventField::Platforms, true,
        [](Event& e) { e.platforms << QStringLiteral("Nix"); });
    row("unknown concern", EventField::Concerns, true, [](Event& e) { e.concerns << QStringLiteral("nix"); });
    row("unknown measure", EventField::Measure, true, [](Event& e) { e.measure = QStringLiteral("nix"); });
    row("no measure", EventField::Measure, false, [](Event& e) { e.measure.clear(); });
    row("no scope", EventField::Scope, false, [](Event& e) { e.scope.clear(); });
    row("no source", EventField::Sources, false, [](Event& e) { e.sources.clear(); });
    row("source without title", EventField::Sources, true, [](Event& e) { e.sources[0].title.clear(); });
    row("ftp", EventField::Sources, true,
        [](Event& e) { e.sources[0].url = QStringLiteral("ftp://a.example"); });
    row("script", EventField::Sources, true,
        [](Event& e) { e.sources[0].archivedUrl = QStringLiteral("javascript:alert(1)"); });
    row("source without address", EventField::Sources, false, [](Event& e) { e.sources[0].url.clear(); });
    row("relation to itself", EventField::Relations, true, [](Event& e) {
        e.relations = {{e.uid, QStringLiteral("follows")}};
    });
    row("relation twice", EventField::Relations, true, [](Event& e) {
        e.relations = {{QStringLiteral("a"), QStringLiteral("follows")},
                       {QStringLiteral("a"), QStringLiteral("follows")}};
    });
}

void ValidationTest::finds()
{
    QFETCH(std::function<void(Event&)>, edit);
    QFETCH(EventField, field);
    QFETCH(bool, isError);
    Event event = sound();
    edit(event);
    const auto findings = check(event);
    QCOMPARE(findings.size(), 1u);
    QCOMPARE(findings[0].field, field);
    QCOMPARE(findings[0].severity == Finding::Severity::Error, isError);
    QCOMPARE(hasError(findings), isError);
    QVERIFY(findings[0].message.size() > 10);
}

void ValidationTest::lets_shippedDataPass()
{
    int doubts = 0;
    for (const Event& event : shippedEvents())
        for (const Finding& finding : check(event)) {
            QVERIFY2(finding.severity == Finding::Severity::Doubt, qPrintable(event.uid + finding.message));
            ++doubts;
        }
    QVERIFY2(doubts < static_cast<int>(shippedEvents().size()) / 4, qPrintable(QString::number(doubts)));
}

void ValidationTest::comparesTitles()
{
    const auto likeness = [](const char* a, const char* b) {
        return titleLikeness(QString::fromUtf8(a), QString::fromUtf8(b));
    };
    QCOMPARE(likeness("Italy blocks DeepSeek", "ITALY BLOCKS DEEPSEEK"), 1.0);
    QVERIFY(likeness("Italy blocks DeepSeek", "Italy's block of DeepSeek") > nearTitle);
    QVERIFY(likeness("Italy blocks DeepSeek", "Texas bans TikTok on devices") < 0.5);
    QCOMPARE(likeness("", ""), 0.0);
    QCOMPARE(likeness("night", "nacht"), 0.25); // Dice's example: one common pair of four and four
}

void ValidationTest::comparesAddresses()
{
    const auto url = [](const char* text) { return comparableUrl(QString::fromLatin1(text)); };
    QCOMPARE(url("https://www.example.org/a/?utm_source=x#top"), url("http://example.org/a"));
    QVERIFY(url("https://example.org/a?id=1") != url("https://example.org/a?id=2"));
    QCOMPARE(url("not an address"), QString());
}

void ValidationTest::findsTwinsOnly()
{
    Event near = sound(), far = sound(), source = sound(), self = sound();
    near.uid = QStringLiteral("near");
    near.title = QStringLiteral("Something else");
    near.start = *PartialDate::parse(u"2026-03-18");
    near.sources.clear();
    far = near;
    far.uid = QStringLiteral("far");
    far.start = *PartialDate::parse(u"2026-03-19");
    source.uid = QStringLiteral("source");
    source.country = QStringLiteral("FR");
    source.title = QStringLiteral("Quite another");
    const auto twins = findTwins(sound(), std::vector{far, near, source, self});
    QCOMPARE(twins.size(), 2u);
    QCOMPARE(twins[0].event.uid, near.uid);
    QCOMPARE(twins[0].differences, (std::vector{EventField::Title, EventField::Start}));
    QCOMPARE(twins[1].event.uid, source.uid);
    QVERIFY(twins[1].sameSource);
}

void ValidationTest::showsWordsThatChanged()
{
    using Kind = WordPiece::Kind;
    QCOMPARE(wordDiff(QStringLiteral("a ban on all devices"), QStringLiteral("a ban on official devices")),
             (std::vector<WordPiece>{{Kind::Same, QStringLiteral("a ban on ")},
                                     {Kind::Removed, QStringLiteral("all ")},
                                     {Kind::Added, QStringLiteral("official ")},
                                     {Kind::Same, QStringLiteral("devices")}}));
    QCOMPARE(wordDiff(QStringLiteral("a ban"), QStringLiteral("a ban on devices")),
             (std::vector<WordPiece>{{Kind::Same, QStringLiteral("a ban")},
                                     {Kind::Added, QStringLiteral(" on devices")}}));
    QCOMPARE(wordDiff({}, {}).size(), 0u);
}

void ValidationTest::loosesNoWord()
{
    test::Chance chance(5);
    const QStringList words{QStringLiteral("a "), QStringLiteral("b "), QStringLiteral("c\n"),
                            QStringLiteral("d  "), QStringLiteral("e")};
    const auto text = [&] {
        QString all;
        for (int n = chance.below(30); n > 0; --n)
            all += chance.of(words);
        return all;
    };
    for (int i = 0; i < 500; ++i) {
        const QString before = text(), after = text();
        QString one, other;
        for (const WordPiece& piece : wordDiff(before, after)) {
            if (piece.kind != WordPiece::Kind::Added)
                one += piece.text;
            if (piece.kind != WordPiece::Kind::Removed)
                other += piece.text;
        }
        QCOMPARE(one, before);
        QCOMPARE(other, after);
    }
}

QTEST_GUILESS_MAIN(ValidationTest)
#include "tst_validation.moc"
