// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/dialog/figurepreview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double border = 22;     // px around the paper
constexpr double largestZoom = 3; // of a small figure
constexpr int checker = 8;        // px of a field of the ground of what is transparent
constexpr int notch = 120;        // of a wheel

} // namespace

FigurePreview::FigurePreview(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Preview"));
}

void FigurePreview::showFigure(std::shared_ptr<const Figure> figure, bool transparent)
{
    m_figure = std::move(figure);
    m_message.clear();
    m_transparent = transparent;
    m_page = std::clamp(m_page, 0, std::max(0, pages() - 1));
    setAccessibleDescription(m_figure ? m_figure->title() : QString());
    refresh();
}

void FigurePreview::tell(const QString& message)
{
    m_figure.reset();
    m_message = message;
    m_page = 0;
    setAccessibleDescription(message);
    refresh();
}

void FigurePreview::refresh()
{
    m_picture = {};
    update();
    Q_EMIT pageChanged();
}

void FigurePreview::setPage(int page)
{
    page = std::clamp(page, 0, std::max(0, pages() - 1));
    if (page == m_page)
        return;
    m_page = page;
    refresh();
}

QRectF FigurePreview::pageRect() const
{
    if (!m_figure)
        return {};
    const QSizeF room(std::max(1.0, width() - 2 * border), std::max(1.0, height() - 2 * border));
    const QSizeF page = m_figure->size();
    const double zoom = std::min({room.width() / page.width(), room.height() / page.height(), largestZoom});
    const QSizeF size(std::floor(page.width() * zoom), std::floor(page.height() * zoom));
    return {QPointF(std::floor((width() - size.width()) / 2), std::floor((height() - size.height()) / 2)),
            size};
}

const QPixmap& FigurePreview::picture()
{
    if (!m_picture.isNull())
        return m_picture;
    const double ratio = devicePixelRatioF();
    const QSizeF size = pageRect().size();
    m_picture = QPixmap((size * ratio).toSize().expandedTo({1, 1}));
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(size.width() / m_figure->size().width(), size.height() / m_figure->size().height());
    m_figure->paint(painter, m_page, m_transparent);
    return m_picture;
}

// A soft shadow, and under what is transparent the chequered ground that one knows it by.
void FigurePreview::paintPaper(QPainter& painter, const QRectF& paper) const
{
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int spread = 7; spread > 0; --spread) {
        painter.setBrush(QColor(0, 0, 0, Theme::of(palette()).dark ? 22 : 9));
        painter.drawRoundedRect(paper.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(paper, Qt::white);
    if (!m_transparent)
        return;
    const QColor field(0xd9d9d9);
    for (int y = 0; y * checker < paper.height(); ++y)
        for (int x = y % 2; x * checker < paper.width(); x += 2)
            painter.fillRect(QRectF(paper.left() + x * checker, paper.top() + y * checker, checker, checker)
                                 .intersected(paper),
                             field);
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.dark ? theme.ground.darker(120) : theme.line);
    if (m_figure) {
        const QRectF paper = pageRect();
        paintPaper(painter, paper);
        painter.drawPixmap(paper.topLeft(), picture());
    } else {
        painter.setPen(theme.dim);
        painter.drawText(rect().adjusted(40, 20, -40, -20), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void FigurePreview::resizeEvent(QResizeEvent*)
{
    m_picture = {};
}

void FigurePreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    m_picture = {};
    update();
}

void FigurePreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_Up:
    case Qt::Key_Left:
        return setPage(m_page - 1);
    case Qt::Key_PageDown:
    case Qt::Key_Down:
    case Qt::Key_Right:
        return setPage(m_page + 1);
    case Qt::Key_Home:
        return setPage(0);
    case Qt::Key_End:
        return setPage(pages() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void FigurePreview::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    setPage(m_page - m_wheel / notch);
    m_wheel %= notch;
    event->accept();
}

} // namespace interdict
