// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the record takes for the address of a source.
#pragma once

class QString;

namespace interdict {

bool isWebAddress(const QString& text); // http or https, with a host

} // namespace interdict
