// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events in memory as a part of the record to export, and what their file then holds.
#pragma once

#include "model/exchange/recordexport.h"
#include "tests/support/shipped.h"

#include <QBuffer>

namespace interdict::test {

// Of events that outlive it, with the shipped words and places.
inline RecordPart partOf(const std::vector<Event>& events)
{
    RecordPart part;
    for (std::size_t i = 0; i < events.size(); ++i)
        part.ids.push_back(static_cast<std::int64_t>(i));
    part.read = [&events](std::span<const std::int64_t> ids) -> Result<std::vector<Event>> {
        std::vector<Event> page;
        for (const std::int64_t id : ids)
            page.push_back(events[static_cast<std::size_t>(id)]);
        return page;
    };
    part.vocabulary = shippedVocabulary();
    part.gazetteer = &shippedGazetteer();
    return part;
}

inline QByteArray bytesOf(const RecordPart& part, RecordFormat format)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    if (const auto done = writeRecord(part, format, out, QStringLiteral("out")); !done)
        qFatal("%s", qPrintable(done.error().message));
    return out.data();
}

} // namespace interdict::test
