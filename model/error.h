// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a value: the kind for code, the message for a person, the detail for a log.
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <cstdint>

namespace interdict {

struct Error
{
    enum class Kind : std::uint8_t {
        NotFound,    // no such file
        NoAccess,    // the system refuses to read or write it
        NotADataSet, // another kind of file
        Damaged,     // a data set that fails its checks
        TooNew,      // written by a newer version of the program
        ReadOnly,    // a write was asked of a data set opened read-only
        BadInput,    // a line, a field or a filter text that cannot be read
        Conflict,    // the stored revision is newer than the one edited
        Cancelled,
        Failed, // anything else: disk full, busy …
    };
    Kind kind = Kind::Failed;
    QString message; // what happened, to which file or row and field, and what to do
    QString detail;  // for a log
    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error::Kind kind, QString message, QString detail = {})
{
    return tl::make_unexpected(Error{kind, std::move(message), std::move(detail)});
}

} // namespace interdict
