// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the import dialog, and what it says of one row.
#include "tests/support/starter.h"
#include "widgets/importing/offerdelegate.h"
#include "widgets/importing/columnsmodel.h"
#include "widgets/importing/meaningsmodel.h"
#include "widgets/importing/plannedrowsmodel.h"
#include "widgets/importing/rowdetail.h"
#include "widgets/importing/tablebar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPalette>
#include <QSignalSpy>
#include <QTextDocument>
#include <QtTest>

using namespace interdict;

namespace {

const QByteArray foreign = "Country,Date,App,Measure,Grok?,Id\n"
                           "Chile,2021-04-03,DeepSeek (app),Fine,yes,\n"
                           "Atlantis,2021-05-06,DeepSeek,<b>Frob</b>,no,\n"
                           "Taiwan,2025-02-01,DeepSeek,Ban on official devices,,\n"
                           "Italy,2025-01-30,Grok,,,it-garante-deepseek-block-2025\n";

struct Planned
{
    explicit Planned(const QByteArray& bytes = foreign)
    {
        auto table = std::make_shared<ImportTable>(readTable(bytes, QStringLiteral("t.csv")).value());
        source = {table, {}, 0, {}};
        source.mapping =
            guessMapping(*table, source.rows(), starter.workspace.vocabulary(), starter.gazetteer);
        plan();
    }
    void plan()
    {
        planned = std::make_shared<PlannedImport>(
            PlannedImport{planImport(*source.table, source.rows(), source.mapping,
                                     {starter.workspace.dataSet(), starter.gazetteer, test::fixedToday})
                              .value(),
                          dateOrderEvidence(source.rows(), source.mapping.columns)});
    }
    QString detail(std::size_t row) const
    {
        QTextDocument document;
        document.setHtml(rowDetail(planned->plan.rows[row], source, starter.workspace, QPalette()));
        return document.toPlainText();
    }

    test::Starter starter;
    ImportSource source;
    std::shared_ptr<const PlannedImport> planned;
};

QString shown(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(row, column).data().toString();
    return cells.join(u'|');
}

} // namespace

class ImportModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsShowValuesAndChoices();
    void aFieldIsTakenFromTheOtherColumn();
    void everyTargetIsOffered();
    void meaningsAreFilteredAndSaid();
    void placesAreOfferedByNameAndCode();
    void rowsAreFilteredByVerdict();
    void detailsOfRows_data();
    void detailsOfRows();
    void textsOfTheTableAreNoHtml();
    void dateOrderShowsItsEvidence_data();
    void dateOrderShowsItsEvidence();
};

void ImportModelsTest::columnsShowValuesAndChoices()
{
    Planned planned;
    ColumnsModel model;
    QAbstractItemModelTester tester(&model);
    model.setSource(planned.source);
    QCOMPARE(shown(model, 0),
             QStringLiteral("Country|Chile  ·  Atlantis  ·  Taiwan  ·  Italy|Jurisdiction|guessed"));
    QCOMPARE(shown(model, 4), QStringLiteral("Grok?|yes  ·  no|Yes or no for Grok|guessed"));
    QCOMPARE(model.mappedCount(), 6);
    planned.source.mappingFile = QStringLiteral("m.json");
    model.setSource(planned.source);
    QVERIFY(shown(model, 0).endsWith(QStringLiteral("|from m.json")));
}

void ImportModelsTest::aFieldIsTakenFromTheOtherColumn()
{
    Planned planned;
    ColumnsModel model;
    QAbstractItemModelTester tester(&model);
    model.setSource(planned.source);
    QSignalSpy changed(&model, &ColumnsModel::mappingChanged);
    const auto choose = [&model](int row, const char* choice) {
        return model.setData(model.index(row, ColumnsModel::Becomes), QStringList{QLatin1String(choice)},
                             Qt::EditRole);
    };
    QVERIFY(choose(3, "date"));
    QCOMPARE(model.columns()[1].target, ImportTarget::Ignore);
    QCOMPARE(model.columns()[3].target, ImportTarget::Start);
    QVERIFY(model.index(1, ColumnsModel::Becomes).data(dimRole).toBool());
    QVERIFY(choose(1, "note") && choose(3, "note")); // several may be notes
    QCOMPARE(model.columns()[1].target, ImportTarget::Note);
    QVERIFY(choose(4, "platform_flag:DeepSeek"));
    QCOMPARE(model.columns()[4].platform, QStringLiteral("DeepSeek"));
    QCOMPARE(changed.size(), 4);
    QVERIFY(!choose(4, "colour"));
    QVERIFY(choose(4, "platform_flag:DeepSeek")); // the same again changes nothing
    QCOMPARE(changed.size(), 4);
}

