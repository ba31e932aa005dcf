// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/subcommand.h"

#include <array>

namespace interdict {

std::span<const Subcommand> subcommands()
{
    static constexpr std::array<Subcommand, 9> table{{
        {"query", "List or count the events that a filter finds", true, addQuery},
        {"export", "Write the record, or a part of it, to a file", true, addExport},
        {"figure", "Make a figure: timeline, map, matrix, table, card or chart", true, addFigure},
        {"briefing", "Write what the record says as a document, or one for each country", true, addBriefing},
        {"verify", "Tell whether the record has changed since a figure was made", true, addVerify},
        {"screenshot", "Render the main window to a PNG; no display is needed", true, addScreenshot},
        {"import", "Import a table: CSV, TSV, XLSX, ODS or JSON Lines", true, addImport},
        {"check", "Tell what is wrong or doubtful in the record", true, addCheck},
        {"completion", "Print the completion script of a shell", false, addCompletion},
    }};
    return table;
}

} // namespace interdict
