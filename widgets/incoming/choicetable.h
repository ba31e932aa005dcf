// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table in which fields are chosen: rows as high as their texts at the width they get, every value a
// click, Space or Enter away.
#pragma once

#include "widgets/incoming/fieldchoices.h"

#include <QTableView>

namespace interdict {

class ChoiceTable : public QTableView
{
    Q_OBJECT

public:
    // `choices` outlive the table.
    ChoiceTable(FieldChoices& choices, QWidget* parent);
};

} // namespace interdict
