// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The build's compiler of the shipped data, run as the build runs it: the same bytes every time, and a bad
// line is named and fails.
#include "tests/support/shipped.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace interdict;

class TestDataCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void gazetteerIsTheShippedOne();
    void starterIsTheShippedOne();
    void badLineFails();
    void badCommandLineFails_data();
    void badCommandLineFails();

private:
    struct Run
    {
        int code;
        QString said;
    };
    Run run(const QStringList& arguments) const;
    Run buildStarter() const;
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDataCompiler::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char* name : {"events.jsonl", "milestones.jsonl", "vocabulary.json", "platforms.json"})
        QFile::copy(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/data/") + QLatin1String(name),
                    path(name));
    QFile::copy(QStringLiteral(":/data/gazetteer.tsv"), path("gazetteer.tsv"));
}

TestDataCompiler::Run TestDataCompiler::run(const QStringList& arguments) const
{
    QProcess process;
    process.start(QStringLiteral(INTERDICT_BIN_DIR "/interdict-data"), arguments);
    if (!process.waitForFinished())
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
}

TestDataCompiler::Run TestDataCompiler::buildStarter() const
{
    return run({QStringLiteral("starter"), QStringLiteral("--data"), m_folder->path(),
                QStringLiteral("--gazetteer"), path("gazetteer.tsv"), QStringLiteral("-o"),
                path("made.interdict")});
}

void TestDataCompiler::gazetteerIsTheShippedOne()
{
    const QString resources = QStringLiteral(INTERDICT_SOURCE_DIR "/resources");
    const Run made =
        run({QStringLiteral("gazetteer"), QStringLiteral("--points"),
             resources + QStringLiteral("/map/points.csv"), QStringLiteral("--blocs"),
             resources + QStringLiteral("/data/blocs.json"), QStringLiteral("--names"),
             resources + QStringLiteral("/data/countrynames.tsv"), QStringLiteral("--iso-codes"),
             QStringLiteral("/usr/share/iso-codes/json"), QStringLiteral("-o"), path("made.tsv")});
    QCOMPARE(made.said, QString());
    QCOMPARE(made.code, 0);
    QVERIFY(fileBytes(path("made.tsv")) == fileBytes(QStringLiteral(":/data/gazetteer.tsv")));
}

void TestDataCompiler::starterIsTheShippedOne()
{
    const Run made = buildStarter();
    QCOMPARE(made.said, QString());
    QCOMPARE(made.code, 0);
    QVERIFY(fileBytes(path("made.interdict")) == fileBytes(QStringLiteral(":/data/starter.interdict")));
    const auto dataSet = DataSet::open(path("made.interdict"));
    QCOMPARE(dataSet->info().created, QStringLiteral("2026-11-23T00:00:00Z"));
    QVERIFY(dataSet->info().description.contains(QStringLiteral("CC BY 4.0")));
}

void TestDataCompiler::badLineFails()
{
    QByteArray events = fileBytes(path("events.jsonl"));
    const qsizetype third = events.indexOf('\n', events.indexOf('\n') + 1) + 1;
    events.replace(events.indexOf("\"US\"", third), 4, "\"UX\"");
    QFile file(path("events.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(events);
    file.close();
    const Run made = buildStarter();
    QCOMPARE(made.code, 1);
    QVERIFY2(
        made.said.contains(path("events.jsonl") + QStringLiteral(":3: country: found \"UX\", expected ")),
        qPrintable(made.said));
    QVERIFY(!QFile::exists(path("made.interdict")));
}

void TestDataCompiler::badCommandLineFails_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList() << QStringLiteral("no command \"\"");
    QTest::newRow("no such command") << QStringList{QStringLiteral("bake")}
                                     << QStringLiteral("no command \"bake\"");
    QTest::newRow("option missing") << QStringList{QStringLiteral("starter"), QStringLiteral("-o"),
                                                   QStringLiteral("x")}
                                    << QStringLiteral("starter needs --data");
    QTest::newRow("no such option") << QStringList{QStringLiteral("starter"), QStringLiteral("--date"),
                                                   QStringLiteral("x")}
                                    << QStringLiteral("date");
}

void TestDataCompiler::badCommandLineFails()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const Run made = run(arguments);
    QCOMPARE(made.code, 2);
    QVERIFY2(made.said.contains(said), qPrintable(made.said));
}

QTEST_GUILESS_MAIN(TestDataCompiler)
#include "tst_datacompiler.moc"
