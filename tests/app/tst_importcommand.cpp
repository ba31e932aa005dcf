// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict import, run as a shell runs it: what it prints, writes, saves and returns.
#include "tests/support/starter.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace interdict;

namespace {

struct Outcome
{
    int code = -1;
    QString out;
    QString err;
};

const char* const german = "Land;Datum;Dienst;Art der Ma\xDFnahme\n"
                           "Chile;30.01.2031;DeepSeek;Untersuchung\n"
                           "Chile;30.01.2021;DeepSeek;Untersuchung\n"
                           "Peru;05.02.2021;DeepSeek;Frobnikation\n";

} // namespace

class ImportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dryRunTellsAndChangesNothing();
    void importsAndWritesWhatItRejects();
    void mappingIsSavedMendedAndReused();
    void countsInWords();
    void asksWhatItCannotKnow_data();
    void asksWhatItCannotKnow();
    void takesWhatIsSaid();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void interruptedLeavesAllAsItWas_data();
    void interruptedLeavesAllAsItWas();
    void helpNeedsNoManual();

private:
    Outcome run(QStringList arguments) const;
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray read(const char* name) const;
    void write(const char* name, const QByteArray& bytes) const;
    Event event(const char* uid) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ImportCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(QStringLiteral(":/data/starter.interdict"), path("d.interdict")));
    QFile::setPermissions(path("d.interdict"), QFile::ReadOwner | QFile::WriteOwner);
    write("t.csv", german);
}

