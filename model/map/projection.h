// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Equal Earth: degrees to the plane and back. Equal areas, straight parallels, curved meridians.
// Source: Bojan Šavrič, Tom Patterson, Bernhard Jenny, "The Equal Earth map projection", International
// Journal of Geographical Information Science 33 (3), 2019, 454–465. On the unit sphere; central meridian 0°.
#pragma once

#include <optional>

namespace interdict {

struct PlanePoint // x to the east, y to the north, in radii of the sphere
{
    double x = 0;
    double y = 0;
    bool operator==(const PlanePoint&) const = default;
};

struct Degrees
{
    double lon = 0;
    double lat = 0;
    bool operator==(const Degrees&) const = default;
};

namespace equalearth {

inline constexpr double maxX = 2.706629983696; // at 180° E, 0° N
inline constexpr double maxY = 1.317362759157; // at the north pole, which is a line

// Latitudes beyond the poles are taken as the poles; longitudes are not wrapped.
PlanePoint forward(Degrees place);
// Nothing outside the map's outline (by more than a rounding error).
std::optional<Degrees> inverse(PlanePoint point);

} // namespace equalearth

} // namespace interdict
