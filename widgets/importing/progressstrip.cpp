// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/progressstrip.h"

#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace interdict {

namespace {
constexpr int patience = 200; // ms before it shows
constexpr int barHeight = 3;
} // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_stop(new QPushButton(tr("Sto&p"), this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_stop->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, barHeight + 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_stop, &QPushButton::clicked, this, &ProgressStrip::stopped);
    hide();
}

void ProgressStrip::begin(const QString& what)
{
    m_what = what;
    m_patience.start();
    setShare(0);
}

void ProgressStrip::setShare(double share)
{
    m_share = share;
    const QString percent = QLocale().toString(static_cast<int>(share * 100));
    m_label->setText(share > 0 ? tr("%1 %2 %").arg(m_what, percent) : m_what);
    update();
}

void ProgressStrip::end()
{
    m_patience.stop();
    hide();
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    const QRect track(0, height() - barHeight, width(), barHeight);
    painter.fillRect(track, theme.line);
    const int done = static_cast<int>(m_share * width());
    const int from = layoutDirection() == Qt::RightToLeft ? width() - done : 0;
    painter.fillRect(QRect(from, track.top(), done, barHeight), theme.accent);
}

} // namespace interdict
