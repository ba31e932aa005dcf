// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/facetvalue.h"

#include "model/event/review.h"
#include "model/explore/filtertext.h"
#include "model/explore/lasted.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>

#include <numeric>

namespace interdict {

std::optional<TermKind> termKindOf(Facet facet)
{
    switch (facet) {
    case Facet::Concern:
        return TermKind::Concern;
    case Facet::Measure:
        return TermKind::Measure;
    case Facet::Scope:
        return TermKind::Scope;
    case Facet::Status:
        return TermKind::Status;
    case Facet::Confidence:
        return TermKind::Confidence;
    case Facet::Country:
    case Facet::Bloc:
    case Facet::Platform:
    case Facet::Developer:
    case Facet::Duration:
    case Facet::Review:
        return std::nullopt;
    }
    return std::nullopt;
}

namespace {

// An exact code goes before a name that is alike once folded: "C" and "C++" may both be platforms.
bool isCode(Facet facet, const QString& text, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    if (const auto kind = termKindOf(facet))
        return vocabulary.find(*kind, text);
    if (facet == Facet::Review)
        return reviewFromCode(text).has_value();
    if (facet == Facet::Duration)
        return lastedCodes().contains(text);
    if (facet == Facet::Platform)
        return vocabulary.platform(text);
    return facet == Facet::Bloc ? gazetteer.group(text) != nullptr : gazetteer.find(text) != nullptr;
}

std::optional<QString> resolveReview(const QString& text)
{
    for (const ReviewState state : reviewStates)
        if (foldedName(text) == reviewCode(state) || foldedName(text) == foldedName(reviewLabel(state)))
            return reviewCode(state);
    return std::nullopt;
}

std::optional<QString> resolveLasted(const QString& text)
{
    for (const QString& code : lastedCodes())
        if (foldedName(text) == foldedName(code) || foldedName(text) == foldedName(lastedLabel(code)))
            return code;
    return std::nullopt;
}

std::optional<QString> resolveName(Facet facet, const QString& text, const Vocabulary& vocabulary,
                                   const Gazetteer& gazetteer)
{
    if (foldedName(text).isEmpty())
        return std::nullopt;
    if (const auto kind = termKindOf(facet))
        return vocabulary.resolve(*kind, text);
    if (facet == Facet::Review)
        return resolveReview(text);
    if (facet == Facet::Duration)
        return resolveLasted(text);
    if (facet == Facet::Platform)
        return vocabulary.resolvePlatform(text);
    return facet == Facet::Bloc ? gazetteer.resolveGroup(text) : gazetteer.resolve(text);
}

// As one would write them: terms by code, places and groups by name.
QStringList writtenValues(Facet facet, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    QStringList values;
    if (const auto kind = termKindOf(facet)) {
        for (const Term& term : vocabulary.terms(*kind))
            values.append(term.code);
    } else if (facet == Facet::Review) {
        for (const ReviewState state : reviewStates)
            values.append(reviewCode(state));
    } else if (facet == Facet::Duration) {
        values = lastedCodes();
    } else if (facet == Facet::Platform) {
        for (const Platform& platform : vocabulary.platforms())
            values.append(platform.name);
    } else if (facet == Facet::Bloc) {
        for (const PlaceGroup& group : gazetteer.groups())
            values.append({group.code, group.label});
    } else {
        for (const Place& place : gazetteer.places())
            if (facet == Facet::Country || !place.isSubdivision())
                values.append(place.name);
    }
    return values;
}

// How many letters to insert, delete, replace, or swap with the next: the optimal string alignment distance.
int editDistance(QStringView a, QStringView b)
{
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> last(columns), above(columns),
        row(columns); // for two letters of a fewer, one fewer, all
    std::iota(above.begin(), above.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < columns; ++j) {
            const auto k = static_cast<qsizetype>(j);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                row[j] = std::min(row[j], last[j - 2] + 1);
        }
        std::swap(last, above);
        std::swap(above, row);
    }
    return above.back();
}

// How far a folded candidate is from what was written; its beginning is as good as one slip.
int slips(const QString& wanted, const QString& candidate)
{
    if (wanted.size() >= 3 && candidate.startsWith(wanted))
        return 1;
    return editDistance(wanted, candidate);
}

} // namespace

