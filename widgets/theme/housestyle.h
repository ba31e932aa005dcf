// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion, with check boxes and arrows drawn in the theme's inks: visible on light and dark, crisp at every
// scale.
#pragma once

#include "widgets/theme/theme.h"

#include <QProxyStyle>

namespace interdict {

class HouseStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit HouseStyle(const Theme& theme);
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
    // Chosen rows leave marks their colour, which means something.
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap& pixmap,
                                const QStyleOption* option) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;

private:
    void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
    void drawArrow(const QStyleOption& option, QPainter& painter, double turn) const;

    Theme m_theme;
};

} // namespace interdict
