// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import tells about itself, to be looked at and corrected: what texts were taken to mean, which row
// holds the names, and likely twins between a country and its parts.
#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"
#include "tests/support/shipped.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace interdict;

namespace {

const Day today = dayOf(2026, 11, 24);

// "measure Frobnikation ? 2"
QString shown(const std::vector<TextMeaning>& meanings)
{
    static const char* const signs[] = {"?", "~", "=", "!"};
    QStringList lines;
    for (const TextMeaning& meaning : meanings)
        lines << QStringLiteral("%1 \"%2\" %3%4 %5")
                     .arg(QLatin1String(info(meaning.target).key), meaning.text,
                          QLatin1String(signs[static_cast<int>(meaning.kind)]), meaning.codes.join(u','))
                     .arg(meaning.count);
    return lines.join(u'\n');
}

} // namespace

class TestImportMeanings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areListedWithCounts();
    void followTheMapping();
    void everyUnknownPartOfAListIsTold();
    void bareBansAreGuesses();
    void standInTheMappingFile();
    void headerRow_data();
    void headerRow();
    void placesInManyWords_data();
    void placesInManyWords();
    void daysOfSpreadsheets();
    void twinsOfACountryAndItsPart_data();
    void twinsOfACountryAndItsPart();

private:
    ImportPlan planned(const QByteArray& bytes, const std::function<void(ImportMapping&)>& change = {}) const;

    QTemporaryDir m_folder;
    std::unique_ptr<DataSet> m_dataSet;
};

void TestImportMeanings::init()
{
    const QString path = m_folder.filePath(QStringLiteral("record.interdict"));
    m_dataSet.reset();
    QFile::remove(path);
    m_dataSet = std::make_unique<DataSet>(std::move(*DataSet::create(path, {}, shippedVocabulary())));
}

ImportPlan TestImportMeanings::planned(const QByteArray& bytes,
                                       const std::function<void(ImportMapping&)>& change) const
{
    const auto table = readTable(bytes, QStringLiteral("t.csv"));
    const TableSheet& sheet = likeliestSheet(*table);
    ImportMapping mapping = guessMapping(*table, sheet, shippedVocabulary(), shippedGazetteer());
    if (change)
        change(mapping);
    return planImport(*table, sheet, mapping, {*m_dataSet, shippedGazetteer(), today}).value();
}

void TestImportMeanings::areListedWithCounts()
{
    const ImportPlan plan = planned("Country,Date,App,Status\n"
                                    "\"Korea, Republic of\",2021-01-01,DeepSeek,In force\n"
                                    "KOR,2021-02-01,DeepSeek,In force\n"
                                    "Atlantis,2021-03-01,DeepSeek (app),\n"
                                    "Atlantis,2021-04-01,DeepSeek,Fizz\n");
    QCOMPARE(shown(plan.meanings), QStringLiteral("country \"Atlantis\" ? 2\n"
                                                  "country \"KOR\" =KR 1\n"
                                                  "country \"Korea, Republic of\" =KR 1\n"
                                                  "platforms \"DeepSeek (app)\" ~DeepSeek 1\n"
                                                  "platforms \"DeepSeek\" =DeepSeek 3\n"
                                                  "concerns \"\" = 4\n"
                                                  "measure \"\" = 4\n"
                                                  "scope \"\" = 4\n"
                                                  "status \"Fizz\" ? 1\n"
                                                  "status \"In force\" =in_force 2\n"
                                                  "status \"\" = 1\n"
                                                  "confidence \"\" = 4"));
}

void TestImportMeanings::followTheMapping()
{
    const ImportPlan plan = planned(
        "Country,Date,App\nAtlantis,2021-03-01,DeepSeek\n,2021-03-01,DeepSeek\n", [](ImportMapping& mapping) {
            mapping.values[ImportTarget::Place] = {{QStringLiteral("Atlantis"), QStringLiteral("Greece")}};
            mapping.defaults[ImportTarget::Place] = QStringLiteral("Italy");
        });
    QCOMPARE(plan.count(RowVerdict::New), 2);
    QCOMPARE(plan.rows[0].change.after->country, QStringLiteral("GR"));
    QCOMPARE(plan.meanings[0],
             (TextMeaning{ImportTarget::Place, {}, {QStringLiteral("IT")}, 1, TextMeaning::Kind::Said}));
    QCOMPARE(plan.meanings[1], (TextMeaning{ImportTarget::Place,
                                            QStringLiteral("Atlantis"),
                                            {QStringLiteral("GR")},
                                            1,
                                            TextMeaning::Kind::Said}));
}

void TestImportMeanings::everyUnknownPartOfAListIsTold()
{
    const ImportPlan plan = planned("Country,Date,App,Status\nItaly,2021-03-01,Foo; DeepSeek; Bar,In force\n"
                                    "Italy,2021-03-01,DeepSeek; Bar,In force\n");
    QVERIFY2(shown(plan.meanings).contains(QLatin1String("platforms \"Bar\" ? 2\nplatforms \"Foo\" ? 1\n")),
             qPrintable(shown(plan.meanings)));
    QVERIFY(plan.rows[0].problems[0].message.contains(QLatin1String("called \"Foo\"")));
}

void TestImportMeanings::bareBansAreGuesses()
{
    const QByteArray table = "Country,Date,App,Measure,Scope\nItaly,2021-03-01,DeepSeek,Ban,Government\n"
                             "Peru,2021-03-01,DeepSeek,Ban,General public\n";
    QVERIFY2(shown(planned(table).meanings)
                 .contains(QLatin1String("measure \"Ban\" ~device_ban,national_block 2")),
             qPrintable(shown(planned(table).meanings)));
    const ImportPlan said = planned(table, [](ImportMapping& mapping) {
        mapping.values[ImportTarget::Measure] = {{QStringLiteral("Ban"), QStringLiteral("network_block")}};
    });
    QCOMPARE(said.rows[0].change.after->measure, QStringLiteral("network_block"));
    QVERIFY(shown(said.meanings).contains(QLatin1String("measure \"Ban\" !network_block 2")));
}

