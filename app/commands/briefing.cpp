// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

#include <unistd.h>

namespace interdict {

namespace {

constexpr const char* briefingFooter =
    "A briefing has key facts in sentences, a map, a timeline, what is in force, the cases, and numbered "
    "notes\n"
    "on sources. The endings: pdf, html (one file, pictures within), odt and md (text only).\n"
    "With --each, NAME.pdf becomes NAME-IT.pdf and so on; a line each is printed: file, value and number of\n"
    "events, with tabs between. Equal record, options and --date give equal bytes.\n\n"
    "For example\n"
    "  interdict briefing -o deepseek.pdf --filter platform:DeepSeek\n"
    "  interdict briefing -o countries.html --filter bloc:G7 --each country\n"
    "  interdict briefing -o - --format md --filter country:IT --as-of 2025-02-10 | head\n\n"
    "Exit codes: 0 done, 1 the data set or a file could not be used, 2 wrong usage or filter.";

// By key, as options take them.
std::span<const KeyOf<Facet>> facetKeys()
{
    static const std::vector<KeyOf<Facet>> table = [] {
        std::vector<KeyOf<Facet>> rows;
        for (const FacetInfo& facet : facets())
            rows.push_back({facet.facet, facet.key, nullptr});
        return rows;
    }();
    return table;
}

std::span<const KeyOf<BriefingPart>> partKeys()
{
    static const std::vector<QByteArray> names = [] {
        std::vector<QByteArray> keys;
        for (int part = 0; part <= static_cast<int>(BriefingPart::Method); ++part)
            keys.push_back(briefingPartKey(static_cast<BriefingPart>(part)).toLatin1());
        return keys;
    }();
    static const std::vector<KeyOf<BriefingPart>> table = [] {
        std::vector<KeyOf<BriefingPart>> rows;
        for (std::size_t part = 0; part < names.size(); ++part)
            if (isOptional(static_cast<BriefingPart>(part)))
                rows.push_back({static_cast<BriefingPart>(part), names[part].constData(), nullptr});
        return rows;
    }();
    return table;
}

ExitCode run(const BriefingOptions& options, QIODevice& out)
{
    const bool isText = options.format != BriefingFormat::Pdf && options.format != BriefingFormat::Odt;
    const auto checked = checkTerminal(options.output, isText);
    return checked ? runBriefing(options, out) : report(checked.error());
}

} // namespace

Runner addBriefing(CLI::App& app)
{
    const auto command = std::make_shared<BriefingOptions>();
    addText(app, "-o,--output", command->output, "The file to write; - is standard output", "FILE.ENDING")
        ->required();
    addData(app, command->data);
    addFilter(app, command->filter);
    addKey(app, "--each", command->each, facetKeys(), "A briefing for each of the facet's values");
    addKey(app, "--format", command->format, briefingFormats(),
           "The format, where the file's ending does not tell");
    addText(app, "--size", command->page, "The paper (a4)", "a4|letter")
        ->check(CLI::IsMember({"a4", "letter"}).description(""));
    addText(app, "--title", command->title, "Instead of what the filter suggests", "TEXT")
        ->excludes(app.get_option("--each"));
    addKeys(app, "--without", command->without, partKeys(), "Parts to leave out, with commas between");
    addDay(app, "--as-of", command->asOf, "The day for which it says what is in force (that of --date)");
    addDay(app, "--date", command->made, "The day that it is stamped with (today)");
    app.footer(briefingFooter);
    return drawing([command](QIODevice& out) {
        command->showProgress = isatty(STDERR_FILENO) != 0;
        return run(*command, out);
    });
}

} // namespace interdict
