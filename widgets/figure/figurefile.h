// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files: PNG, SVG, PDF, the numbers as CSV and XLSX, a map over time as an animated WebP. Each is
// made in memory, opened anew and checked; written beside its target, renamed over it and compared. Equal
// input gives equal bytes.
#pragma once

#include "widgets/figure/animationwriter.h"
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

// A figure as the writers and the printer know it. Lasts no longer than the figure.
class FigurePages : public PageSource
{
public:
    explicit FigurePages(const Figure& figure)
        : m_figure(figure)
    {
    }
    int pages() const override { return m_figure.pages(); }
    QSizeF size() const override { return m_figure.size(); }
    void paint(QPainter& painter, int page, bool transparent = false) const override
    {
        m_figure.paint(painter, page, transparent);
    }

private:
    const Figure& m_figure;
};

// What a file of it says of itself.
PageInfo pageInfo(const Figure& figure, const FigureStamp& stamp);

// The whole file in memory, checked. Several pages: SVG and PNG hold the page that is named, PDF and WebP
// all.
Result<QByteArray> figureBytes(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                               const FigureFileOptions& options = {}, int page = 0);
// Several pages of SVG or PNG become NAME-1.svg, NAME-2.svg …, all or none: the files that were written.
Result<QStringList> writeFigure(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                                const QString& path, const FigureFileOptions& options = {});
// The names that it takes, without writing: for asking before files are replaced.
QStringList figureFileNames(const QString& path, FigureFormat format, int pages);

// A figure for each of many states, as the map over time: made one by one, shown one after the other.
struct FigureFrames
{
    int count = 0;
    std::function<Result<Figure>(int frame)> figure; // all of one size
    std::function<bool(double)> progress = {};       // told 0 … 1; false cancels
};
Result<QByteArray> figureAnimation(const FigureFrames& frames, const FigureStamp& stamp,
                                   const FigureFileOptions& options = {});
Result<void> writeFigureAnimation(const FigureFrames& frames, const FigureStamp& stamp, const QString& path,
                                  const FigureFileOptions& options = {});

// What a PNG, SVG, PDF or WebP carries, whatever its ending; an error where it is no figure of this program.
// The file may come from anywhere.
Result<FigureStamp> readFigureStamp(const QString& path);

} // namespace interdict
