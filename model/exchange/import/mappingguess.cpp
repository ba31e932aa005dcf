// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mappingguess.h"

#include "model/exchange/celltext.h"
#include "model/exchange/import/headernames.h"
#include "model/exchange/import/valuereader.h"

#include <QRegularExpression>
#include <QUrl>

namespace interdict {

namespace {

using T = ImportTarget;
constexpr std::size_t sampleSize = 300; // distinct values looked at
constexpr double enough = 0.6;          // of them that must fit

struct Sample
{
    QStringList values; // distinct, none empty
    double meanLength = 0;
    double share(const std::function<bool(const QString&)>& fits) const
    {
        const auto count = std::count_if(values.begin(), values.end(), fits);
        return values.isEmpty() ? 0 : static_cast<double>(count) / static_cast<double>(values.size());
    }
};

Sample sampleOf(const TableSheet& sheet, qsizetype column)
{
    Sample sample;
    QSet<QString> seen;
    for (const TableRow& row : sheet.rows) {
        const QString value = row.cells.value(column);
        if (!row.problem.isEmpty() || meansNothing(value) || seen.contains(value))
            continue;
        seen.insert(value);
        sample.values << value;
        sample.meanLength += static_cast<double>(value.size());
        if (seen.size() >= static_cast<qsizetype>(sampleSize))
            break;
    }
    sample.meanLength /= std::max(1.0, static_cast<double>(sample.values.size()));
    return sample;
}

bool looksLikeUrl(const QString& text)
{
    static const QRegularExpression address(QStringLiteral("https?://|^www\\."),
                                            QRegularExpression::CaseInsensitiveOption);
    return address.match(text).hasMatch();
}

class Guesser
{
public:
    Guesser(const TableSheet& sheet, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
        : m_sheet(sheet)
        , m_vocabulary(vocabulary)
        , m_reader(vocabulary, gazetteer, m_nothingSaid)
    {
    }

    std::vector<ColumnMapping> columns()
    {
        std::vector<ColumnMapping> columns;
        std::vector<int> strengths;
        for (qsizetype i = 0; i < m_sheet.header.size(); ++i) {
            const auto [column, strength] = columnAt(i);
            columns.push_back(column);
            strengths.push_back(strength);
        }
        keepOneEach(columns, strengths);
        fillTitle(columns);
        return columns;
    }

private:
    std::pair<ColumnMapping, int> columnAt(qsizetype i)
    {
        const QString& header = m_sheet.header[i];
        const Sample sample = sampleOf(m_sheet, i);
        const HeaderGuess byName = guessFromHeader(header);
        if (byName.strength < 2)
            if (const auto platform = m_vocabulary.resolvePlatform(header);
                platform && isYesOrNo(sample, 0.3))
                return {{header, T::PlatformFlag, *platform}, 3};
        if (byName.strength == 2 && byName.target == T::Ignore)
            return {{header, T::Ignore, {}}, 0};
        if (byName.strength > 0 && (sample.values.isEmpty() || fits(byName.target, sample)))
            return {{header, byName.target, {}}, 2 * byName.strength + (isYearsOnly(sample) ? 0 : 1)};
        const T byValues = guessFromValues(sample);
        if (byValues != T::Ignore)
            return {{header, byValues, {}}, 1};
        if (byName.target == T::Place || byName.target == T::Start) // its cells will be told row by row
            return {{header, byName.target, {}}, 1};
        return {{header, prose(byName, sample), {}}, byName.strength > 0 ? 1 : 0};
    }

    // A column of days says more than one of years.
    static bool isYearsOnly(const Sample& sample)
    {
        return sample.share([](const QString& value) { return value.size() == 4; }) >= 1;
    }

    static bool isYesOrNo(const Sample& sample, double share = enough)
    {
        return sample.share([](const QString& value) { return yesOrNo(value).has_value(); }) >= share;
    }

    // Whether what the header promises is what the cells hold.
    bool fits(T target, const Sample& sample)
    {
        switch (target) {
        case T::Start:
        case T::End:
            return share(T::Start, sample) >= 0.3;
        case T::SourceDate: // one for each source
            return sample.share([this](const QString& value) {
                const QStringList parts = cellValues(value);
                return std::any_of(parts.begin(), parts.end(), [this](const QString& part) {
                    return m_reader.date(part).date.has_value() || isSlashDate(part);
                });
            }) >= 0.3;
        case T::Place:
            return share(T::Place, sample) >= 0.3;
        case T::Subdivision:
            return share(T::Subdivision, sample) >= 0.3;
        case T::Uid: // bare numbers count the rows of one file; they would update another's events
            return sample.share([](const QString& value) {
                return !value.contains(u' ') &&
                       std::any_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); });
            }) >= 0.9;
        case T::Review:
            return sample.share([](const QString& value) { return reviewFromText(value).has_value(); }) >=
                   enough;
        case T::Platforms:
            return share(target, sample) >= 0.3 || (sample.meanLength < 25 && !isYesOrNo(sample));
        case T::Measure:
        case T::Concerns:
        case T::Scope:
        case T::Status:
        case T::Confidence:
            return share(target, sample) >= 0.4 ||
                   (sample.meanLength < 25 && share(T::Platforms, sample) < enough &&
                    (target == T::Measure || !isYesOrNo(sample))); // "ban" is a yes as well
        default:
            return true;
        }
    }

