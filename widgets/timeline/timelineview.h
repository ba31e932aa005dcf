// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a widget: keeps lanes and layout of a Workspace's result current and turns input into verbs
// of the workspace. Where things stand is TimelineLayout's, how they look TimelinePainter's.
//
// Input. Mouse wheel: zoom about the pointer; over the lanes' names: scroll the lanes. Shift + wheel, or a
// wheel that tilts: pan. Touch pads pan both ways with two fingers and zoom by pinch or Ctrl. Drag: pan both
// ways; Shift + drag: select. Click: select (Ctrl adds), open a fold, filter by a lane's name (Ctrl adds),
// set the as-of day on the axis. Double click: open the event; elsewhere come closer. Keys: arrows step
// between events and lanes, Home and End to the lane's first and last, Shift + arrows pan, + and - zoom, 0 or
// F fit, Enter opens, Space selects (Ctrl adds), Page Up and Page Down scroll, Escape steps back.
#pragma once

#include "widgets/timeline/timelinelayout.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QGestureEvent;
class QLabel;
class QScrollBar;

namespace interdict {

class HoverCard;
class EventWords;

class TimelineView : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(interdict::LaneBy laneBy READ laneBy WRITE setLaneBy NOTIFY laneByChanged)
    Q_PROPERTY(interdict::ColourBy colourBy READ colourBy WRITE setColourBy NOTIFY colourByChanged)

public:
    explicit TimelineView(Workspace& workspace, QWidget* parent = nullptr);
    ~TimelineView() override;

    LaneBy laneBy() const { return m_laneBy; }
    void setLaneBy(LaneBy by);
    ColourBy colourBy() const { return m_colourBy; }
    void setColourBy(ColourBy by);

    const TimeScale& scale() const { return m_scale; }
    // Shows these days, by a short motion where the system likes motion.
    void showDays(DayInterval days);
    void showWindow(double first, double last); // just these, without margins
    // To the filter's period, or else to all of the result; it stays fitted until moved.
    void fit();
    // While held a fitted view does not follow the result: for as long as a period is being dragged.
    void setHeld(bool held);
    void zoom(double factor);

    // Current, whatever happened before.
    const TimelineLayout& layoutNow();
    const MilestoneLane& milestones() const { return m_milestones; }
    const MarkScheme& scheme();
    struct Legend
    {
        std::vector<LegendEntry> entries; // of the scheme; where anything is not published, one for that
        std::vector<bool> used;           // by entry: whether the result has any
    };
    Legend legend();
    EventWords words() const;

    // For accessibility: items are layoutNow().items().
    QString itemName(const TimelineItem& item);
    void focusItem(const TimelineItem& item);
    void pressItem(const TimelineItem& item);

    QSize sizeHint() const override { return {900, 360}; }
    QSize minimumSizeHint() const override { return {320, 120}; }

Q_SIGNALS:
    void laneByChanged(interdict::LaneBy by);
    void colourByChanged(interdict::ColourBy by);
    void visibleDaysChanged(double first, double last);
    void schemeChanged(); // the legend, or what of it is in use
    void itemsChanged();  // after a new layout

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pressed, Pan, Band };

    // What is shown
    void invalidateData();
    void invalidate();
    void ensureData();
    TimelineInput input();
    void relayout();
    bool holdAnchor();
    void showEmptyState();
    void placeChildren();
    double plotWidth() const;
    QWidget* makeEmptyState();

    // Where it looks
    void moveTo(const TimeScale& scale, bool animated, std::optional<double> anchorY = std::nullopt);
    void setScale(const TimeScale& scale);
    int motionTime() const;
    void scrollLanes(double pixels);
    void anchorAt(double y);
    TimeScale fitted() const;
    void refit();

    // Input
    void updateHover(QPointF position);
    QString hoverLaneName(int lane);
    void showCardFor(const TimelineItem& item);
    void hideCard();
    void clearHover();
    void click(QPointF position, bool add);
    void clickItem(const TimelineItem& item, bool add);
    void openFold(const TimelineItem& item);
    void filterByLane(int lane, bool add);
    void selectBand(const QRectF& band);
    void selectRow(Row row, bool add);
    bool pinch(QGestureEvent* gesture);
    bool nativeZoom(QEvent* event);
    bool navigate(QKeyEvent* event);
    bool command(QKeyEvent* event);
    bool pan(QKeyEvent* event);
    void stepInLane(int direction);
    void stepLane(int direction);
    void stepToEnd(bool last);
    void setFocusOn(const TimelineFocus& focus);
    void revealFocus();
    int focusLane() const; // -1: the milestones
    std::optional<TimelineFocus> firstFocus() const;
    void actOnFocus(bool open, bool add);

    Workspace& m_workspace;
    LaneBy m_laneBy = LaneBy::Country;
    ColourBy m_colourBy = ColourBy::Measure;

    TimeScale m_scale, m_target, m_start; // shown now; where a motion ends; where it began
    bool m_isFitted = true;
    bool m_isHeld = false;
    QBasicTimer m_motion;
    QElapsedTimer m_motionClock;
    QScrollBar* m_bar;
    std::optional<TimelineFocus> m_focus;

    // Made when asked for
    bool m_dataIsCurrent = false;
    bool m_layoutIsCurrent = false;
    MarkScheme m_scheme;
    TimelineLanes m_lanes;
    MilestoneLane m_milestones;
    TimelineLayout m_layout;
    QHash<QString, double> m_widths, m_boldWidths; // of texts; layouts measure the same ones each frame
    struct Anchor
    {
        int lane = 0;
        double y = 0; // of the lane's top, on the widget
    };
    std::optional<Anchor> m_anchor; // the lane that stays where it is while lanes grow

    Drag m_drag = Drag::None;
    QPointF m_pressed, m_last;
    QRectF m_band;
    bool m_focusIsShown = false; // it came by the keyboard
    bool m_clickMoved = false;   // the click before a double click changed the view
    QPointer<HoverCard> m_card;
    QLabel* m_emptyText = nullptr; // before m_empty, which fills them in
    QAbstractButton* m_emptyClear = nullptr;
    QWidget* m_empty;
};

} // namespace interdict
