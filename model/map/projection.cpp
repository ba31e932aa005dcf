// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interdict::equalearth {

namespace {

// Equations 8 to 10 of the paper: y is a polynomial of the parametric latitude t, x follows from equal areas.
constexpr double a1 = 1.340264;
constexpr double a2 = -0.081106;
constexpr double a3 = 0.000893;
constexpr double a4 = 0.003796;
const double m = std::sqrt(3.0) / 2;
constexpr double radians = std::numbers::pi / 180;
constexpr double slack = 1e-9;

double yOf(double t)
{
    const double t2 = t * t;
    const double t6 = t2 * t2 * t2;
    return t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
}

double slopeOf(double t)
{
    const double t2 = t * t;
    const double t6 = t2 * t2 * t2;
    return a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2);
}

double parametricLatitude(double y)
{
    double t = y / a1;
    for (int i = 0; i < 12; ++i) {
        const double step = (yOf(t) - y) / slopeOf(t);
        t -= step;
        if (std::abs(step) < 1e-13)
            break;
    }
    return t;
}

} // namespace

PlanePoint forward(Degrees place)
{
    const double t = std::asin(m * std::sin(std::clamp(place.lat, -90.0, 90.0) * radians));
    return {place.lon * radians * std::cos(t) / (m * slopeOf(t)), yOf(t)};
}

std::optional<Degrees> inverse(PlanePoint point)
{
    if (!(std::abs(point.y) <= maxY + slack))
        return std::nullopt;
    const double t = parametricLatitude(std::clamp(point.y, -maxY, maxY));
    const double lon = m * point.x * slopeOf(t) / std::cos(t) / radians;
    if (!(std::abs(lon) <= 180 + slack / radians))
        return std::nullopt;
    return Degrees{std::clamp(lon, -180.0, 180.0),
                   std::asin(std::clamp(std::sin(t) / m, -1.0, 1.0)) / radians};
}

} // namespace interdict::equalearth
