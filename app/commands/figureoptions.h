// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The options of interdict figure that say what the figure is, a row each. Options of the file itself are not
// among them.
#pragma once

#include "widgets/figure/figurespec.h"

#include <tl/expected.hpp>

#include <functional>
#include <string>

namespace interdict {

struct SpecOption
{
    using Change = std::function<void(FigureSpec&)>;
    std::string group; // of the help
    std::string names;
    std::string type; // as options.h tells; empty: a flag
    std::string help;
    // What the text says, or what was expected instead of it.
    std::function<tl::expected<Change, QString>(const QString& text)> read;
    // What is wrong with it in a figure; empty where nothing is. Behind the option's name: "says nothing of
    // …".
    std::function<QString(const FigureSpec&)> objection = {};
};

const std::vector<SpecOption>& specOptions();

// What may be asked for: timeline, map …, and a chart as chart:KIND. The change sets both kinds.
std::vector<std::string> figureNames();
tl::expected<SpecOption::Change, QString> readFigureName(const QString& text);

} // namespace interdict
