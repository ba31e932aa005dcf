// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/matrixspec.h"

#include <array>

namespace interdict {

std::span<const KeyOf<MatrixValue>> matrixValues()
{
    static constexpr std::array<KeyOf<MatrixValue>, 3> table{{
        {MatrixValue::Events, "events", QT_TRANSLATE_NOOP("Matrix", "Events")},
        {MatrixValue::InForce, "in-force", QT_TRANSLATE_NOOP("Matrix", "In force")},
        {MatrixValue::Strictest, "strictest", QT_TRANSLATE_NOOP("Matrix", "Strictest in force")},
    }};
    return table;
}

std::span<const KeyOf<MatrixOrder>> matrixOrders()
{
    static constexpr std::array<KeyOf<MatrixOrder>, 3> table{{
        {MatrixOrder::Total, "total", QT_TRANSLATE_NOOP("Matrix", "By total")},
        {MatrixOrder::Name, "name", QT_TRANSLATE_NOOP("Matrix", "By name")},
        {MatrixOrder::Similarity, "similarity", QT_TRANSLATE_NOOP("Matrix", "By similarity")},
    }};
    return table;
}

QJsonObject toJson(const MatrixSpec& spec)
{
    return {{QStringLiteral("rows"), QLatin1String(facetInfo(spec.rows).key)},
            {QStringLiteral("columns"), QLatin1String(facetInfo(spec.columns).key)},
            {QStringLiteral("value"), keyOf(matrixValues(), spec.value)},
            {QStringLiteral("order"), keyOf(matrixOrders(), spec.order)}};
}

MatrixSpec matrixSpecFrom(const QJsonObject& json)
{
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    MatrixSpec spec;
    spec.rows = facetFromKey(text("rows")).value_or(spec.rows);
    spec.columns = facetFromKey(text("columns")).value_or(spec.columns);
    spec.value = fromKey(matrixValues(), text("value")).value_or(spec.value);
    spec.order = fromKey(matrixOrders(), text("order")).value_or(spec.order);
    return spec;
}

} // namespace interdict
