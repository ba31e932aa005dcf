// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exitcode.h"

#include <cstdio>

namespace interdict {

ExitCode report(const Error& error)
{
    std::fprintf(stderr, "interdict: %s\n", error.message.toLocal8Bit().constData());
    return error.kind == Error::Kind::BadInput ? ExitCode::Usage : ExitCode::Failed;
}

} // namespace interdict
