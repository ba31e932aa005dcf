// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/englishplurals.h"

namespace interdict {

QString EnglishPlurals::translate(const char*, const char* sourceText, const char*, int n) const
{
    return n < 0 ? QString() : withEnglishPlural(QString::fromUtf8(sourceText), n);
}

QString withEnglishPlural(QString text, int n)
{
    for (const QLatin1String ending : {QLatin1String("s"), QLatin1String("es"), QLatin1String("ies")}) {
        const QString form = QLatin1Char('(') + ending + QLatin1Char(')');
        for (auto at = text.indexOf(form); at >= 0; at = text.indexOf(form, at)) {
            text.replace(at, form.size(), n == 1 ? QString() : QString(ending));
            if (n != 1 && ending == QLatin1String("ies") && at > 0)
                text.remove(at - 1, 1); // the y
        }
    }
    return text;
}

} // namespace interdict
