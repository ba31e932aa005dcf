// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every example that a help or the man page gives, run as it stands, one after the other.
#include "app/commands/commandtree.h"
#include "tests/support/atshell.h"

#include <QtTest>

using namespace interdict;

namespace {

// Lines that begin a command, in a help.
QStringList examplesIn(const QString& help)
{
    QStringList examples;
    for (const QString& line : help.split(u'\n'))
        if (line.startsWith(QLatin1String("  interdict ")))
            examples << line.trimmed();
    return examples;
}

// Those of the man page's section EXAMPLES.
QStringList examplesOfManPage()
{
    QFile file(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/man/interdict.1"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList examples;
    for (const QString& line :
         QString::fromUtf8(file.readAll()).section(QLatin1String(".Sh EXAMPLES"), 1).split(u'\n'))
        if (line.startsWith(QLatin1String(".Dl ")))
            examples << line.mid(4).replace(QLatin1String("\\(dq"), QLatin1String("\""));
    return examples;
}

} // namespace

class HelpExamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runs_data();
    void runs();
    void everyCommandHasExamples();

private:
    AtShell m_shell;
};

// What the examples begin with.
void HelpExamplesTest::initTestCase()
{
    QVERIFY(m_shell.write("bans.csv", "Country,Date,App,Measure\nChile,2025-05-01,DeepSeek,Investigation\n"));
    QVERIFY(
        m_shell.write("us.csv", "Date,Tool,Measure,State,Title\n3/4/2025,DeepSeek,Full ban,,A ban of all\n"));
}

void HelpExamplesTest::runs_data()
{
    QTest::addColumn<QString>("line");
    const CommandTree tree = makeCommandTree();
    for (const auto& [command, runner] : tree.subcommands) {
        int number = 0;
        for (const QString& line : examplesIn(QString::fromStdString(command->get_footer())))
            QTest::addRow("%s %d", command->get_name().c_str(), ++number) << line;
    }
    int number = 0;
    for (const QString& line : examplesOfManPage())
        QTest::addRow("man page %d", ++number) << line;
}

void HelpExamplesTest::runs()
{
    QFETCH(QString, line);
    const auto outcome = m_shell.line(line);
    QVERIFY2(outcome.code == 0, (line.toUtf8() + '\n' + outcome.out + outcome.err).constData());
    QCOMPARE(outcome.err, QByteArray());
}

void HelpExamplesTest::everyCommandHasExamples()
{
    const CommandTree tree = makeCommandTree();
    int count = 0;
    for (const auto& [command, runner] : tree.subcommands)
        if (!command->get_group().empty()) {
            const QStringList examples = examplesIn(QString::fromStdString(command->get_footer()));
            QVERIFY2(examples.size() >= 2, command->get_name().c_str());
            ++count;
        }
    QVERIFY(count >= 7);
    QVERIFY(examplesOfManPage().size() >= 3);
}

QTEST_GUILESS_MAIN(HelpExamplesTest)
#include "tst_helpexamples.moc"
