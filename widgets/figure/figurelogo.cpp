// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurelogo.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace interdict {

namespace {

constexpr int greatestSide = 2000; // px; no logo is printed larger

QString tr(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

} // namespace

Result<FigureLogo> FigureLogo::read(const QString& path)
{
    FigureLogo logo;
    if (path.isEmpty())
        return logo;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::NoAccess : Error::Kind::NotFound,
                       tr("The logo %1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (bytes.left(1024).contains("<svg") || path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        logo.m_svg = std::make_shared<QSvgRenderer>(bytes);
        if (logo.m_svg->isValid() && !logo.m_svg->defaultSize().isEmpty())
            return logo;
        return failure(Error::Kind::BadInput,
                       tr("The logo %1 is no SVG picture that can be drawn. Choose another file.").arg(path));
    }
    file.seek(0);
    QImageReader reader(&file);
    reader.setAutoTransform(true);
    if (const QSize whole = reader.size(); std::max(whole.width(), whole.height()) > greatestSide)
        reader.setScaledSize(whole.scaled(greatestSide, greatestSide, Qt::KeepAspectRatio));
    logo.m_image = reader.read();
    if (logo.m_image.isNull())
        return failure(Error::Kind::BadInput,
                       tr("The logo %1 is no picture that can be read (%2). Choose a PNG, JPEG or SVG file.")
                           .arg(path, reader.errorString()));
    return logo;
}

QSizeF FigureLogo::size() const
{
    return m_svg ? QSizeF(m_svg->defaultSize()) : QSizeF(m_image.size());
}

void FigureLogo::paint(QPainter& painter, const QRectF& rect) const
{
    if (m_svg) {
        m_svg->render(&painter, rect);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, m_image);
}

} // namespace interdict
