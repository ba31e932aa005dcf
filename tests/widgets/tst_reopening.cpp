// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure brought back: filter and day, what is told of changes, and what is told where it no longer fits.
#include "model/englishplurals.h"
#include "tests/support/copies.h"
#include "tests/support/madefigure.h"
#include "widgets/figure/reopening.h"

#include <QTest>

using namespace interdict;
using namespace interdict::test;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");
const QLocale english(QLocale::English, QLocale::UnitedKingdom);

QString toldOf(const FigureStamp& stamp, Workspace& workspace)
{
    const auto state = stateOf(stamp, workspace);
    if (!state)
        return state.error().message;
    restore(*state, stamp, workspace);
    return changeInWords(stamp, changeSince(stamp, workspace).value(), workspace, english);
}

} // namespace

class ReopeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(new EnglishPlurals(this)); }
    void restoresFilterAndDay();
    void takesTheDayOfMakingWhereNoneWasSet();
    void tellsThatNothingChanged();
    void countsInWords_data();
    void countsInWords();
    void tellsWhatChangedFromFileToScreen();
    void refusesATermThatIsGone();
    void refusesAnEventThatIsGone();
    void namesAnotherDataSet();
};

void ReopeningTest::restoresFilterAndDay()
{
    Starter starter;
    starter.filter(QStringLiteral("platform:DeepSeek -status:rejected"));
    FigureSpec spec = specOf(FigureKind::Map);
    spec.asOf = dayOf(2025, 3, 1);
    const FigureStamp stamp = madeStamp(starter.workspace, spec);
    const Filter filter = starter.workspace.filter();
    starter.workspace.setFilter({});
    const auto state = stateOf(stamp, starter.workspace);
    QVERIFY(state);
    restore(*state, stamp, starter.workspace);
    QVERIFY(starter.workspace.filter() == filter);
    QCOMPARE(starter.workspace.asOf(), dayOf(2025, 3, 1));
}

void ReopeningTest::takesTheDayOfMakingWhereNoneWasSet()
{
    Starter starter(dayOf(2027, 1, 1));
    FigureSpec spec = specOf(FigureKind::Map);
    spec.asOf.reset();
    const auto state = stateOf(madeStamp(starter.workspace, spec), starter.workspace);
    QCOMPARE(state->asOf, fixedToday);
}

void ReopeningTest::tellsThatNothingChanged()
{
    Starter starter;
    starter.filter(QStringLiteral("country:IT"));
    const FigureStamp stamp = madeStamp(starter.workspace, specOf(FigureKind::Timeline));
    starter.workspace.setFilter({});
    QCOMPARE(toldOf(stamp, starter.workspace),
             QStringLiteral("The data have not changed since 24 November 2026."));
}

void ReopeningTest::countsInWords_data()
{
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("gone");
    QTest::addColumn<int>("changed");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, int added, int gone, int changed, const char* words) {
        QTest::newRow(name) << added << gone << changed << QString::fromUtf8(words);
    };
    row("all", 3, 1, 2, "3 events more, 1 fewer, 2 changed (+3 −1 ~2)");
    row("only more", 1, 0, 0, "1 event more (+1)");
    row("only fewer", 0, 2, 0, "2 events fewer (−2)");
    row("only changed", 0, 0, 5, "5 events changed (~5)");
    row("fewer and changed", 0, 4, 1, "4 events fewer, 1 changed (−4 ~1)");
}

void ReopeningTest::countsInWords()
{
    QFETCH(int, added);
    QFETCH(int, gone);
    QFETCH(int, changed);
    QFETCH(QString, words);
    Starter starter;
    const FigureStamp stamp = madeStamp(starter.workspace, specOf(FigureKind::Map));
    QCOMPARE(changeInWords(stamp, {added, gone, changed}, starter.workspace, english),
             QStringLiteral("Since 24 November 2026: %1.").arg(words));
    QCOMPARE(changeInWords(stamp, {added, gone, changed, true}, starter.workspace, english),
             QStringLiteral("The data have changed since 24 November 2026. Of more than 100,000 events a "
                            "figure does not keep which."));
}

void ReopeningTest::tellsWhatChangedFromFileToScreen()
{
    Copy copy(QStringLiteral("Ada"));
    copy.filter(QStringLiteral("country:IT"));
    const FigureSpec spec = specOf(FigureKind::Timeline);
    const auto figure = madeFigure(copy.workspace, spec);
    QVERIFY(figure);
    const QString path = copy.dir.filePath(QStringLiteral("figure.svg"));
    QVERIFY(writeFigure(*figure, madeStamp(copy.workspace, spec), FigureFormat::Svg, path));
    copy.edit(italy, [](Event& event) { event.note = QStringLiteral("Later"); });
    Event added = copy.event(italy);
    added.uid = QStringLiteral("it-new");
    added.relations.clear();
    copy.save({{std::nullopt, added}});
    copy.workspace.setFilter({});
    QCOMPARE(toldOf(*readFigureStamp(path), copy.workspace),
             QStringLiteral("Since 24 November 2026: 1 event more, 1 changed (+1 ~1)."));
}

void ReopeningTest::refusesATermThatIsGone()
{
    Starter starter;
    FigureStamp stamp = madeStamp(starter.workspace, specOf(FigureKind::Map));
    stamp.spec.filter = QStringLiteral("platform:Nobodyware");
    const auto state = stateOf(stamp, starter.workspace);
    QVERIFY(!state);
    QCOMPARE(state.error().kind, Error::Kind::NotFound);
    for (const QString& words : {QStringLiteral("Column 10"), stamp.spec.filter, stamp.dataSet})
        QVERIFY2(state.error().message.contains(words), qPrintable(state.error().message));
}

void ReopeningTest::refusesAnEventThatIsGone()
{
    Copy copy(QStringLiteral("Ada"));
    const FigureStamp stamp = madeStamp(copy.workspace, specOf(FigureKind::Card));
    const auto state = stateOf(stamp, copy.workspace);
    QVERIFY(state);
    restore(*state, stamp, copy.workspace);
    QCOMPARE(copy.workspace.current(), copy.workspace.rowOf(italy));
    copy.remove(italy);
    const auto gone = stateOf(stamp, copy.workspace);
    QVERIFY(!gone);
    QVERIFY2(gone.error().message.contains(italy), qPrintable(gone.error().message));
}

void ReopeningTest::namesAnotherDataSet()
{
    Starter starter;
    FigureStamp stamp = madeStamp(starter.workspace, specOf(FigureKind::Map));
    stamp.dataSet = QStringLiteral("Ben's");
    const QString told = toldOf(stamp, starter.workspace);
    QVERIFY2(told.startsWith(QStringLiteral("The figure was made from another data set, “Ben's”;")) &&
                 told.endsWith(QStringLiteral("have not changed since 24 November 2026.")),
             qPrintable(told));
}

QTEST_MAIN(ReopeningTest)
#include "tst_reopening.moc"
