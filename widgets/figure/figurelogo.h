// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that someone puts at a figure's foot: SVG stays vector, anything else is a bitmap.
#pragma once

#include "model/error.h"

#include <QImage>
#include <QRectF>

#include <memory>

class QPainter;
class QSvgRenderer;

namespace interdict {

class FigureLogo
{
public:
    FigureLogo() = default; // none
    static Result<FigureLogo> read(const QString& path);

    QSizeF size() const; // as it is; empty where there is none
    void paint(QPainter& painter, const QRectF& rect) const;

private:
    QImage m_image;
    std::shared_ptr<QSvgRenderer> m_svg;
};

} // namespace interdict
