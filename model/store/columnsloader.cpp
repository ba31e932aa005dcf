// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/columnsloader.h"

#include "model/explore/lasted.h"
#include "model/vocabulary/fixedterms.h"
#include "model/vocabulary/gazetteer.h"

namespace interdict::store {

namespace {

constexpr std::int64_t rowsPerReport = 1 << 15;
constexpr Row noRow = std::numeric_limits<Row>::max();
constexpr std::size_t longestPlaceCode = 8; // bytes; ISO 3166-2 has six
constexpr int mostGroups = 63;              // one bit each, beside "unknown"

// Statuses of what is over, whose end may be missing from the record.
constexpr std::array endedStatuses{fixedterm::lifted, fixedterm::expired, fixedterm::superseded};

std::uint64_t packed(std::string_view code)
{
    std::uint64_t key = 0;
    code.copy(reinterpret_cast<char*>(&key), sizeof key);
    return key;
}

std::uint8_t numberOf(const std::vector<std::uint16_t>& numbers, const FastQuery& row, int column)
{
    const std::int64_t id = row.integer(column); // NULL reads as 0, which no row has
    return id > 0 && static_cast<std::size_t>(id) < numbers.size()
               ? static_cast<std::uint8_t>(numbers[static_cast<std::size_t>(id)])
               : std::uint8_t(0);
}

void setBit(MaskColumn& column, Row row, int value)
{
    const auto word = static_cast<std::size_t>(row) * static_cast<std::size_t>(column.words) +
                      static_cast<std::size_t>(value / 64);
    column.bits[word] |= std::uint64_t(1) << (value % 64);
}

void resize(MaskColumn& column, int values, std::int64_t rows)
{
    column.words = (values + 63) / 64;
    column.bits.assign(static_cast<std::size_t>(column.words) * static_cast<std::size_t>(rows), 0);
}

// What has no value has the value "unknown".
void markUnknown(MaskColumn& column, Row rows)
{
    const auto words = static_cast<std::size_t>(column.words);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto* first = &column.bits[row * words];
        if (std::all_of(first, first + words, [](std::uint64_t word) { return word == 0; }))
            column.bits[row * words] = 1;
    }
}

} // namespace

ColumnsLoader::ColumnsLoader(const Opened& opened, const Gazetteer& gazetteer,
                             const DataSet::Progress& progress, std::string only)
    : m_opened(opened)
    , m_gazetteer(gazetteer)
    , m_progress(progress)
    , m_only(std::move(only))
{
}

std::string ColumnsLoader::where(const char* column) const
{
    return m_only.empty() ? std::string() : std::string(" WHERE ") + column + m_only;
}

Columns ColumnsLoader::load()
{
    addVocabulary();
    reserve();
    readEvents();
    indexRows();
    readPlatforms();
    readConcerns();
    endSuperseded();
    numberPlaces();
    addGroups();
    fillLasted(m_columns);
    report(1);
    return std::move(m_columns);
}

void ColumnsLoader::report(double done)
{
    if (m_progress && !m_progress(done))
        throw Failure(Error::Kind::Cancelled, tr("Opening was cancelled."));
}

void ColumnsLoader::addVocabulary()
{
    const Vocabulary& words = m_opened.terms.vocabulary;
    const std::array kinds{
        std::pair(Facet::Measure, TermKind::Measure), std::pair(Facet::Scope, TermKind::Scope),
        std::pair(Facet::Status, TermKind::Status), std::pair(Facet::Concern, TermKind::Concern),
        std::pair(Facet::Confidence, TermKind::Confidence)};
    for (const auto& [facet, kind] : kinds)
        for (const Term& term : words.terms(kind))
            table(facet).add(term.code);
    for (const Platform& platform : words.platforms())
        table(Facet::Platform).add(platform.name);
    for (const ReviewState state : reviewStates)
        table(Facet::Review).add(reviewCode(state));
    m_measureFlags.assign(1, 0);
    for (const Term& term : words.terms(TermKind::Measure))
        m_measureFlags.push_back(term.restricts ? Columns::Restricts : 0);
    m_statusFlags.assign(1, 0);
    m_statusEnded.assign(1, 0);
    for (const Term& term : words.terms(TermKind::Status)) {
        m_statusFlags.push_back(term.inForce ? Columns::WasInForce : 0);
        m_statusEnded.push_back(std::count(endedStatuses.begin(), endedStatuses.end(), term.code) > 0);
    }
}

void ColumnsLoader::reserve()
{
    m_count = numberFrom(*m_opened.database, ("SELECT count(*) FROM event" + where("id")).c_str());
    const auto rows = static_cast<std::size_t>(m_count);
    m_columns.id.reserve(rows);
    for (auto* days : {&m_columns.startFirst, &m_columns.startLast, &m_columns.endFirst, &m_columns.endLast})
        days->reserve(rows);
    for (auto* bytes : {&m_columns.flags, &m_columns.measure, &m_columns.scope, &m_columns.status,
                        &m_columns.confidence, &m_columns.review})
        bytes->reserve(rows);
    m_columns.place.reserve(rows);
}

