// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The overview as a widget: its brush is the filter's period. Drag beside the brush makes one, drag on it
// moves it, on an edge resizes it; Escape or a double click clears it; a click asks the timeline to go there.
// Keys: left and right move the period, with Shift its end.
#pragma once

#include "model/workspace.h"
#include "widgets/timeline/overviewlayout.h"

#include <QWidget>

namespace interdict {

class OverviewView : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewView(Workspace& workspace, QWidget* parent = nullptr);

    void setVisibleDays(double first, double last);
    void setPlotLeft(double left); // px, so that it can stand under the timeline's
    const OverviewLayout& layoutNow();
    QString periodText() const; // "January 2025 to June 2025", for accessibility

    QSize sizeHint() const override { return {600, 70}; }

Q_SIGNALS:
    void dayClicked(double day);
    void draggingChanged(bool dragging); // of the period

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pressed, Create, Move, LeftEdge, RightEdge };

    void invalidate();
    void beginDrag();
    void dragTo(double x);
    void setPeriod(const std::optional<Period>& period);
    void shapeCursor(double x);

    Workspace& m_workspace;
    OverviewLayout m_layout;
    bool m_layoutIsCurrent = false;
    double m_visibleFirst = 0, m_visibleLast = 0;
    double m_plotLeft = 0;
    bool m_focusIsShown = false; // it came by the keyboard
    Drag m_drag = Drag::None;
    double m_pressed = 0;
    std::optional<Period> m_before; // the period when the drag began
};

} // namespace interdict
