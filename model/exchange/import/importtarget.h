// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a foreign table can mean: a field of an event, a part of one, or nothing.
#pragma once

#include "model/edit/eventfields.h"
#include "model/vocabulary/vocabulary.h"

#include <span>

namespace interdict {

enum class ImportTarget : std::uint8_t {
    Ignore,
    Uid,
    Title,
    Start,
    End,
    Place, // a country or a subdivision
    Subdivision,
    Authority,
    Platforms,
    PlatformFlag, // yes or no for the one platform that the column is of
    Concerns,
    Measure,
    Scope,
    Status,
    Confidence,
    Summary,
    Note,
    Relations,
    SourceTitle,
    SourcePublisher,
    SourceUrl,
    SourceDate,
    SourceKind,
    SourceArchived,
    Review
};
inline constexpr int importTargetCount = 25;

struct ImportTargetInfo
{
    ImportTarget target;
    const char* key;                 // in mapping files and on the command line
    const char* label;               // to be translated
    std::optional<EventField> field; // that it fills
    bool repeats;                    // several columns may have it: their values are joined
};

std::span<const ImportTargetInfo> importTargets(); // in the order of the enumeration
const ImportTargetInfo& info(ImportTarget target);
QString targetLabel(ImportTarget target); // translated
std::optional<ImportTarget> targetFromKey(QStringView key);

// Texts of it stand for terms, platforms or places, so that a mapping can say for which.
bool holdsMeanings(ImportTarget target);
std::optional<TermKind> termKindOf(ImportTarget target); // nothing where it holds no terms
bool isList(ImportTarget target);                        // a text of it may stand for several

} // namespace interdict
