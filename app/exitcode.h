// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a command ends, as told by its --help.
#pragma once

#include "model/error.h"

namespace interdict {

enum class ExitCode : int {
    Ok = 0,
    Failed = 1,
    Usage = 2,
    Unverified = 3 // where 1 is an answer: nothing can be said
};

// Writes an error to standard error and gives its exit code: Usage for bad input, else Failed.
ExitCode report(const Error& error);

} // namespace interdict
