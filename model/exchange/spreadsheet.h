// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the record as an Excel workbook, by libxlsxwriter: sheets of events, sources, relations,
// vocabulary, the data dictionary, and one that says where it comes from. Texts are texts, never formulas;
// dates known to the day stand as real dates beside the partial date.
#pragma once

#include "model/exchange/recordexport.h"

#include <memory>

namespace interdict {

class Spreadsheet
{
public:
    // `count` events will be added. Both references outlive this. Large workbooks are made in constant
    // memory, through temporary files.
    Spreadsheet(const Vocabulary& vocabulary, const RecordOrigin& origin, std::size_t count);
    ~Spreadsheet();

    // An error where a sheet would have more rows than Excel opens.
    Result<void> add(const Event& event);
    Result<QByteArray> finish(); // the file's bytes; once, last

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace interdict
