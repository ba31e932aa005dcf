// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// XLSX and ODS through Orcus' document model. Dates are numbers there; whether a number is one stands in its
// format (XLSX), or was told when it was read (ODS).
#include "model/exchange/import/tableparts.h"

#include "model/event/partialdate.h"

#include <ixion/address.hpp>
#include <ixion/model_context.hpp>
#include <orcus/orcus_ods.hpp>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/document.hpp>
#include <orcus/spreadsheet/factory.hpp>
#include <orcus/spreadsheet/sheet.hpp>
#include <orcus/spreadsheet/styles.hpp>
#include <orcus/types.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

#include <QCoreApplication>
#include <QXmlStreamReader>

#include <cmath>
#include <set>

namespace interdict {

namespace {

namespace os = orcus::spreadsheet;

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportTable", text);
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Excel's own numbers for dates.
bool isBuiltInDate(std::size_t identifier)
{
    return (identifier >= 14 && identifier <= 17) || identifier == 22 ||
           (identifier >= 27 && identifier <= 36) || (identifier >= 50 && identifier <= 58);
}

// A format with a year or a day in it.
bool isDateCode(std::string_view format)
{
    bool quoted = false, bracket = false;
    for (const char c : format) {
        quoted = quoted != (c == '"');
        bracket = c == '[' || (bracket && c != ']');
        if (!quoted && !bracket && (c == 'y' || c == 'Y' || c == 'd' || c == 'D'))
            return true;
    }
    return false;
}

using Position = std::pair<os::row_t, os::col_t>;

// Hands everything on to the document's sheet, and notes which cells were given as dates: the document keeps
// their numbers alone.
class NotingSheet : public os::iface::import_sheet
{
public:
    explicit NotingSheet(os::iface::import_sheet& inner)
        : m_inner(inner)
    {
    }

    const std::set<Position>& dates() const { return m_dates; }

    os::iface::import_sheet_properties* get_sheet_properties() override
    {
        return m_inner.get_sheet_properties();
    }
    os::iface::import_array_formula* get_array_formula() override { return m_inner.get_array_formula(); }
    os::iface::import_formula* get_formula() override { return m_inner.get_formula(); }
    void set_auto(os::row_t row, os::col_t col, std::string_view s) override
    {
        m_inner.set_auto(row, col, s);
    }
    void set_string(os::row_t row, os::col_t col, os::string_id_t id) override
    {
        m_inner.set_string(row, col, id);
    }
    void set_value(os::row_t row, os::col_t col, double value) override
    {
        m_inner.set_value(row, col, value);
    }
    void set_bool(os::row_t row, os::col_t col, bool value) override { m_inner.set_bool(row, col, value); }
    void set_date_time(os::row_t row, os::col_t col, int year, int month, int day, int hour, int minute,
                       double second) override
    {
        m_dates.insert({row, col});
        m_inner.set_date_time(row, col, year, month, day, hour, minute, second);
    }
    void set_format(os::row_t row, os::col_t col, std::size_t index) override
    {
        m_inner.set_format(row, col, index);
    }
    void set_format(os::row_t firstRow, os::col_t firstCol, os::row_t lastRow, os::col_t lastCol,
                    std::size_t index) override
    {
        m_inner.set_format(firstRow, firstCol, lastRow, lastCol, index);
    }
    void fill_down_cells(os::row_t row, os::col_t col, os::row_t count) override
    {
        if (m_dates.contains({row, col}))
            for (os::row_t i = 1; i <= count; ++i)
                m_dates.insert({row + i, col});
        m_inner.fill_down_cells(row, col, count);
    }
    os::range_size_t get_sheet_size() const override { return m_inner.get_sheet_size(); }

private:
    os::iface::import_sheet& m_inner;
    std::set<Position> m_dates;
};

// The sheets' own numbers in a workbook's order: 3, 1 where the first was made last.
std::vector<os::sheet_t> sheetNumbers(const QByteArray& xlsx)
{
    orcus::zip_archive_stream_blob stream(reinterpret_cast<const std::uint8_t*>(xlsx.constData()),
                                          static_cast<std::size_t>(xlsx.size()));
    orcus::zip_archive archive(&stream);
    archive.load();
    std::vector<unsigned char> bytes;
    archive.read_file_entry("xl/workbook.xml", bytes);
    QXmlStreamReader xml(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    std::vector<os::sheet_t> numbers;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("sheet"))
            numbers.push_back(xml.attributes().value(QLatin1String("sheetId")).toInt());
    return numbers;
}

// Orcus asks for the sheets of formulas by their own number, as if it were their place: told from where they
// are, since sheets that were moved or deleted part the two.
class NotingFactory : public os::import_factory
{
public:
    NotingFactory(os::document& document, std::vector<os::sheet_t> numbers)
        : os::import_factory(document)
        , m_numbers(std::move(numbers))
    {
    }

