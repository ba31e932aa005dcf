// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/vocabulary/fixedterms.h"

#include <QCoreApplication>

namespace interdict {

namespace {

struct FixedTerm
{
    TermKind kind;
    QLatin1String code;
    const char* purpose;
};

#define TEXT(text) QT_TRANSLATE_NOOP("FixedTerms", text)
constexpr const char* overPurpose = TEXT("An event with it is over, also where the record knows no end.");
constexpr std::array<FixedTerm, 6> fixedTerms{{
    {TermKind::Status, fixedterm::proposed, TEXT("Only an event with it may begin in the future.")},
    {TermKind::Status, fixedterm::inForce, TEXT("An event with it is doubted once its end has passed.")},
    {TermKind::Status, fixedterm::lifted, overPurpose},
    {TermKind::Status, fixedterm::expired, overPurpose},
    {TermKind::Status, fixedterm::superseded, overPurpose},
    {TermKind::Relation, fixedterm::supersedes, TEXT("It gives an event whose end is not recorded its end.")},
}};
#undef TEXT

} // namespace

QString purposeOfTerm(TermKind kind, const QString& code)
{
    for (const FixedTerm& term : fixedTerms)
        if (term.kind == kind && term.code == code)
            return QCoreApplication::translate("FixedTerms", term.purpose);
    return {};
}

} // namespace interdict
