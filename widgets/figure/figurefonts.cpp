// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurefonts.h"

#include <QFontMetricsF>
#include <QHash>

#include <cmath>
#include <memory>

namespace interdict {

QFont figureFont(const QString& family, double size, bool bold)
{
    // Not the desktop's: window and command line make the same figure.
    QFont font(family.isEmpty() ? QStringLiteral("Sans Serif") : family);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    return sized(font, size, bold);
}

QFont sized(const QFont& font, double size, bool bold)
{
    QFont result = font;
    result.setPixelSize(std::max(1, static_cast<int>(std::lround(size))));
    result.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return result;
}

TextWidth textWidthOf(const QFont& font)
{
    const auto known = std::make_shared<QHash<QString, double>>();
    return [known, metrics = QFontMetricsF(font)](const QString& text) {
        const auto it = known->constFind(text);
        if (it != known->cend())
            return *it;
        return *known->insert(text, metrics.horizontalAdvance(text));
    };
}

} // namespace interdict
