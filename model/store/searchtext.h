// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: the form in which text is indexed and looked up. FTS5 finds words;
// Chinese, Japanese and Korean put no spaces between theirs, so each of their characters is made a word of
// its own, and a term in them is looked up as a phrase of characters: any substring is found, of one
// character or more.
#pragma once

#include <QString>
#include <QStringList>

namespace interdict::store {

// Compatibility forms are unified (full-width letters), accents folded, CJK characters set apart.
QString searchText(const QString& text);
// An FTS5 query for rows that have every one of the terms (see Filter::text): a word, a prefix with * at its
// end, or a phrase. Whatever a term holds is looked up, never read as syntax. Empty where no term has a
// letter or digit.
QString matchExpression(const QStringList& terms);

// For titles that have at least two of the longest words of this one; its only word, where it has one.
QString likeTitleExpression(const QString& title);

} // namespace interdict::store
