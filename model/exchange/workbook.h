// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter behind a few verbs: a workbook of tables, each with a header that stays in view, filled row
// by row. Keeps within Excel's limits and remembers the first thing that went wrong.
#pragma once

#include "model/event/days.h"

#include <QString>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace interdict {

class Workbook;

class Sheet
{
public:
    static constexpr std::uint32_t maxRows = 1'048'576; // of Excel, the header included

    Sheet(Workbook& workbook, const char* name);

    // Columns in order; then rows. `width` in characters.
    void addColumn(const QString& name, double width);
    // A new row; cells follow from the first column on. False where the sheet is full.
    bool nextRow();
    void text(const QString& text); // also an empty one
    void link(const QString& url);  // as text where it is no web address, too long or one too many
    void date(Day day);
    void number(double number);
    void skip() { ++m_column; }
    void finish(); // the filter buttons over what is there

private:
    Workbook& m_workbook;
    lxw_worksheet* m_sheet;
    std::uint32_t m_row = 0;
    std::uint16_t m_column = 0;
    std::uint16_t m_columns = 0;
    int m_links = 0;
};

class Workbook
{
public:
    Workbook(bool constantMemory, Day made, const QString& title);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    // Writes it; the bytes, or nothing: see error().
    QByteArray close();
    QString error() const;
    int shortened() const { return m_shortened; } // texts that were longer than a cell can be

private:
    friend class Sheet;
    void note(lxw_error error);

    QTemporaryDir m_folder;
    QByteArray m_path, m_folderPath;
    lxw_workbook* m_book = nullptr;
    lxw_format* m_header = nullptr;
    lxw_format* m_date = nullptr;
    lxw_format* m_link = nullptr;
    lxw_error m_error = LXW_NO_ERROR;
    int m_shortened = 0;
};

} // namespace interdict
