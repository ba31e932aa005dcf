// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/pagination.h"

namespace interdict {

namespace {

class Paginator
{
public:
    Paginator(std::span<const PageStrip> strips, double room)
        : m_strips(strips)
        , m_room(room)
    {
    }

    std::vector<PlacedPage> run()
    {
        for (std::size_t first = 0; first < m_strips.size();) {
            const std::size_t end = endOfRun(first);
            if (!m_pages.back().empty() && m_y + heightOf(first, end) > m_room)
                breakPage();
            for (; first < end; ++first)
                place(first);
        }
        return std::move(m_pages);
    }

private:
    std::size_t endOfRun(std::size_t first) const
    {
        while (first + 1 < m_strips.size() && m_strips[first].keepsNext)
            ++first;
        return first + 1;
    }

    double heightOf(std::size_t first, std::size_t end) const
    {
        double height = 0;
        for (; first < end; ++first)
            height += m_strips[first].before + m_strips[first].height;
        return height;
    }

    void breakPage()
    {
        m_pages.emplace_back();
        m_y = 0;
    }

    void put(std::size_t index)
    {
        const PageStrip& strip = m_strips[index];
        if (!m_pages.back().empty())
            m_y += strip.before;
        m_pages.back().push_back({static_cast<int>(index), m_y});
        m_y += strip.height;
    }

    void place(std::size_t index)
    {
        const PageStrip& strip = m_strips[index];
        if (!m_pages.back().empty() && m_y + strip.before + strip.height > m_room)
            breakPage();
        if (m_pages.back().empty() && strip.head >= 0)
            put(static_cast<std::size_t>(strip.head));
        put(index);
    }

    std::span<const PageStrip> m_strips;
    double m_room;
    double m_y = 0;
    std::vector<PlacedPage> m_pages{PlacedPage{}};
};

} // namespace

std::vector<PlacedPage> paginate(std::span<const PageStrip> strips, double room)
{
    return Paginator(strips, room).run();
}

} // namespace interdict
