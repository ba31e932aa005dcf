// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing as a value: what the record says of the events under a filter, in sections of sentences, lists
// and tables. Knows no file format: Markdown, HTML, OpenDocument and pages are written of the same value.
#pragma once

#include "model/error.h"
#include "model/event/days.h"
#include "model/vocabulary/vocabulary.h"

#include <functional>
#include <variant>

namespace interdict {

class Workspace;

struct BriefingRun // a stretch of text in one look; "\n" breaks the line
{
    enum class Look : std::uint8_t { Plain, Strong, Quiet };
    QString text;
    Look look = Look::Plain;
    QString url = {}; // leads there
    int note = 0;     // not 0: a citation of the source of that number; the text is the number
    bool operator==(const BriefingRun&) const = default;
};
using BriefingText = std::vector<BriefingRun>;

struct BriefingHeading // within a section
{
    QString text;
    bool operator==(const BriefingHeading&) const = default;
};
struct BriefingParagraph
{
    BriefingText text;
    bool isQuiet = false; // small print
    bool operator==(const BriefingParagraph&) const = default;
};
struct BriefingList
{
    std::vector<BriefingText> items;
    bool operator==(const BriefingList&) const = default;
};
struct BriefingRow
{
    std::optional<MeasureClass> mark; // drawn before the first cell
    std::vector<BriefingText> cells;
    bool operator==(const BriefingRow&) const = default;
};
struct BriefingTable
{
    QString name;           // what it lists, for those who cannot see it
    QStringList headers;    // none: it stands without a head row
    std::vector<int> parts; // of the width, by column
    std::vector<BriefingRow> rows;
    bool operator==(const BriefingTable&) const = default;
};
struct BriefingPicture
{
    enum class Kind : std::uint8_t { Map, Timeline };
    Kind kind = Kind::Map;
    QString caption;
    QString description; // what it shows, in words
    bool operator==(const BriefingPicture&) const = default;
};
struct BriefingSources // numbered from 1
{
    std::vector<BriefingText> items;
    bool operator==(const BriefingSources&) const = default;
};
using BriefingBlock = std::variant<BriefingHeading, BriefingParagraph, BriefingList, BriefingTable,
                                   BriefingPicture, BriefingSources>;

enum class BriefingPart : std::uint8_t {
    KeyFacts,
    Pictures,
    InForce,
    Latest,
    Cases,
    Milestones,
    Table,
    Doubts,
    Sources,
    Method
};

struct BriefingSection
{
    BriefingPart part = BriefingPart::KeyFacts;
    QString title;
    std::vector<BriefingBlock> blocks;
    bool operator==(const BriefingSection&) const = default;
};

struct Briefing
{
    QString title;
    QString subtitle;   // the filter in words, where the title does not say all of it
    QString stamp;      // "24 November 2026"
    QString provenance; // data set and program, for the foot of a page
    QString language;   // a BCP 47 tag
    std::vector<BriefingSection> sections;
    bool operator==(const Briefing&) const = default;
};

// Whether a part that is not always wanted may be left out: all but key facts, sources and method.
bool isOptional(BriefingPart part);
QString briefingPartLabel(BriefingPart part); // translated: "Key facts", …
// A name for anchors: "key-facts".
QString briefingPartKey(BriefingPart part);

struct BriefingChoice
{
    QString title; // empty: of the filter
    Day made = 0;  // the stamped day
    QString program = {};
    std::vector<BriefingPart> without = {};
};

// Told 0 … 1 now and then; false cancels.
using BriefingProgress = std::function<bool(double)>;

// Of the workspace's result on its as-of day. An error where the store fails, or the work was cancelled.
Result<Briefing> makeBriefing(const Workspace& workspace, const BriefingChoice& choice,
                              const BriefingProgress& progress = {});

// What a heading says: "Restrictions on DeepSeek in Italy and France".
QString suggestedBriefingTitle(const Workspace& workspace);

// The briefing as plain text, a line a paragraph or row, for tests.
QString toText(const Briefing& briefing);
QString plainText(const BriefingText& text); // citations as "[1]"

} // namespace interdict
