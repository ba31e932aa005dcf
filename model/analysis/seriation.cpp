// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/seriation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace interdict {

namespace {

constexpr double noGain = 1e-9; // what is no more than rounding
constexpr int mostPasses = 60;

class Distances
{
public:
    Distances(std::span<const double> profiles, std::size_t length)
        : m_size(profiles.size() / length)
        , m_values(m_size * m_size)
    {
        const auto product = [&](std::size_t a, std::size_t b) {
            const double* first = profiles.data() + a * length;
            return std::inner_product(first, first + length, profiles.data() + b * length, 0.0);
        };
        std::vector<double> norms(m_size);
        for (std::size_t i = 0; i < m_size; ++i)
            norms[i] = std::sqrt(product(i, i));
        for (std::size_t a = 0; a < m_size; ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const double norm = norms[a] * norms[b];
                const double distance = norm > 0 ? 1 - product(a, b) / norm : 1;
                m_values[a * m_size + b] = m_values[b * m_size + a] = distance;
            }
    }
    std::size_t size() const { return m_size; }
    double operator()(int a, int b) const
    {
        return m_values[static_cast<std::size_t>(a) * m_size + static_cast<std::size_t>(b)];
    }

private:
    std::size_t m_size;
    std::vector<double> m_values;
};

// From the most alike pair on, the nearest that is left joins at the end that it is nearer to.
std::vector<int> greedyPath(const Distances& distance)
{
    const int size = static_cast<int>(distance.size());
    std::pair<int, int> nearest(0, 1);
    for (int a = 0; a < size; ++a)
        for (int b = a + 1; b < size; ++b)
            if (distance(a, b) < distance(nearest.first, nearest.second) - noGain)
                nearest = {a, b};
    std::vector<int> front{nearest.first}, back{nearest.second};
    std::vector<bool> isLeft(distance.size(), true);
    isLeft[static_cast<std::size_t>(nearest.first)] = isLeft[static_cast<std::size_t>(nearest.second)] =
        false;
    for (int placed = 2; placed < size; ++placed) {
        int best = -1;
        bool atFront = false;
        double least = 0;
        for (int item = 0; item < size; ++item) {
            if (!isLeft[static_cast<std::size_t>(item)])
                continue;
            const double toFront = distance(item, front.back());
            const double toBack = distance(item, back.back());
            if (const double step = std::min(toFront, toBack); best < 0 || step < least - noGain) {
                best = item;
                least = step;
                atFront = toFront < toBack;
            }
        }
        (atFront ? front : back).push_back(best);
        isLeft[static_cast<std::size_t>(best)] = false;
    }
    std::reverse(front.begin(), front.end());
    front.insert(front.end(), back.begin(), back.end());
    return front;
}

// What the path gains by turning round the part from..to.
double gain(const Distances& distance, const std::vector<int>& path, std::size_t from, std::size_t to)
{
    double gained = 0;
    if (from > 0)
        gained += distance(path[from - 1], path[from]) - distance(path[from - 1], path[to]);
    if (to + 1 < path.size())
        gained += distance(path[to], path[to + 1]) - distance(path[from], path[to + 1]);
    return gained;
}

void mend(std::vector<int>& path, const Distances& distance)
{
    bool isMended = true;
    for (int pass = 0; isMended && pass < mostPasses; ++pass) {
        isMended = false;
        for (std::size_t from = 0; from + 1 < path.size(); ++from)
            for (std::size_t to = from + 1; to < path.size(); ++to)
                if (gain(distance, path, from, to) > noGain) {
                    std::reverse(path.begin() + static_cast<std::ptrdiff_t>(from),
                                 path.begin() + static_cast<std::ptrdiff_t>(to) + 1);
                    isMended = true;
                }
    }
}

} // namespace

std::vector<int> similarityOrder(std::span<const double> profiles, std::size_t length)
{
    const std::size_t size = length == 0 ? 0 : profiles.size() / length;
    std::vector<int> path(size);
    std::iota(path.begin(), path.end(), 0);
    if (size < 2)
        return path;
    if (size > 2) {
        const Distances distance(profiles, length);
        path = greedyPath(distance);
        mend(path, distance);
    }
    double balance = 0; // greater sums late: positive
    for (std::size_t place = 0; place < size; ++place) {
        const auto profile = profiles.subspan(static_cast<std::size_t>(path[place]) * length, length);
        balance += std::accumulate(profile.begin(), profile.end(), 0.0) *
                   (2 * static_cast<double>(place) - static_cast<double>(size - 1));
    }
    if (balance > noGain)
        std::reverse(path.begin(), path.end());
    return path;
}

} // namespace interdict