void ColumnsLoader::readEvents()
{
    const std::string from = m_only.empty() ? " INDEXED BY event_columns" : where("id");
    const std::string sql = "SELECT id, start_first, start_last, end_first, end_last, country, subdivision, "
                            "measure, scope, status, confidence, review FROM event" +
                            from + " ORDER BY start_first, uid";
    FastQuery row(*m_opened.database, sql.c_str());
    while (row.next()) {
        readEvent(row);
        if (m_columns.size() % rowsPerReport == 0)
            report(0.5 * m_columns.size() / static_cast<double>(std::max<std::int64_t>(1, m_count)));
    }
    m_count = m_columns.size(); // by a damaged index another number than was counted
}

void ColumnsLoader::readEvent(const FastQuery& row)
{
    const TermIds& ids = m_opened.terms.ids;
    Columns& c = m_columns;
    c.id.push_back(row.integer(0));
    c.place.push_back(placeNumber(row.text(5), row.text(6)));
    c.measure.push_back(numberOf(ids.numbers(TermKind::Measure), row, 7));
    c.scope.push_back(numberOf(ids.numbers(TermKind::Scope), row, 8));
    c.status.push_back(numberOf(ids.numbers(TermKind::Status), row, 9));
    c.confidence.push_back(numberOf(ids.numbers(TermKind::Confidence), row, 10));
    c.review.push_back(static_cast<std::uint8_t>(std::clamp<std::int64_t>(row.integer(11), 0, 2) + 1));
    c.flags.push_back(m_measureFlags[c.measure.back()] | m_statusFlags[c.status.back()]);
    readDays(row);
}

void ColumnsLoader::readDays(const FastQuery& row)
{
    static const Day earliest = dayOf(1400, 1, 1), latest = dayOf(9999, 12, 31);
    const auto day = [&](int column) {
        const std::int64_t value = row.integer(column);
        if (value < earliest || value > latest)
            throw damaged(m_opened.path, QStringLiteral("day %1").arg(value));
        return static_cast<Day>(value);
    };
    Columns& c = m_columns;
    c.startFirst.push_back(day(1));
    c.startLast.push_back(day(2));
    const bool open = row.isNull(3);
    c.endFirst.push_back(open ? noEnd : day(3));
    c.endLast.push_back(open ? noEnd : day(4));
    if (c.startFirst.back() == c.startLast.back())
        c.flags.back() |= Columns::PreciseStart;
    if (open && m_statusEnded[c.status.back()])
        c.flags.back() |= Columns::EndUnknown; // until an event that supersedes it is found
}

std::uint16_t ColumnsLoader::placeNumber(std::string_view country, std::string_view subdivision)
{
    const std::string_view code = subdivision.empty() ? country : subdivision;
    if (code.size() > longestPlaceCode)
        throw damaged(m_opened.path, QStringLiteral("a place's code is too long"));
    const auto [it, isNew] =
        m_placeNumbers.try_emplace(packed(code), static_cast<std::uint16_t>(m_places.size()));
    if (isNew) {
        if (m_places.size() >= std::numeric_limits<std::uint16_t>::max() / 2)
            throw damaged(m_opened.path, QStringLiteral("too many places"));
        const auto text = [](std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); };
        m_places.push_back({text(code), text(country)});
    }
    return it->second;
}

// Ids are 1 … count unless events were deleted; then a table by id is still best while it is not mostly
// holes.
void ColumnsLoader::indexRows()
{
    const auto& ids = m_columns.id;
    const auto [least, greatest] = std::minmax_element(ids.begin(), ids.end());
    if (ids.empty())
        return;
    if (*least >= 0 && *greatest <= 4 * m_count + 1024) {
        m_rows.assign(static_cast<std::size_t>(*greatest) + 1, noRow);
        for (Row row = 0; row < ids.size(); ++row)
            m_rows[static_cast<std::size_t>(ids[row])] = row;
        return;
    }
    for (Row row = 0; row < ids.size(); ++row)
        m_sparseRows.emplace_back(ids[row], row);
    std::sort(m_sparseRows.begin(), m_sparseRows.end());
}

std::optional<Row> ColumnsLoader::rowOf(std::int64_t id) const
{
    if (!m_rows.empty()) {
        const bool known = id >= 0 && static_cast<std::size_t>(id) < m_rows.size();
        const Row row = known ? m_rows[static_cast<std::size_t>(id)] : noRow;
        return row == noRow ? std::nullopt : std::optional(row);
    }
    const auto it = std::lower_bound(m_sparseRows.begin(), m_sparseRows.end(), std::pair(id, Row(0)));
    return it != m_sparseRows.end() && it->first == id ? std::optional(it->second) : std::nullopt;
}