std::optional<QString> resolveFacetValue(Facet facet, const QString& text, const Vocabulary& vocabulary,
                                         const Gazetteer& gazetteer)
{
    if (text.compare(unknownValue, Qt::CaseInsensitive) == 0)
        return unknownValue;
    auto code = isCode(facet, text, vocabulary, gazetteer) ? std::optional(text)
                                                           : resolveName(facet, text, vocabulary, gazetteer);
    if (facet != Facet::Developer || !code)
        return code;
    const Place* place = gazetteer.find(*code);
    return place && !place->isSubdivision() ? code : std::nullopt;
}

std::optional<QString> nearestText(const QString& text, const QStringList& candidates)
{
    const QString wanted = foldedName(text.left(100)); // a longer slip is no slip
    int least = std::clamp(static_cast<int>(wanted.size()) / 3, 1, 3) + 1;
    std::optional<QString> nearest;
    if (wanted.isEmpty())
        return nearest;
    for (const QString& candidate : candidates) {
        const int distance = slips(wanted, foldedName(candidate));
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

std::optional<QString> nearestFacetValue(Facet facet, const QString& text, const Vocabulary& vocabulary,
                                         const Gazetteer& gazetteer)
{
    const auto nearest = nearestText(text, writtenValues(facet, vocabulary, gazetteer));
    const QStringList several = nearest ? namesakes(facet, *nearest, gazetteer) : QStringList();
    return several.isEmpty() ? nearest : several.front();
}

QStringList namesakes(Facet facet, const QString& text, const Gazetteer& gazetteer)
{
    const QString wanted = foldedName(text);
    if (facet != Facet::Country || wanted.isEmpty() || gazetteer.resolve(text))
        return {};
    QStringList codes;
    for (const Place& place : gazetteer.places())
        if (foldedName(place.name) == wanted)
            codes.append(place.code);
    return codes;
}

QString facetValueNoun(Facet facet)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("FilterText", text); };
    switch (facet) {
    case Facet::Country:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a country or a part of one"));
    case Facet::Bloc:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a bloc or region"));
    case Facet::Platform:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a platform"));
    case Facet::Concern:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a concern"));
    case Facet::Measure:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a measure"));
    case Facet::Scope:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a scope"));
    case Facet::Status:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a status"));
    case Facet::Developer:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a country"));
    case Facet::Confidence:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a confidence"));
    case Facet::Duration:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a time that a restriction lasted"));
    case Facet::Review:
        return tr(QT_TRANSLATE_NOOP("FilterText", "a state of review"));
    }
    return {};
}

QString facetValueExample(Facet facet, const Vocabulary& vocabulary)
{
    if (const auto kind = termKindOf(facet))
        return vocabulary.terms(*kind).empty() ? unknownValue : vocabulary.terms(*kind).front().code;
    if (facet == Facet::Platform)
        return vocabulary.platforms().empty() ? unknownValue : vocabulary.platforms().front().name;
    if (facet == Facet::Review)
        return reviewCode(ReviewState::Draft);
    if (facet == Facet::Duration)
        return ongoingCode;
    return facet == Facet::Bloc ? QStringLiteral("EU27") : QStringLiteral("IT");
}

QString facetValueLabel(Facet facet, const QString& value, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer)
{
    if (value == unknownValue)
        return QCoreApplication::translate("Facet", "Unknown");
    if (const auto kind = termKindOf(facet))
        return vocabulary.label(*kind, value);
    if (facet == Facet::Review)
        return reviewLabel(reviewFromCode(value).value_or(ReviewState::Published));
    if (facet == Facet::Duration)
        return lastedLabel(value);
    if (facet == Facet::Platform)
        return value;
    if (facet != Facet::Bloc)
        return gazetteer.name(value);
    const PlaceGroup* group = gazetteer.group(value);
    return group ? group->label : value;
}

} // namespace interdict
