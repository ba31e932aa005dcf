// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/simplify.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace interdict {

namespace {

double triangle(PlanePoint a, PlanePoint b, PlanePoint c)
{
    return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

struct Candidate
{
    double area;
    std::size_t point;
    bool operator>(const Candidate& other) const
    {
        return area != other.area ? area > other.area : point > other.point;
    }
};

// Neighbours of each point among those that are left.
struct Links
{
    explicit Links(std::size_t size)
        : before(size)
        , after(size)
    {
        for (std::size_t i = 0; i < size; ++i) {
            before[i] = i - 1;
            after[i] = i + 1;
        }
    }
    void remove(std::size_t i)
    {
        after[before[i]] = after[i];
        before[after[i]] = before[i];
    }
    std::vector<std::size_t> before, after;
};

} // namespace

std::vector<double> pointWeights(const std::vector<PlanePoint>& line)
{
    const std::size_t size = line.size();
    std::vector<double> weights(size, std::numeric_limits<double>::infinity());
    Links links(size);
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto weigh = [&](std::size_t i) {
        weights[i] = triangle(line[links.before[i]], line[i], line[links.after[i]]);
        queue.push({weights[i], i});
    };
    for (std::size_t i = 1; i + 1 < size; ++i)
        weigh(i);
    std::vector<bool> removed(size);
    std::vector<std::size_t> order;
    double least = 0;
    while (!queue.empty()) {
        const auto [area, i] = queue.top();
        queue.pop();
        if (removed[i] || area != weights[i])
            continue;
        removed[i] = true;
        order.push_back(i);
        weights[i] = least = std::max(least, area);
        links.remove(i);
        for (const std::size_t next : {links.before[i], links.after[i]})
            if (next > 0 && next + 1 < size)
                weigh(next);
    }
    if (line.front() == line.back())
        for (std::size_t kept = 0; kept < 2 && !order.empty(); ++kept, order.pop_back())
            weights[order.back()] = std::numeric_limits<double>::infinity();
    return weights;
}

} // namespace interdict
