// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The man page beside the command line itself: nothing is missing in it, and nothing is told that is not
// there.
#include "app/commands/completionscripts.h"
#include "tests/support/atshell.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

#include <set>

using namespace interdict;

namespace {

const char* const manPage = INTERDICT_SOURCE_DIR "/resources/man/interdict.1";

QString wholePage()
{
    QFile file(QString::fromUtf8(manPage));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The lines of each subsection, by its name; before the first one those of "".
std::map<QString, QStringList> sections()
{
    std::map<QString, QStringList> found;
    QString name;
    for (const QString& line : wholePage().split(u'\n')) {
        if (line.startsWith(QLatin1String(".Ss ")))
            name = line.mid(4);
        else if (line.startsWith(QLatin1String(".Sh ")))
            name = line.startsWith(QLatin1String(".Sh DESCRIPTION")) ? QString() : line;
        found[name] << line;
    }
    return found;
}

// ".It Fl o , Fl -output Ar FILE" names -o and --output.
std::set<std::string> optionsTold(const QStringList& lines)
{
    static const QRegularExpression name(QStringLiteral("Fl (-?[a-z-]+)"));
    std::set<std::string> names;
    for (const QString& line : lines)
        if (line.startsWith(QLatin1String(".It ")))
            for (auto it = name.globalMatch(line); it.hasNext();)
                names.insert('-' + it.next().captured(1).toStdString());
    return names;
}

std::set<std::string> optionsOf(const CLI::App& app)
{
    std::set<std::string> names;
    for (const CLI::Option* option : shownOptions(app))
        for (const std::string& name : namesOf(*option))
            names.insert(name);
    return names;
}

QByteArray listed(const std::set<std::string>& names)
{
    QByteArray text;
    for (const std::string& name : names)
        text += QByteArray::fromStdString(name) + ' ';
    return text;
}

} // namespace

class ManPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCommand();
    void namesEveryOption_data();
    void namesEveryOption();
    void namesEveryChoice();
    void isWithoutFault_data();
    void isWithoutFault();
};

void ManPageTest::namesEveryCommand()
{
    std::set<std::string> told;
    for (const auto& [name, lines] : sections())
        if (!name.isEmpty() && !name.startsWith(u'.'))
            told.insert(name.toStdString());
    const CommandTree tree = makeCommandTree();
    std::set<std::string> known;
    for (const CLI::App* command : shownCommands(*tree.app))
        known.insert(command->get_name());
    QCOMPARE(listed(told), listed(known));
}

void ManPageTest::namesEveryOption_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("the program") << QString();
    const CommandTree tree = makeCommandTree();
    for (const CLI::App* command : shownCommands(*tree.app))
        QTest::newRow(command->get_name().c_str()) << QString::fromStdString(command->get_name());
}

void ManPageTest::namesEveryOption()
{
    QFETCH(QString, command);
    const CommandTree tree = makeCommandTree();
    const CLI::App& app = command.isEmpty() ? *tree.app : *tree.app->get_subcommand(command.toStdString());
    std::set<std::string> known = optionsOf(app);
    if (!command.isEmpty()) // told once, of all
        for (const char* help : {"-h", "--help"})
            known.erase(help);
    QCOMPARE(listed(optionsTold(sections()[command])), listed(known));
}

void ManPageTest::namesEveryChoice()
{
    const CommandTree tree = makeCommandTree();
    auto told = sections();
    int count = 0;
    for (const CLI::App* command : shownCommands(*tree.app)) {
        const QString text = told[QString::fromStdString(command->get_name())].join(u'\n') +
                             told[QStringLiteral(".Sh FILTER LANGUAGE")].join(u'\n');
        auto options = shownOptions(*command);
        for (const CLI::Option* positional : positionals(*command))
            options.push_back(positional);
        for (const CLI::Option* option : options) {
            const Completion values = completionOf(*option);
            if (values.kind != Completion::Kind::Words)
                continue;
            for (const std::string& word : values.words) {
                const QRegularExpression bold(
                    QStringLiteral("^\\.Cm %1( |$)")
                        .arg(QRegularExpression::escape(QString::fromStdString(word))),
                    QRegularExpression::MultilineOption);
                QVERIFY2(text.contains(bold),
                         (command->get_name() + " " + option->get_name() + " " + word).c_str());
                ++count;
            }
        }
    }
    QVERIFY(count > 60);
}

void ManPageTest::isWithoutFault_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("mandoc") << QStringLiteral("mandoc -Tlint ");
    QTest::newRow("groff") << QStringLiteral("groff -ww -mdoc -Tutf8 -z ");
}

void ManPageTest::isWithoutFault()
{
    QFETCH(QString, command);
    if (QStandardPaths::findExecutable(command.section(u' ', 0, 0)).isEmpty())
        QSKIP("the tool that reads man pages is not installed");
    const auto outcome = AtShell().line(command + QString::fromUtf8(manPage));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.code, 0);
}

QTEST_GUILESS_MAIN(ManPageTest)
#include "tst_manpage.moc"
