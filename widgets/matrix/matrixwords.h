// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a matrix counts at a spot, in words: for the card beside the pointer and for assistive technology.
#pragma once

#include "model/analysis/crosstable.h"

#include <QLocale>

namespace interdict {

struct MatrixStory
{
    const CrossTable& table;
    const Columns& columns;
    const Vocabulary& vocabulary;
    QLocale locale;
};

// "Italy × Data handling", "Italy", "All".
QString spotTitle(const MatrixStory& story, CrossSpot spot);
// "5 in force on 24 November 2026", "Strictest: processing order since 30 January 2025" …
QStringList spotLines(const MatrixStory& story, CrossSpot spot);
// Title and lines in one: "Italy × Data handling: 5 events".
QString spotSummary(const MatrixStory& story, CrossSpot spot);
// Why there is nothing to show; empty where there is something.
QString emptyMatrixText(const Workspace& workspace, const CrossTable& table);

} // namespace interdict
