// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on paper: at their true size, in the middle of the sheet, smaller only where the sheet is.
#pragma once

#include "widgets/figure/pagesource.h"

class QPrinter;
class QWidget;

namespace interdict {

// Chooses A4 or Letter and the way it lies, as the pages are; a slide or a column keeps the printer's paper.
void setPaper(QPrinter& printer, const PageSource& source, const QString& title);
// Those pages that the printer was told. An error where the printer takes none.
Result<void> printPages(QPrinter& printer, const PageSource& source);
// The system's preview, from which one prints or cancels. Returns when it is closed, with what went wrong
// last.
Result<void> previewAndPrint(const PageSource& source, const QString& title, QWidget* parent);

} // namespace interdict
