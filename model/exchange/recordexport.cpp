// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/recordexport.h"

#include "model/exchange/citations.h"
#include "model/exchange/geojson.h"
#include "model/exchange/icalendar.h"
#include "model/exchange/jsonlines.h"
#include "model/exchange/spreadsheet.h"
#include "model/exchange/stagedfiles.h"
#include "model/exchange/table.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace interdict {

namespace {

constexpr std::size_t pageSize = 500;
#define TEXT(text) QT_TRANSLATE_NOOP("RecordExport", text)
constexpr std::array formats{
    RecordFormatInfo{
        RecordFormat::Csv, "csv", TEXT("CSV table"),
        TEXT("One row an event, for any program. Cells that a spreadsheet would run as a formula "
             "have a ' before them.")},
    RecordFormatInfo{RecordFormat::Xlsx, "xlsx", TEXT("Excel workbook"),
                     TEXT("Sheets of events, sources, relations, vocabulary, what the fields mean, and which "
                          "filter this is.")},
    RecordFormatInfo{RecordFormat::JsonLines, "jsonl", TEXT("JSON Lines"),
                     TEXT("Every field exactly, to be read back by this program or another.")},
    RecordFormatInfo{RecordFormat::GeoJson, "geojson", TEXT("GeoJSON"),
                     TEXT("Points for a map program: each event at the middle of its place.")},
    RecordFormatInfo{RecordFormat::ICalendar, "ics", TEXT("iCalendar"),
                     TEXT("Days for a calendar program: when each event began.")},
    RecordFormatInfo{RecordFormat::BibTex, "bib", TEXT("Sources as BibTeX"),
                     TEXT("The sources of the events, each once, for LaTeX and reference managers.")},
    RecordFormatInfo{RecordFormat::Ris, "ris", TEXT("Sources as RIS"),
                     TEXT("The sources of the events, each once, for Zotero, EndNote and their like.")},
    RecordFormatInfo{RecordFormat::CslJson, "csl.json", TEXT("Sources as CSL JSON"),
                     TEXT("The sources of the events, each once, for Zotero, pandoc and their like.")},
};
#undef TEXT

QString tr(const char* text)
{
    return QCoreApplication::translate("RecordExport", text);
}

tl::unexpected<Error> cannotWrite(const QString& name, const QString& why)
{
    return failure(Error::Kind::NoAccess,
                   tr("%1 cannot be written: %2. Choose another place, or make room.").arg(name, why));
}

// Calls use(event) with each event of the part.
template <typename Use>
Result<void> eachEvent(const RecordPart& part, const ExportProgress& progress, Use use)
{
    const std::span<const std::int64_t> ids(part.ids);
    for (std::size_t from = 0; from < ids.size(); from += pageSize) {
        if (progress && !progress(static_cast<double>(from) / static_cast<double>(ids.size())))
            return failure(Error::Kind::Cancelled, tr("The export was cancelled."));
        const auto events = part.read(ids.subspan(from, std::min(pageSize, ids.size() - from)));
        if (!events)
            return tl::make_unexpected(events.error());
        for (const Event& event : *events)
            if (const Result<void> used = use(event); !used)
                return used;
    }
    return {};
}

// A file that is one entry after the other.
struct Entries
{
    QByteArray header;
    std::function<QByteArray(const Event&)> entry;
    QByteArray between = {}; // entries
    QByteArray footer = {};
};

Result<void> writeEntries(const RecordPart& part, const Entries& entries, QIODevice& out, const QString& name,
                          const ExportProgress& progress)
{
    const auto put = [&](const QByteArray& bytes) -> Result<void> {
        if (out.write(bytes) != bytes.size())
            return cannotWrite(name, out.errorString());
        return {};
    };
    bool isFirst = true;
    const auto putEvent = [&](const Event& event) {
        return put((std::exchange(isFirst, false) ? QByteArray() : entries.between) + entries.entry(event));
    };
    return put(entries.header).and_then([&] { return eachEvent(part, progress, putEvent); }).and_then([&] {
        return put(entries.footer);
    });
}

Entries entriesOf(const RecordPart& part, RecordFormat format)
{
    const Vocabulary& words = part.vocabulary;
    if (format == RecordFormat::Csv)
        return {csvHeader(), eventToCsv};
    if (format == RecordFormat::GeoJson)
        return {geoJsonHeader(part.origin.dataSet),
                [&](const Event& event) { return eventToGeoJson(event, words, *part.gazetteer); }, ",\n",
                geoJsonFooter()};
    if (format == RecordFormat::ICalendar)
        return {calendarHeader(part.origin.dataSet, part.origin.program),
                [&](const Event& event) {
                    return eventToCalendar(event, words, *part.gazetteer, part.origin.made);
                },
                {},
                calendarFooter()};
    return {{}, [](const Event& event) { return eventToJson(event) + '\n'; }};
}

Result<void> writeCitations(const RecordPart& part, RecordFormat format, QIODevice& out, const QString& name,
                            const ExportProgress& progress)
{
    Citations citations;
    const auto gathered = eachEvent(part, progress, [&](const Event& event) -> Result<void> {
        citations.add(event);
        return {};
    });
    if (!gathered)
        return gathered;
    QByteArray bytes;
    for (const Citation& citation : citations.all())
        bytes += format == RecordFormat::BibTex ? toBibTex(citation) + '\n'
                 : format == RecordFormat::Ris  ? toRis(citation)
                                                : (bytes.isEmpty() ? "" : ",\n") + toCslJson(citation);
    if (format == RecordFormat::CslJson)
        bytes = '[' + bytes + "]\n";
    if (out.write(bytes) != bytes.size())
        return cannotWrite(name, out.errorString());
    return {};
}

Result<void> writeWorkbook(const RecordPart& part, QIODevice& out, const QString& name,
                           const ExportProgress& progress)
{
    Spreadsheet sheet(part.vocabulary, part.origin, part.ids.size());
    return eachEvent(part, progress, [&](const Event& event) { return sheet.add(event); })
        .and_then([&] { return sheet.finish(); })
        .and_then([&](const QByteArray& bytes) -> Result<void> {
            if (out.write(bytes) != bytes.size())
                return cannotWrite(name, out.errorString());
            return {};
        });
}

Result<void> replaceWhole(const QString& path, const std::function<Result<void>(QIODevice&)>& write)
{
    const QString name = QDir::toNativeSeparators(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(name, file.errorString());
    if (const Result<void> written = write(file); !written)
        return written; // and the file goes, uncommitted
    if (!file.commit())
        return cannotWrite(name, file.errorString());
    return {};
}

} // namespace

std::span<const RecordFormatInfo> recordFormats()
{
    return formats;
}

QString formatLabel(const RecordFormatInfo& info)
{
    return tr(info.label);
}

QString formatHint(const RecordFormatInfo& info)
{
    return tr(info.hint);
}

const RecordFormatInfo& formatInfo(RecordFormat format)
{
    return *std::find_if(formats.begin(), formats.end(),
                         [format](const RecordFormatInfo& info) { return info.format == format; });
}

std::optional<RecordFormat> recordFormatOf(const QString& fileName)
{
    for (const RecordFormatInfo& info : formats)
        if (fileName.endsWith(u'.' + QLatin1String(info.ending), Qt::CaseInsensitive))
            return info.format;
    return std::nullopt;
}

Result<void> writeRecord(const RecordPart& part, RecordFormat format, QIODevice& out, const QString& name,
                         const ExportProgress& progress)
{
    switch (format) {
    case RecordFormat::JsonLines:
    case RecordFormat::Csv:
    case RecordFormat::GeoJson:
    case RecordFormat::ICalendar:
        return writeEntries(part, entriesOf(part, format), out, name, progress);
    case RecordFormat::Xlsx:
        return writeWorkbook(part, out, name, progress);
    case RecordFormat::BibTex:
    case RecordFormat::Ris:
    case RecordFormat::CslJson:
        return writeCitations(part, format, out, name, progress);
    }
    return {};
}

Result<void> exportRecord(const RecordPart& part, RecordFormat format, const QString& path,
                          const ExportProgress& progress)
{
    return replaceWhole(path, [&](QIODevice& out) {
        return writeRecord(part, format, out, QDir::toNativeSeparators(path), progress);
    });
}

Result<void> writeWhole(const QByteArray& bytes, const QString& path)
{
    StagedFiles file;
    return file.add(path, bytes).and_then([&file] { return file.commit(); }).map([](const QStringList&) {});
}

} // namespace interdict
