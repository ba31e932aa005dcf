// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a plan in words: what the table says, what becomes of it, what that changes, and what hinders
// it.
#pragma once

#include "widgets/importing/importsource.h"

class QPalette;

namespace interdict {

class Workspace;

// As HTML in the theme's colours; whatever comes from the table or the record is escaped.
QString rowDetail(const PlannedRow& row, const ImportSource& source, const Workspace& workspace,
                  const QPalette& palette);

} // namespace interdict