    os::iface::import_sheet* append_sheet(os::sheet_t index, std::string_view name) override
    {
        return noting(os::import_factory::append_sheet(index, name));
    }
    os::iface::import_sheet* get_sheet(std::string_view name) override
    {
        return noting(os::import_factory::get_sheet(name));
    }
    os::iface::import_sheet* get_sheet(os::sheet_t number) override
    {
        const auto it = std::find(m_numbers.begin(), m_numbers.end(), number + 1);
        return sheetAt(it == m_numbers.end() ? number : static_cast<os::sheet_t>(it - m_numbers.begin()));
    }
    const std::set<Position>& dates(os::sheet_t place) { return sheetAt(place)->dates(); }

private:
    NotingSheet* sheetAt(os::sheet_t place) { return noting(os::import_factory::get_sheet(place)); }
    NotingSheet* noting(os::iface::import_sheet* inner)
    {
        return inner ? &m_sheets.try_emplace(inner, *inner).first->second : nullptr;
    }

    const std::vector<os::sheet_t> m_numbers;
    std::map<os::iface::import_sheet*, NotingSheet> m_sheets;
};

QString dateText(Day day)
{
    return PartialDate::ofDay(day).text();
}

QString numberText(double value)
{
    return QString::number(value, 'g', 15);
}

class SheetReader
{
public:
    SheetReader(const os::document& document, os::sheet_t index, const std::set<Position>& dates)
        : m_document(document)
        , m_sheet(*document.get_sheet(index))
        , m_cells(document.get_model_context())
        , m_index(index)
        , m_dates(dates)
    {
        const os::styles& styles = document.get_styles();
        for (std::size_t i = 0; i < styles.get_number_format_count(); ++i)
            if (isDateCode(styles.get_number_format(i)->format_string))
                m_dateFormats.insert(styles.get_number_format(i)->identifier);
        const orcus::date_time_t origin = document.get_origin_date();
        m_origin = origin.year == 1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, 30);
    }

    RawRows rows()
    {
        const ixion::abs_range_t range = m_sheet.get_data_range();
        RawRows rows;
        if (!range.valid())
            return rows;
        for (os::row_t row = 0; row <= range.last.row; ++row) {
            TableRow read = rowAt(row, range.last.column);
            if (std::any_of(read.cells.begin(), read.cells.end(),
                            [](const QString& cell) { return !cell.isEmpty(); }))
                rows.push_back(std::move(read));
        }
        return rows;
    }

private:
    TableRow rowAt(os::row_t row, os::col_t lastColumn)
    {
        TableRow read;
        read.number = row + 1;
        for (os::col_t column = 0; column <= lastColumn; ++column)
            read.cells.append(withoutGuard(merged(row, column, textAt(row, column).trimmed())));
        return read;
    }

    // A cell that is merged over several rows stands in each.
    QString merged(os::row_t row, os::col_t column, const QString& text)
    {
        auto& above = m_merged[column];
        if (!text.isEmpty()) {
            const os::range_t range = m_sheet.get_merge_cell_range(row, column);
            above = {range.last.row, text};
            return text;
        }
        return row <= above.lastRow ? above.text : QString();
    }