void ImportModelsTest::everyTargetIsOffered()
{
    const test::Starter starter;
    QStringList codes;
    for (const Offer& offer : columnOffers(starter.workspace.vocabulary()))
        codes << offer.code;
    for (const ImportTargetInfo& row : importTargets())
        QVERIFY2(row.target == ImportTarget::PlatformFlag || codes.contains(QLatin1String(row.key)), row.key);
    QVERIFY(codes.contains(QStringLiteral("platform_flag:DeepSeek")));
}

void ImportModelsTest::meaningsAreFilteredAndSaid()
{
    Planned planned;
    MeaningsModel model(planned.starter.workspace.vocabulary(), planned.starter.gazetteer);
    QAbstractItemModelTester tester(&model);
    model.setMeanings(planned.planned->plan.meanings);
    using Show = MeaningsModel::Show;
    QCOMPARE(model.count(Show::Unknown), 2);
    model.setShow(Show::Guessed);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(shown(model, 0), QStringLiteral("Platforms|DeepSeek (app)|1|DeepSeek|guessed from its words"));
    model.setShow(Show::Unknown);
    QCOMPARE(shown(model, 0), QStringLiteral("Jurisdiction|Atlantis|1|Choose…|not understood"));
    QVERIFY(model.index(0, MeaningsModel::Means).data(urgentRole).toBool());
    QSignalSpy said(&model, &MeaningsModel::said);
    QVERIFY(
        model.setData(model.index(0, MeaningsModel::Means), QStringList{QStringLiteral("GR")}, Qt::EditRole));
    QCOMPARE(shown(model, 0), QStringLiteral("Jurisdiction|Atlantis|1|Greece|chosen"));
    say(planned.source.mapping, said.at(0).at(0).value<TextMeaning>());
    // Empty cells have a meaning too.
    say(planned.source.mapping,
        {ImportTarget::Concerns, {}, {QStringLiteral("fraud"), QStringLiteral("censorship")}, 4});
    planned.plan();
    QCOMPARE(planned.planned->plan.rows[0].change.after->concerns,
             QStringList({QStringLiteral("fraud"), QStringLiteral("censorship")}));
    QVERIFY(planned.planned->plan.rows[1].problems.size() == 1);
    say(planned.source.mapping, {ImportTarget::Concerns, {}, {}, 4});
    QVERIFY(planned.source.mapping.defaults.empty());
}

void ImportModelsTest::placesAreOfferedByNameAndCode()
{
    const test::Starter starter;
    const auto offers = meaningOffers(ImportTarget::Place, starter.workspace.vocabulary(), starter.gazetteer);
    const auto best = [&offers](const char* typed) {
        return fittingOffers(QLatin1String(typed), offers).front().code;
    };
    QCOMPARE(best("kor"), QStringLiteral("KR"));
    QCOMPARE(best("south kor"), QStringLiteral("KR"));
    QCOMPARE(best("us-tx"), QStringLiteral("US-TX"));
    QCOMPARE(best("bavaria"), QStringLiteral("DE-BY"));
    QCOMPARE(best("nothing"), QString());
}

