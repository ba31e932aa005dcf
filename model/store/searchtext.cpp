// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/searchtext.h"

#include <QRegularExpression>

namespace interdict::store {

namespace {

// Marks that lengthen or repeat the character before them belong to no script of their own.
bool isCjkMark(char32_t c)
{
    return c == 0x30FC || c == 0x3005 || c == 0x309D || c == 0x309E || c == 0x30FD || c == 0x30FE;
}

bool isCjk(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return isCjkMark(c); // the scripts are Unicode's, an open set
    }
}

// The letter without its accents. FTS5 folds those of Latin letters alone.
char32_t plainLetter(char32_t c)
{
    const auto script = QChar::script(c);
    if (script != QChar::Script_Latin && script != QChar::Script_Greek && script != QChar::Script_Cyrillic)
        return c;
    const auto parts = QChar::decomposition(c).toUcs4();
    return parts.isEmpty() ? c : plainLetter(parts.first());
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool hasWord(const QString& text)
{
    const auto points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](char32_t c) { return QChar::isLetterOrNumber(c); });
}

// A phrase of FTS5: in quotation marks, where only they themselves have a meaning, and are doubled.
QString phrase(const QString& term)
{
    const bool prefix = term.endsWith(u'*');
    QString words = searchText(term);
    words.replace(u'\0', u' ').replace(u'"', QLatin1String("\"\""));
    return QStringLiteral("\"%1\"%2").arg(words, prefix ? QStringLiteral("*") : QString());
}

} // namespace

QString searchText(const QString& text)
{
    if (isAscii(text))
        return text;
    QString out;
    for (const char32_t c : text.normalized(QString::NormalizationForm_KC).toUcs4()) {
        const bool apart = isCjk(c);
        if (apart)
            out += u' ';
        out += QChar::fromUcs4(plainLetter(c));
        if (apart)
            out += u' ';
    }
    return out;
}

QString matchExpression(const QStringList& terms)
{
    QStringList phrases;
    for (const QString& term : terms)
        if (hasWord(term))
            phrases.append(phrase(term));
    return phrases.join(QStringLiteral(" AND "));
}

QString likeTitleExpression(const QString& title)
{
    constexpr qsizetype mostWords = 5;
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words = searchText(title).toLower().split(between, Qt::SkipEmptyParts);
    words.removeDuplicates();
    std::stable_sort(words.begin(), words.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
    words = words.mid(0, mostWords);
    if (words.isEmpty())
        return {};
    QStringList either;
    for (qsizetype i = 0; i < words.size(); ++i)
        for (qsizetype j = i + 1; j < words.size(); ++j)
            either << QStringLiteral("(\"%1\" AND \"%2\")").arg(words[i], words[j]);
    if (either.isEmpty())
        either << u'"' + words.front() + u'"';
    return QStringLiteral("title : (%1)").arg(either.join(QStringLiteral(" OR ")));
}

} // namespace interdict::store