    QString textAt(os::row_t row, os::col_t column) const
    {
        const ixion::abs_address_t at(m_index, row, column);
        switch (m_cells.get_celltype(at)) {
        case ixion::celltype_t::string:
            return qt(m_cells.get_string_value(at));
        case ixion::celltype_t::boolean:
            return m_cells.get_boolean_value(at) ? QStringLiteral("yes") : QStringLiteral("no");
        case ixion::celltype_t::numeric:
            return number(m_cells.get_numeric_value(at), row, column);
        case ixion::celltype_t::formula:
            return formula(at);
        case ixion::celltype_t::empty:
        case ixion::celltype_t::unknown:
            break;
        }
        return {};
    }

    QString formula(const ixion::abs_address_t& at) const
    {
        switch (m_cells.get_formula_result(at).get_type()) {
        case ixion::formula_result::result_type::string:
            return qt(m_cells.get_string_value(at));
        case ixion::formula_result::result_type::value:
            return number(m_cells.get_numeric_value(at), at.row, at.column);
        default:
            return {};
        }
    }

    QString number(double value, os::row_t row, os::col_t column) const
    {
        if (!isDate(row, column) || value < 1 || value > 2'958'465) // 9999-12-31
            return numberText(value);
        return dateText(m_origin + static_cast<Day>(std::floor(value)));
    }

    // In XLSX a cell's format holds the identifier of its number format, not its index.
    bool isDate(os::row_t row, os::col_t column) const
    {
        if (m_dates.contains({row, column}))
            return true;
        const auto* format = m_document.get_styles().get_cell_format(m_sheet.get_cell_format(row, column));
        return format &&
               (isBuiltInDate(format->number_format) || m_dateFormats.contains(format->number_format));
    }

    struct Merged
    {
        os::row_t lastRow = -1;
        QString text;
    };

    const os::document& m_document;
    const os::sheet& m_sheet;
    const ixion::model_context& m_cells;
    const os::sheet_t m_index;
    const std::set<Position>& m_dates;
    std::set<std::size_t> m_dateFormats;
    Day m_origin = 0;
    std::map<os::col_t, Merged> m_merged;
};

void load(NotingFactory& factory, const QByteArray& bytes, ImportTable::Format format)
{
    const std::string_view stream(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (format == ImportTable::Format::Ods)
        orcus::orcus_ods(&factory).read_stream(stream);
    else
        orcus::orcus_xlsx(&factory).read_stream(stream);
}

std::vector<TableSheet> sheetsOf(const os::document& document, NotingFactory& factory,
                                 const TableOptions& options)
{
    std::vector<TableSheet> sheets;
    for (std::size_t i = 0; i < document.get_sheet_count(); ++i) {
        const auto index = static_cast<os::sheet_t>(i);
        const QString name = qt(document.get_sheet_name(index));
        const bool isMeant = options.sheet.isEmpty() || options.sheet == name;
        sheets.push_back(sheetFrom(name, SheetReader(document, index, factory.dates(index)).rows(), false,
                                   isMeant ? options.headerRow : std::nullopt));
    }
    return sheets;
}

} // namespace

Result<std::vector<TableSheet>> readSpreadsheet(const QByteArray& bytes, const QString& name,
                                                ImportTable::Format format, const TableOptions& options)
{
    try {
        os::document document({1'048'576, 16'384});
        NotingFactory factory(document, format == ImportTable::Format::Xlsx ? sheetNumbers(bytes)
                                                                            : std::vector<os::sheet_t>());
        load(factory, bytes, format);
        return sheetsOf(document, factory, options);
    } catch (const std::exception& exception) {
        return failure(Error::Kind::BadInput,
                       tr("%1 cannot be read as a spreadsheet. Open it in a spreadsheet program and save it "
                          "anew, or as CSV.")
                           .arg(name),
                       QString::fromUtf8(exception.what()));
    }
}

} // namespace interdict
