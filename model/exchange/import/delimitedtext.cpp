// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CSV and its kin: encoding, delimiter, rows.
#include "model/exchange/import/tableparts.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportTable", text);
}

// Where Windows-1252 differs from Latin 1: the bytes 0x80 … 0x9F.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text)
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F)
            c = QChar(windows1252[c.unicode() - 0x80U]);
    return text;
}

// Nothing where the bytes are no such text.
std::optional<QString> decoded(const QByteArray& bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

bool everyOtherIsZero(const QByteArray& bytes, qsizetype from)
{
    const qsizetype end = std::min(bytes.size(), qsizetype(400));
    qsizetype zeros = 0;
    for (qsizetype i = from; i < end; i += 2)
        zeros += bytes[i] == 0;
    return end >= 4 && zeros * 4 > (end / 2) * 3;
}

std::optional<QStringConverter::Encoding> utf16In(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE") || everyOtherIsZero(bytes, 1))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF") || everyOtherIsZero(bytes, 0))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

DecodedText guessedText(const QByteArray& bytes)
{
    if (const auto wide = utf16In(bytes))
        if (auto text = decoded(bytes, *wide))
            return {std::move(*text), QStringLiteral("UTF-16"), false};
    if (auto text = decoded(bytes, QStringConverter::Utf8))
        return {std::move(*text), QStringLiteral("UTF-8"), false};
    return {fromWindows1252(bytes), QStringLiteral("Windows-1252"), true};
}

std::optional<QString> textIn(const QByteArray& bytes, const QString& encoding)
{
    const QString wanted = encoding.toLower();
    if (wanted == QLatin1String("windows-1252") || wanted == QLatin1String("cp1252"))
        return fromWindows1252(bytes);
    if (wanted == QLatin1String("latin1") || wanted == QLatin1String("iso-8859-1"))
        return QString::fromLatin1(bytes);
    if (wanted == QLatin1String("utf-16"))
        return decoded(bytes, utf16In(bytes).value_or(QStringConverter::Utf16LE));
    return wanted == QLatin1String("utf-8") ? decoded(bytes, QStringConverter::Utf8) : std::nullopt;
}

// Cells of a CSV text, one character after the other.
class Splitter
{
public:
    Splitter(const QString& text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    RawRows rows()
    {
        RawRows rows;
        while (m_at < m_text.size()) {
            TableRow row = nextRow();
            const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const QString& cell) { return cell.isEmpty(); });
            if (!empty || !row.problem.isEmpty())
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    TableRow nextRow()
    {
        TableRow row;
        row.number = m_line;
        do {
            row.cells.append(withoutGuard(nextCell(row).trimmed()));
        } while (take(m_delimiter));
        take(u'\r');
        take(u'\n');
        ++m_line;
        return row;
    }

    bool at(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool take(QChar c)
    {
        const bool there = at(c);
        m_at += there ? 1 : 0;
        return there;
    }
    bool atCellEnd() const { return m_at >= m_text.size() || at(m_delimiter) || at(u'\n') || at(u'\r'); }

    QString nextCell(TableRow& row)
    {
        QString cell;
        if (take(u'"'))
            cell = quoted(row);
        const qsizetype from = m_at;
        while (!atCellEnd())
            ++m_at;
        return cell.append(QStringView(m_text).sliced(from, m_at - from));
    }

    // From behind the opening quote to behind the closing one.
    QString quoted(TableRow& row)
    {
        QString cell;
        const qsizetype start = m_at;
        const int line = m_line;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && !take(u'"'))
                return cell;
            m_line += c == u'\n' ? 1 : 0;
            if (c != u'\r')
                cell += c;
        }
        return giveUp(row, start, line);
    }

    // The rest of the file is no cell: this row ends at its line, with a problem, and the next is read as
    // ever.
    QString giveUp(TableRow& row, qsizetype start, int line)
    {
        row.problem =
            tr("A quote (\") is opened in line %1 and never closed. Close it, or write \"\" where a "
               "quote is meant.")
                .arg(line);
        m_line = line;
        m_at = m_text.indexOf(u'\n', start);
        m_at = m_at < 0 ? m_text.size() : m_at;
        return m_text.sliced(start, m_at - start);
    }

    const QString& m_text;
    const QChar m_delimiter;
    qsizetype m_at = 0;
    int m_line = 1;
};

// Columns that the delimiter gives in most of the first rows, weighed by how many rows agree.
double evenness(const RawRows& rows)
{
    std::map<qsizetype, int> widths;
    for (const TableRow& row : rows)
        ++widths[row.cells.size()];
    double best = 0;
    for (const auto& [width, count] : widths)
        best = std::max(best, static_cast<double>(width - 1) * count * count);
    return rows.empty() ? 0 : best / static_cast<double>(rows.size() * rows.size());
}

} // namespace

Result<DecodedText> decodeText(const QByteArray& bytes, const QString& name, const QString& encoding)
{
    DecodedText result = encoding.isEmpty() ? guessedText(bytes) : DecodedText{{}, encoding, false};
    if (!encoding.isEmpty()) {
        auto text = textIn(bytes, encoding);
        if (!text)
            return failure(
                Error::Kind::BadInput,
                tr("%1 is no text in %2. Try utf-8, utf-16 or windows-1252, or none to have it guessed.")
                    .arg(name, encoding));
        result.text = std::move(*text);
    }
    if (result.text.startsWith(QChar(0xFEFF)))
        result.text.remove(0, 1);
    return result;
}

QChar guessDelimiter(const QString& text)
{
    qsizetype end = 0;
    for (int lines = 0; lines < 50 && end >= 0 && end < text.size(); ++lines) {
        const qsizetype next = text.indexOf(u'\n', end);
        end = next < 0 ? text.size() : next + 1;
    }
    const QString sample = text.left(std::min(end, qsizetype(200'000)));
    QChar best = u',';
    double most = 0;
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')})
        if (const double even = evenness(splitText(sample, candidate)); even > most) {
            most = even;
            best = candidate;
        }
    return best;
}

RawRows splitText(const QString& text, QChar delimiter)
{
    return Splitter(text, delimiter).rows();
}

} // namespace interdict
