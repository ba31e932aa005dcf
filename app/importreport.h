// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What interdict import tells, as lines: of the table, of what its columns hold, of what becomes of its rows.
#pragma once

#include "model/exchange/import/importplan.h"

namespace interdict {

QStringList tableReport(const ImportTable& table, const TableSheet& sheet);
QStringList mappingReport(const ImportMapping& mapping, const TableSheet& sheet);
QStringList planReport(const ImportPlan& plan, const Vocabulary& vocabulary);

} // namespace interdict
