// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/housestyle.h"

#include <QApplication>
#include <QPalette>

#include <cmath>

namespace interdict {

Theme Theme::light()
{
    Theme t;
    t.ground = QColor(0xf6f6f4);
    t.panel = QColor(0xffffff);
    t.line = QColor(0xe3e4e1);
    t.ink = QColor(0x1c2330);
    t.dim = QColor(0x626b7a);
    t.faint = QColor(0xa4abb6);
    t.accent = QColor(0x1f5fbf);
    t.accentSoft = QColor(0xe3edfa);
    t.onAccent = QColor(0xffffff);
    t.land = QColor(0xe2e2de);
    t.landZero = QColor(0xcbccc9);
    t.water = QColor(0xf3f5f6);
    t.border = QColor(0xffffff);
    t.measure = {QColor(0xa83232), QColor(0xd9773a), QColor(0xe6b34d),
                 QColor(0xe9dda0), QColor(0x8fb3bd), QColor(0x2b8150)};
    // Okabe and Ito's palette, the yellow and the grey darkened to 3:1 on white.
    t.categories = {QColor(0x0072b2), QColor(0xd55e00), QColor(0x009e73), QColor(0xc45f97),
                    QColor(0x2f93cf), QColor(0xb87f00), QColor(0x7a5fb0), QColor(0x6b7280)};
    t.sequence = {QColor(0xcfe0ee), QColor(0xa6c7e2), QColor(0x75a8d2),
                  QColor(0x4784bd), QColor(0x225f9f), QColor(0x0f3f73)};
    return t;
}

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.ground = QColor(0x16181d);
    t.panel = QColor(0x1c1f26);
    t.line = QColor(0x2d323c);
    t.ink = QColor(0xe6e8ec);
    t.dim = QColor(0x98a0ad);
    t.faint = QColor(0x5c6470);
    t.accent = QColor(0x6ea8fe);
    t.accentSoft = QColor(0x22344f);
    t.onAccent = QColor(0x10141b);
    t.land = QColor(0x2e323b);
    t.landZero = QColor(0x454b57);
    t.water = QColor(0x191c22);
    t.border = QColor(0x16181d);
    t.measure = {QColor(0xc2453b), QColor(0xd8743a), QColor(0xd9a441),
                 QColor(0xc9c27a), QColor(0x3f6f7c), QColor(0x5fae7f)};
    t.categories = {QColor(0x4aa3df), QColor(0xe8833a), QColor(0x2fbf93), QColor(0xe08bbb),
                    QColor(0x8cc7f0), QColor(0xe0b040), QColor(0xa992dd), QColor(0x98a0ad)};
    t.sequence = {QColor(0x27435f), QColor(0x2f5b86), QColor(0x3b77b0),
                  QColor(0x5896d2), QColor(0x86b8ea), QColor(0xc2defb)};
    return t;
}

Theme Theme::print()
{
    Theme t = light();
    t.outlined = true;
    t.ground = t.panel = t.water = QColor(Qt::white);
    t.line = QColor(0xd9dad7);
    t.ink = QColor(0x14181f);
    t.dim = QColor(0x525a67);
    t.land = QColor(0xe8e8e5);
    t.landZero = QColor(0xd0d1ce);
    return t;
}

Theme Theme::grey()
{
    const auto of = [](int lightness) { return QColor(lightness, lightness, lightness); };
    Theme t = print();
    t.noColour = true;
    t.line = of(0xd8);
    t.ink = of(0x16);
    t.dim = of(0x58);
    t.faint = of(0xa6);
    t.accent = of(0x30);
    t.accentSoft = of(0xea);
    t.land = of(0xf0);
    t.landZero = of(0xdf);
    t.measure = {of(0x1c), of(0x5e), of(0x94), of(0xc4), of(0xde), of(0x44)};
    // Neighbours in a stack or a list differ much.
    t.categories = {of(0x1c), of(0x92), of(0x48), of(0x6e), of(0x30), of(0x80), of(0x5c), of(0x10)};
    t.sequence = {of(0xc9), of(0xa9), of(0x89), of(0x68), of(0x46), of(0x20)};
    return t;
}

const Theme& Theme::of(const QPalette& palette)
{
    static const Theme themes[] = {light(), darkTheme()};
    return themes[systemIsDark(palette) ? 1 : 0];
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int x, int y) {
        return static_cast<int>(std::lround(x * share + y * (1 - share)));
    };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

