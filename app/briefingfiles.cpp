// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefingfiles.h"

#include "app/export.h"
#include "model/briefing/briefingmarkdown.h"
#include "model/exchange/stagedfiles.h"
#include "model/explore/narrowing.h"
#include "model/map/mapgeometry.h"
#include "model/workspace.h"
#include "widgets/briefing/briefinghtml.h"
#include "widgets/briefing/briefingodt.h"
#include "widgets/briefing/briefingpages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <map>

namespace interdict {

namespace {

constexpr double webWidth = 800; // px, of a web page's pictures
const QString program = QStringLiteral("interdict " INTERDICT_VERSION);

QString tr(const char* text)
{
    return QCoreApplication::translate("Briefing", text);
}

Error cancelled()
{
    return {Error::Kind::Cancelled, tr("The briefing was cancelled. No file was written."), {}};
}

Result<QByteArray> pdf(const Workspace& workspace, const MapGeometry& geometry, const Briefing& briefing,
                       const BriefingOptions& options, Day made)
{
    auto pictures = BriefingPictures::make(workspace, geometry, BriefingPages::textWidth(options.page),
                                           FigureTheme::Print, true);
    if (!pictures)
        return tl::make_unexpected(pictures.error());
    const auto pages = BriefingPages::make(briefing, std::move(*pictures), options.page);
    if (!pages)
        return tl::make_unexpected(pages.error());
    return briefingToPdf(*pages, {briefing.title, briefing.subtitle, briefing.language, program, made, {}});
}

Result<QByteArray> html(const Workspace& workspace, const MapGeometry& geometry, const Briefing& briefing,
                        Day made)
{
    const auto light = BriefingPictures::make(workspace, geometry, webWidth, FigureTheme::Light, true);
    if (!light)
        return tl::make_unexpected(light.error());
    const auto dark = BriefingPictures::make(workspace, geometry, webWidth, FigureTheme::Dark, true);
    if (!dark)
        return tl::make_unexpected(dark.error());
    return briefingToHtml(briefing, *light, *dark, made);
}

// Vectors all the same: they need no pictures that only the window's thread may keep.
Result<QByteArray> odt(const Workspace& workspace, const MapGeometry& geometry, const Briefing& briefing,
                       const BriefingOptions& options, Day made)
{
    const auto pictures = BriefingPictures::make(workspace, geometry, BriefingPages::textWidth(options.page),
                                                 FigureTheme::Print, true);
    if (!pictures)
        return tl::make_unexpected(pictures.error());
    return briefingToOdt(briefing, *pictures, made, options.page);
}

// A value as a part of a file's name: letters and digits, and hyphens between.
QString fileWord(const QString& value)
{
    QString word;
    for (const QChar c : value) {
        const bool isPlain = c.isLetterOrNumber();
        if (isPlain || (!word.isEmpty() && !word.endsWith(u'-')))
            word += isPlain ? c : QChar(u'-');
    }
    return word.endsWith(u'-') ? word.chopped(1) : word;
}

Result<void> checkPaper(const QString& page)
{
    if (page == QLatin1String("a4") || page == QLatin1String("letter"))
        return {};
    return failure(Error::Kind::BadInput, tr("A briefing has pages of a4 or letter, not of %1.").arg(page));
}

} // namespace

std::vector<BriefingValue> briefingValues(const Workspace& workspace, Facet facet)
{
    const Columns& columns = workspace.columns();
    const ValueTable& table = columns.table(facet);
    std::map<QString, int> counts;
    for (const Row row : workspace.result())
        for (const int value : columns.valuesOf(facet, row))
            if (facet != Facet::Country || columns.countryOf[static_cast<std::size_t>(value)] == value)
                ++counts[table.codes[value]];
    std::vector<BriefingValue> values;
    for (const auto& [value, events] : counts)
        values.push_back({value, events});
    return values;
}

QStringList briefingFileNames(const QString& output, const std::vector<BriefingValue>& values)
{
    const QFileInfo file(output);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    const QString stem = output.chopped(ending.size());
    QStringList names;
    QSet<QString> taken; // whatever the letters' case: some folders do not tell it
    for (const BriefingValue& value : values) {
        const QString plain = stem + u'-' + fileWord(value.value);
        QString name = plain;
        for (int next = 2; taken.contains(name.toLower()); ++next)
            name = QStringLiteral("%1-%2").arg(plain).arg(next);
        taken.insert(name.toLower());
        names << name + ending;
    }
    return names;
}

Result<QByteArray> briefingBytes(const Workspace& workspace, const MapGeometry& geometry,
                                 const BriefingOptions& options, BriefingFormat format,
                                 const BriefingProgress& progress)
{
    constexpr double shareOfText = 0.3;
    const Day made = options.made.value_or(workspace.today());
    const auto inText = [&progress](double share) { return !progress || progress(share * shareOfText); };
    const auto briefing = makeBriefing(workspace, {options.title, made, program, options.without}, inText);
    if (!briefing)
        return tl::make_unexpected(briefing.error());
    if (!inText(1))
        return tl::make_unexpected(cancelled());
    switch (format) {
    case BriefingFormat::Pdf:
        return pdf(workspace, geometry, *briefing, options, made);
    case BriefingFormat::Html:
        return html(workspace, geometry, *briefing, made);
    case BriefingFormat::Odt:
        return odt(workspace, geometry, *briefing, options, made);
    case BriefingFormat::Markdown:
        break;
    }
    return briefingToMarkdown(*briefing);
}

Result<std::vector<BriefingFile>> writeBriefings(Workspace& workspace, const MapGeometry& geometry,
                                                 const BriefingOptions& options, BriefingFormat format,
                                                 const BriefingProgress& progress)
{
    if (const auto checked = checkPaper(options.page); !checked)
        return tl::make_unexpected(checked.error());
    const Filter whole = workspace.filter();
    std::vector<BriefingValue> values{{{}, static_cast<int>(workspace.result().size())}};
    QStringList names{options.output};
    if (options.each) {
        values = briefingValues(workspace, *options.each);
        names = briefingFileNames(options.output, values);
    }
    StagedFiles staged;
    std::vector<BriefingFile> files;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QString& name = names[static_cast<qsizetype>(i)];
        const auto before = static_cast<double>(i);
        const auto overall = [&](double share) {
            return !progress || progress((before + share) / static_cast<double>(values.size()));
        };
        if (options.each)
            workspace.setFilter(narrowed(whole, *options.each, values[i].value));
        const auto written =
            checkExportTarget(workspace, name)
                .and_then([&] { return briefingBytes(workspace, geometry, options, format, overall); })
                .and_then([&](const QByteArray& bytes) { return staged.add(name, bytes); });
        if (!written)
            return tl::make_unexpected(written.error());
        files.push_back({name, values[i].value, values[i].events});
        if (!overall(1))
            return tl::make_unexpected(cancelled());
    }
    const auto committed = staged.commit();
    if (!committed)
        return tl::make_unexpected(committed.error());
    return files;
}

} // namespace interdict
