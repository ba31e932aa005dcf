// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window of incoming changes says of many of them at once.
#pragma once

#include "model/exchange/acceptance.h"

namespace interdict {

QString namesTogether(const QStringList& names); // "Ada, Ben, Cleo, Dora and others"
QString labelsOf(const Vocabulary& words);       // "Fraud, Kimi"
// "Changes of Ada from FILE": of those whose changes are accepted. `answers` are as many as `incoming`.
QString stepName(std::span<const Incoming> incoming, std::span<const Answer> answers, const QString& file);
// What was saved, and what was not or otherwise.
QString afterSaving(const Acceptance& acceptance);

} // namespace interdict
