// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/binding.h"

#include <sqlite3.h>

namespace interdict::store {

void run(SQLite::Statement& statement)
{
    statement.exec();
    statement.reset();
}

void bindId(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& id)
{
    id ? statement.bind(index, *id) : statement.bind(index);
}

// Text, first and last day, in three columns from `index` on.
void bindDate(SQLite::Statement& statement, int index, const std::optional<PartialDate>& date)
{
    if (date) {
        statement.bind(index, date->text().toStdString());
        statement.bind(index + 1, date->interval().first);
        statement.bind(index + 2, date->interval().last);
        return;
    }
    for (int i = 0; i < 3; ++i)
        statement.bind(index + i);
}

void insertSources(SQLite::Statement& insert, std::int64_t owner, const std::vector<Source>& sources)
{
    int position = 0;
    for (const Source& source : sources) {
        insert.bind(1, owner);
        insert.bind(2, position++);
        bindText(insert, 3, source.title);
        bindText(insert, 4, source.publisher);
        bindText(insert, 5, source.url);
        bindText(insert, 6, source.date ? source.date->text() : QString());
        bindText(insert, 7, source.kind);
        bindText(insert, 8, source.archivedUrl);
        run(insert);
    }
}

QString contradiction(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
        return tr("another entry has this id already.");
    case SQLITE_CONSTRAINT_NOTNULL:
        return tr("the id or the title is missing.");
    default:
        return tr("the dates, the place or the relations contradict each other.");
    }
}

} // namespace interdict::store
