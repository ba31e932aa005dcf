// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The spec of a figure that is made by options: what it begins with, and what they change.
#pragma once

#include "model/error.h"
#include "widgets/figure/figurespec.h"

#include <functional>

namespace interdict {

// What one option says of the figure.
struct SpecChange
{
    QString option; // as typed
    std::function<void(FigureSpec&)> apply;
    // What is wrong with it, once all is said; empty where nothing is.
    std::function<QString(const FigureSpec&)> objection = {};
    bool isKind = false; // says which kind it is
};

// Of a file of JSON, or of a figure's file; the default where both are empty. Strict: a name or a value that
// means nothing is an error, told by its name.
Result<FigureSpec> figureBase(const QString& spec, const QString& like);
// BadInput where the kind is not told at all (`hasKind`: the base has one), or where one objects.
Result<FigureSpec> changedSpec(FigureSpec base, const std::vector<SpecChange>& changes, bool hasKind);

} // namespace interdict
