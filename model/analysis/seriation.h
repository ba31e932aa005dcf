// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An order of things in which alike ones stand beside each other.
#pragma once

#include <span>
#include <vector>

namespace interdict {

// `profiles`: one run of `length` non-negative numbers a thing. The order in which the path from one to the
// next is short, a step being 1 less the cosine of the angle between two profiles: the Hamiltonian path
// length, a criterion of seriation (Hahsler, Hornik and Buchta, "Getting Things in Order", Journal of
// Statistical Software 25(3), 2008). A greedy path, mended by exchanges of two edges (Croes, "A Method for
// Solving Traveling-Salesman Problems", Operations Research 6(6), 1958) until none shortens it. The end with
// the greater sums comes first. Equal input gives equal output.
std::vector<int> similarityOrder(std::span<const double> profiles, std::size_t length);

} // namespace interdict