void ColumnsLoader::readPlatforms()
{
    QStringList countries;
    for (const Platform& platform : m_opened.terms.vocabulary.platforms())
        countries.append(platform.developerCountry);
    const QStringList platformCountries = countries;
    countries.removeAll(QString());
    countries.sort();
    for (const QString& country : countries)
        table(Facet::Developer).add(country);
    std::vector<int> developer{0}; // by platform number
    for (const QString& country : platformCountries)
        developer.push_back(table(Facet::Developer).add(country));

    resize(m_columns.platform, table(Facet::Platform).size(), m_count);
    resize(m_columns.developer, table(Facet::Developer).size(), m_count);
    const auto& numbers = m_opened.terms.ids.platformNumbers();
    FastQuery link(*m_opened.database,
                   ("SELECT event, platform FROM event_platform" + where("event")).c_str());
    for (std::int64_t read = 1; link.next(); ++read) {
        const auto id = static_cast<std::size_t>(link.integer(1));
        const int number = id < numbers.size() ? numbers[id] : 0;
        if (const auto row = rowOf(link.integer(0))) {
            setBit(m_columns.platform, *row, number);
            if (const int country = developer[static_cast<std::size_t>(number)])
                setBit(m_columns.developer, *row, country);
        }
        if (read % rowsPerReport == 0)
            report(0.7);
    }
    markUnknown(m_columns.platform, m_columns.size());
    markUnknown(m_columns.developer, m_columns.size());
}

void ColumnsLoader::readConcerns()
{
    resize(m_columns.concern, table(Facet::Concern).size(), m_count);
    FastQuery link(*m_opened.database, ("SELECT event, concern FROM event_concern" + where("event")).c_str());
    for (std::int64_t read = 1; link.next(); ++read) {
        if (const auto row = rowOf(link.integer(0)))
            setBit(m_columns.concern, *row, numberOf(m_opened.terms.ids.numbers(TermKind::Concern), link, 1));
        if (read % rowsPerReport == 0)
            report(0.9);
    }
    markUnknown(m_columns.concern, m_columns.size());
}

// An end that is not recorded is the start of the earliest event that supersedes this one. One that began
// before it cannot have ended it.
void ColumnsLoader::endSuperseded()
{
    FastQuery link(*m_opened.database,
                   "SELECT event, other FROM relation WHERE kind IN "
                   "(SELECT id FROM term WHERE kind = 'relation' AND code = 'supersedes')");
    Columns& c = m_columns;
    while (link.next()) {
        const auto by = rowOf(link.integer(0));
        const auto ended = rowOf(link.integer(1));
        constexpr auto mayEnd = Columns::EndUnknown | Columns::EndFromSuperseding;
        if (!by || !ended || (c.flags[*ended] & mayEnd) == 0 || c.startLast[*by] < c.startFirst[*ended])
            continue;
        const auto start = std::pair(c.startFirst[*by], c.startLast[*by]);
        if (start < std::pair(c.endFirst[*ended], c.endLast[*ended]))
            std::tie(c.endFirst[*ended], c.endLast[*ended]) = start;
        c.flags[*ended] =
            static_cast<std::uint8_t>((c.flags[*ended] & ~Columns::EndUnknown) | Columns::EndFromSuperseding);
    }
}

// A subdivision stands right after its country, and brings it into the table.
void ColumnsLoader::numberPlaces()
{
    QStringList codes;
    for (const PlaceFound& place : m_places)
        codes << place.code << place.country;
    codes.sort();
    ValueTable& places = table(Facet::Country);
    for (const QString& code : codes)
        places.add(code);
    m_columns.countryOf.assign(static_cast<std::size_t>(places.size()), 0);
    std::vector<std::uint16_t> renumbered;
    for (const PlaceFound& place : m_places) {
        const auto number = static_cast<std::uint16_t>(places.add(place.code));
        const auto country = static_cast<std::uint16_t>(places.add(place.country));
        renumbered.push_back(number);
        m_columns.countryOf[number] = country;
        m_columns.countryOf[country] = country;
    }
    for (std::uint16_t& place : m_columns.place)
        place = renumbered[place];
}

void ColumnsLoader::addGroups()
{
    const auto& places = table(Facet::Country);
    m_columns.groupsOf.assign(static_cast<std::size_t>(places.size()), 0);
    for (const PlaceGroup& group : m_gazetteer.groups()) {
        const int number = table(Facet::Bloc).add(group.code);
        if (number > mostGroups)
            throw Failure(Error::Kind::Failed, tr("The gazetteer has more than %1 groups.").arg(mostGroups));
        for (const QString& member : group.members)
            if (const auto country = places.number(member))
                m_columns.groupsOf[static_cast<std::size_t>(*country)] |= std::uint64_t(1) << number;
    }
    for (std::size_t place = 0; place < m_columns.groupsOf.size(); ++place) {
        m_columns.groupsOf[place] = m_columns.groupsOf[m_columns.countryOf[place]];
        if (m_columns.groupsOf[place] == 0)
            m_columns.groupsOf[place] = 1; // in no group: unknown
    }
}

} // namespace interdict::store

namespace interdict {

Result<Columns> DataSet::loadColumns(const Gazetteer& gazetteer, const Progress& progress) const
{
    return store::guarded(
        d->path, [&]() -> Result<Columns> { return store::ColumnsLoader(*d, gazetteer, progress).load(); });
}

} // namespace interdict
