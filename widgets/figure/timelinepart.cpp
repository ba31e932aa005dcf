// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline on a page: the screen's layout and painter in pixels of its own, scaled so that its text has
// the page's size. Lanes that do not fit are summed up in a last line, or go on on further pages.
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepart.h"
#include "widgets/timeline/timelinepainter.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace interdict {

namespace {

constexpr double fontSize = 12; // px of the layout; the screen's proportions suit it
constexpr double sideMargin = 12;
constexpr double moreHeight = 24; // of the line that sums up what has no room
constexpr double leastPlot = 120; // px
constexpr double fullWidth = 420; // px of the layout; a narrower one is drawn smaller
constexpr double leastScale = 0.8;
constexpr double leastForMilestones = 240; // px of the layout; narrower, they would be one fold
constexpr double dayMargin = 30;           // px on either side of the days; what goes on fades out in it
constexpr double mostHeight = 6000;        // of a page as high as its content
constexpr int rowsOfPages = 6;             // of a lane, where pages go on

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Figure", text, nullptr, n);
}

double oneLane()
{
    return TimelineLayout::subRowHeight + 2 * TimelineLayout::lanePadding;
}

QString laneName(const Workspace& workspace, LaneBy by, const QString& code)
{
    const auto& facet = laneChoices()[static_cast<std::size_t>(by)].facet;
    return facet ? facetValueLabel(*facet, code, workspace.vocabulary(), workspace.gazetteer()) : code;
}

// Whether anything of the row is to be seen on these days.
bool isSeen(const Columns& columns, Row row, DayInterval days)
{
    if (columns.startFirst[row] > days.last)
        return false;
    if (columns.startLast[row] >= days.first)
        return true;
    const auto lasting = possiblyInForce(columns, row);
    const Day end = lasting                          ? lasting->last
                    : columns.endFirst[row] == noEnd ? columns.startLast[row]
                                                     : columns.endLast[row];
    return end >= days.first;
}

struct Page
{
    std::unique_ptr<TimelineLanes> lanes; // outlives the layout, which refers to it
    TimelineLayout layout;
    QString more; // below the lanes; may be empty
};

class TimelinePart : public FigurePart
{
public:
    TimelinePart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style);

    double heightFor(double width) const override;
    int layout(QSizeF size) override;
    void paint(QPainter& painter, int page) const override;
    std::vector<LegendEntry> legend() const override { return m_legend; }
    QString note() const override { return m_note; }
    NumberTable numbers() const override { return m_numbers; }
    QString toText() const override;

private:
    void noteLegend(const MarkScheme& scheme, std::span<const FigurePanel> panels);
    void countNumbers(const MarkScheme& scheme, Day asOf, const QString& title);
    TimelineInput input(QSizeF size, const TimelineLanes& lanes, int subRows) const;
    Page page(QSizeF size, int first, int count, int subRows) const;
    double lanesTop() const { return TimelineLayout::lanesTop(!m_milestones.milestones.empty()); }
    double scaleFor(double width) const;
    double laneHeights(double width, int subRows) const;
    int subRowsFor(double width, double room) const;
    void layOutFitted(QSizeF size);
    void layOutPages(QSizeF size);
    QString moreText(int first) const;

    FigureStyle m_style;
    FigureExtent m_extent;
    double m_textScale; // by which its text has the page's size
    QFont m_font;
    TextWidth m_textWidth, m_boldWidth;
    const Workspace* m_workspace; // until it is laid out
    TimelineLanes m_lanes;
    MilestoneLane m_milestones;
    DayInterval m_days{};
    Day m_today, m_asOf;
    std::vector<LegendEntry> m_legend;
    QString m_note;
    NumberTable m_numbers;
    double m_scale = 1; // as painted
    std::vector<Page> m_pages;
    mutable std::optional<std::pair<double, double>> m_wanted; // width and height
};

TimelinePart::TimelinePart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
    : m_style(style)
    , m_extent(spec.extent)
    , m_textScale(style.font.pixelSize() / fontSize)
    , m_font(sized(style.font, fontSize))
    , m_textWidth(textWidthOf(m_font))
    , m_boldWidth(textWidthOf(TimelinePainter::boldFont(m_font)))
    , m_workspace(&source.workspace)
    , m_milestones(source.workspace.milestones())
    , m_today(source.workspace.today())
    , m_asOf(source.asOf)
{
    const Workspace& workspace = source.workspace;
    const Columns& columns = workspace.columns();
    std::vector<Row> rows = source.rows;
    if (m_extent == FigureExtent::Visible && spec.days) {
        m_days = *spec.days;
        std::erase_if(rows, [&](Row row) { return !isSeen(columns, row, m_days); });
    } else if (const auto days = daysToFit(columns, workspace.result(), workspace.filter().begins, m_today)) {
        m_days = *days;
    }
    const MarkScheme scheme(style.theme, workspace.vocabulary(), spec.colours);
    m_lanes = TimelineLanes(columns, rows, spec.lanes, RowStyles(scheme, columns),
                            [&](const QString& code) { return laneName(workspace, spec.lanes, code); });
    noteLegend(scheme, source.panels);
    const auto& facet = laneChoices()[static_cast<std::size_t>(spec.lanes)].facet;
    QStringList notes;
    if (spec.lanes == LaneBy::Platform)
        notes << tr("An event on several platforms stands in the lane of each.");
    else if (spec.lanes == LaneBy::Concern)
        notes << tr("An event with several concerns stands in the lane of each.");
    if (!m_milestones.milestones.empty())
        notes << tr("Capability: milestones of AI models, filled where Chinese.");
    notes << tr("A number is so many events; a bar is the time in force, hatched where dates leave it open.");
    m_note = notes.join(u' ');
    countNumbers(scheme, m_asOf, facet ? facetLabel(*facet) : tr("Lane"));
}

