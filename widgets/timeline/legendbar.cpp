// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/legendbar.h"

#include "widgets/timeline/itempainter.h"

#include <QPainter>

#include <cmath>
#include <numeric>

namespace interdict {

namespace {
constexpr double sideMargin = 12;
constexpr double markSize = 12;
constexpr double afterMark = 6;
constexpr double afterEntry = 16;
constexpr double roomForRest = 48; // for "+9"
} // namespace

LegendBar::LegendBar(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
}

void LegendBar::show(const std::vector<LegendEntry>& entries, const std::vector<bool>& used)
{
    m_entries = entries;
    m_used = used;
    m_used.resize(entries.size());
    QStringList labels;
    for (std::size_t i = 0; i < entries.size(); ++i)
        labels << (m_used[i] ? entries[i].label : tr("%1 (none here)").arg(entries[i].label));
    setToolTip(labels.join(u'\n'));
    setAccessibleDescription(labels.join(QStringLiteral(", ")));
    update();
}

QSize LegendBar::sizeHint() const
{
    return {500, fontMetrics().height() + 8};
}

double LegendBar::entryWidth(const LegendEntry& entry) const
{
    return markSize + afterMark + QFontMetricsF(font()).horizontalAdvance(entry.label) + afterEntry;
}

std::vector<std::size_t> LegendBar::fitting() const
{
    std::vector<std::size_t> all(m_entries.size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    const auto width = [this](const std::vector<std::size_t>& entries) {
        return std::accumulate(entries.begin(), entries.end(), 2 * sideMargin - afterEntry,
                               [this](double sum, std::size_t i) { return sum + entryWidth(m_entries[i]); });
    };
    if (width(all) <= this->width())
        return all;
    std::vector<std::size_t> some;
    for (const std::size_t i : all)
        if (m_used[i])
            some.push_back(i);
    while (!some.empty() && width(some) + roomForRest > this->width())
        some.pop_back();
    return some;
}

void LegendBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    const double middle = height() / 2.0;
    double x = sideMargin;
    const std::vector<std::size_t> shown = fitting();
    for (const std::size_t i : shown) {
        const LegendEntry& entry = m_entries[i];
        painter.setOpacity(m_used[i] ? 1 : 0.45);
        paintMark(painter, entry.style, {std::floor(x + markSize / 2), std::floor(middle)}, markSize,
                  markOutline(entry.style, theme));
        painter.setOpacity(1);
        painter.setPen(m_used[i] ? theme.ink : theme.dim);
        painter.drawText(QRectF(x + markSize + afterMark, 0, entryWidth(entry), height()), Qt::AlignVCenter,
                         entry.label);
        x += entryWidth(entry);
    }
    if (shown.size() < m_entries.size()) {
        painter.setPen(theme.dim);
        painter.drawText(QRectF(x, 0, roomForRest, height()), Qt::AlignVCenter,
                         QStringLiteral("+%1").arg(m_entries.size() - shown.size()));
    }
}

} // namespace interdict
