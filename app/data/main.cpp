// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict-data: the build's compiler of the shipped data. Turns text sources into forms that the program
// reads without parsing, through the program's own readers: what they refuse fails the build, by file, line
// and field.
#include "model/exchange/jsonlines.h"
#include "model/map/mapcompiler.h"
#include "model/store/dataset.h"
#include "model/vocabulary/gazetteer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace interdict;

namespace {

// Values of a command's options by name; all of them are required.
using Options = QHash<QString, QString>;

struct Command
{
    const char* name;
    QStringList options;
    Result<void> (*run)(const Options& options);
};

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::NoAccess, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

Result<void> gazetteer(const Options& options)
{
    const QString iso = options[QStringLiteral("iso-codes")];
    const auto points = readFile(options[QStringLiteral("points")]);
    const auto blocs = readFile(options[QStringLiteral("blocs")]);
    const auto iso1 = readFile(iso + QStringLiteral("/iso_3166-1.json"));
    const auto iso2 = readFile(iso + QStringLiteral("/iso_3166-2.json"));
    const auto names = readFile(options[QStringLiteral("names")]);
    for (const auto* file : {&points, &blocs, &iso1, &iso2, &names})
        if (!*file)
            return tl::make_unexpected(file->error());
    return compileGazetteer(*points, *iso1, *iso2, *blocs, *names)
        .and_then([&options](const Gazetteer& compiled) {
            return writeFile(options[QStringLiteral("output")], compiled.toTsv());
        });
}

Result<void> map(const Options& options)
{
    const QString output = options[QStringLiteral("output")];
    return readFile(options[QStringLiteral("topojson")])
        .and_then(compileMap)
        .and_then([&](const QByteArray& compiled) { return writeFile(output, compiled); });
}

// Texts of the starter data, checked, as values.
struct Starter
{
    Vocabulary vocabulary;
    std::vector<Event> events;
    std::vector<Milestone> milestones;
};

Result<Starter> readStarter(const QString& folder, const Gazetteer& gazetteer)
{
    const auto file = [&folder](const char* name) { return folder + u'/' + QLatin1String(name); };
    const QString eventsName = file("events.jsonl"), milestonesName = file("milestones.jsonl");
    const auto terms = readFile(file("vocabulary.json")), platforms = readFile(file("platforms.json"));
    const auto eventLines = readFile(eventsName), milestoneLines = readFile(milestonesName);
    for (const auto* text : {&terms, &platforms, &eventLines, &milestoneLines})
        if (!*text)
            return tl::make_unexpected(text->error());
    const auto vocabulary = readVocabulary(*terms, *platforms);
    if (!vocabulary)
        return tl::make_unexpected(vocabulary.error());
    return readEvents(*eventLines, eventsName, *vocabulary, gazetteer).and_then([&](const auto& events) {
        return readMilestones(*milestoneLines, milestonesName, *vocabulary, gazetteer)
            .map([&](const auto& milestones) {
                return Starter{*vocabulary, events, milestones};
            });
    });
}

// What the data set says about itself: the README beside the data, in short. The stamp is the day of
// compilation, not of the build, so that the same sources give the same bytes.
const DataSetInfo starterInfo{
    QStringLiteral("AI platform restrictions"),
    QStringLiteral(
        "How governments restrict, investigate and warn about AI platforms, 2019 to 2026, with milestones in "
        "capability. Compiled on 23 November 2026 from public pages, official texts and press; every event "
        "names "
        "its sources. Licence: CC BY 4.0.\n"
        "Status is as of the newest source seen. Coverage is uneven: thin after April 2026, for Africa, "
        "Latin "
        "America and the Middle East, and for most local governments. Absence of an event is not evidence of "
        "absence."),
    QStringLiteral("2026-11-23T00:00:00Z")};

Result<void> buildStarter(const Starter& starter, const Gazetteer& gazetteer, const QString& output)
{
    const QTemporaryDir folder;
    const QString draft = folder.filePath(QStringLiteral("starter.interdict"));
    return DataSet::create(draft, starterInfo, starter.vocabulary).and_then([&](DataSet&& dataSet) {
        return dataSet
            .addEvents(starter.events, gazetteer, {QStringLiteral("Starter data"), starterInfo.created})
            .and_then([&] { return dataSet.addMilestones(starter.milestones); })
            .and_then([&] { return dataSet.saveCopy(output); });
    });
}

Result<void> starter(const Options& options)
{
    const auto gazetteer = readFile(options[QStringLiteral("gazetteer")]).and_then(Gazetteer::fromTsv);
    if (!gazetteer)
        return tl::make_unexpected(gazetteer.error());
    return readStarter(options[QStringLiteral("data")], *gazetteer).and_then([&](const Starter& read) {
        return buildStarter(read, *gazetteer, options[QStringLiteral("output")]);
    });
}

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"gazetteer",
         {QStringLiteral("points"), QStringLiteral("blocs"), QStringLiteral("names"),
          QStringLiteral("iso-codes")},
         gazetteer},
        {"starter", {QStringLiteral("data"), QStringLiteral("gazetteer")}, starter},
        {"map", {QStringLiteral("topojson")}, map},
    };
    return all;
}

int fail(const QString& message, int code)
{
    std::fprintf(stderr, "interdict-data: %s\n", qPrintable(message));
    return code;
}

// Exit codes: 0 done, 1 the data is bad, 2 the command line is.
int run(const Command& command, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")}, {}, QStringLiteral("file")});
    for (const QString& name : command.options)
        parser.addOption({name, {}, QStringLiteral("path")});
    if (!parser.parse(arguments))
        return fail(parser.errorText(), 2);
    Options options;
    for (const QString& name : command.options + QStringList{QStringLiteral("output")}) {
        if (!parser.isSet(name))
            return fail(QStringLiteral("%1 needs --%2.").arg(QLatin1String(command.name), name), 2);
        options.insert(name, parser.value(name));
    }
    const auto done = command.run(options);
    return done ? 0 : fail(done.error().message, 1);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString wanted = arguments.value(1);
    for (const Command& command : commands())
        if (wanted == QLatin1String(command.name))
            return run(command, arguments.mid(1));
    return fail(QStringLiteral("no command \"%1\".").arg(wanted), 2);
}
