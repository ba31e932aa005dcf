// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/workbook.h"

#include <QFile>

#include <limits>

namespace interdict {

namespace {

constexpr int maxCell = 32767; // UTF-16 units
constexpr int maxUrl = 2079;
constexpr int maxLinks = 65530;       // a sheet
constexpr Day firstExcelDay = -25508; // 1900-03-01: Excel counts a 29 February 1900
constexpr std::int64_t secondsADay = 24LL * 60 * 60;

// Cut where a character ends, with an ellipsis for what is lost.
QString shortened(const QString& text)
{
    QString cut = text.left(maxCell - 1);
    if (cut.back().isHighSurrogate())
        cut.chop(1);
    return cut + u'…';
}

bool isLink(const QString& url)
{
    return url.size() <= maxUrl &&
           (url.startsWith(QLatin1String("https://")) || url.startsWith(QLatin1String("http://")));
}

// XML 1.0 (2.2) has no U+FFFE and U+FFFF, and the library lets them pass.
QByteArray xmlText(QString text)
{
    for (const QChar none : {QChar(0xFFFE), QChar(0xFFFF)})
        text.replace(none, QChar(QChar::ReplacementCharacter));
    return text.toUtf8();
}

} // namespace

Sheet::Sheet(Workbook& workbook, const char* name)
    : m_workbook(workbook)
    , m_sheet(workbook.m_book ? workbook_add_worksheet(workbook.m_book, name) : nullptr)
{
    if (m_sheet)
        worksheet_freeze_panes(m_sheet, 1, 0);
}

void Sheet::addColumn(const QString& name, double width)
{
    if (!m_sheet)
        return;
    m_workbook.note(worksheet_set_column(m_sheet, m_columns, m_columns, width, nullptr));
    m_workbook.note(
        worksheet_write_string(m_sheet, 0, m_columns, xmlText(name).constData(), m_workbook.m_header));
    ++m_columns;
}

bool Sheet::nextRow()
{
    m_column = 0;
    return ++m_row < maxRows;
}

void Sheet::text(const QString& text)
{
    const std::uint16_t column = m_column++;
    if (!m_sheet || text.isEmpty())
        return;
    const bool tooLong = text.size() > maxCell;
    m_workbook.m_shortened += tooLong ? 1 : 0;
    const QByteArray bytes = xmlText(tooLong ? shortened(text) : text);
    m_workbook.note(worksheet_write_string(m_sheet, m_row, column, bytes.constData(), nullptr));
}

void Sheet::link(const QString& url)
{
    if (!m_sheet || !isLink(url) || m_links >= maxLinks)
        return text(url);
    ++m_links;
    m_workbook.note(
        worksheet_write_url(m_sheet, m_row, m_column++, xmlText(url).constData(), m_workbook.m_link));
}

void Sheet::date(Day day)
{
    const std::uint16_t column = m_column++;
    if (m_sheet && day >= firstExcelDay)
        m_workbook.note(
            worksheet_write_unixtime(m_sheet, m_row, column, day * secondsADay, m_workbook.m_date));
}

void Sheet::number(double number)
{
    const std::uint16_t column = m_column++;
    if (m_sheet)
        m_workbook.note(worksheet_write_number(m_sheet, m_row, column, number, nullptr));
}

void Sheet::finish()
{
    if (m_sheet && m_row > 0)
        m_workbook.note(worksheet_autofilter(m_sheet, 0, 0, m_row, static_cast<lxw_col_t>(m_columns - 1)));
}

Workbook::Workbook(bool constantMemory, Day made, const QString& title)
    : m_path(QFile::encodeName(m_folder.filePath(QStringLiteral("record.xlsx"))))
    , m_folderPath(QFile::encodeName(m_folder.path()))
{
    lxw_workbook_options options{};
    options.constant_memory = constantMemory;
    options.tmpdir = m_folderPath.data();
    options.use_zip64 = constantMemory;
    m_book = m_folder.isValid() ? workbook_new_opt(m_path.constData(), &options) : nullptr;
    if (!m_book) {
        note(LXW_ERROR_CREATING_TMPFILE);
        return;
    }
    QByteArray name = xmlText(title);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = made == 0 ? 1 : static_cast<time_t>(made) * secondsADay; // 0: the clock's time
    note(workbook_set_properties(m_book, &properties));
    m_header = workbook_add_format(m_book);
    format_set_bold(m_header);
    format_set_bottom(m_header, LXW_BORDER_THIN);
    m_date = workbook_add_format(m_book);
    format_set_num_format(m_date, "yyyy-mm-dd");
    m_link = workbook_get_default_url_format(m_book);
}

Workbook::~Workbook()
{
    if (m_book) // closing is what frees it; the file goes with its folder
        workbook_close(m_book);
}

QByteArray Workbook::close()
{
    if (!m_book)
        return {};
    note(workbook_close(std::exchange(m_book, nullptr)));
    QFile file(QFile::decodeName(m_path));
    if (m_error == LXW_NO_ERROR && !file.open(QIODevice::ReadOnly))
        note(LXW_ERROR_CREATING_XLSX_FILE);
    return m_error == LXW_NO_ERROR ? file.readAll() : QByteArray();
}

QString Workbook::error() const
{
    return m_error == LXW_NO_ERROR ? QString() : QString::fromUtf8(lxw_strerror(m_error));
}

void Workbook::note(lxw_error error)
{
    if (m_error == LXW_NO_ERROR)
        m_error = error;
}

} // namespace interdict
