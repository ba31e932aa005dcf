// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure.h"

#include "model/workspace.h"
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepainter.h"
#include "widgets/figure/figurepanels.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

constexpr QSizeF leastPanel(12, 12); // font sizes
constexpr std::array shrinking{1.0, 1.12, 1.25, 1.4, 1.6, 1.8, 2.0, 2.4, 3.0, 4.0};
constexpr double leastSide = 120, greatestSide = 20000; // px, of a free size

QString tr(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

Theme themeOf(FigureTheme theme)
{
    switch (theme) {
    case FigureTheme::Light:
        return Theme::light();
    case FigureTheme::Dark:
        return Theme::darkTheme();
    case FigureTheme::Print:
        return Theme::print();
    case FigureTheme::Grey:
        return Theme::grey();
    }
    return Theme::print();
}

// Its text suits the smaller of its sides, within what reads well; its margin is a line or two.
Result<FigurePage> freePage(QSizeF size)
{
    const auto fits = [](double side) { return side >= leastSide && side <= greatestSide; };
    if (!fits(size.width()) || (size.height() != 0 && !fits(size.height())))
        return failure(Error::Kind::BadInput,
                       tr("A figure of %1 × %2 px cannot be made: each side has from %3 "
                          "to %4 px; a height of 0 is as high as the content wants.")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(leastSide)
                           .arg(greatestSide));
    const double byHeight = size.height() > 0 ? size.height() / 45 : size.width() / 80;
    const double fontSize = std::clamp(std::round(std::min(size.width() / 80, byHeight)), 9.0, 20.0);
    return FigurePage{"free", "", size, fontSize, std::round(fontSize * 1.5), false};
}

Result<FigurePage> pageOf(const FigureSpec& spec)
{
    if (spec.freeSize)
        return freePage(*spec.freeSize);
    for (const FigurePage& page : figurePages())
        if (spec.page == QLatin1String(page.key))
            return page;
    QStringList known;
    for (const FigurePage& page : figurePages())
        known << QLatin1String(page.key);
    return failure(Error::Kind::BadInput,
                   tr("There is no page “%1”: choose one of %2, or a size as WIDTHxHEIGHT.")
                       .arg(spec.page, known.join(QStringLiteral(", "))));
}

QString pageNumberText(int page, int pages)
{
    return pages > 1 ? tr("%1 of %2").arg(page + 1).arg(pages) : QString();
}

QString withoutBreaks(QString text)
{
    return text.simplified();
}

} // namespace

struct Figure::Private
{
    FigureSpec spec;
    FigureStyle style;
    FigurePage page{};
    QString title, subtitle;
    std::vector<FigurePanel> family;                // what shares classes and key
    std::vector<FigurePanel> panels;                // of them, those that are shown
    std::vector<std::unique_ptr<FigurePart>> parts; // one a panel
    QStringList source;
    FigureKey key;
    FigureLogo logo;
    FigureLayout layout;
    double shrink = 1; // the layout's px are so many of the page's
    int pages = 1;
    std::vector<int> partPages; // of each part

    Result<void> makeParts(const Workspace& workspace, const MapGeometry& geometry);
    FigureLayoutInput input() const;
    bool hasRoom() const;
    void layOut();
    void layOutOnce();
    int layOutParts();
};

Result<void> Figure::Private::makeParts(const Workspace& workspace, const MapGeometry& geometry)
{
    for (const FigurePanel& panel : panels) {
        const FigureSource given{workspace, geometry, panel.rows, panel.asOf, family};
        auto part = makeFigurePart(spec, given, style);
        if (!part)
            return tl::make_unexpected(part.error());
        parts.push_back(std::move(*part));
    }
    if (spec.showLegend)
        key = {parts.front()->legend(), parts.front()->fills()};
    return {};
}

FigureLayoutInput Figure::Private::input() const
{
    FigureLayoutInput in;
    in.size = page.size * shrink;
    in.margin = page.margin;
    in.fontSize = style.font.pixelSize();
    in.title = title;
    in.subtitle = subtitle;
    in.note = parts.front()->note();
    in.caption = spec.caption;
    if (spec.showSource)
        in.source = source;
    in.keys = key.labels();
    for (const FigurePanel& panel : panels)
        in.panels << panel.title;
    in.heightFor = [this](double width) {
        double most = 0;
        for (const auto& part : parts)
            most = std::max(most, part->heightFor(width));
        return most;
    };
    in.keepsAspect = parts.front()->keepsAspect();
    in.logo = logo.size();
    in.textWidth = [this](const QString& text, const FigureFont& font) {
        return textWidthOf(sized(style.font, font.size, font.bold))(text);
    };
    return in;
}

