// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of every screen and figure, as a value. Light and dark follow the application's palette.
#pragma once

#include "model/vocabulary/vocabulary.h"

#include <QColor>

#include <array>

class QApplication;
class QPalette;

namespace interdict {

struct Theme
{
    bool dark = false;
    bool outlined = false;  // marks have a thin dark edge, as ink on paper wants it
    bool noColour = false;  // categories are told apart by shape before lightness
    QColor ground;          // window, empty area of views
    QColor panel;           // lists, cards, chips' row
    QColor line;            // hair lines
    QColor ink, dim, faint; // text and marks by weight; faint is for lines and disabled text only
    QColor accent;          // chosen, or can be done
    QColor accentSoft;      // ground of chips and chosen rows
    QColor onAccent;        // text on accent
    QColor land;            // map: a place without any event of the record
    QColor landZero;        // map: a place with events, none under the filter
    QColor water;           // map: sea and lakes
    QColor border;          // map: borders between places
    std::array<QColor, measureClassCount> measure; // by MeasureClass
    std::array<QColor, 8> categories;              // colour-blind-safe, for concerns and statuses
    std::array<QColor, 6> sequence; // little to much, for counts and dates; never equal to land

    const QColor& of(MeasureClass value) const { return measure[static_cast<std::size_t>(value)]; }
    bool operator==(const Theme&) const = default;

    static Theme light();
    static Theme darkTheme();
    static Theme print(); // on white paper
    static Theme grey();  // the same without colour: classes differ in lightness and shape
    // The one that suits a palette: dark where its window is darker than its text.
    static const Theme& of(const QPalette& palette);
};

// `share` of a over b, opaque.
QColor mixed(const QColor& a, const QColor& b, double share);
// The palette that makes Qt's own widgets look of a piece with the theme.
QPalette paletteFor(const Theme& theme);
// Style, palette and style sheet of the whole program. dark: from the system where absent.
void applyTheme(QApplication& application, const Theme& theme);
// Whether the system asks for dark.
bool systemIsDark(const QPalette& systemPalette);

} // namespace interdict