// @ stands for the folder.
Outcome ImportCommandTest::run(QStringList arguments) const
{
    arguments.replaceInStrings(QStringLiteral("@"), m_folder->path() + u'/');
    QProcess process;
    process.start(QStringLiteral(INTERDICT_BIN_DIR "/interdict"),
                  QStringList{QStringLiteral("import")} + arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray ImportCommandTest::read(const char* name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

void ImportCommandTest::write(const char* name, const QByteArray& bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Event ImportCommandTest::event(const char* uid) const
{
    const auto dataSet = DataSet::open(path("d.interdict"), DataSet::Mode::ReadOnly);
    return dataSet->idOf(QLatin1String(uid))
        .and_then([&](std::int64_t id) { return dataSet->event(id); })
        .value_or(Event());
}

void ImportCommandTest::dryRunTellsAndChangesNothing()
{
    const QByteArray before = read("d.interdict");
    const Outcome told = run({QStringLiteral("@t.csv"), QStringLiteral("--data"),
                              QStringLiteral("@d.interdict"), QStringLiteral("--dry-run")});
    for (const char* line :
         {"t.csv: 3 rows, Windows-1252", "Land              → country", "Dienst            → platforms",
          "measure \"Untersuchung\" → investigation", "measure: \"Frobnikation\" (codes: national_block,",
          "1 new, 0 updated, 0 unchanged, 0 possible duplicates, 2 with errors",
          "Row 2, Start: ", "Row 4, Measure: \"Frobnikation\"", "Nothing was changed (--dry-run)."})
        QVERIFY2(told.out.contains(QString::fromUtf8(line)), qPrintable(told.out));
    QCOMPARE(told.err, QString());
    QCOMPARE(told.code, 1);
    QCOMPARE(read("d.interdict"), before);
}

void ImportCommandTest::importsAndWritesWhatItRejects()
{
    const QStringList arguments{QStringLiteral("@t.csv"),       QStringLiteral("--data"),
                                QStringLiteral("@d.interdict"), QStringLiteral("--rejects"),
                                QStringLiteral("@bad.csv"),     QStringLiteral("--editor"),
                                QStringLiteral("Ada")};
    const Outcome first = run(arguments);
    QVERIFY2(first.out.contains(QLatin1String("1 event saved in ")), qPrintable(first.out + first.err));
    QCOMPARE(first.code, 1);
    QCOMPARE(event("cl-chile-investigation-deepseek-2021").measure, QStringLiteral("investigation"));
    const auto steps = DataSet::open(path("d.interdict"), DataSet::Mode::ReadOnly)->steps();
    QCOMPARE(steps->front().what, QStringLiteral("Import of t.csv"));
    QCOMPARE(steps->front().stamp.editor, QStringLiteral("Ada"));

    QByteArray rejects = read("bad.csv");
    QVERIFY2(rejects.startsWith(
                 QByteArray("Land,Datum,Dienst,Art der Ma\xC3\x9Fnahme,import_error\nChile,30.01.2031,")),
             rejects.constData());
    QCOMPARE(rejects.count('\n'), 3);
    write("bad.csv", rejects.replace("2031", "2022").replace("Frobnikation", "Bu\xC3\x9Fgeld"));
    const Outcome mended =
        run({QStringLiteral("@bad.csv"), QStringLiteral("--data"), QStringLiteral("@d.interdict")});
    QVERIFY2(mended.out.contains(QLatin1String("2 new, 0 updated")), qPrintable(mended.out + mended.err));
    QCOMPARE(mended.code, 0);
    QCOMPARE(event("pe-peru-fine-deepseek-2021").country, QStringLiteral("PE"));

    const Outcome again = run(arguments);
    QVERIFY2(again.out.contains(QLatin1String("0 new, 0 updated, 1 unchanged")), qPrintable(again.out));
}

void ImportCommandTest::mappingIsSavedMendedAndReused()
{
    run({QStringLiteral("@t.csv"), QStringLiteral("--data"), QStringLiteral("@d.interdict"),
         QStringLiteral("--dry-run"), QStringLiteral("--save-mapping"), QStringLiteral("@m.json")});
    QByteArray mapping = read("m.json");
    QVERIFY2(mapping.contains("\"Frobnikation\": null"), mapping.constData());
    QVERIFY2(mapping.contains("\"Untersuchung\": \"investigation\""), mapping.constData());
    write("m.json", mapping.replace("\"Frobnikation\": null", "\"Frobnikation\": \"fine\""));
    const Outcome used =
        run({QStringLiteral("@t.csv"), QStringLiteral("--data"), QStringLiteral("@d.interdict"),
             QStringLiteral("--mapping"), QStringLiteral("@m.json")});
    QVERIFY2(used.out.contains(
                 QLatin1String("2 new, 0 updated, 0 unchanged, 0 possible duplicates, 1 with errors")),
             qPrintable(used.out + used.err));
    QCOMPARE(event("pe-peru-fine-deepseek-2021").measure, QStringLiteral("fine"));
}

void ImportCommandTest::countsInWords()
{
    write("one.csv", "Country,Date,App,Measure\nTaiwan,2025-02-01,DeepSeek,Ban on official devices\n");
    const Outcome told = run({QStringLiteral("@one.csv"), QStringLiteral("--data"),
                              QStringLiteral("@d.interdict"), QStringLiteral("--dry-run")});
    QVERIFY2(told.out.contains(QLatin1String("0 unchanged, 1 possible duplicate, 0 with errors")),
             qPrintable(told.out + told.err));
}

void ImportCommandTest::asksWhatItCannotKnow_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("question");
    QTest::newRow("date order") << QByteArray("Country,Date\nChile,3/4/2021\nPeru,5/6/2021\n")
                                << QStringLiteral("2 dates such as 3/4/2021 can be read in two ways");
    QTest::newRow("no dates") << QByteArray("Country,App\nChile,DeepSeek\nPeru,Grok\n")
                              << QStringLiteral(
                                     "No column holds dates. Say which does with --map \"COLUMN=date\". "
                                     "The columns are: Country, App.");
    QTest::newRow("no places") << QByteArray("Date,App\n2021-01-01,DeepSeek\n2021-02-01,Grok\n")
                               << QStringLiteral("--default country=CODE");
}

void ImportCommandTest::asksWhatItCannotKnow()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, question);
    const QByteArray before = read("d.interdict");
    write("q.csv", table);
    const Outcome asked =
        run({QStringLiteral("@q.csv"), QStringLiteral("--data"), QStringLiteral("@d.interdict")});
    QCOMPARE(asked.code, 2);
    QVERIFY2(asked.err.contains(question), qPrintable(asked.err));
    QCOMPARE(read("d.interdict"), before);
}

void ImportCommandTest::takesWhatIsSaid()
{
    write("s.csv", "Wann,Was,Wen\n3/4/2021,Total ban,alle\n");
    const Outcome said = run(
        {QStringLiteral("--data"), QStringLiteral("@d.interdict"), QStringLiteral("--map"),
         QStringLiteral("Wann=date"), QStringLiteral("@s.csv"), QStringLiteral("--map"),
         QStringLiteral("was=measure"), QStringLiteral("--map"), QStringLiteral("Wen=scope"),
         QStringLiteral("--default"), QStringLiteral("country=Peru"), QStringLiteral("--default"),
         QStringLiteral("platforms=Grok"), QStringLiteral("--value"),
         QStringLiteral("scope:alle=general_public"), QStringLiteral("--date-order"), QStringLiteral("mdy")});
    QVERIFY2(said.code == 0, qPrintable(said.out + said.err));
    const Event saved = event("pe-peru-national-block-grok-2021");
    QCOMPARE(saved.start.text(), QStringLiteral("2021-03-04"));
    QCOMPARE(saved.scope, QStringLiteral("general_public"));
}

void ImportCommandTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* options, int code, const char* said) {
        QTest::newRow(options) << QString::fromUtf8(options) << code << QString::fromUtf8(said);
    };
    row("@none.csv", 1, "none.csv cannot be read");
    row("@t.csv --data @none.interdict", 1, "none.interdict");
    row("@t.csv --mapping @none.json", 1, "none.json cannot be read");
    row("@t.csv --mapping @t.csv", 1, "is no mapping");
    row("@t.csv --map Foo=date", 2, "there is no column Foo. There are: Land, Datum");
    row("@t.csv --map Land=colour", 2, "Fields: ignore, id, title");
    row("@t.csv --default colour=red", 2, "expected FIELD=VALUE");
    row("@t.csv --value red", 2, "expected FIELD:TEXT=MEANING");
    row("@t.csv --sheet Bans", 2, "has no sheet Bans");
    row("@t.csv --date-order dym", 2, "--date-order");
    row("@t.csv --delimiter ab", 2, "--delimiter");
    row("@t.csv --encoding klingon", 1, "Try utf-8");
}

