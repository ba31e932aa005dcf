// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files: PNG, SVG, PDF, the numbers as CSV and XLSX, a map over time as an animated WebP. Written
// beside their target, re-opened and checked, and only then renamed over it. Equal input gives equal bytes.
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/figure/figurestamp.h"

namespace interdict {

enum class FigureFormat : std::uint8_t { Png, Svg, Pdf, Csv, Xlsx, WebP };
std::span<const KeyOf<FigureFormat>> figureFormats(); // by ending
std::optional<FigureFormat> figureFormatOf(const QString& fileName);

struct FigureFileOptions
{
    double dpi = 192;          // of PNG and WebP: pixels an inch of the figure
    bool transparent = false;  // PNG and SVG
    double frameSeconds = 0.8; // of WebP
};

// The whole file in memory, checked. Several pages: SVG and PNG hold the page that is named, PDF all.
Result<QByteArray> figureBytes(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                               const FigureFileOptions& options = {}, int page = 0);
// Several pages of SVG or PNG become NAME-1.svg, NAME-2.svg …: the files that were written.
Result<QStringList> writeFigure(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                                const QString& path, const FigureFileOptions& options = {});
// What a PNG, SVG or PDF carries; an error where it is no figure of this program.
Result<FigureStamp> readFigureStamp(const QString& path);

} // namespace interdict
