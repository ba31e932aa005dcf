// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How strips of content, one below the other, are divided into pages. Numbers alone.
#pragma once

#include <span>
#include <vector>

namespace interdict {

struct PageStrip // never divided; px
{
    double before = 0; // free above it, but not at the top of a page
    double height = 0;
    bool keepsNext = false; // no page ends with it
    int head = -1;          // the strip that is repeated above it where it begins a page: a table's head row
};

struct PlacedStrip
{
    int strip = 0;
    double y = 0; // from the top of the content
    bool operator==(const PlacedStrip&) const = default;
};
using PlacedPage = std::vector<PlacedStrip>;

// Greedily, from the first. What should stay together and is higher than a page is divided all the same. No
// strips: one empty page.
std::vector<PlacedPage> paginate(std::span<const PageStrip> strips, double room);

} // namespace interdict
