// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lays widgets in lines as words in a text: as many a line as fit, the last as wide as what is left.
#pragma once

#include <QLayout>

namespace interdict {

class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    // lastTakesRest: the last item fills its line, and goes to a new one where it would be narrower than
    // lastWidth px.
    explicit FlowLayout(int spacing, int lastWidth = 0, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int at, QWidget* widget);
    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const; // its height

    int m_lastWidth;
    std::vector<QLayoutItem*> m_items;
};

} // namespace interdict
