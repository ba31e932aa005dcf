// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict verify, run as a shell runs it, beside a record that goes on.
#include "tests/support/atshell.h"

#include <QtTest>

using namespace interdict;

class VerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatAFigureIs();
    void tellsWhatHasChanged();
    void knowsEveryFormat_data();
    void knowsEveryFormat();
    void isQuiet();
    void theWorstOfSeveralCounts();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    AtShellOutcome verify(const QString& arguments) const
    {
        return m_shell->line(QStringLiteral("interdict verify --data record.interdict ") + arguments);
    }
    // Imports rows of JSON Lines.
    void changeRecord(const QString& lines) const;

    std::unique_ptr<AtShell> m_shell;
};

void VerifyTest::init()
{
    m_shell = std::make_unique<AtShell>();
    const auto made = m_shell->line(QStringLiteral(
        "interdict figure timeline -o f.svg --filter country:IT --data record.interdict --date 2026-11-24"));
    QCOMPARE(made.err, QByteArray());
}

void VerifyTest::changeRecord(const QString& lines) const
{
    QVERIFY(m_shell->write("t.csv", lines.toUtf8()));
    const auto done = m_shell->line(QStringLiteral("interdict import t.csv --data record.interdict"));
    QVERIFY2(done.code == 0, (done.out + done.err).constData());
}

void VerifyTest::tellsWhatAFigureIs()
{
    const auto outcome = verify(QStringLiteral("f.svg"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    const QList<QByteArray> lines = outcome.out.split('\n');
    QCOMPARE(lines.front(), QByteArray("f.svg: unchanged"));
    for (const char* line : {"  kind: timeline", "  filter: country:IT", "  as of: 2026-11-24",
                             "  made: 2026-11-24, by interdict " INTERDICT_VERSION, "  shown: 20 events"})
        QVERIFY2(lines.contains(QByteArray(line)), (QByteArray(line) + '\n' + outcome.out).constData());
}

void VerifyTest::tellsWhatHasChanged()
{
    // One more, and one that is no concern of the figure.
    changeRecord(QStringLiteral("id,title,date,country,platforms,measure,status,summary\n"
                                "it-new,A new one,2025-03-01,IT,DeepSeek,investigation,closed,Text\n"
                                "fr-new,Another,2025-03-01,FR,DeepSeek,investigation,closed,Text\n"));
    auto outcome = verify(QStringLiteral("f.svg"));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.startsWith(
                 QStringLiteral("f.svg: changed\n  Since 24 November 2026: 1 event more (+1).\n").toUtf8()),
             outcome.out.constData());

    changeRecord(
        QStringLiteral("id,country,date,summary\nit-garante-deepseek-block-2025,IT,2025-01-30,Told anew\n"));
    outcome = verify(QStringLiteral("f.svg"));
    QVERIFY2(
        outcome.out.startsWith(
            QStringLiteral("f.svg: changed\n  Since 24 November 2026: 1 event more, 1 changed (+1 ~1).\n")
                .toUtf8()),
        outcome.out.constData());

    QCOMPARE(
        m_shell->line(QStringLiteral("interdict figure --like f.svg -o f.svg --data record.interdict")).code,
        0);
    outcome = verify(QStringLiteral("f.svg"));
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("  shown: 21 events\n"), outcome.out.constData());
}

void VerifyTest::knowsEveryFormat_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("pdf") << "map -o g.pdf";
    QTest::newRow("png") << "map -o g.png --dpi 96";
    QTest::newRow("webp") << "map -o g.webp --frames year --size 480x270 --dpi 96";
    QTest::newRow("a card") << "card -o g.svg --event it-garante-deepseek-block-2025";
}

void VerifyTest::knowsEveryFormat()
{
    QFETCH(QString, order);
    QCOMPARE(m_shell->line(QStringLiteral("interdict figure --data record.interdict ") + order).err,
             QByteArray());
    const auto outcome = verify(QStringLiteral("g.*"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(": unchanged\n"), outcome.out.constData());
}

void VerifyTest::isQuiet()
{
    const auto outcome = verify(QStringLiteral("-q f.svg"));
    QCOMPARE(outcome.out + outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
}

void VerifyTest::theWorstOfSeveralCounts()
{
    QVERIFY(m_shell->write("letter.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    const auto outcome = verify(QStringLiteral("letter.svg f.svg"));
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains("letter.svg"), outcome.err.constData());
    QVERIFY(outcome.out.startsWith("f.svg: unchanged\n"));
}

void VerifyTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message"); // a part of it
    QTest::newRow("no figure") << "" << 2 << "FIGURE";
    QTest::newRow("no such file") << "gone.svg" << 3 << "gone.svg";
    QTest::newRow("no figure's file") << "record.interdict" << 3 << "record.interdict";
    QTest::newRow("no data set") << "--data gone.interdict f.svg" << 3 << "gone.interdict";
}

void VerifyTest::saysWhatIsWrong()
{
    QFETCH(QString, command);
    QFETCH(QString, message);
    const auto outcome = m_shell->line(
        QStringLiteral("interdict verify ") + command +
        (command.contains(QLatin1String("--data")) ? QString() : QStringLiteral(" --data record.interdict")));
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message.toUtf8()), outcome.err.constData());
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "tst_verify.moc"
