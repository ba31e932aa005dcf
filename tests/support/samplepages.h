// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages with a bit of all that figures draw: texts in several scripts, lines, marks, a picture.
#pragma once

#include "widgets/figure/pagesource.h"

#include <QGuiApplication>

namespace interdict::test {

struct SamplePages : PageSource
{
    explicit SamplePages(int pageCount = 1, QSizeF pageSize = {1123, 794})
        : count(pageCount)
        , pixels(pageSize)
    {
    }
    int pages() const override { return count; }
    QSizeF size() const override { return pixels; }
    void paint(QPainter& painter, int page, bool transparent = false) const override
    {
        const QRectF whole(QPointF(), pixels);
        if (!transparent)
            painter.fillRect(whole, Qt::white);
        QFont font = QGuiApplication::font();
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setPixelSize(14);
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(QPointF(20.123456, 30), QStringLiteral("Page %1 & more  <Ελλάδα>").arg(page + 1));
        painter.drawText(QPointF(20, 50), QStringLiteral("Италия · 中文 · ban\u0001 “quoted”"));
        font.setBold(true);
        painter.setFont(font);
        painter.save();
        painter.translate(40, 200);
        painter.rotate(-90);
        painter.drawText(QPointF(0, 0), QStringLiteral("Turned"));
        painter.restore();
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < marks; ++i) {
            painter.setBrush(QColor::fromHsv(i % 360, 160, 200));
            painter.drawEllipse(QPointF(60 + i % 1000, 80 + (i * 7) % 600), 4, 4);
        }
        painter.setPen(QPen(QColor(40, 60, 90), 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush); // no hatches: the generator's are a pattern that few programs draw
        painter.drawRect(QRectF(20, pixels.height() - 60, 80, 40));
        painter.setOpacity(0.5);
        painter.fillRect(QRectF(120, pixels.height() - 60, 80.3333333, 40), QColor(30, 120, 200));
        painter.setOpacity(1);
        QImage logo(8, 8, QImage::Format_RGB32);
        logo.fill(Qt::darkGreen);
        painter.drawImage(QRectF(pixels.width() - 40, 10, 24, 24), logo);
    }

    int count;
    QSizeF pixels;
    int marks = 50;
};

inline PageInfo sampleInfo()
{
    PageInfo info;
    info.title = QStringLiteral("Restrictions & “bans” <2025>");
    info.description = QStringLiteral("What is seen");
    info.program = QStringLiteral("interdict 0.1.0");
    info.made = 20416; // 2025-11-24
    info.stamp = QByteArrayLiteral("{\"format\":1,\"title\":\"Z\xC3\xBCrich <&> ]]>\"}");
    return info;
}

} // namespace interdict::test