void TestImportMeanings::standInTheMappingFile()
{
    const ImportPlan plan = planned("Country,Date,App\nAtlantis,2021-03-01,DeepSeek (app)\n");
    const QByteArray json = mappingToJson({}, plan.meanings);
    QVERIFY2(json.contains("\"Atlantis\": null"), json.constData());
    QVERIFY2(json.contains("\"DeepSeek (app)\": \"DeepSeek\""), json.constData());
    QVERIFY2(!json.contains("\"\":"), json.constData());
}

void TestImportMeanings::headerRow_data()
{
    QTest::addColumn<QVariant>("told");
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<int>("rows");
    const QStringList names{QStringLiteral("Country"), QStringLiteral("Date")};
    QTest::newRow("guessed") << QVariant() << 2 << names << 2;
    QTest::newRow("none") << QVariant(0) << 0
                          << QStringList{QStringLiteral("Column 1"), QStringLiteral("Column 2")} << 4;
    QTest::newRow("told") << QVariant(4) << 4
                          << QStringList{QStringLiteral("Italy"), QStringLiteral("2025-01-30")} << 1;
    QTest::newRow("an empty row") << QVariant(3) << 4
                                  << QStringList{QStringLiteral("Italy"), QStringLiteral("2025-01-30")} << 1;
}

void TestImportMeanings::headerRow()
{
    QFETCH(QVariant, told);
    TableOptions options;
    if (told.isValid())
        options.headerRow = told.toInt();
    const auto table = readTable("Bans, 2025\nCountry,Date\n\nItaly,2025-01-30\nPeru,2025-02-01\n",
                                 QStringLiteral("t.csv"), options);
    const TableSheet& sheet = table->sheets.front();
    QTEST(sheet.headerRow, "row");
    QTEST(sheet.header, "header");
    QTEST(static_cast<int>(sheet.rows.size()), "rows");
    QCOMPARE(sheet.top.size(), 4U);
    QCOMPARE(sheet.top[1].number, 2);
}

void TestImportMeanings::twinsOfACountryAndItsPart_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<RowVerdict>("verdict");
    QTest::newRow("its part, same day") << QByteArray("DE-BE,2021-03-01,DeepSeek") << RowVerdict::Duplicate;
    QTest::newRow("its part, next day") << QByteArray("DE-BE,2021-03-02,DeepSeek") << RowVerdict::New;
    QTest::newRow("another platform") << QByteArray("DE-BE,2021-03-01,Grok") << RowVerdict::New;
    QTest::newRow("another country") << QByteArray("AT-9,2021-03-01,DeepSeek") << RowVerdict::New;
    QTest::newRow("itself, days later") << QByteArray("DE,2021-03-09,DeepSeek") << RowVerdict::Duplicate;
}

void TestImportMeanings::twinsOfACountryAndItsPart()
{
    QFETCH(QByteArray, row);
    Event stored = anyEvent(QStringLiteral("de-bans-deepseek-2021"));
    stored.title = QStringLiteral("An act of the ministry");
    stored.start = *PartialDate::parse(QStringLiteral("2021-03-01"));
    stored.country = QStringLiteral("DE");
    stored.subdivision.clear();
    stored.platforms = {QStringLiteral("DeepSeek")};
    stored.sources.clear();
    QVERIFY(m_dataSet->addEvents(std::vector{stored}, shippedGazetteer(), stamp()));
    QTEST(planned("Jurisdiction,Date,App\n" + row + '\n').rows[0].verdict, "verdict");
}

void TestImportMeanings::placesInManyWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: not understood
    QTest::addColumn<bool>("guessed");
    const auto row = [](const char* text, const char* code, bool guessed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code) << guessed;
    };
    row("U.S. (Texas)", "US-TX", false);
    row("Georgia (US)", "US-GA", false); // not the country
    row("Georgia", "GE", false);
    row("Italy (national)", "IT", false);
    row("Texas, USA", "US-TX", false);
    row("New York State", "US-NY", true);
    row("State of Texas", "US-TX", true);
    row("Province of Ontario", "CA-ON", true);
    row("USA - NASA", "US", true);
    row("Germany: Berlin's commissioner", "DE", true);
    row("Atlantis - NASA", "", false);
}

void TestImportMeanings::placesInManyWords()
{
    QFETCH(const QString, text);
    const ImportMapping mapping;
    ValueReader values(shippedVocabulary(), shippedGazetteer(), mapping);
    const TextReading& reading = values.place(text);
    QTEST(reading.codes.join(u','), "code");
    QTEST(reading.guessed, "guessed");
    QCOMPARE(reading.problem.isEmpty(), !reading.codes.isEmpty());
}

void TestImportMeanings::daysOfSpreadsheets()
{
    const ImportMapping mapping;
    ValueReader values(shippedVocabulary(), shippedGazetteer(), mapping);
    QCOMPARE(values.date(QStringLiteral("15-Feb-25")).date, PartialDate::ofDay(2025, 2, 15));
    QCOMPARE(values.date(QStringLiteral("5 Mai 24")).date, PartialDate::ofDay(2024, 5, 5));
    QVERIFY(!values.date(QStringLiteral("Feb-25")).date); // a day of no year, or a month
}

QTEST_GUILESS_MAIN(TestImportMeanings)
#include "tst_importmeanings.moc"
