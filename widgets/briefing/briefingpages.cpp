// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingpages.h"

#include "widgets/briefing/pagestrips.h"
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/pdfwriter.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <map>

namespace interdict {

namespace {

struct Paper
{
    const char* key;
    QSizeF size; // px
};
const std::array<Paper, 2> papers{{{"a4", {210 / 25.4 * 96, 297 / 25.4 * 96}}, {"letter", {816, 1056}}}};
constexpr double side = 76, top = 78, bottom = 74; // margins, px
constexpr double headBaseline = 46, footFromBottom = 40;
constexpr double runningSize = 10;

const Paper* paperOf(const QString& key)
{
    const auto it = std::find_if(papers.begin(), papers.end(), [&key](const Paper& paper) {
        return key.compare(QLatin1String(paper.key), Qt::CaseInsensitive) == 0;
    });
    return it == papers.end() ? nullptr : it;
}

void paintLine(QPainter& painter, const StripLine& line, QPointF baseline)
{
    const QTextLine laid = line.layout->lineAt(line.line);
    laid.draw(&painter, baseline - QPointF(0, laid.ascent()));
}

double widthOf(const StripLine& line)
{
    return line.layout->lineAt(line.line).naturalTextWidth();
}

} // namespace

struct BriefingPages::Private
{
    QSizeF size;
    Theme theme = Theme::print();
    QFont font;
    BriefingPictures pictures;
    std::vector<StripContent> strips;
    std::vector<PlacedPage> pages;
    QString title, stamp, provenance;

    double width() const { return size.width() - 2 * side; }
    void paintStrip(QPainter& painter, const StripContent& content) const;
    void paintRunning(QPainter& painter, int page) const;

    // visit(page, y on the page, strip), in order.
    template <typename Visit>
    void forEachStrip(const Visit& visit) const
    {
        for (std::size_t page = 0; page < pages.size(); ++page)
            for (const PlacedStrip& placed : pages[page])
                visit(static_cast<int>(page), top + placed.y, strips[static_cast<std::size_t>(placed.strip)]);
    }
};

Result<BriefingPages> BriefingPages::make(const Briefing& briefing, BriefingPictures pictures,
                                          const QString& page)
{
    const Paper* paper = paperOf(page);
    if (!paper)
        return failure(
            Error::Kind::BadInput,
            QCoreApplication::translate("Briefing", "A briefing has pages of a4 or letter, not of %1.")
                .arg(page));
    auto made = std::make_unique<Private>();
    made->size = paper->size;
    made->font = figureFont({}, runningSize);
    made->pictures = std::move(pictures);
    made->title = briefing.title;
    made->stamp = briefing.stamp;
    made->provenance = briefing.provenance;
    const double room = made->size.height() - top - bottom;
    made->strips = stripsOf(briefing, made->pictures, made->font, made->theme, made->width(), room);
    std::vector<PageStrip> sizes;
    for (const StripContent& content : made->strips)
        sizes.push_back(content.strip);
    made->pages = paginate(sizes, room);
    return BriefingPages(std::move(made));
}

BriefingPages::BriefingPages(std::unique_ptr<Private> from)
    : d(std::move(from))
{
}

BriefingPages::BriefingPages(BriefingPages&&) noexcept = default;
BriefingPages::~BriefingPages() = default;

int BriefingPages::pages() const
{
    return static_cast<int>(d->pages.size());
}

QSizeF BriefingPages::size() const
{
    return d->size;
}

double BriefingPages::textWidth(const QString& page)
{
    const Paper* paper = paperOf(page);
    return std::floor((paper ? *paper : papers.front()).size.width() - 2 * side);
}

void BriefingPages::Private::paintStrip(QPainter& painter, const StripContent& content) const
{
    for (const StripLine& line : content.lines)
        paintLine(painter, line, line.baseline);
    painter.setPen(QPen(theme.line, 0.75));
    for (const double y : content.rules)
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    static const MarkScheme marks(Theme::print(), {}, ColourBy::Measure);
    for (const auto& [measure, centre] : content.marks) {
        const MarkStyle& style = marks.legend()[static_cast<std::size_t>(measure)].style;
        paintMark(painter, style, centre, markSize, markOutline(style, theme));
    }
    for (const auto& [kind, rect] : content.pictures) {
        painter.save();
        painter.translate(rect.topLeft());
        pictures.of(kind)->paint(painter, 0, true);
        painter.restore();
    }
}

// From the second page on its head tells which briefing this is; each foot tells of what and where.
void BriefingPages::Private::paintRunning(QPainter& painter, int page) const
{
    const QFont plain = sized(font, runningSize);
    const double right = size.width() - side;
    const auto atRight = [&](const QString& text, double y) {
        const StripLine line = lineOf(text, plain, theme.dim);
        paintLine(painter, line, {right - widthOf(line), y});
        return widthOf(line);
    };
    const auto atLeft = [&](const QString& text, double y, double room) {
        const QString shown = QFontMetricsF(plain).elidedText(text, Qt::ElideRight, room);
        paintLine(painter, lineOf(shown, plain, theme.dim), {side, y});
    };
    const double foot = size.height() - footFromBottom;
    const QString number =
        QCoreApplication::translate("Briefing", "%1 of %2").arg(page + 1).arg(pages.size());
    atLeft(provenance, foot, right - side - atRight(number, foot) - 20);
    if (page == 0)
        return;
    atLeft(title, headBaseline, right - side - atRight(stamp, headBaseline) - 20);
    painter.setPen(QPen(theme.line, 0.75));
    painter.drawLine(QPointF(side, headBaseline + 9), QPointF(right, headBaseline + 9));
}

void BriefingPages::paint(QPainter& painter, int page, bool transparent) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!transparent)
        painter.fillRect(QRectF({}, d->size), Qt::white);
    d->paintRunning(painter, page);
    for (const PlacedStrip& placed : d->pages[static_cast<std::size_t>(page)]) {
        painter.save();
        painter.translate(side, top + placed.y);
        d->paintStrip(painter, d->strips[static_cast<std::size_t>(placed.strip)]);
        painter.restore();
    }
    painter.restore();
}

