// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/eventrowdelegate.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/table/eventtablemodel.h"
#include "widgets/theme/reviewsign.h"

#include <QPainter>

namespace interdict {

namespace {
constexpr int padding = 6;
constexpr int markRoom = 17;
} // namespace

EventRowDelegate::EventRowDelegate(const Workspace& workspace, Places places, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_workspace(workspace)
    , m_places(places)
{
}

void EventRowDelegate::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_marks = MarkScheme(theme, m_workspace.vocabulary(), ColourBy::Measure);
}

QSize EventRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data().toString();
    const Row row = index.data(EventTableModel::RowRole).value<Row>();
    const int mark = hasSign(index, row) ? markRoom : 0;
    return {option.fontMetrics.horizontalAdvance(text) + mark + 2 * padding + 2,
            option.fontMetrics.height() + 8};
}

bool EventRowDelegate::hasSign(const QModelIndex& index, Row row) const
{
    return index.column() == m_places.measure || index.column() == m_places.inForce ||
           (index.column() == m_places.title && !m_workspace.columns().isPublished(row));
}

void EventRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Row row = index.data(EventTableModel::RowRole).value<Row>();
    const Columns& columns = m_workspace.columns();
    const bool isHovered = m_workspace.hover().row == row;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected || isHovered)
        painter->fillRect(option.rect, isSelected ? m_theme.accentSoft : m_theme.ground);
    QRect line = option.rect.adjusted(padding, 0, -padding, 0);
    const QPointF mark(line.left() + 5.5, line.center().y() + 0.5);
    const QString text = index.data().toString();
    if (index.column() == m_places.measure) {
        const QString code = columns.table(Facet::Measure).codes[columns.measure[row]];
        const MarkStyle style = columns.isPublished(row) ? m_marks.style(code) : dashed(m_marks.style(code));
        paintMark(*painter, style, mark, 10, markOutline(style, m_theme));
        line.setLeft(line.left() + markRoom);
    } else if (index.column() == m_places.inForce && !text.isEmpty()) {
        paintDot(*painter, mark, inForceOn(columns, row, m_workspace.asOf()) == InForce::Certainly);
        line.setLeft(line.left() + markRoom);
    } else if (index.column() == m_places.title && !columns.isPublished(row)) {
        paintReviewSign(*painter, columns.reviewOf(row), mark, reviewSignSize, m_theme);
        line.setLeft(line.left() + markRoom);
    }
    painter->setFont(option.font);
    painter->setPen(columns.isPublished(row) ? m_theme.ink : m_theme.dim);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, line.width());
    painter->drawText(line, int(alignment) | Qt::TextSingleLine, shown);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, m_theme.accent);
    painter->restore();
}

// Full where certain, a ring where partial dates leave it open.
void EventRowDelegate::paintDot(QPainter& painter, QPointF centre, bool isCertain) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.setBrush(isCertain ? QBrush(m_theme.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, 3.2, 3.2);
}

} // namespace interdict