// Only what is on any of the panels.
void TimelinePart::noteLegend(const MarkScheme& scheme, std::span<const FigurePanel> panels)
{
    const std::vector<MarkStyle>& styles = m_lanes.styles();
    const std::size_t plain = scheme.legend().size() + 1; // with the one for unknown; dashed ones follow
    std::vector<bool> used(styles.size());
    for (const FigurePanel& panel : panels)
        for (const Row row : panel.rows)
            used[m_lanes.styleOf(row)] = true;
    bool isAnyDashed = false;
    std::vector<bool> shown(plain);
    for (std::size_t style = 0; style < styles.size(); ++style) {
        if (used[style])
            shown[style % plain] = true;
        isAnyDashed = isAnyDashed || (used[style] && styles[style].isDashed);
    }
    for (std::size_t entry = 0; entry < scheme.legend().size(); ++entry)
        if (shown[entry])
            m_legend.push_back(scheme.legend()[entry]);
    if (shown.back())
        m_legend.push_back({unknownValue, tr("Unknown"), styles[plain - 1]});
    if (isAnyDashed)
        m_legend.push_back(unpublishedEntry(m_style.theme));
}

// A row a lane: events, of them in force, first and last start, and how many of each mark.
void TimelinePart::countNumbers(const MarkScheme& scheme, Day asOf, const QString& title)
{
    const Columns& columns = m_lanes.columns();
    const std::size_t plain = scheme.legend().size() + 1;
    m_numbers.title = title;
    m_numbers.headers = {title,
                         tr("Code"),
                         tr("Events"),
                         tr("Possibly in force on %1").arg(PartialDate::ofDay(asOf).text()),
                         tr("First start"),
                         tr("Last start")};
    for (const LegendEntry& entry : scheme.legend())
        m_numbers.headers << entry.label;
    m_numbers.headers << tr("Unknown");
    for (int number = 0; number < m_lanes.size(); ++number) {
        const TimelineLane& lane = m_lanes.lane(number);
        std::vector<double> counts(plain);
        for (const std::uint8_t style : lane.styles)
            ++counts[style % plain];
        const auto [first, last] = std::minmax_element(lane.rows.begin(), lane.rows.end(), [&](Row a, Row b) {
            return columns.startFirst[a] < columns.startFirst[b];
        });
        std::vector<NumberCell> cells{lane.name.isEmpty() ? tr("All events") : lane.name,
                                      lane.code,
                                      double(lane.rows.size()),
                                      double(countInForce(columns, lane.rows, asOf)),
                                      PartialDate::ofDay(columns.startFirst[*first]).text(),
                                      PartialDate::ofDay(columns.startFirst[*last]).text()};
        cells.insert(cells.end(), counts.begin(), counts.end());
        m_numbers.rows.push_back(std::move(cells));
    }
}

TimelineInput TimelinePart::input(QSizeF size, const TimelineLanes& lanes, int subRows) const
{
    TimelineInput in;
    in.lanes = &lanes;
    in.milestones = &m_milestones;
    in.size = size;
    // Names stand whole if that leaves room for the days.
    const bool isNamed = lanes.by() != LaneBy::None;
    double names = isNamed || !m_milestones.milestones.empty() ? m_textWidth(tr("Capability")) : sideMargin;
    for (int lane = 0; isNamed && lane < m_lanes.size(); ++lane)
        names = std::max(names, m_textWidth(m_lanes.plain(lane).name) + sideMargin +
                                    m_textWidth(QString::number(m_lanes.plain(lane).rows.size())));
    const double left = std::round(
        std::min({names + 2 * sideMargin, size.width() * 0.4, std::max(1.0, size.width() - leastPlot)}));
    in.scale = TimeScale::fit(m_days, left, size.width() - left, dayMargin);
    in.subRows = subRows;
    in.today = m_today;
    in.asOf = m_asOf;
    in.title = [this](Row row) { return m_workspace->brief(row).title; };
    in.textWidth = m_textWidth;
    in.boldWidth = m_boldWidth;
    in.textHeight = std::ceil(QFontMetricsF(m_font).height());
    in.locale = QLocale();
    return in;
}

// Of all lanes, each of up to so many lines.
double TimelinePart::laneHeights(double width, int subRows) const
{
    return TimelineLayout(input({width, 1e6}, m_lanes, subRows)).contentHeight();
}

