// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/ziparchive.h"

#include <QCoreApplication>

#include <zip.h>

#include <memory>

namespace interdict {

namespace {

tl::unexpected<Error> zipFailure(zip_error_t* error)
{
    return failure(Error::Kind::Failed,
                   QCoreApplication::translate("ZipArchive", "The file could not be packed."),
                   QString::fromUtf8(zip_error_strerror(error)));
}

// Of the archive's own calendar, which begins in 1980.
zip_uint16_t dosDate(Day day)
{
    constexpr int firstYear = 1980;
    const auto ymd = toDate(day).year_month_day();
    const int year = std::clamp(static_cast<int>(ymd.year) - firstYear, 0, 127);
    return static_cast<zip_uint16_t>(year << 9 | static_cast<int>(ymd.month) << 5 |
                                     static_cast<int>(ymd.day));
}

bool add(zip_t* archive, const ZipEntry& entry, Day day)
{
    zip_source_t* source =
        zip_source_buffer(archive, entry.bytes.constData(), static_cast<zip_uint64_t>(entry.bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto number = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, number, entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
               0 &&
           zip_file_set_dostime(archive, number, 0, dosDate(day), 0) == 0;
}

Result<QByteArray> contentOf(zip_source_t* buffer)
{
    QByteArray bytes;
    if (zip_source_open(buffer) < 0)
        return zipFailure(zip_source_error(buffer));
    zip_source_seek(buffer, 0, SEEK_END);
    bytes.resize(static_cast<qsizetype>(zip_source_tell(buffer)));
    zip_source_seek(buffer, 0, SEEK_SET);
    const zip_int64_t read = zip_source_read(buffer, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    zip_source_close(buffer);
    if (read != bytes.size())
        return zipFailure(zip_source_error(buffer));
    return bytes;
}

} // namespace

Result<QByteArray> zipped(const std::vector<ZipEntry>& entries, Day day)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> buffer(
        zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free);
    if (!buffer)
        return zipFailure(&error);
    zip_source_keep(buffer.get()); // closing the archive lets go of it once
    zip_t* archive = zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error);
    if (!archive) {
        zip_source_free(buffer.get());
        return zipFailure(&error);
    }
    for (const ZipEntry& entry : entries)
        if (!add(archive, entry, day)) {
            const auto failed = zipFailure(zip_get_error(archive));
            zip_discard(archive);
            return failed;
        }
    if (zip_close(archive) < 0) {
        const auto failed = zipFailure(zip_get_error(archive));
        zip_discard(archive);
        return failed;
    }
    return contentOf(buffer.get());
}

} // namespace interdict
