// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stamp out of a figure's file, which may come from anywhere: of bounded size, and scanned rather than
// parsed where parsing would unpack things.
#include "widgets/figure/figurefile.h"
#include "widgets/figure/pngwriter.h"
#include "widgets/figure/xmp.h"

#include <QCoreApplication>
#include <QDir>
#include <QXmlStreamReader>

namespace interdict {

namespace {

constexpr qint64 largestFile = qint64(256) << 20; // of a figure
constexpr qsizetype firstBytes = 1024;            // within which a PDF names itself

QString tr(const char* text)
{
    return QCoreApplication::translate("FigureFile", text);
}

Result<QByteArray> contentOf(const QString& path, const QString& name)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound, tr("There is no file %1. Look for its right name.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NoAccess, tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return failure(Error::Kind::BadInput,
                       tr("%1 is larger than a figure is (%2 MB at most).").arg(name).arg(largestFile >> 20));
    return file.readAll();
}

std::optional<QByteArray> stampInSvg(const QByteArray& bytes)
{
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (auto stamp = stampAt(xml))
            return stamp;
    }
    return std::nullopt;
}

struct FileKind
{
    bool (*is)(const QByteArray& bytes);
    std::optional<QByteArray> (*stamp)(const QByteArray& bytes);
};

constexpr std::array kinds{
    FileKind{[](const QByteArray& bytes) { return bytes.startsWith("\x89PNG\r\n\x1a\n"); }, stampInPng},
    FileKind{[](const QByteArray& bytes) { return bytes.left(firstBytes).contains("%PDF-"); },
             [](const QByteArray& bytes) { return stampInPackets(bytes); }},
    FileKind{[](const QByteArray& bytes) { return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP"; },
             [](const QByteArray& bytes) { return stampInPackets(bytes); }},
    FileKind{[](const QByteArray& bytes) { return bytes.left(firstBytes).contains('<'); }, stampInSvg},
};

} // namespace

Result<FigureStamp> readFigureStamp(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    const auto bytes = contentOf(path, name);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&bytes](const FileKind& each) { return each.is(*bytes); });
    if (kind == kinds.end())
        return failure(Error::Kind::BadInput,
                       tr("%1 is no PNG, SVG, PDF or WebP file, so it is no figure.").arg(name));
    const auto json = kind->stamp(*bytes);
    if (!json)
        return failure(Error::Kind::BadInput,
                       tr("%1 is no figure made by Interdict, or another program dropped its data when it "
                          "saved the file. Take the file as Interdict wrote it.")
                           .arg(name));
    auto stamp = figureStampFrom(*json);
    if (!stamp)
        stamp.error().message = QStringLiteral("%1: %2").arg(name, stamp.error().message);
    return stamp;
}

} // namespace interdict
