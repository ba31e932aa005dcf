// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP archive in memory. Equal entries and day give equal bytes: no clock is asked.
#pragma once

#include "model/error.h"
#include "model/event/days.h"

#include <QByteArray>

#include <vector>

namespace interdict {

struct ZipEntry
{
    QByteArray name;
    QByteArray bytes;
    bool isStored = false; // as it is, without compression
};

// In the order told; each is dated at the day's midnight.
Result<QByteArray> zipped(const std::vector<ZipEntry>& entries, Day day);

} // namespace interdict
