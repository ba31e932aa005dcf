// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurefile.h"

#include "model/event/partialdate.h"
#include "model/exchange/stagedfiles.h"
#include "widgets/figure/pdfwriter.h"
#include "widgets/figure/pngwriter.h"
#include "widgets/figure/svgwriter.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FigureFile", text);
}

QString dayText(Day day)
{
    return PartialDate::ofDay(day).text();
}

NumbersOrigin originOf(const Figure& figure, const FigureStamp& stamp)
{
    NumbersOrigin origin{figure.title(), {}, stamp.made};
    const auto row = [&origin](const QString& what, const QString& text) {
        if (!text.isEmpty())
            origin.about.emplace_back(what, text);
    };
    row(tr("Figure"), figure.title());
    row(tr("Data set"), stamp.dataSet);
    row(tr("Events"), QString::number(stamp.events));
    row(tr("Filter"), stamp.spec.filter.isEmpty() ? tr("none") : stamp.spec.filter);
    row(tr("As of"), dayText(stamp.spec.asOf.value_or(stamp.made)));
    row(tr("Made on"), dayText(stamp.made));
    row(tr("Program"), stamp.program);
    return origin;
}

AnimationFrames framesOf(const Figure& figure, const FigureFileOptions& options)
{
    return {figure.pages(),
            [&figure, &options](int frame) { return picture(FigurePages(figure), frame, options.dpi); },
            options.frameSeconds};
}

bool isOneFileAPage(FigureFormat format)
{
    return format == FigureFormat::Png || format == FigureFormat::Svg;
}

} // namespace

std::span<const KeyOf<FigureFormat>> figureFormats()
{
    static constexpr std::array<KeyOf<FigureFormat>, 6> table{{
        {FigureFormat::Png, "png", QT_TRANSLATE_NOOP("FigureFile", "PNG picture")},
        {FigureFormat::Svg, "svg", QT_TRANSLATE_NOOP("FigureFile", "SVG drawing")},
        {FigureFormat::Pdf, "pdf", QT_TRANSLATE_NOOP("FigureFile", "PDF document")},
        {FigureFormat::Csv, "csv", QT_TRANSLATE_NOOP("FigureFile", "Numbers as CSV")},
        {FigureFormat::Xlsx, "xlsx", QT_TRANSLATE_NOOP("FigureFile", "Numbers as Excel workbook")},
        {FigureFormat::WebP, "webp", QT_TRANSLATE_NOOP("FigureFile", "Animated WebP")},
    }};
    return table;
}

std::optional<FigureFormat> figureFormatOf(const QString& fileName)
{
    return fromKey(figureFormats(), QFileInfo(fileName).suffix());
}

PageInfo pageInfo(const Figure& figure, const FigureStamp& stamp)
{
    PageInfo info;
    info.title = figure.title();
    info.description = tr("%1 events of the data set “%2” as of %3. Filter: %4.")
                           .arg(stamp.events)
                           .arg(stamp.dataSet, dayText(stamp.spec.asOf.value_or(stamp.made)),
                                stamp.spec.filter.isEmpty() ? tr("none") : stamp.spec.filter);
    info.program = stamp.program;
    info.made = stamp.made;
    info.stamp = toJson(stamp);
    return info;
}

Result<QByteArray> figureBytes(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                               const FigureFileOptions& options, int page)
{
    const FigurePages pages(figure);
    switch (format) {
    case FigureFormat::Png:
        return pngBytes(pages, page, pageInfo(figure, stamp), options.dpi, options.transparent);
    case FigureFormat::Svg:
        return svgBytes(pages, page, pageInfo(figure, stamp), options.transparent);
    case FigureFormat::Pdf:
        return pdfBytes(pages, pageInfo(figure, stamp));
    case FigureFormat::Csv:
        return numbersToCsv(figure.numbers());
    case FigureFormat::Xlsx:
        return numbersToXlsx(figure.numbers(), originOf(figure, stamp));
    case FigureFormat::WebP:
        return animationBytes(framesOf(figure, options), pageInfo(figure, stamp));
    }
    return {};
}

QStringList figureFileNames(const QString& path, FigureFormat format, int pages)
{
    if (pages <= 1 || !isOneFileAPage(format))
        return {path};
    const QFileInfo file(path);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    const QString stem = path.chopped(ending.size());
    const auto digits = QString::number(pages).size(); // so that they stand in order by name too
    QStringList names;
    for (int page = 1; page <= pages; ++page)
        names << stem + QStringLiteral("-%1").arg(page, static_cast<int>(digits), 10, QLatin1Char('0')) +
                     ending;
    return names;
}

Result<QStringList> writeFigure(const Figure& figure, const FigureStamp& stamp, FigureFormat format,
                                const QString& path, const FigureFileOptions& options)
{
    StagedFiles files;
    const QStringList names = figureFileNames(path, format, figure.pages());
    for (int page = 0; page < names.size(); ++page) {
        const auto staged =
            figureBytes(figure, stamp, format, options, page).and_then([&](const QByteArray& bytes) {
                return files.add(names[page], bytes);
            });
        if (!staged)
            return tl::make_unexpected(staged.error());
    }
    return files.commit();
}

Result<QByteArray> figureAnimation(const FigureFrames& frames, const FigureStamp& stamp,
                                   const FigureFileOptions& options)
{
    PageInfo info; // the first figure's
    const auto pictureOf = [&](int frame) {
        return frames.figure(frame).and_then([&](const Figure& figure) {
            if (frame == 0)
                info = pageInfo(figure, stamp);
            return picture(FigurePages(figure), 0, options.dpi);
        });
    };
    return animationBytes({frames.count, pictureOf, options.frameSeconds, frames.progress}, info);
}

Result<void> writeFigureAnimation(const FigureFrames& frames, const FigureStamp& stamp, const QString& path,
                                  const FigureFileOptions& options)
{
    StagedFiles files;
    return figureAnimation(frames, stamp, options)
        .and_then([&](const QByteArray& bytes) { return files.add(path, bytes); })
        .and_then([&] { return files.commit(); })
        .map([](const QStringList&) {});
}

} // namespace interdict
