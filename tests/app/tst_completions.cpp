// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Completion as a real bash gives it: the script is sourced and its function called as bash calls it.
#include "app/commands/completionscripts.h"
#include "tests/support/atshell.h"

#include <QStandardPaths>
#include <QtTest>

using namespace interdict;

namespace {

// What bash offers for a line: words as bash divides them, the last of which is completed.
const char* const asBash = R"(
. ./interdict.bash
compopt() { :; }
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_interdict
printf '%s\n' "${COMPREPLY[@]}"
)";

QStringList texts(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list;
}

} // namespace

class CompletionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bashCompletes_data();
    void bashCompletes();
    void bashKnowsEveryOption();
    void bashIsWithoutComplaint();
    void zshKnowsEveryOption();

private:
    QStringList offered(const QStringList& words) const;
    AtShell m_shell;
};

void CompletionsTest::initTestCase()
{
    const auto bash = m_shell.line(QStringLiteral("interdict completion bash"));
    QCOMPARE(bash.code, 0);
    QVERIFY(m_shell.write("interdict.bash", bash.out));
    QVERIFY(m_shell.write("asbash.sh", asBash));
    QVERIFY(m_shell.write("figure.svg", "x"));
    QVERIFY(m_shell.write("spec.json", "{}"));
    QVERIFY(QDir(m_shell.path("")).mkdir(QStringLiteral("folder")));
}

QStringList CompletionsTest::offered(const QStringList& words) const
{
    const auto outcome =
        m_shell.run(QStringLiteral("bash"), QStringList{QStringLiteral("asbash.sh")} + words);
    if (!outcome.err.isEmpty())
        return {QString::fromUtf8(outcome.err)};
    QStringList lines = QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

void CompletionsTest::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words"); // divided as bash does: at colons and equals signs, too
    QTest::addColumn<QStringList>("offers");
    const auto row = [](const char* name, const char* words, const char* offers) {
        QStringList typed = QString::fromUtf8(words).split(u' ');
        QTest::newRow(name) << typed << QString::fromUtf8(offers).split(u' ', Qt::SkipEmptyParts);
    };
    row("a command", "interdict fi", "figure");
    row("a command, hidden", "interdict comp", "");
    row("a data set", "interdict re", "record.interdict");
    row("an option of the program", "interdict --ver", "--version");
    row("an option of a command", "interdict query --co", "--count");
    row("no option of another command", "interdict query --dry", "");
    row("a choice", "interdict figure map --theme gr", "grey");
    row("a choice after equals", "interdict figure map --theme = gr", "grey");
    row("a choice by the short name", "interdict figure map -o fo", "folder");
    row("the second name of an option", "interdict figure timeline --color con", "concern");
    row("pages", "interdict figure map --size sl", "slide slide-4-3");
    row("what to make", "interdict figure ma", "map matrix");
    row("a chart", "interdict figure cha",
        "chart:capability chart:diffusion chart:durations chart:in-force "
        "chart:over-time chart:ranking");
    row("a chart's kind, after the colon", "interdict figure chart : d", "diffusion durations");
    row("what to make, after options", "interdict figure --theme dark ca", "card");
    row("a file by its ending", "interdict figure --spec s", "spec.json");
    row("none of another ending", "interdict figure --spec fi", "");
    row("folders always", "interdict figure --spec fo", "folder");
    row("any file", "interdict verify fi", "figure.svg");
    row("a data set as a value", "interdict query --data re", "record.interdict");
    row("free text", "interdict figure map --title re", "");
    row("a key of the filter", "interdict query --filter dev", "developer:");
    row("formats", "interdict export -o x --format x", "xlsx");
}

void CompletionsTest::bashCompletes()
{
    QFETCH(QStringList, words);
    QTEST(offered(words), "offers");
}

void CompletionsTest::bashKnowsEveryOption()
{
    const CommandTree tree = makeCommandTree();
    QVERIFY(shownCommands(*tree.app).size() >= 7);
    for (const CLI::App* command : shownCommands(*tree.app)) {
        QStringList names;
        for (const CLI::Option* option : shownOptions(*command))
            names << texts(namesOf(*option));
        names.sort();
        QVERIFY(names.contains(QStringLiteral("--help")));
        const QString name = QString::fromStdString(command->get_name());
        QCOMPARE(offered({QStringLiteral("interdict"), name, QStringLiteral("-")}), names);
    }
}

void CompletionsTest::bashIsWithoutComplaint()
{
    const auto outcome = m_shell.line(
        QStringLiteral("set -eu; bash -n interdict.bash; . ./interdict.bash; complete -p interdict"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray("complete -F _interdict interdict\n"));
}

void CompletionsTest::zshKnowsEveryOption()
{
    const CommandTree tree = makeCommandTree();
    const QByteArray script = zshCompletion(*tree.app);
    for (const CLI::App* command : shownCommands(*tree.app)) {
        const QByteArray head = "    " + QByteArray::fromStdString(command->get_name()) + ")\n";
        QVERIFY2(script.contains(head), head.constData());
        const qsizetype begin = script.indexOf(head);
        const QByteArray part = script.mid(begin, script.indexOf(";;", begin) - begin);
        for (const CLI::Option* option : shownOptions(*command))
            for (const std::string& name : namesOf(*option))
                QVERIFY2(part.contains("'" + QByteArray::fromStdString(name)), name.c_str());
    }
    QVERIFY(m_shell.write("_interdict", script));
    if (QStandardPaths::findExecutable(QStringLiteral("zsh")).isEmpty())
        QSKIP("zsh, which would read the script, is not installed");
    const auto read =
        m_shell.run(QStringLiteral("zsh"), {QStringLiteral("-n"), QStringLiteral("_interdict")});
    QCOMPARE(read.err, QByteArray());
    QCOMPARE(read.code, 0);
}

QTEST_GUILESS_MAIN(CompletionsTest)
#include "tst_completions.moc"
