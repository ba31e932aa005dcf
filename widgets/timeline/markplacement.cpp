// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/markplacement.h"

#include <QString>

#include <algorithm>
#include <numeric>

namespace interdict {

namespace {

constexpr double nowhere = std::numeric_limits<double>::lowest();
constexpr std::uint32_t longestPlainCount = 9999;

// A mark or fold while it grows.
struct Growing
{
    double first = 0, last = 0; // positions of its outermost members
    double before = nowhere;    // where the mark on its left ends
    PlacedMark mark;

    void extend(double x, std::uint32_t end, const MarkMetrics& metrics)
    {
        last = x;
        mark.end = end;
        mark.width = metrics.widthFor(mark.count());
        const double left = std::max((first + last - mark.width) / 2, before + metrics.gap);
        mark.x = left + mark.width / 2;
    }
};

// One line of a stack, as far as it is filled.
struct Line
{
    double markEnd = nowhere;
    double labelEnd = nowhere;
    double barEnd = nowhere;
    std::size_t last = 0; // its last mark
};

class Stack
{
public:
    Stack(int lines, const MarkMetrics& metrics)
        : m_lines(static_cast<std::size_t>(lines))
        , m_metrics(metrics)
    {
    }

    // Returns the line in which the entry went. `when`: the days that its date may mean.
    std::size_t add(double x, PixelRange when, double barEnd)
    {
        const std::size_t line = choose(x, when.from);
        Line& chosen = m_lines[line];
        const double left = x - m_metrics.size / 2;
        if (chosen.markEnd + m_metrics.gap <= left)
            begin(chosen, line, x);
        else
            join(m_marks[chosen.last], x);
        m_owner.push_back(chosen.last);
        chosen.markEnd = m_marks[chosen.last].mark.right();
        chosen.labelEnd = chosen.markEnd + m_metrics.labelReserve;
        chosen.barEnd = std::max({chosen.barEnd, barEnd, when.to});
        return line;
    }

    StackedLane finish();

private:
    void begin(Line& line, std::size_t number, double x)
    {
        Growing growing{x, x, line.markEnd, {}};
        growing.mark.subRow = static_cast<int>(number);
        growing.extend(x, 1, m_metrics);
        line.last = m_marks.size();
        m_marks.push_back(growing);
    }
    void join(Growing& growing, double x) { growing.extend(x, growing.mark.end + 1, m_metrics); }
    std::size_t choose(double x, double from) const;

    std::vector<Line> m_lines;
    std::vector<Growing> m_marks;
    std::vector<std::size_t> m_owner; // by entry: its mark
    const MarkMetrics& m_metrics;
};

std::size_t Stack::choose(double x, double from) const
{
    enum Room { ForNothing, ForMark, ForLabel, ForBar };
    const double left = x - m_metrics.size / 2 - m_metrics.gap;
    std::size_t best = 0;
    Room most = ForNothing;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const Room room = line.markEnd > left                  ? ForNothing
                          : line.labelEnd > left               ? ForMark
                          : line.barEnd > std::min(left, from) ? ForLabel
                                                               : ForBar;
        const bool better = room == ForNothing ? line.markEnd > m_lines[best].markEnd   // nearest to join
                            : room == ForMark  ? line.labelEnd < m_lines[best].labelEnd // cuts least
                                               : false;
        if (room > most || (room == most && better)) {
            best = i;
            most = room;
        }
        if (room == ForBar)
            break;
    }
    return best;
}

StackedLane Stack::finish()
{
    StackedLane result;
    std::uint32_t begin = 0;
    std::vector<std::uint32_t> next(m_marks.size());
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        PlacedMark mark = m_marks[i].mark;
        next[i] = begin;
        mark.end = begin + mark.count();
        mark.begin = begin;
        begin = mark.end;
        result.marks.push_back(mark);
    }
    result.members.resize(m_owner.size());
    for (std::uint32_t entry = 0; entry < m_owner.size(); ++entry)
        result.members[next[m_owner[entry]]++] = entry;
    std::stable_sort(result.marks.begin(), result.marks.end(),
                     [](const PlacedMark& a, const PlacedMark& b) { return a.x < b.x; });
    return result;
}

} // namespace

double MarkMetrics::widthFor(std::uint32_t count) const
{
    if (count == 1)
        return size;
    const std::size_t letters = count < 10 ? 1 : count < 100 ? 2 : count < 1000 ? 3 : count < 100'000 ? 4 : 5;
    return pillWidths[letters - 1];
}

QString countText(std::uint32_t count)
{
    return count <= longestPlainCount ? QString::number(count) : QStringLiteral("%1k").arg(count / 1000);
}

std::vector<PlacedMark> foldMarks(const AnchorIndex& index, double pixelsPerDay, PixelRange visible,
                                  const MarkMetrics& metrics)
{
    std::vector<PlacedMark> result;
    std::optional<Growing> growing;
    double before = nowhere;
    const auto finish = [&] {
        if (!growing)
            return;
        before = growing->mark.right();
        if (before >= visible.from)
            result.push_back(growing->mark);
        growing.reset();
    };
    for (std::size_t i = 0; i < index.anchors.size(); ++i) {
        const double x = anchorDay(index.anchors[i]) * pixelsPerDay;
        const double left = x - metrics.size / 2 - metrics.gap;
        if (growing && left >= growing->mark.right())
            finish();
        if (!growing) {
            if (left > visible.to)
                break;
            growing = Growing{x, x, before, {}};
            growing->mark.begin = index.begin[i];
        }
        growing->extend(x, index.begin[i + 1], metrics);
    }
    finish();
    return result;
}

StackedLane stackMarks(const TimelineLane& lane, const Columns& columns, double pixelsPerDay, int subRows,
                       double upTo, const MarkMetrics& metrics)
{
    Stack stack(subRows, metrics);
    std::vector<PlacedSpan> spans;
    for (std::uint32_t entry = 0; entry < lane.rows.size(); ++entry) {
        const Row row = lane.rows[entry];
        const auto span = rowSpan(columns, row, lane.styles[entry]);
        const double x = anchorDay(anchorOf(columns.start(row))) * pixelsPerDay;
        if (x > upTo)
            break;
        const double barEnd = span ? span->possible.end * pixelsPerDay : nowhere;
        const PixelRange when{columns.startFirst[row] * pixelsPerDay,
                              (columns.startLast[row] + 1) * pixelsPerDay};
        const std::size_t line = stack.add(x, when, barEnd);
        if (span)
            spans.push_back({*span, static_cast<int>(line), entry});
    }
    StackedLane result = stack.finish();
    result.spans = std::move(spans);
    return result;
}

} // namespace interdict
