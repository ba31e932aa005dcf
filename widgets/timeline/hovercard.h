// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small card beside what the pointer or the keyboard is on. It floats over the window of the view that owns
// it, takes no input, and is never larger than the window.
#pragma once

#include <QLabel>

namespace interdict {

class HoverCard : public QLabel
{
    Q_OBJECT

public:
    explicit HoverCard(QWidget& owner);
    // `around`: what it tells of, on the owner; the card keeps beside it.
    void tell(const QString& richText, const QRect& around);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget& m_owner;
};

} // namespace interdict