void ImportModelsTest::rowsAreFilteredByVerdict()
{
    Planned planned;
    PlannedRowsModel model(planned.starter.workspace);
    QAbstractItemModelTester tester(&model);
    model.setPlan(planned.source, nullptr);
    QCOMPARE(model.rowCount(), 0);
    model.setPlan(planned.source, planned.planned);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(shown(model, 0).section(u'|', 0, 3),
             QStringLiteral("2|New|Chile: Fine (DeepSeek, Grok)|3 Apr 2021"));
    model.setShown(RowVerdict::Error);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY2(shown(model, 0).contains(QStringLiteral("Jurisdiction: No jurisdiction is called \"Atlantis\"")),
             qPrintable(shown(model, 0)));
    QVERIFY(shown(model, 0).endsWith(QStringLiteral("(and 1 more)")) ||
            shown(model, 0).contains(QStringLiteral("more")));
    QCOMPARE(model.indexOf(3), 0);
    QVERIFY(!model.indexOf(2));
    model.setShown(RowVerdict::Duplicate);
    QVERIFY(shown(model, 0).contains(QStringLiteral("Likely the same as “Taiwan")));
    QCOMPARE(model.count(std::nullopt), 4);
}

void ImportModelsTest::detailsOfRows_data()
{
    QTest::addColumn<std::size_t>("row");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char* name, std::size_t at, const QStringList& parts) {
        QTest::newRow(name) << at << parts;
    };
    row("new", 0, {QStringLiteral("A new event, cl-"), QStringLiteral("DeepSeek (app)")});
    row("error", 1,
        {QStringLiteral("2 reason"), QStringLiteral("Jurisdiction"), QStringLiteral("Measure"),
         QStringLiteral("Row 3 of the table")});
    row("duplicate", 2,
        {QStringLiteral("Likely the same as tw-moda-deepseek-ban-2025"), QStringLiteral("In the record"),
         QStringLiteral("31 January 2025")});
}

void ImportModelsTest::detailsOfRows()
{
    QFETCH(std::size_t, row);
    QFETCH(QStringList, parts);
    const Planned planned;
    for (const QString& part : std::as_const(parts))
        QVERIFY2(planned.detail(row).contains(part), qPrintable(part + u'\n' + planned.detail(row)));
}

void ImportModelsTest::textsOfTheTableAreNoHtml()
{
    const Planned planned;
    QVERIFY2(planned.detail(1).contains(QStringLiteral("<b>Frob</b>")), qPrintable(planned.detail(1)));
}

void ImportModelsTest::dateOrderShowsItsEvidence_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("why");
    const QString nothing = QStringLiteral("No other date of the table shows which is meant.");
    QTest::newRow("none") << QByteArray("Italy,2025-01-30\n") << QString() << QString();
    QTest::newRow("either way") << QByteArray("Italy,3/4/2021\nPeru,5/6/2021\n") << QStringLiteral("Choose…")
                                << QStringLiteral("2 date(s) can be read either way. ") + nothing;
    QTest::newRow("day first") << QByteArray("Italy,3/4/2021\nPeru,25/6/2021\n")
                               << QStringLiteral("3 April 2021 (day first)")
                               << QStringLiteral(
                                      "1 date(s) can be read either way. 1 date(s) of the table can "
                                      "only have the day first.");
    QTest::newRow("month first") << QByteArray("Italy,3/4/2021\nPeru,6/25/2021\n")
                                 << QStringLiteral("4 March 2021 (month first)")
                                 << QStringLiteral(
                                        "1 date(s) can be read either way. 1 date(s) of the table can "
                                        "only have the month first.");
    QTest::newRow("both") << QByteArray("Italy,3/4/2021\nPeru,6/25/2021\nPeru,25/6/2021\n")
                          << QStringLiteral("Choose…")
                          << QStringLiteral(
                                 "1 date(s) can be read either way. 1 date(s) of the table can only "
                                 "have the day first. 1 date(s) of the table can only have the month "
                                 "first.");
}

void ImportModelsTest::dateOrderShowsItsEvidence()
{
    QFETCH(QByteArray, table);
    const Planned planned("Country,Date\n" + table);
    QWidget window;
    DateOrderBar bar(&window);
    bar.setEvidence(planned.planned->dates, planned.source.mapping.dateOrder);
    QCOMPARE(bar.isHidden(), planned.planned->dates.eitherWay == 0);
    QTEST(bar.findChild<QComboBox*>()->currentText(), "choice");
    QTEST(bar.findChildren<QLabel*>().last()->text(), "why");
}

QTEST_MAIN(ImportModelsTest)
#include "tst_importmodels.moc"