bool systemIsDark(const QPalette& systemPalette)
{
    return systemPalette.color(QPalette::Window).lightness() <
           systemPalette.color(QPalette::WindowText).lightness();
}

QPalette paletteFor(const Theme& theme)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, theme.ground},
        {QPalette::WindowText, theme.ink},
        {QPalette::Base, theme.panel},
        {QPalette::AlternateBase, theme.ground},
        {QPalette::Text, theme.ink},
        {QPalette::Button, theme.panel},
        {QPalette::ButtonText, theme.ink},
        {QPalette::BrightText, theme.onAccent},
        {QPalette::Highlight, theme.accent},
        {QPalette::HighlightedText, theme.onAccent},
        {QPalette::Link, theme.accent},
        {QPalette::LinkVisited, theme.accent},
        {QPalette::ToolTipBase, theme.panel},
        {QPalette::ToolTipText, theme.ink},
        {QPalette::PlaceholderText, theme.dim},
        {QPalette::Light, theme.panel},
        {QPalette::Midlight, theme.line},
        {QPalette::Mid, theme.line},
        {QPalette::Dark, theme.faint},
        {QPalette::Shadow, theme.faint},
    };
    for (const auto& [role, colour] : roles)
        palette.setColor(role, colour);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    return palette;
}

// Qt's controls, calmed: hair lines, no bevels, one accent.
static QString styleSheetFor(const Theme& theme)
{
    QString sheet = QStringLiteral(R"(
QToolTip { color: @ink; background: @panel; border: 1px solid @line; padding: 4px 6px; }
QPushButton, QToolButton { color: @ink; background: @panel; border: 1px solid @line; border-radius: 5px; padding: 4px 10px; }
QToolButton { padding: 4px 7px; }
QPushButton:hover, QToolButton:hover { border-color: @faint; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: @accentSoft; color: @accent; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton:default:disabled { background: @line; color: @faint; border-color: @line; }
QToolButton[flat="true"], QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[flat="true"]:hover, QPushButton[flat="true"]:hover { background: @line; }
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus { border-color: @accent; }
QToolButton[flat="true"]:checked { background: @panel; color: @ink; border-color: @faint; font-weight: 600; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QComboBox, QSpinBox, QPlainTextEdit { color: @ink; background: @panel; border: 1px solid @line; border-radius: 5px; padding: 3px 6px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QComboBox[flat="true"] { background: transparent; border-color: transparent; }
QComboBox[flat="true"]:hover { border-color: @line; }
QComboBox[flat="true"]:focus { border-color: @accent; }
QComboBox { combobox-popup: 0; }
QComboBox[form="true"]::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @faint; padding: 2px; outline: none; }
QComboBox QAbstractItemView::item { padding: 3px 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @accentSoft; color: @ink; }
QCalendarWidget #qt_calendar_navigationbar { background: @panel; }
QCalendarWidget QToolButton, QCalendarWidget QToolButton:focus { background: transparent; border-color: transparent; }
QCalendarWidget QToolButton:hover { background: @line; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent; selection-color: @onAccent; outline: none; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QMenuBar { background: @panel; }
QMenuBar::item { padding: 4px 9px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @dim; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line; padding: 4px 6px; }
QHeaderView::section:hover { color: @ink; }
QTableView, QTreeView, QListView { background: @panel; border: none; selection-background-color: @accentSoft; selection-color: @ink; alternate-background-color: @ground; gridline-color: @line; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accentSoft; color: @ink; }
QListView[offers="true"] { border: 1px solid @faint; padding: 2px; outline: none; }
QListView[offers="true"]::item { padding: 3px 6px; border-radius: 4px; }
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: @panel; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @faint; border-radius: 3px; min-height: 24px; min-width: 24px; margin: 2px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
    // Longer names first: @accentSoft must not be read as @accent.
    const std::pair<const char*, QColor> names[] = {
        {"@accentSoft", theme.accentSoft}, {"@onAccent", theme.onAccent}, {"@accent", theme.accent},
        {"@ground", theme.ground},         {"@panel", theme.panel},       {"@line", theme.line},
        {"@faint", theme.faint},           {"@ink", theme.ink},           {"@dim", theme.dim}};
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

void applyTheme(QApplication& application, const Theme& theme)
{
    application.setStyle(new HouseStyle(theme));
    QApplication::setPalette(paletteFor(theme));
    application.setStyleSheet(styleSheetFor(theme));
}

} // namespace interdict