    double share(T target, const Sample& sample)
    {
        return sample.share([&](const QString& value) {
            switch (target) {
            case T::Start: {
                const DateReading& date = m_reader.date(value);
                return date.date.has_value() || isSlashDate(value);
            }
            case T::Place:
                return m_reader.place(value).unknown.isEmpty(); // a group of countries is one by mistake
            case T::Subdivision:
                return isSubdivision(value);
            case T::SourceUrl:
                return looksLikeUrl(value);
            default:
                return !m_reader.term(target, value).codes.isEmpty();
            }
        });
    }

    static bool isSlashDate(const QString& value)
    {
        static const QRegularExpression date(QStringLiteral("^\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}$"));
        return date.match(value).hasMatch();
    }

    bool isSubdivision(const QString& value)
    {
        return std::any_of(m_federations.begin(), m_federations.end(), [&](const QString& country) {
            return !m_reader.subdivision(value, country).codes.isEmpty();
        });
    }

    T guessFromValues(const Sample& sample)
    {
        if (sample.values.isEmpty())
            return T::Ignore;
        for (const T target : {T::SourceUrl, T::Start, T::Place, T::Platforms, T::Status, T::Concerns,
                               T::Measure, T::Scope, T::Confidence}) {
            const bool shortEnough =
                sample.meanLength < 60 || target == T::SourceUrl || target == T::Concerns;
            const bool isMark = target == T::Platforms && isYesOrNo(sample); // x is a platform, too
            if (shortEnough && !isMark && share(target, sample) >= enough)
                return target;
        }
        return T::Ignore;
    }

    // Sentences under "Reason" or "Action" that no term fits.
    static T prose(const HeaderGuess& byName, const Sample& sample)
    {
        const bool about = byName.target == T::Concerns || byName.target == T::Measure ||
                           byName.target == T::Scope || byName.target == T::Status;
        return about && sample.meanLength >= 25 ? T::Summary : T::Ignore;
    }

    // Of several columns for a field that holds one the surest keeps it.
    static void keepOneEach(std::vector<ColumnMapping>& columns, const std::vector<int>& strengths)
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            for (std::size_t k = 0; k < columns.size(); ++k) {
                const bool rivals = i != k && columns[i].target == columns[k].target &&
                                    columns[i].target != T::Ignore && !info(columns[i].target).repeats;
                if (rivals && (strengths[k] > strengths[i] || (strengths[k] == strengths[i] && k < i)))
                    columns[i].target = T::Ignore;
            }
    }

public:
    // "State" alone, of one country's states: that country.
    QString countryOfSubdivisions(const std::vector<ColumnMapping>& columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].target != T::Subdivision)
                continue;
            const Sample sample = sampleOf(m_sheet, static_cast<qsizetype>(i));
            for (const QString& country : m_federations)
                if (sample.share([&](const QString& value) {
                        return !m_reader.subdivision(value, country).codes.isEmpty();
                    }) >= enough)
                    return country;
        }
        return {};
    }

