// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the event table, as one table: header, text, sort value and width of each. The model, the
// copy as text and the choice of columns are all driven by it.
#pragma once

#include "model/explore/columns.h"

#include <functional>

class QLocale;

namespace interdict {

class Workspace;

struct EventColumn
{
    QString id;    // in saved states; never translated
    QString title; // translated
    int width = 100;
    bool isShown = true; // unless the user chose otherwise
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    std::function<QString(const Workspace&, Row, const QLocale&)> text;
    // What the column sorts by, one value for each of `rows`. Asked once a sort.
    std::function<std::vector<std::int64_t>(const Workspace&, std::span<const Row>)> sortValues;
};

// Translated when asked.
std::vector<EventColumn> eventColumns();

} // namespace interdict
