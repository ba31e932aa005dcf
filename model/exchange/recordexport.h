// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The record, or a part of it, as a file for elsewhere: JSON Lines (which reads back exactly), CSV, a
// workbook, a map's or a calendar's entries, or its sources for reference managers. Events are read and
// written page by page. Equal input gives equal bytes: no clock is asked.
#pragma once

#include "model/error.h"
#include "model/event/event.h"
#include "model/vocabulary/vocabulary.h"

#include <QStringList>

#include <functional>
#include <span>

class QIODevice;

namespace interdict {

class Gazetteer;

enum class RecordFormat : std::uint8_t { JsonLines, Csv, Xlsx, GeoJson, ICalendar, BibTex, Ris, CslJson };

struct RecordFormatInfo
{
    RecordFormat format;
    const char* ending; // without the dot; also its name on the command line
    const char* label;  // to be translated
    const char* hint;   // likewise: what it is good for, and what one should know
};
std::span<const RecordFormatInfo> recordFormats();
const RecordFormatInfo& formatInfo(RecordFormat format);
QString formatLabel(const RecordFormatInfo& info); // translated: "JSON Lines", …
QString formatHint(const RecordFormatInfo& info);
// By the file name's ending, in any letter case.
std::optional<RecordFormat> recordFormatOf(const QString& fileName);

// What a reader of the file should know of where it comes from. A workbook tells it on a sheet.
struct RecordOrigin
{
    QString dataSet;         // the title
    QString file;            // the data set's file name, without its folder
    QString filter;          // as text; empty: every event
    QStringList filterWords; // one condition each: "Platform: DeepSeek"
    QString choice;          // which events these are, in words: "the events that the filter finds"
    std::size_t total = 0;   // how many events the data set holds
    Day made = 0;            // the day of the export
    QString program;         // "interdict 0.1.0"
};

struct RecordPart
{
    std::vector<std::int64_t> ids; // in the order in which they are written
    // The events of a page of them.
    std::function<Result<std::vector<Event>>(std::span<const std::int64_t>)> read;
    Vocabulary vocabulary;
    const Gazetteer* gazetteer = nullptr; // outlives the part
    RecordOrigin origin;
};

// Told 0 … 1 now and then; false cancels.
using ExportProgress = std::function<bool(double)>;

// `name` is for messages. What was written when an error comes is of no use.
Result<void> writeRecord(const RecordPart& part, RecordFormat format, QIODevice& out, const QString& name,
                         const ExportProgress& progress = {});
// An existing file is replaced whole, or stays as it is.
Result<void> exportRecord(const RecordPart& part, RecordFormat format, const QString& path,
                          const ExportProgress& progress = {});
// Any bytes in the same way, read back and compared: for what lies beside a record.
Result<void> writeWhole(const QByteArray& bytes, const QString& path);

} // namespace interdict
