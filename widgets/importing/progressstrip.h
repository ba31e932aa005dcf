// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far work in the background is, and a way to stop it. Shows itself only where it takes a while.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace interdict {

class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget* parent);

    void begin(const QString& what); // "Reading …"
    void setShare(double share);     // 0 … 1
    void end();

Q_SIGNALS:
    void stopped();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_patience;
    QString m_what;
    double m_share = 0;
    QLabel* m_label;
    QPushButton* m_stop;
};

} // namespace interdict
