// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/event/localedate.h"

#include <QLocale>

#include <vector>

namespace interdict {

namespace {

struct Piece
{
    QChar field;  // d, M or y; null for text between them
    QString text; // of a field, its letters
};

bool isField(QChar c)
{
    return c == u'd' || c == u'M' || c == u'y';
}

// "d. MMMM yyyy 'г'." → fields and the texts between them, without quotes.
std::vector<Piece> piecesOf(const QString& format)
{
    std::vector<Piece> pieces;
    bool quoted = false;
    for (const QChar c : format) {
        if (c == u'\'') {
            quoted = !quoted;
            continue;
        }
        const QChar field = !quoted && isField(c) ? c : QChar();
        if (pieces.empty() || pieces.back().field != field)
            pieces.push_back({field, {}});
        pieces.back().text += c;
    }
    return pieces;
}

bool isWeekday(const Piece& piece)
{
    return piece.field == u'd' && piece.text.size() > 2;
}

// Takes out a field and the text that joins it to what follows.
template <typename Is>
void drop(std::vector<Piece>& pieces, Is is)
{
    const auto it = std::find_if(pieces.begin(), pieces.end(), is);
    if (it == pieces.end())
        return;
    const auto next = std::find_if(it + 1, pieces.end(), [](const Piece& p) { return !p.field.isNull(); });
    pieces.erase(it, next);
}

QString shown(const Piece& piece, const QLocale& locale, std::optional<int> year, int month,
              std::optional<int> day, bool shortMonths)
{
    if (piece.field == u'y')
        return QString::number(year.value_or(0));
    if (piece.field == u'd')
        return QString::number(day.value_or(1));
    if (piece.field != u'M')
        return piece.text;
    if (piece.text.size() <= 2)
        return QString::number(month);
    const auto format = shortMonths ? QLocale::ShortFormat : QLocale::LongFormat;
    return day ? locale.monthName(month, format) : locale.standaloneMonthName(month, format);
}

} // namespace

QString localeDate(const QLocale& locale, std::optional<int> year, int month, std::optional<int> day,
                   bool shortMonths)
{
    std::vector<Piece> pieces = piecesOf(locale.dateFormat(QLocale::LongFormat));
    drop(pieces, isWeekday);
    if (!day)
        drop(pieces, [](const Piece& piece) { return piece.field == u'd'; });
    if (!year)
        drop(pieces, [](const Piece& piece) { return piece.field == u'y'; });
    QString text;
    for (const Piece& piece : pieces)
        text += shown(piece, locale, year, month, day, shortMonths);
    while (text.endsWith(u' ') || text.endsWith(u',') || text.endsWith(u'،'))
        text.chop(1);
    return text;
}

} // namespace interdict
