// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One condition of the filter on the chips bar: its label, its value, and a cross that removes it.
#pragma once

#include <QAbstractButton>

namespace interdict {

class Chip : public QAbstractButton // clicked: the condition is to be removed
{
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);

    void setCondition(const QString& label, const QString& value);
    QRect crossRect() const;
    QSize sizeHint() const override;

protected:
    bool hitButton(const QPoint& position) const override; // the cross alone
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QFont labelFont() const;
    int labelWidth() const;
    int valueWidth() const;
    void paintCross(QPainter& painter) const;

    QString m_label;
    QString m_value;
};

} // namespace interdict
