// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetdelegate.h"

#include "widgets/controls/linkbutton.h"

#include <QAbstractProxyModel>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace interdict {

namespace {

constexpr double boxSize = 13;
constexpr double barHeight = 6;

QColor blend(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](float x, float y) { return x * float(share) + y * float(1 - share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

void paintTick(QPainter& painter, const QRectF& box)
{
    const QPointF centre = box.center();
    painter.drawPolyline(
        QPolygonF{centre + QPointF(-3, 0.2), centre + QPointF(-0.9, 2.4), centre + QPointF(3.2, -2.4)});
}

// Filled with a tick where chosen; with a bar across, as on a no-entry sign, where excluded.
void paintBox(QPainter& painter, const QRectF& box, std::optional<ChoiceMode> chosen, bool isDim,
              const Theme& theme)
{
    const bool isOut = chosen == ChoiceMode::None;
    const QColor fill = isOut ? theme.dim : theme.accent;
    painter.setPen(QPen(chosen ? fill : (isDim ? theme.faint : theme.dim), 1));
    painter.setBrush(chosen ? fill : theme.panel);
    painter.drawRoundedRect(box, 3, 3);
    if (!chosen)
        return;
    painter.setPen(
        QPen(isOut ? theme.panel : theme.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isOut)
        painter.drawLine(box.center() + QPointF(-3, 0), box.center() + QPointF(3, 0));
    else
        paintTick(painter, box);
}

void paintBar(QPainter& painter, const QRectF& bar, double share, bool isChosen, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(theme.line, theme.panel, 0.6));
    painter.drawRoundedRect(bar, 2, 2);
    if (share <= 0)
        return;
    QRectF filled = bar;
    filled.setWidth(std::max(2.0, bar.width() * share));
    painter.setBrush(isChosen ? theme.accent : blend(theme.accent, theme.panel, theme.dark ? 0.6 : 0.7));
    painter.drawRoundedRect(filled, 2, 2);
}

void paintText(QPainter& painter, const QRectF& rect, int alignment, const QString& text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, int(rect.width()));
    painter.drawText(rect, alignment | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& label,
                  const Theme& theme)
{
    QFont small = option.font;
    small.setWeight(QFont::DemiBold);
    painter.setFont(small);
    painter.setPen(theme.dim);
    paintText(painter, option.rect.adjusted(4, 0, 0, 0), Qt::AlignLeft, label);
}

} // namespace

FacetRowLayout layoutFacetRow(const QRectF& row, double listWidth, double countWidth, bool hasMark)
{
    const double barWidth = std::round(std::clamp(listWidth * 0.26 - 21, 22.0, 84.0));
    const double middle = std::floor(row.center().y()) + 0.5;
    FacetRowLayout layout;
    layout.box = QRectF(row.left() + 4.5, middle - boxSize / 2, boxSize, boxSize).translated(0, -0.5);
    layout.box.moveTop(std::floor(layout.box.top()) + 0.5);
    double left = layout.box.right() + 7;
    if (hasMark) {
        layout.mark = QRectF(left, middle - 5, 10, 10);
        left = layout.mark.right() + 6;
    }
    layout.count = QRectF(row.right() - 4 - countWidth, row.top(), countWidth, row.height());
    layout.bar = QRectF(layout.count.left() - 7 - barWidth, middle - barHeight / 2, barWidth, barHeight);
    layout.label = QRectF(left, row.top(), layout.bar.left() - 7 - left, row.height());
    return layout;
}

FacetDelegate::FacetDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, option.fontMetrics.height() + 5};
}

void FacetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    // The proxy hands roles through; the node itself is the model's.
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model());
    const QModelIndex source = proxy ? proxy->mapToSource(index) : index;
    const auto* model = qobject_cast<const FacetModel*>(source.model());
    const FacetModel::Node* node = model ? model->node(source) : nullptr;
    if (!node)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (node->isHeading())
        paintHeading(*painter, option, node->label, Theme::of(option.palette));
    else
        paintValue(*painter, option, *node);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, Theme::of(option.palette).accent);
    painter->restore();
}

void FacetDelegate::paintValue(QPainter& painter, const QStyleOptionViewItem& option,
                               const FacetModel::Node& node) const
{
    const Theme& theme = Theme::of(option.palette);
    const QLocale locale;
    const double countWidth = option.fontMetrics.horizontalAdvance(locale.toString(m_greatest));
    const double listWidth = option.widget ? option.widget->width() : option.rect.width();
    const FacetRowLayout layout = layoutFacetRow(option.rect, listWidth, countWidth, !m_marks.isEmpty());
    const bool isDim = node.count == 0 && !node.chosen;
    const bool isIn = node.chosen && node.chosen != ChoiceMode::None;
    paintBox(painter, layout.box, node.chosen, isDim, theme);
    if (const auto style = m_marks.of(node.code))
        paintMark(painter, *style, layout.mark.center(), layout.mark.height(), markOutline(*style, theme));
    paintBar(painter, layout.bar, node.share, isIn, theme);
    QFont font = option.font;
    font.setStrikeOut(node.chosen == ChoiceMode::None);
    painter.setFont(font);
    painter.setPen(isDim || node.chosen == ChoiceMode::None ? theme.dim : theme.ink);
    paintText(painter, layout.label, Qt::AlignLeft, node.label);
    painter.setFont(option.font);
    painter.setPen(isIn ? theme.ink : theme.dim);
    painter.drawText(layout.count, Qt::AlignRight | Qt::AlignVCenter, locale.toString(node.count));
}

} // namespace interdict
