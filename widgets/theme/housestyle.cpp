// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/housestyle.h"

#include "widgets/theme/icons.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>

namespace interdict {

HouseStyle::HouseStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(*option, *painter);
    case PE_IndicatorArrowDown:
        return drawArrow(*option, *painter, 0);
    case PE_IndicatorArrowLeft:
        return drawArrow(*option, *painter, 90);
    case PE_IndicatorArrowUp:
        return drawArrow(*option, *painter, 180);
    case PE_IndicatorArrowRight:
        return drawArrow(*option, *painter, 270);
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool isUp = header && header->sortIndicator == QStyleOptionHeader::SortUp;
        return drawArrow(*option, *painter, isUp ? 180 : 0);
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

// Lists of combo boxes heed the style sheet only through a styled delegate.
void HouseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    auto* box = qobject_cast<QComboBox*>(widget);
    if (box && !qobject_cast<QStyledItemDelegate*>(box->itemDelegate()))
        box->setItemDelegate(new QStyledItemDelegate(box));
}

// The calendar turns its pages with these.
QIcon HouseStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    if (icon == SP_ArrowLeft || icon == SP_ArrowRight)
        return glyphIcon(icon == SP_ArrowLeft ? Glyph::Back : Glyph::Forward, m_theme);
    return QProxyStyle::standardIcon(icon, option, widget);
}

QPixmap HouseStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap& pixmap,
                                        const QStyleOption* option) const
{
    return mode == QIcon::Selected ? pixmap : QProxyStyle::generatedIconPixmap(mode, pixmap, option);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* result) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

void HouseStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const
{
    const bool on = option.state & (State_On | State_NoChange);
    const bool enabled = option.state & State_Enabled;
    const double side = std::min({option.rect.width(), option.rect.height(), 14});
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on && enabled ? m_theme.accent : m_theme.faint, 1));
    painter.setBrush(on ? (enabled ? m_theme.accent : m_theme.faint) : m_theme.panel);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(m_theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    if (option.state & State_On)
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    else if (option.state & State_NoChange)
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    painter.restore();
}

// A chevron that points down, turned clockwise by `turn` degrees.
void HouseStyle::drawArrow(const QStyleOption& option, QPainter& painter, double turn) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(option.rect).center());
    painter.rotate(turn);
    const QColor colour = option.state & State_Enabled ? m_theme.dim : m_theme.faint;
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
    painter.restore();
}

} // namespace interdict