void ImportCommandTest::saysWhatIsWrong()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    QFETCH(QString, said);
    QStringList arguments = QProcess::splitCommand(options);
    if (!options.contains(QLatin1String("--data")))
        arguments << QStringLiteral("--data") << QStringLiteral("@d.interdict");
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err + outcome.out));
    QCOMPARE(outcome.code, code);
}

// A line of output tells how far it is: what follows it is stopped.
void ImportCommandTest::interruptedLeavesAllAsItWas_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("reading") << SIGINT << QByteArray("Date");
    QTest::newRow("saving") << SIGINT << QByteArray("40000 new");
    QTest::newRow("saving, ended") << SIGTERM << QByteArray("40000 new");
    QTest::newRow("saving, killed") << SIGKILL << QByteArray("40000 new");
}

void ImportCommandTest::interruptedLeavesAllAsItWas()
{
    QFETCH(int, signal);
    QFETCH(QByteArray, line);
    QByteArray table = "Country,Date,App,Title\n";
    for (int i = 0; i < 40'000; ++i)
        table += "Italy," + QByteArray::number(1600 + i % 200) + "-05-05,DeepSeek,Act number " +
                 QByteArray::number(i * 7919) + '\n';
    write("large.csv", table);
    QProcess process;
    process.start(
        QStringLiteral(INTERDICT_BIN_DIR "/interdict"),
        {QStringLiteral("import"), path("large.csv"), QStringLiteral("--data"), path("d.interdict")});
    QByteArray out;
    while (!out.contains(line) && process.waitForReadyRead(30000))
        out += process.readAllStandardOutput();
    QVERIFY2(out.contains(line), out.constData());
    kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(30000));
    if (signal != SIGKILL) {
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Cancelled; nothing was imported."));
    }
    const auto dataSet = DataSet::open(path("d.interdict"));
    QVERIFY(dataSet->steps()->empty());
    QCOMPARE(dataSet->loadColumns(test::shippedGazetteer())->size(), std::size_t(399));
}

void ImportCommandTest::helpNeedsNoManual()
{
    const Outcome help = run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char* word : {"TABLE", "--dry-run", "--rejects", "--mapping", "--save-mapping", "--map",
                             "--default", "--value", "--date-order", "--sheet", "--delimiter", "--encoding",
                             "--duplicates", "--editor", "Exit codes:", "end_date"})
        QVERIFY2(help.out.contains(QLatin1String(word)), word);
}

QTEST_GUILESS_MAIN(ImportCommandTest)
#include "tst_importcommand.moc"
