// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict import: a foreign table into a data set, and a report of what became of its rows. Needs no
// display.
#pragma once

#include "app/exitcode.h"
#include "model/edit/datereading.h"

#include <QStringList>

#include <optional>

class QIODevice;

namespace interdict {

struct ImportCommand
{
    QString table;
    QString data; // empty: the user's data set
    QString mapping;
    QString saveMapping;
    QString rejects;
    QString sheet;
    QString encoding; // empty: guessed
    QString editor;
    std::optional<QChar> delimiter;
    std::optional<DateOrder> dateOrder;
    QStringList columns;  // COLUMN=FIELD
    QStringList defaults; // FIELD=VALUE
    QStringList values;   // FIELD:TEXT=MEANING
    bool dryRun = false;
    bool addDuplicates = false;
    bool showProgress = false; // on standard error
};

ExitCode runImport(const ImportCommand& command, QIODevice& out);

} // namespace interdict
