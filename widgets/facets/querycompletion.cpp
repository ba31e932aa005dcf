// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/querycompletion.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QRegularExpression>

namespace interdict {

namespace {

constexpr std::size_t mostOffers = 12;

struct Piece // of the text, up to the cursor
{
    QString key; // of the condition that the cursor is in; empty before its colon
    int start = 0;
};

bool isInQuotes(QStringView text)
{
    return text.count(QLatin1Char('"')) % 2 == 1;
}

// The condition begins after the last space that is not inside quotes or brackets; the value after the last
// of colon, comma or bracket.
Piece pieceAt(const QString& text, int cursor)
{
    int begin = 0;
    int depth = 0;
    bool isQuoted = false;
    Piece piece;
    for (int at = 0; at < cursor; ++at) {
        const QChar c = text.at(at);
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        depth += c == QLatin1Char('(') ? 1 : (c == QLatin1Char(')') ? -1 : 0);
        if (c.isSpace() && depth <= 0) {
            piece = {{}, at + 1};
            begin = at + 1;
        } else if (c == QLatin1Char(':') && piece.key.isEmpty()) {
            piece = {text.mid(begin, at - begin), at + 1};
        } else if (!piece.key.isEmpty() && (c == QLatin1Char(',') || c == QLatin1Char('('))) {
            piece.start = at + 1;
        }
    }
    if (piece.key.startsWith(QLatin1Char('-')))
        piece.key.remove(0, 1);
    return piece;
}

QString quoted(const QString& value)
{
    static const QRegularExpression special(QStringLiteral("[\\s,():\"]"));
    return value.contains(special) ? QLatin1Char('"') + value + QLatin1Char('"') : value;
}

std::vector<Completion> keyOffers(QStringView typed)
{
    std::vector<Completion> offers;
    const QStringView bare = typed.startsWith(QLatin1Char('-')) ? typed.mid(1) : typed;
    if (bare.isEmpty())
        return offers;
    const QString minus = bare.size() < typed.size() ? QStringLiteral("-") : QString();
    const auto offer = [&](const QString& key, const QString& label) {
        if (key.startsWith(bare, Qt::CaseInsensitive))
            offers.push_back({minus + key + QLatin1Char(':'), QStringLiteral("%1: %2").arg(key, label)});
    };
    for (const FacetInfo& info : facets())
        offer(QLatin1String(info.key), facetLabel(info.facet));
    offer(QStringLiteral("begins"), QStringLiteral("2025, 2025-01..2025-06"));
    offer(QStringLiteral("inforce"), QStringLiteral("2025-02-10"));
    return offers;
}

Completion valueOffer(const QString& code, const QString& label)
{
    const bool isSame = label.compare(code, Qt::CaseInsensitive) == 0;
    return {quoted(code), isSame ? label : QStringLiteral("%1 · %2").arg(label, code)};
}

std::vector<Completion> valueOffers(Facet facet, QStringView typed, const Workspace& workspace)
{
    const ValueTable& table = workspace.columns().table(facet);
    const auto totals = workspace.totals(facet);
    const QString folded = foldedName(typed);
    std::vector<std::pair<std::uint32_t, Completion>> found;
    for (int value = 0; value < table.size(); ++value) {
        const QString& code = table.codes[value];
        const auto count = totals[static_cast<std::size_t>(value)];
        const QString label = facetValueLabel(facet, code, workspace.vocabulary(), workspace.gazetteer());
        if (count > 0 && (foldedName(label).contains(folded) || foldedName(code).startsWith(folded)))
            found.emplace_back(count, valueOffer(code, label));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Completion> offers;
    for (std::size_t number = 0; number < std::min(found.size(), mostOffers); ++number)
        offers.push_back(std::move(found[number].second));
    return offers;
}

} // namespace

Completions completionsAt(const QString& text, int cursor, const Workspace& workspace)
{
    const Piece piece = pieceAt(text, cursor);
    Completions result{piece.start, cursor - piece.start, {}};
    QStringView typed = QStringView(text).mid(result.start, result.length);
    if (piece.key.isEmpty()) {
        if (!isInQuotes(typed))
            result.offers = keyOffers(typed);
        return result;
    }
    if (typed.startsWith(QLatin1Char('"')))
        typed = typed.mid(1);
    if (const auto facet = facetFromKey(piece.key))
        result.offers = valueOffers(*facet, typed, workspace);
    // What stands there already, whole, needs no offers.
    const QString whole = text.mid(result.start, result.length);
    const auto isWhole = [&whole](const Completion& offer) {
        return offer.insert.compare(whole, Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(result.offers.begin(), result.offers.end(), isWhole))
        result.offers.clear();
    return result;
}

} // namespace interdict