Page TimelinePart::page(QSizeF size, int first, int count, int subRows) const
{
    Page result;
    result.lanes = std::make_unique<TimelineLanes>(m_lanes.some(first, count));
    TimelineInput in = input(size, *result.lanes, subRows);
    result.layout = TimelineLayout(in);
    // The last lane ends it, not the page.
    in.size.setHeight(lanesTop() + result.layout.contentHeight());
    result.layout = TimelineLayout(in);
    return result;
}

// The most lines of a lane with which all lanes fit, so that more marks stand alone and have a label.
int TimelinePart::subRowsFor(double width, double room) const
{
    int fits = 1;
    for (const int rows : {2, 3, 4, 6, 8, 12, 16, 24}) {
        if (laneHeights(width, rows) > room)
            break;
        fits = rows;
    }
    return fits;
}

// A narrow panel is drawn a little smaller, so that days and names have room.
double TimelinePart::scaleFor(double width) const
{
    return m_textScale * std::clamp(width / m_textScale / fullWidth, leastScale, 1.0);
}

double TimelinePart::heightFor(double width) const
{
    if (m_wanted && m_wanted->first == width)
        return m_wanted->second;
    const double scale = scaleFor(width);
    const double inner = width / scale;
    // Few lanes stand open; many have a line each.
    const int lanes = std::max(m_lanes.size(), 1);
    const int subRows = m_extent == FigureExtent::All ? rowsOfPages : std::clamp(16 / lanes, 1, 8);
    const double all = lanesTop() + laneHeights(inner, subRows);
    m_wanted = {width, std::ceil(std::min(all, mostHeight) * scale)};
    return m_wanted->second;
}

QString TimelinePart::moreText(int first) const
{
    int events = 0;
    for (int lane = first; lane < m_lanes.size(); ++lane)
        events += static_cast<int>(m_lanes.plain(lane).rows.size());
    return tr("and %n more", m_lanes.size() - first) + QStringLiteral(": ") + tr("%n event(s)", events);
}

void TimelinePart::layOutFitted(QSizeF size)
{
    const double room = size.height() - lanesTop();
    const int all = m_lanes.size();
    if (all * oneLane() <= room + 0.5) {
        m_pages.push_back(page(size, 0, all, subRowsFor(size.width(), room + 0.5)));
        return;
    }
    const int fit = std::clamp(static_cast<int>((room - moreHeight) / oneLane()), 0, all);
    m_pages.push_back(page(size, 0, fit, 1));
    m_pages.back().more = moreText(fit);
}

void TimelinePart::layOutPages(QSizeF size)
{
    const double room = std::max(size.height() - lanesTop(), oneLane());
    const int rows =
        std::clamp(static_cast<int>((room - 2 * TimelineLayout::lanePadding) / TimelineLayout::subRowHeight),
                   1, rowsOfPages);
    const TimelineLayout whole(input({size.width(), 1e6}, m_lanes, rows));
    const auto top = [&](int lane) {
        return lane < m_lanes.size() ? whole.laneTop(lane) : whole.contentHeight();
    };
    for (int first = 0; first < m_lanes.size();) {
        int end = first + 1;
        while (end < m_lanes.size() && top(end + 1) - top(first) <= room)
            ++end;
        m_pages.push_back(page(size, first, end - first, rows));
        first = end;
    }
}

int TimelinePart::layout(QSizeF size)
{
    m_pages.clear();
    m_scale = scaleFor(size.width());
    // In a very small panel the milestones go first, then all of it is drawn smaller.
    const double least = std::min(m_lanes.size(), 2) * oneLane() + (m_lanes.size() > 2 ? moreHeight : 0);
    if (size.height() < (lanesTop() + least) * m_scale || size.width() < leastForMilestones * m_scale)
        m_milestones = {};
    m_scale = std::min(m_scale, size.height() / (lanesTop() + least));
    const QSizeF inner = size / m_scale;
    if (m_extent == FigureExtent::All)
        layOutPages(inner);
    else
        layOutFitted(inner);
    return static_cast<int>(m_pages.size());
}

void TimelinePart::paint(QPainter& painter, int page) const
{
    const Page& shown = m_pages[static_cast<std::size_t>(page)];
    painter.save();
    painter.scale(m_scale, m_scale);
    TimelinePainter(m_style.theme, m_font, TimelinePainter::Marks::Paths).paint(painter, shown.layout);
    if (!shown.more.isEmpty()) {
        painter.setFont(m_font);
        painter.setPen(m_style.theme.dim);
        painter.drawText(QRectF(sideMargin, shown.layout.size().height(),
                                shown.layout.size().width() - sideMargin, moreHeight),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, shown.more);
    }
    painter.restore();
}

QString TimelinePart::toText() const
{
    QStringList pages;
    for (const Page& page : m_pages)
        pages << page.layout.toText() + (page.more.isEmpty() ? QString() : u'\n' + page.more);
    return pages.join(QStringLiteral("\n--\n"));
}

} // namespace

Result<std::unique_ptr<FigurePart>> makeTimelinePart(const FigureSpec& spec, const FigureSource& source,
                                                     const FigureStyle& style)
{
    return std::make_unique<TimelinePart>(spec, source, style);
}

} // namespace interdict
