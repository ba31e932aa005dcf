// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pngwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>

namespace interdict {

namespace {

constexpr double pixelsPerInch96 = 96;
constexpr double inchesPerMetre = 1 / 0.0254;
constexpr double mostPixels = 100e6; // 400 MB of memory
const QString stampKey = QStringLiteral("interdict");

QString tr(const char* text)
{
    return QCoreApplication::translate("PngWriter", text);
}

tl::unexpected<Error> cannotMake(const QString& detail)
{
    return failure(Error::Kind::Failed,
                   tr("The picture could not be made. Choose fewer dots an inch, or PDF."), detail);
}

// What is wrong with it; empty where nothing is.
QString problemOf(const QByteArray& bytes, QSize size, const PageInfo& info)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "png");
    if (reader.size() != size)
        return QStringLiteral("size");
    if (!info.stamp.isEmpty() && reader.text(stampKey).toUtf8() != info.stamp)
        return QStringLiteral("stamp");
    reader.setAutoDetectImageFormat(false);
    return reader.read().isNull() ? reader.errorString() : QString();
}

} // namespace

Result<QImage> picture(const PageSource& source, int page, double dpi, bool transparent)
{
    const QSizeF exact = source.size() * dpi / pixelsPerInch96;
    if (!(dpi > 0) || exact.width() * exact.height() > mostPixels)
        return failure(Error::Kind::BadInput,
                       tr("At %1 dots an inch the picture would have %2 × %3 pixels. Choose fewer dots an "
                          "inch, or PDF or SVG, which are sharp at any size.")
                           .arg(dpi)
                           .arg(exact.width(), 0, 'f', 0)
                           .arg(exact.height(), 0, 'f', 0));
    const QSize size = exact.toSize().expandedTo({1, 1});
    QImage image(size, transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return cannotMake(QStringLiteral("memory"));
    image.fill(transparent ? Qt::transparent : Qt::white);
    image.setDotsPerMeterX(qRound(dpi * inchesPerMetre));
    image.setDotsPerMeterY(qRound(dpi * inchesPerMetre));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(size.width() / source.size().width(), size.height() / source.size().height());
    source.paint(painter, page, transparent);
    painter.end();
    return image;
}

Result<QByteArray> pngBytes(const PageSource& source, int page, const PageInfo& info, double dpi,
                            bool transparent)
{
    auto image = picture(source, page, dpi, transparent);
    if (!image)
        return tl::make_unexpected(image.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    const auto note = [&writer](const char* key, const QString& text) {
        if (!text.isEmpty()) // keys of the PNG standard
            writer.setText(QLatin1String(key), text);
    };
    note("Title", info.title);
    note("Description", info.description);
    note("Software", info.program);
    if (!info.stamp.isEmpty())
        writer.setText(stampKey, QString::fromUtf8(info.stamp));
    if (!writer.write(*image))
        return cannotMake(writer.errorString());
    if (const QString problem = problemOf(bytes, image->size(), info); !problem.isEmpty())
        return cannotMake(problem);
    return bytes;
}

std::optional<QByteArray> stampInPng(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    if (!reader.canRead() || !reader.textKeys().contains(stampKey))
        return std::nullopt;
    return reader.text(stampKey).toUtf8();
}

} // namespace interdict
