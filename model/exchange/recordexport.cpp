// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/recordexport.h"

#include "model/exchange/jsonlines.h"
#include "model/exchange/spreadsheet.h"
#include "model/exchange/table.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace interdict {

namespace {

constexpr std::size_t pageSize = 500;
constexpr std::array<RecordFormatInfo, 3> formats{{
    {RecordFormat::Csv, "csv", QT_TRANSLATE_NOOP("RecordExport", "CSV table")},
    {RecordFormat::Xlsx, "xlsx", QT_TRANSLATE_NOOP("RecordExport", "Excel workbook")},
    {RecordFormat::JsonLines, "jsonl", QT_TRANSLATE_NOOP("RecordExport", "JSON Lines")},
}};

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

Result<void> writeLines(const RecordPart& part, QByteArray header, QByteArray (*line)(const Event&),
                        QIODevice& out, const QString& name, const ExportProgress& progress)
{
    const auto put = [&](const QByteArray& bytes) -> Result<void> {
        if (out.write(bytes) != bytes.size())
            return cannotWrite(name, out.errorString());
        return {};
    };
    return put(header).and_then(
        [&] { return eachEvent(part, progress, [&](const Event& event) { return put(line(event)); }); });
}

QByteArray jsonLine(const Event& event)
{
    return eventToJson(event) + '\n';
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
        return writeLines(part, {}, jsonLine, out, name, progress);
    case RecordFormat::Csv:
        return writeLines(part, csvHeader(), eventToCsv, out, name, progress);
    case RecordFormat::Xlsx:
        return writeWorkbook(part, out, name, progress);
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
    return replaceWhole(path, [&](QIODevice& out) -> Result<void> {
        if (out.write(bytes) != bytes.size())
            return cannotWrite(QDir::toNativeSeparators(path), out.errorString());
        return {};
    });
}

} // namespace interdict
