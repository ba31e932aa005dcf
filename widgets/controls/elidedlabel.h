// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line of plain text that takes the room it is given and ends in "…" where that is too little; the whole
// text is then its tooltip.
#pragma once

#include <QLabel>

namespace interdict {

class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    QString shownText() const; // at the present width

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace interdict
