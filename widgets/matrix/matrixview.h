// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix as a widget: scrolling, input, focus. What is where it asks the layout; what is shown, the
// workspace. A click filters exactly what a cell or a heading counts; a second one lets go of it.
#pragma once

#include "widgets/matrix/matrixlayout.h"
#include "widgets/theme/marks.h"

#include <QAbstractScrollArea>

namespace interdict {

class HoverCard;
class Workspace;

class MatrixView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit MatrixView(Workspace& workspace, QWidget* parent = nullptr);

    const MatrixSpec& spec() const { return m_spec; }
    void setSpec(const MatrixSpec& spec);
    const CrossTable& table() const; // made when first asked for
    const MatrixLayout& shown() const;

    std::optional<CrossSpot> focusSpot() const { return m_focus; }
    void setFocusSpot(std::optional<CrossSpot> spot);
    void choose(CrossSpot spot); // as a click on it
    bool isChosen(CrossSpot spot) const;
    QString summary(CrossSpot spot) const;
    QRect rectOf(CrossSpot spot) const; // on the view
    std::optional<CrossSpot> spotAtPixel(QPoint onView) const;

    QSize sizeHint() const override { return {900, 400}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void specChanged();
    void tableChanged(); // what it would show; the table itself is made when asked for

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void invalidate(); // what is counted changed
    void relayout();
    void setHovered(std::optional<CrossSpot> spot);
    void tellOf(std::optional<CrossSpot> spot);
    std::optional<CrossSpot> moved(const QKeyEvent& event) const;
    MatrixMeasures measures() const;

    Workspace& m_workspace;
    MatrixSpec m_spec;
    mutable std::optional<CrossTable> m_table;
    mutable std::optional<MatrixLayout> m_layout;
    TextWidth m_textWidth;
    HoverCard* m_card;
    std::optional<CrossSpot> m_hovered, m_focus, m_pressed;
    std::pair<QString, QString> m_focusCodes; // where the focus goes when the table is made anew
};

} // namespace interdict
