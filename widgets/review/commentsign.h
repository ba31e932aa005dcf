// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The quiet way to the comments of a field, or of the whole event: a speech balloon with how many are open.
// It is seen where there are comments, and while pointer or keyboard are near.
#pragma once

#include <QAbstractButton>

namespace interdict {

class CommentSign : public QAbstractButton
{
    Q_OBJECT

public:
    // `about`: what the comments are on, for those who hear it: "Title".
    CommentSign(const QString& about, QWidget* parent);

    void setCounts(int open, int all);
    void setNear(bool isNear);
    bool isSeen() const { return m_all > 0 || m_isNear || underMouse() || hasFocus(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_about;
    int m_open = 0;
    int m_all = 0;
    bool m_isNear = false;
};

} // namespace interdict