int Figure::Private::layOutParts()
{
    partPages.clear();
    for (std::size_t i = 0; i < parts.size(); ++i)
        partPages.push_back(parts[i]->layout(layout.panels[i].rect.size()));
    return std::max(1, *std::max_element(partPages.begin(), partPages.end()));
}

bool Figure::Private::hasRoom() const
{
    const double em = style.font.pixelSize();
    const QSizeF least =
        parts.front()->leastSize().expandedTo({leastPanel.width() * em, leastPanel.height() * em});
    return std::all_of(layout.panels.begin(), layout.panels.end(), [&](const FigurePanelBox& panel) {
        // What keeps its aspect may be low because it is narrow.
        const double low = parts.front()->keepsAspect()
                               ? std::min(least.height(), parts.front()->heightFor(panel.rect.width()) * 0.8)
                               : least.height();
        return panel.rect.width() >= least.width() && panel.rect.height() >= low;
    });
}

// On a page that has no room for what it shall show, all is drawn smaller, rather than over one another.
void Figure::Private::layOut()
{
    for (const double factor : shrinking) {
        shrink = factor;
        layOutOnce();
        if (page.size.height() <= 0 || hasRoom())
            break;
    }
}

// A page number takes room from the source line, so it is only there where there are several pages.
void Figure::Private::layOutOnce()
{
    FigureLayoutInput in = input();
    layout = layoutFigure(in);
    pages = layOutParts();
    if (pages == 1)
        return;
    in.pageNumber = pageNumberText(pages - 1, pages);
    layout = layoutFigure(in);
    pages = layOutParts();
}

Result<Figure> Figure::make(const Workspace& workspace, const MapGeometry& geometry, const FigureSpec& spec,
                            bool vector, std::optional<std::size_t> only)
{
    auto made = std::make_unique<Private>();
    made->spec = spec;
    auto page = pageOf(spec);
    if (!page)
        return tl::make_unexpected(page.error());
    made->page = *page;
    auto panels = figurePanels(workspace, spec);
    if (!panels)
        return tl::make_unexpected(panels.error());
    made->family = std::move(*panels);
    made->panels = only ? std::vector{made->family.at(*only)} : made->family;
    auto logo = FigureLogo::read(spec.logo);
    if (!logo)
        return tl::make_unexpected(logo.error());
    made->logo = std::move(*logo);
    made->style = {
        themeOf(spec.theme),
        figureFont(spec.font, spec.fontSize > 0 ? std::clamp(spec.fontSize, 6.0, 40.0) : page->fontSize),
        vector};
    if (const auto parts = made->makeParts(workspace, geometry); !parts)
        return tl::make_unexpected(parts.error());
    made->title = withoutBreaks(spec.title.value_or(suggestedTitle(workspace, spec)));
    made->subtitle = withoutBreaks(spec.subtitle.value_or(suggestedSubtitle(workspace, spec)));
    made->source = sourceLines(workspace, spec);
    made->layOut();
    return Figure(std::move(made));
}

Figure::Figure(std::unique_ptr<Private> from)
    : d(std::move(from))
{
}

Figure::Figure(Figure&&) noexcept = default;
Figure& Figure::operator=(Figure&&) noexcept = default;
Figure::~Figure() = default;

const FigureSpec& Figure::spec() const
{
    return d->spec;
}

QString Figure::title() const
{
    return d->title;
}

int Figure::pages() const
{
    return d->pages;
}

QSizeF Figure::size() const
{
    return d->layout.size / d->shrink;
}

void Figure::paint(QPainter& painter, int page, bool transparent) const
{
    painter.save();
    if (!transparent)
        painter.fillRect(QRectF({}, size()), d->style.theme.panel);
    painter.scale(1 / d->shrink, 1 / d->shrink);
    for (std::size_t i = 0; i < d->parts.size(); ++i) {
        if (page >= d->partPages[i]) // others go on
            continue;
        painter.save();
        painter.translate(d->layout.panels[i].rect.topLeft());
        d->parts[i]->paint(painter, page);
        painter.restore();
    }
    paintFigureFrame(painter, d->layout, d->key, d->logo, d->style, pageNumberText(page, d->pages));
    painter.restore();
}

std::vector<NumberTable> Figure::numbers() const
{
    std::vector<NumberTable> tables;
    for (std::size_t i = 0; i < d->parts.size(); ++i) {
        tables.push_back(d->parts[i]->numbers());
        if (!d->panels[i].title.isEmpty())
            tables.back().title = d->panels[i].title;
    }
    return tables;
}

QString Figure::toText() const
{
    QStringList texts{d->layout.toText()};
    for (const auto& part : d->parts)
        texts << part->toText();
    return texts.join(QStringLiteral("\n\n"));
}

} // namespace interdict
