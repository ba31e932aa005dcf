// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of the workspace's result as a widget: hover, click, keys, focus. It reckons only while it is seen.
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/map/mapclasses.h"

#include <QPixmap>
#include <QWidget>

class QLabel;
class QPushButton;

namespace interdict {

class HoverCard;
class Workspace;

class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(Workspace& workspace, QWidget* parent = nullptr);

    const ChartSpec& spec() const { return m_spec; }
    void setSpec(const ChartSpec& spec);

    // As shown; brought up to date first. Points and rectangles are on this widget.
    const ChartData& chart();
    const ChartLayout& layoutNow();
    std::optional<std::size_t> markAt(QPointF point);
    QRect rectOf(std::size_t mark);     // on this widget
    QString markName(std::size_t mark); // "National block, March 2025: 12 events, 10 of them certainly"
    std::optional<std::size_t> focusMark() const { return m_focus; }
    void setFocusMark(std::optional<std::size_t> mark);
    // The filter becomes the mark's own.
    void press(std::size_t mark);

    QSize sizeHint() const override { return {900, 320}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void specChanged();
    void chartChanged(); // other marks, or in other places

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct KeyEntry
    {
        QRectF swatch, text;
        QString label;
    };

    void makeEmptyText();
    void forget(); // the numbers are old
    void bringUpToDate();
    void layOut();
    void layOutKey();
    QString moreText() const;
    void showEmptyText();
    void paintKey(QPainter& painter) const;
    QPixmap picture();
    void tellMilestone(std::size_t index);
    void setHovered(std::optional<std::size_t> mark);
    void step(int alongAxis, int acrossSeries);
    QString cardText(std::size_t mark) const;

    Workspace& m_workspace;
    ChartSpec m_spec;
    ChartData m_chart;
    ChartLayout m_layout;
    std::vector<MapFill> m_fills;
    std::vector<KeyEntry> m_key;
    QRectF m_more;    // where it says how many entries have no room
    double m_top = 0; // of the chart, below the key
    QPixmap m_picture;
    bool m_isOld = true, m_isMoved = true;
    std::optional<std::size_t> m_hovered, m_focus;
    HoverCard* m_card;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_emptyClear = nullptr;
};

} // namespace interdict
