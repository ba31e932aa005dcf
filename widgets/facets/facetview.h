// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a facet's values: as high as what it shows, clicked and walked through by keys. It says what
// was asked for; the section does it.
#pragma once

#include <QTreeView>

namespace interdict {

class FacetView : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool isFoldable() const { return rootIsDecorated(); }

Q_SIGNALS:
    void toggleRequested(const QModelIndex& index);
    void searchRequested(const QString& typed);
    void clearRequested();
    void hovered(const QModelIndex& index); // invalid where the pointer left
    // The current value moved, or the view got the focus: `rect` of it should be in sight.
    void revealRequested(const QRect& rect);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    int shownRows(const QModelIndex& parent) const;
    bool isOnArrow(QPoint position) const;

    void hover(const QModelIndex& index);

    QPersistentModelIndex m_pressed;
    QPersistentModelIndex m_hovered;
};

} // namespace interdict
