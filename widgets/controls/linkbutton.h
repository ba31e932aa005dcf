// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A button that is a text: a section's title, a link, a quiet way to a menu. No frame; it shows hover and
// focus.
#pragma once

#include <QAbstractButton>

class QMenu;

namespace interdict {

class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look : std::uint8_t { Title, Quiet, Link };

    LinkButton(Look look, const QString& text, QWidget* parent = nullptr);

    // Opened by a click, below the button; shown by an arrow after the text.
    void setMenu(QMenu* menu);
    // The same for a window of the popup kind.
    void setPopup(QWidget* popup);
    // A title that opens and closes what stands below it shows which.
    void setFolded(bool folded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFont textFont() const;
    QColor textColour() const;
    void showPopup();
    bool hasArrow() const { return m_popup || m_isFolded; }

    Look m_look;
    QWidget* m_popup = nullptr;
    std::optional<bool> m_isFolded;
};

// Draws the ring that shows where the keyboard is.
void paintFocusRing(QPainter& painter, const QRectF& rect, const QColor& colour);

// An arrow of 7 px about `centre`: down, or to the right where folded.
void paintArrow(QPainter& painter, QPointF centre, bool isRight, const QColor& colour);

} // namespace interdict
