// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historydelegates.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/history/comparisonmodel.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include <cmath>

namespace interdict {

namespace {

constexpr int padding = 8;
constexpr int cellPadding = 6;
constexpr double tintOnLight = 0.20, tintOnDark = 0.42; // of the colour, in the panel

QColor tint(const QColor& colour, const Theme& theme)
{
    return mixed(colour, theme.panel, theme.dark ? tintOnDark : tintOnLight);
}

QStringList linesOf(const QModelIndex& index)
{
    QStringList lines;
    for (int column = 0; column < index.model()->columnCount(); ++column)
        if (const QString text = index.siblingAtColumn(column).data().toString(); !text.isEmpty())
            lines << text;
    return lines;
}

QTextCharFormat formatOf(WordPiece::Kind kind, const Theme& theme)
{
    QTextCharFormat format;
    format.setForeground(theme.ink);
    if (kind == WordPiece::Kind::Removed) {
        format.setBackground(removedGround(theme));
        format.setFontStrikeOut(true);
    } else if (kind == WordPiece::Kind::Added) {
        format.setBackground(addedGround(theme));
        format.setFontUnderline(true);
    }
    return format;
}

// Marks end with the words: the space after them is not struck.
QList<QTextLayout::FormatRange> formatsOf(std::span<const WordPiece> pieces, const Theme& theme)
{
    QList<QTextLayout::FormatRange> formats;
    int at = 0;
    for (const WordPiece& piece : pieces) {
        int length = static_cast<int>(piece.text.size());
        while (length > 0 && piece.text[length - 1].isSpace())
            --length;
        if (length > 0)
            formats.append({at, length, formatOf(piece.kind, theme)});
        at += static_cast<int>(piece.text.size());
    }
    return formats;
}

double layOut(QTextLayout& layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString cellText(const QModelIndex& index)
{
    return index.data().toString().replace(u'\n', QChar::LineSeparator);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.accentSoft);
    painter.setPen(theme.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace

QColor removedGround(const Theme& theme)
{
    return tint(theme.of(MeasureClass::NationalBlock), theme);
}

QColor addedGround(const Theme& theme)
{
    return tint(theme.of(MeasureClass::Lifting), theme);
}

void LinesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.palette);
    painter->save();
    paintGround(*painter, option, theme);
    const QStringList lines = linesOf(index);
    const int height = option.fontMetrics.height() + 1;
    QRect line = option.rect.adjusted(padding, padding / 2 + 1, -padding, 0);
    line.setHeight(height);
    for (int i = 0; i < lines.size(); ++i) {
        QFont font = option.font;
        font.setWeight(i == 0 ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(i == 0 || i + 1 == lines.size() ? theme.ink : theme.dim);
        const QString shown = QFontMetrics(font).elidedText(lines[i], Qt::ElideRight, line.width());
        painter->drawText(line, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        line.translate(0, height);
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, theme.accent);
    painter->restore();
}

QSize LinesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto lines = static_cast<int>(linesOf(index).size());
    return {100, lines * (option.fontMetrics.height() + 1) + padding + 3};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem plain(option);
    plain.state.setFlag(QStyle::State_HasFocus, false);
    QStyledItemDelegate::paint(painter, plain, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, Theme::of(option.palette).accent);
}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const auto* model = qobject_cast<const WordsModel*>(index.model());
    if (!model)
        return;
    const Theme& theme = Theme::of(option.palette);
    painter->save();
    paintGround(*painter, option, theme);
    const bool isLabel = index.column() == ComparisonModel::Field;
    QFont font = option.font;
    font.setWeight(isLabel && model->isChanged(index.row()) ? QFont::DemiBold : QFont::Normal);
    QTextLayout layout(cellText(index), font);
    layout.setFormats(formatsOf(model->pieces(index), theme));
    const int left = cellPadding + indent(option, index);
    layOut(layout, option.rect.width() - left - cellPadding);
    painter->setPen(isLabel ? theme.dim : theme.ink);
    painter->setClipRect(option.rect);
    layout.draw(painter, option.rect.topLeft() + QPoint(left, cellPadding));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, theme.accent);
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() == ComparisonModel::Field) {
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        return {metrics.horizontalAdvance(cellText(index)) + indent(option, index) + 2 * cellPadding + 2,
                metrics.height() + 2 * cellPadding};
    }
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const int width = table ? table->columnWidth(index.column()) : option.rect.width();
    QTextLayout layout(cellText(index), option.font);
    const double height = layOut(layout, std::max(20, width - 2 * cellPadding - indent(option, index)));
    return {width, static_cast<int>(std::ceil(height)) + 2 * cellPadding};
}

int ComparisonDelegate::indent(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return 0;
}

} // namespace interdict
