// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which cross table is meant: a plain value that the view's choices, a figure's data and the command line
// share.
#pragma once

#include "model/explore/facet.h"
#include "model/keys.h"

#include <QJsonObject>

namespace interdict {

enum class MatrixValue : std::uint8_t { Events, InForce, Strictest }; // the latter two on the as-of day
enum class MatrixOrder : std::uint8_t { Total, Name, Similarity };

std::span<const KeyOf<MatrixValue>> matrixValues();
std::span<const KeyOf<MatrixOrder>> matrixOrders();

struct MatrixSpec
{
    Facet rows = Facet::Country;
    Facet columns = Facet::Concern;
    MatrixValue value = MatrixValue::Events;
    MatrixOrder order = MatrixOrder::Total;
    bool operator==(const MatrixSpec&) const = default;
};

QJsonObject toJson(const MatrixSpec& spec);
MatrixSpec matrixSpecFrom(const QJsonObject& json);

} // namespace interdict
