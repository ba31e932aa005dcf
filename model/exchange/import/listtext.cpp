// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/listtext.h"

#include <QRegularExpression>

namespace interdict {

namespace {

const QString sure = QStringLiteral("[;|\\n\\t•·；、]");
const QString likely = QStringLiteral("[,，/&+]|\\s(?:and|und|et|y|e|or|oder|ou|o)\\s|和|及|与");

QStringList divided(const QString& text, const QRegularExpression& divider)
{
    QStringList parts;
    for (const QString& part : text.split(divider))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts << trimmed;
    return parts;
}

} // namespace

QStringList surelyDivided(const QString& text)
{
    static const QRegularExpression divider(sure);
    return divided(text, divider);
}

QStringList likelyDivided(const QString& text)
{
    static const QRegularExpression divider(sure + u'|' + likely, QRegularExpression::CaseInsensitiveOption);
    return divided(text, divider);
}

} // namespace interdict
