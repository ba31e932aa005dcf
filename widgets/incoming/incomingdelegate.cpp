// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/incoming/incomingmodel.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace interdict {

namespace {

constexpr int padding = 8;

int lineHeight(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() + 1;
}

int checkRoom(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() + padding;
}

IncomingModel::Sign signOf(const QModelIndex& index)
{
    return static_cast<IncomingModel::Sign>(index.data(IncomingModel::SignRole).toInt());
}

void paintCheck(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid())
        return;
    QStyleOptionButton check;
    check.palette = option.palette;
    check.state = QStyle::State_Enabled;
    check.state |= state.toInt() == Qt::Checked            ? QStyle::State_On
                   : state.toInt() == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                           : QStyle::State_Off;
    const int side = option.fontMetrics.height();
    check.rect = QRect(option.rect.left() + padding, option.rect.top() + padding / 2 + 1, side, side);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, &painter, option.widget);
}

} // namespace

void IncomingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    paintCheck(*painter, option, index);
    const bool isKnown = !index.data(Qt::CheckStateRole).isValid();
    const auto sign = signOf(index);
    QRect line = option.rect.adjusted(padding + checkRoom(option), padding / 2 + 1, -padding, 0);
    line.setHeight(lineHeight(option));
    for (int column = 0; column < IncomingModel::ColumnCount; ++column) {
        const QString text = index.siblingAtColumn(column).data().toString();
        if (text.isEmpty())
            continue;
        const bool isSigned = column == IncomingModel::What && sign != IncomingModel::Sign::None;
        QFont font = option.font;
        font.setWeight(column == 0 && !isKnown ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(isSigned                  ? findingColour(Finding::Severity::Error, theme)
                        : column == 0 && !isKnown ? theme.ink
                                                  : theme.dim);
        QRect room = line;
        if (isSigned) {
            const double radius = option.fontMetrics.height() * 0.4;
            paintConflictSign(*painter, QPointF(line.left() + radius, line.center().y() + 0.5), radius,
                              theme);
            room.setLeft(line.left() + option.fontMetrics.height() + 2);
        }
        const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width());
        painter->drawText(room, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        line.translate(0, lineHeight(option));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, theme.accent);
    painter->restore();
}

QSize IncomingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {160, IncomingModel::ColumnCount * lineHeight(option) + padding + 3};
}

// A click on the check, or Space, accepts or takes it back.
bool IncomingDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                   const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    bool turns = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        turns = mouse->button() == Qt::LeftButton &&
                mouse->pos().x() < option.rect.left() + padding + checkRoom(option);
    } else if (event->type() == QEvent::KeyPress) {
        turns = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    }
    if (!turns)
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() != Qt::Unchecked;
    return model->setData(index, QVariant::fromValue(isOn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace interdict
