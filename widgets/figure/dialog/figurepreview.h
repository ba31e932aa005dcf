// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as its file will be: the same pages, drawn by the same painter, as large as there is room. Turned
// by Page Up and Page Down.
#pragma once

#include "widgets/figure/figure.h"

#include <QWidget>

namespace interdict {

class FigurePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void showFigure(std::shared_ptr<const Figure> figure, bool transparent);
    void tell(const QString& message); // instead of a figure: why there is none
    const Figure* figure() const { return m_figure.get(); }
    const QString& message() const { return m_message; }
    int page() const { return m_page; }
    int pages() const { return m_figure ? m_figure->pages() : 0; }
    void setPage(int page);
    QRectF pageRect() const; // of the paper, on the widget

    QSize sizeHint() const override { return {720, 560}; }
    QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    void pageChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    const QPixmap& picture();
    void paintPaper(QPainter& painter, const QRectF& paper) const;
    void refresh();

    std::shared_ptr<const Figure> m_figure;
    QString m_message;
    int m_page = 0;
    int m_wheel = 0; // eighths of a degree towards the next page
    bool m_transparent = false;
    QPixmap m_picture; // of the page at its size on screen; made when painted
};

} // namespace interdict