private:
    // Without a title a column of headlines may be one; else titles are made from the other fields.
    void fillTitle(std::vector<ColumnMapping>& columns)
    {
        const bool titled = std::any_of(columns.begin(), columns.end(),
                                        [](const ColumnMapping& c) { return c.target == T::Title; });
        if (titled)
            return;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool free =
                columns[i].target == T::Ignore && guessFromHeader(columns[i].header).strength == 0;
            const Sample sample = sampleOf(m_sheet, static_cast<qsizetype>(i));
            if (free && sample.meanLength >= 20 && sample.meanLength <= 150 && sample.values.size() > 1) {
                columns[i].target = T::Title;
                return;
            }
        }
    }

    const TableSheet& m_sheet;
    const Vocabulary& m_vocabulary;
    const ImportMapping m_nothingSaid;
    ValueReader m_reader;
    // Countries whose parts act by themselves, the likeliest first.
    const QStringList m_federations{QStringLiteral("US"), QStringLiteral("CA"), QStringLiteral("AU"),
                                    QStringLiteral("DE"), QStringLiteral("IN"), QStringLiteral("BR"),
                                    QStringLiteral("IT"), QStringLiteral("ES"), QStringLiteral("CH"),
                                    QStringLiteral("KR"), QStringLiteral("JP"), QString()};
};

// "deepseek_bans.csv": what the whole file is about.
QString platformOfName(const ImportTable& table, const TableSheet& sheet, const Vocabulary& vocabulary)
{
    const QString name = foldedName(table.fileName + u' ' + sheet.name);
    QString longest;
    for (const Platform& platform : vocabulary.platforms())
        if (const QString folded = foldedName(platform.name);
            folded.size() >= 4 && name.contains(folded) && platform.name.size() > longest.size())
            longest = platform.name;
    return longest;
}

int tableLikeness(const TableSheet& sheet)
{
    const auto known = std::count_if(sheet.header.begin(), sheet.header.end(), [](const QString& header) {
        return guessFromHeader(header).strength > 0;
    });
    return sheet.rows.empty() ? -1 : static_cast<int>(known);
}

} // namespace

const TableSheet& likeliestSheet(const ImportTable& table)
{
    return *std::max_element(
        table.sheets.begin(), table.sheets.end(),
        [](const TableSheet& a, const TableSheet& b) { return tableLikeness(a) < tableLikeness(b); });
}

const TableSheet* sheetNamed(const ImportTable& table, const QString& name)
{
    const auto it = std::find_if(table.sheets.begin(), table.sheets.end(), [&name](const TableSheet& sheet) {
        return sheet.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == table.sheets.end() ? nullptr : &*it;
}

std::optional<DateOrder> DateOrderEvidence::order() const
{
    if ((dayFirst > 0) == (monthFirst > 0))
        return std::nullopt;
    return dayFirst > 0 ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}

DateOrderEvidence dateOrderEvidence(const TableSheet& sheet, const std::vector<ColumnMapping>& columns)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})([/-])(\\d{1,2})[/-]\\d{2,4}\\b"));
    DateOrderEvidence evidence;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const T target = columns[i].target;
        if (target != T::Start && target != T::End && target != T::SourceDate)
            continue;
        for (const TableRow& row : sheet.rows) {
            const QString text = row.cells.value(static_cast<qsizetype>(i));
            if (text.size() < 6 || text.size() > 30)
                continue;
            const auto match = form.match(text);
            const int first = match.captured(1).toInt(), second = match.captured(3).toInt();
            if (!match.hasMatch() || first == second)
                continue;
            if (first > 12 || second > 12) {
                first > 12 ? ++evidence.dayFirst : ++evidence.monthFirst;
                continue;
            }
            if (evidence.eitherWay++ == 0)
                evidence.example = text;
        }
    }
    return evidence;
}

ImportMapping guessMapping(const ImportTable& table, const TableSheet& sheet, const Vocabulary& vocabulary,
                           const Gazetteer& gazetteer)
{
    ImportMapping mapping;
    if (table.sheets.size() > 1)
        mapping.sheet = sheet.name;
    Guesser guesser(sheet, vocabulary, gazetteer);
    mapping.columns = guesser.columns();
    if (!mapping.has(T::Place))
        if (const QString country = guesser.countryOfSubdivisions(mapping.columns); !country.isEmpty())
            mapping.defaults.insert_or_assign(T::Place, country);
    mapping.dateOrder = dateOrderEvidence(sheet, mapping.columns).order();
    const QString platform = platformOfName(table, sheet, vocabulary);
    if (!platform.isEmpty() && !mapping.has(T::Platforms) && !mapping.has(T::PlatformFlag))
        mapping.defaults.insert_or_assign(T::Platforms, platform);
    return mapping;
}

} // namespace interdict
