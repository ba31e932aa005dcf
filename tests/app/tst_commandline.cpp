// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, run as a shell runs it: output, messages, exit codes. No display is there.
#include "tests/support/starter.h"

#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace interdict;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

// Words of a shell's command line; @DATA stands for the data set.
QStringList words(const char* text)
{
    return QProcess::splitCommand(QString::fromUtf8(text));
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void counts_data();
    void counts();
    void printsInThreeForms();
    void makesTheUsersDataSet();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void helpNeedsNoManual();
    void screenshotHasTheSizeAskedFor();
    void screenshotDarkDiffers();
    void measuresTheStart();

private:
    Outcome run(QStringList arguments) const;

    QTemporaryDir m_home;
    QString m_data;
};

void CommandLineTest::initTestCase()
{
    m_data = m_home.filePath(QStringLiteral("record.interdict"));
    QVERIFY(QFile::copy(QStringLiteral(":/data/starter.interdict"), m_data));
}

Outcome CommandLineTest::run(QStringList arguments) const
{
    arguments.replaceInStrings(QStringLiteral("@DATA"), m_data);
    arguments.replaceInStrings(QStringLiteral("@HOME"), m_home.path());
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(display));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(INTERDICT_BIN_DIR "/interdict"), arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

// Answers worked out from the JSON Lines by another program.
void CommandLineTest::counts_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");

    QTest::newRow("everything") << "" << 399;
    QTest::newRow("a platform") << "platform:DeepSeek" << 131;
    QTest::newRow("forbidden on official devices today")
        << "platform:DeepSeek measure:device_ban inforce:2026-11-24" << 47;
    QTest::newRow("in force on a day") << "inforce:2025-02-10" << 134;
    QTest::newRow("a country") << "country:Italy" << 20;
    QTest::newRow("members of a bloc and a concern") << "bloc:EU27 concern:\"Cross-border transfer\"" << 20;
    QTest::newRow("nothing") << "country:AQ" << 0;
}

void CommandLineTest::counts()
{
    QFETCH(QString, filter);
    QFETCH(int, count);
    const Outcome outcome = run(words("query --data @DATA --count --filter") << filter);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QByteArray::number(count) + '\n');
}

void CommandLineTest::printsInThreeForms()
{
    const QStringList base = words("query --data @DATA --filter \"country:IT platform:DeepSeek\" --format");
    const QList<QByteArray> lines = run(base + words("jsonl")).out.trimmed().split('\n');
    QFile shipped(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/data/events.jsonl"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QList<QByteArray> known = shipped.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const auto sameEvent = [&line](const QByteArray& other) {
            return QJsonDocument::fromJson(other) == QJsonDocument::fromJson(line);
        };
        QVERIFY2(std::any_of(known.begin(), known.end(), sameEvent), line.constData());
    }
    const QByteArray csv = run(base + words("csv")).out;
    QVERIFY(csv.startsWith("id,title,date,end_date,country,"));
    QVERIFY(csv.contains("\nit-garante-deepseek-block-2025,"));
    const QByteArray table = run(base + words("table")).out;
    QCOMPARE(table.count('\n'), lines.size());
    QVERIFY2(table.contains("2025-01-30  Italy  Processing order"), table.constData());
}

void CommandLineTest::makesTheUsersDataSet()
{
    const Outcome outcome = run(words("query --count"));
    QCOMPARE(outcome.out, QByteArray("399\n"));
    QVERIFY(QFileInfo::exists(
        m_home.filePath(QStringLiteral("data/interdict/AI platform restrictions.interdict"))));
}

void CommandLineTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message"); // a part of it

    QFile file(m_home.filePath(QStringLiteral("letter.interdict")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "a letter, not a data set, but long enough to have a header of a hundred bytes, and some more text");
    file.close();
    QTest::newRow("no such file") << "query --data /no/such.interdict" << 1 << "/no/such.interdict";
    QTest::newRow("no data set") << "query --data @HOME/letter.interdict" << 1 << "letter.interdict";
    QTest::newRow("a bad filter") << "query --data @DATA --filter \"country:IT concern:nonsense\"" << 2
                                  << "olumn 20";
    QTest::newRow("an unknown option") << "query --colour" << 2 << "--colour";
    QTest::newRow("a bad format") << "query --format xml" << 2 << "xml";
    QTest::newRow("a bad day") << "screenshot -o x.png --as-of 2025-02-30" << 2 << "2025-02-30";
    QTest::newRow("a bad size") << "screenshot -o x.png --size 12" << 2 << "1600x1000";
    QTest::newRow("no display") << "@DATA" << 1 << "interdict screenshot";
    QTest::newRow("a slip in a command") << "figur" << 2 << "Commands: query, export, figure";
    QTest::newRow("whose help tells more") << "figure map" << 2 << "interdict figure --help";
    QTest::newRow("no output") << "screenshot" << 2 << "--output";
    QTest::newRow("an unwritable picture")
        << "screenshot --data @DATA -o /no/such/folder/x.png" << 1 << "/no/such/folder";
}

void CommandLineTest::saysWhatIsWrong()
{
    QFETCH(QString, command);
    QFETCH(QString, message);
    const Outcome outcome = run(QProcess::splitCommand(command));
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message.toUtf8()), outcome.err.constData());
}

void CommandLineTest::helpNeedsNoManual()
{
    const Outcome outcome = run(words("--help"));
    QCOMPARE(outcome.code, 0);
    for (const char* word : {"query", "screenshot", "--measure-start", "FILE", "Exit codes"})
        QVERIFY2(outcome.out.contains(word), word);
    const Outcome query = run(words("query --help"));
    for (const char* word : {"--filter", "country:IT,FR", "--count", "jsonl"})
        QVERIFY2(query.out.contains(word), word);
}

void CommandLineTest::screenshotHasTheSizeAskedFor()
{
    const Outcome outcome =
        run(words("screenshot --data @DATA -o @HOME/window.png --size 1200x800 --scale 2"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(QImage(m_home.filePath(QStringLiteral("window.png"))).size(), QSize(2400, 1600));
}

void CommandLineTest::screenshotDarkDiffers()
{
    const auto corner = [this](const char* more) {
        run(words("screenshot --data @DATA -o @HOME/corner.png --as-of 2025-02-10 --filter country:IT") +
            words(more));
        return QImage(m_home.filePath(QStringLiteral("corner.png"))).pixelColor(2, 2).lightness();
    };
    QVERIFY(corner("") > 200);
    QVERIFY(corner("--dark") < 60);
}

void CommandLineTest::measuresTheStart()
{
    const Outcome outcome = run(words("--measure-start @DATA"));
    QCOMPARE(outcome.code, 0);
    bool isNumber = false;
    QVERIFY(outcome.out.trimmed().toInt(&isNumber) > 0);
    QVERIFY2(isNumber, outcome.out.constData());
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
