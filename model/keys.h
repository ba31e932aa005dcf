// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Enumerations that are written by name: in settings, in figures' data, on the command line. One table each.
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace interdict {

template <typename Enum>
struct KeyOf
{
    Enum value;
    const char* key;   // stored and typed, never translated
    const char* label; // untranslated; may be null
};

template <typename Enum>
QString keyOf(std::span<const KeyOf<Enum>> table, Enum value)
{
    for (const KeyOf<Enum>& entry : table)
        if (entry.value == value)
            return QLatin1String(entry.key);
    return {};
}

template <typename Enum>
std::optional<Enum> fromKey(std::span<const KeyOf<Enum>> table, QStringView key)
{
    for (const KeyOf<Enum>& entry : table)
        if (key.compare(QLatin1String(entry.key), Qt::CaseInsensitive) == 0)
            return entry.value;
    return std::nullopt;
}

} // namespace interdict
