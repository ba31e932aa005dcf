// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetview.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/facets/facetmodel.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace interdict {

FacetView::FacetView(QWidget* parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setIndentation(14);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeView::expanded, this, [this] { updateGeometry(); });
    connect(this, &QTreeView::collapsed, this, [this] { updateGeometry(); });
}

void FacetView::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    const auto resize = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::layoutChanged, this, resize);
    connect(model, &QAbstractItemModel::modelReset, this, resize);
}

int FacetView::shownRows(const QModelIndex& parent) const
{
    const int rows = model()->rowCount(parent);
    int shown = rows;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (isExpanded(index))
            shown += shownRows(index);
    }
    return shown;
}

QSize FacetView::sizeHint() const
{
    const int height = model() ? shownRows({}) * (fontMetrics().height() + 5) : 0;
    return {200, height};
}

QSize FacetView::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

bool FacetView::isOnArrow(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && model()->hasChildren(index) && position.x() < visualRect(index).left() &&
           position.x() >= visualRect(index).left() - indentation();
}

void FacetView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isOnArrow(event->position().toPoint())) {
        setExpanded(m_pressed, !isExpanded(m_pressed));
        m_pressed = QModelIndex();
        return;
    }
    // Not the base's: it would begin a selection or toggle a check box by its own measure.
    setCurrentIndex(m_pressed);
}

void FacetView::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex released = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && released.isValid() && released == m_pressed)
        Q_EMIT toggleRequested(released);
    m_pressed = QModelIndex();
}

void FacetView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event); // two quick clicks are two clicks
}

void FacetView::mouseMoveEvent(QMouseEvent* event)
{
    hover(indexAt(event->position().toPoint()));
}

void FacetView::leaveEvent(QEvent* event)
{
    hover({});
    QTreeView::leaveEvent(event);
}

void FacetView::hover(const QModelIndex& index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    viewport()->update();
    Q_EMIT hovered(index);
}

void FacetView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the panel scrolls
}

void FacetView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const QString typed = event->text();
    if (isPlain &&
        (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            Q_EMIT toggleRequested(currentIndex());
    } else if (isPlain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT clearRequested();
    } else if (isPlain && !typed.isEmpty() && typed.at(0).isPrint()) {
        Q_EMIT searchRequested(typed);
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FacetView::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(model()->index(0, 0));
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT revealRequested(visualRect(currentIndex()));
}

void FacetView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (hasFocus() && current.isValid())
        Q_EMIT revealRequested(visualRect(current));
}

void FacetView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(palette());
    const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked &&
                          !index.data(FacetModel::ExcludedRole).toBool();
    const bool isHovered = m_hovered == index || index.data(FacetModel::HoveredRole).toBool();
    if (isChosen || isHovered) {
        QColor ground = isChosen ? theme.accentSoft : theme.line;
        ground.setAlphaF(isChosen ? 1.0F : 0.45F);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(option.rect, 3, 3);
        painter->restore();
    }
    QTreeView::drawRow(painter, option, index);
}

void FacetView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!rootIsDecorated() || !model()->hasChildren(index))
        return;
    const QPointF centre(rect.right() - indentation() / 2.0 + 2, rect.center().y() + 0.5);
    paintArrow(*painter, centre, !isExpanded(index), Theme::of(palette()).dim);
}

} // namespace interdict
