// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns brought up to date after a save: only the rows concerned are read, and put where they belong.
#include "model/store/columnsloader.h"

#include <set>

namespace interdict {

using namespace store;

namespace {

constexpr std::size_t mostRows = 2000; // more are loaded anew, which is then quicker

std::string listOf(const std::set<std::int64_t>& ids)
{
    std::string list;
    for (const std::int64_t id : ids)
        list += (list.empty() ? " IN (" : ", ") + std::to_string(id);
    return list.empty() ? " IN ()" : list + ")";
}

// What supersedes the events gives them their end, so it is read with them.
std::set<std::int64_t> withSuperseding(SQLite::Database& database, const std::set<std::int64_t>& ids)
{
    std::set<std::int64_t> all = ids;
    FastQuery link(database, ("SELECT event FROM relation WHERE kind IN (SELECT id FROM term WHERE "
                              "kind = 'relation' AND code = 'supersedes') AND other" +
                              listOf(ids))
                                 .c_str());
    while (link.next())
        all.insert(link.integer(0));
    return all;
}

// The members that hold one value a row, and those that hold sets.
template <typename Work>
void eachColumn(Work work)
{
    work(&Columns::id);
    for (const auto days : {&Columns::startFirst, &Columns::startLast, &Columns::endFirst, &Columns::endLast})
        work(days);
    work(&Columns::place);
    for (const auto bytes : {&Columns::flags, &Columns::measure, &Columns::scope, &Columns::status,
                             &Columns::confidence, &Columns::review})
        work(bytes);
}

constexpr std::array maskColumns{&Columns::platform, &Columns::concern, &Columns::developer,
                                 &Columns::lasted};

void eraseRow(Columns& columns, Row row)
{
    eachColumn([&](auto member) { (columns.*member).erase((columns.*member).begin() + row); });
    for (const auto member : maskColumns) {
        MaskColumn& mask = columns.*member;
        const auto first = mask.bits.begin() + std::ptrdiff_t(row) * mask.words;
        mask.bits.erase(first, first + mask.words);
    }
}

void insertRow(Columns& columns, Row row, const Columns& from, Row fromRow)
{
    eachColumn([&](auto member) {
        (columns.*member).insert((columns.*member).begin() + row, (from.*member)[fromRow]);
    });
    for (const auto member : maskColumns) {
        MaskColumn& into = columns.*member;
        const auto first = (from.*member).bits.begin() + std::ptrdiff_t(fromRow) * into.words;
        into.bits.insert(into.bits.begin() + std::ptrdiff_t(row) * into.words, first, first + into.words);
    }
}

class Patching
{
public:
    Patching(const Opened& opened, Columns& columns, Columns fresh)
        : m_columns(columns)
        , m_fresh(std::move(fresh))
        , m_uid(*opened.database, "SELECT uid FROM event WHERE id = ?1")
    {
    }

    // Nothing where the tables of places would have to change.
    std::optional<RowsPatch> run(const std::set<std::int64_t>& ids)
    {
        RowsPatch patch;
        std::set<std::uint16_t> left;
        for (Row row = m_columns.size(); row-- > 0;)
            if (ids.contains(m_columns.id[row])) {
                left.insert(m_columns.place[row]);
                eraseRow(m_columns, row);
                patch.erased.push_back(row);
            }
        for (Row row = 0; row < m_fresh.size(); ++row) {
            if (!ids.contains(m_fresh.id[row]))
                continue;
            const auto inserted = insert(row);
            if (!inserted)
                return std::nullopt;
            patch.inserted.push_back(*inserted); // in the order of rows, as the fresh ones are
        }
        const auto isUsed = [this](std::uint16_t place) {
            return std::find(m_columns.place.begin(), m_columns.place.end(), place) != m_columns.place.end();
        };
        return std::all_of(left.begin(), left.end(), isUsed) ? std::optional(std::move(patch)) : std::nullopt;
    }

private:
    QByteArray uidOf(std::int64_t id)
    {
        m_uid.reset();
        m_uid.bind(1, id);
        return m_uid.executeStep() ? QByteArray(m_uid.getColumn(0).getText()) : QByteArray();
    }

    // Rows stand in the order of their start's first day, then of their uid's bytes.
    Row placeFor(Row fresh)
    {
        const auto [first, last] = std::equal_range(m_columns.startFirst.begin(), m_columns.startFirst.end(),
                                                    m_fresh.startFirst[fresh]);
        const QByteArray uid = uidOf(m_fresh.id[fresh]);
        const auto begin = m_columns.id.begin() + (first - m_columns.startFirst.begin());
        const auto end = m_columns.id.begin() + (last - m_columns.startFirst.begin());
        const auto it = std::partition_point(begin, end, [&](std::int64_t id) { return uidOf(id) < uid; });
        return static_cast<Row>(it - m_columns.id.begin());
    }

    std::optional<Row> insert(Row fresh)
    {
        const QString code = m_fresh.placeCode(fresh);
        const auto place = m_columns.table(Facet::Country).number(code);
        if (!place)
            return std::nullopt;
        m_fresh.place[fresh] = static_cast<std::uint16_t>(*place);
        const Row row = placeFor(fresh);
        insertRow(m_columns, row, m_fresh, fresh);
        return row;
    }

    Columns& m_columns;
    Columns m_fresh;
    SQLite::Statement m_uid;
};

} // namespace

Result<std::optional<RowsPatch>> DataSet::patchColumns(Columns& columns, std::span<const std::int64_t> ids,
                                                       const Gazetteer& gazetteer) const
{
    return guarded(d->path, [&]() -> Result<std::optional<RowsPatch>> {
        if (ids.size() > mostRows)
            return std::nullopt;
        const std::set<std::int64_t> concerned(ids.begin(), ids.end());
        const std::string only = listOf(withSuperseding(*d->database, concerned));
        Columns fresh = ColumnsLoader(*d, gazetteer, {}, only).load();
        return Patching(*d, columns, std::move(fresh)).run(concerned);
    });
}

} // namespace interdict