std::vector<PdfBookmark> BriefingPages::bookmarks() const
{
    std::vector<PdfBookmark> found;
    d->forEachStrip([&found](int page, double y, const StripContent& content) {
        if (!content.bookmark.isEmpty())
            found.push_back({content.bookmark, content.bookmarkLevel, {page, y}});
    });
    return found;
}

std::vector<PdfLink> BriefingPages::links() const
{
    std::map<int, PdfPlace> sources;
    d->forEachStrip([&sources](int page, double y, const StripContent& content) {
        if (content.source > 0)
            sources[content.source] = {page, y};
    });
    std::vector<PdfLink> found;
    d->forEachStrip([&](int page, double y, const StripContent& content) {
        for (const auto& [note, rect] : content.citations)
            if (const auto to = sources.find(note); to != sources.end())
                found.push_back({page, rect.translated(side, y), to->second});
    });
    return found;
}

QString BriefingPages::toText() const
{
    QStringList lines;
    for (std::size_t page = 0; page < d->pages.size(); ++page)
        for (const PlacedStrip& placed : d->pages[page]) {
            const StripContent& content = d->strips[static_cast<std::size_t>(placed.strip)];
            QString text = content.text();
            if (!content.pictures.empty())
                text += QStringLiteral("[picture]");
            lines << QStringLiteral("%1 %2+%3 %4%5")
                         .arg(page + 1)
                         .arg(std::lround(placed.y))
                         .arg(std::lround(content.strip.height))
                         .arg(content.strip.keepsNext ? QStringLiteral("^ ") : QString(), text);
        }
    return lines.join(u'\n');
}

Result<QByteArray> briefingToPdf(const BriefingPages& pages, const PageInfo& info)
{
    return pdfBytes(pages, info).and_then([&pages](const QByteArray& bytes) {
        return withNavigation(bytes, pages.bookmarks(), pages.links(), pages.size().height());
    });
}

} // namespace interdict
