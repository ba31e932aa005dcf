// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of which the card's pages are made. Whatever comes from the data is plain text, wraps, and can be
// selected by mouse and keyboard.
#pragma once

#include <QLabel>

namespace interdict {

enum class TextRole : std::uint8_t { Title, Heading, Body, Dim };

QLabel* makeText(const QString& text, TextRole role, QWidget* parent);

// A short text on a rounded ground of its own colour: what kind of measure, and how it stands.
class Pill : public QLabel
{
    Q_OBJECT

public:
    Pill(const QString& text, const QColor& ground, const QColor& ink, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_ground;
    QColor m_ink;
};

} // namespace interdict
