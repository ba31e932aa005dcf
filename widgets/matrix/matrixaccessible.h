// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix for assistive technology: a table whose first row and column are the headings.
#pragma once

namespace interdict {

class MatrixView;

void installMatrixAccessibility();
void announceFocus(MatrixView& view); // after the focus moved to another cell

} // namespace interdict
