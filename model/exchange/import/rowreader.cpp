// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/rowreader.h"

#include "model/exchange/celltext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

namespace interdict {

namespace {

using T = ImportTarget;
constexpr qsizetype longestSlug = 48;

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

std::size_t at(T target)
{
    return static_cast<std::size_t>(target);
}

void fill(RowEvent& result, EventField field)
{
    result.filled.set(static_cast<std::size_t>(field));
}

void complain(RowEvent& result, T target, const QString& text, const QString& message)
{
    result.problems.push_back({target, text, message});
}

// "ban" alone says neither of what nor whom it binds.
bool isBareBan(const QString& text)
{
    static const QSet<QString> words{
        QStringLiteral("ban"),          QStringLiteral("banned"),      QStringLiteral("bans"),
        QStringLiteral("prohibited"),   QStringLiteral("prohibition"), QStringLiteral("restricted"),
        QStringLiteral("restriction"),  QStringLiteral("verbot"),      QStringLiteral("verboten"),
        QStringLiteral("interdiction"), QStringLiteral("interdit"),    QStringLiteral("prohibicion"),
        QStringLiteral("prohibido"),    QStringLiteral("divieto"),     QStringLiteral("vietato"),
        QStringLiteral("禁止"),         QStringLiteral("禁用"),        QStringLiteral("禁令")};
    return words.contains(foldedName(text));
}

QString measureOfBan(const QString& scope)
{
    static const QSet<QString> official{QStringLiteral("government"),    QStringLiteral("agency"),
                                        QStringLiteral("public_sector"), QStringLiteral("military"),
                                        QStringLiteral("legislature"),   QStringLiteral("education")};
    if (official.contains(scope))
        return QStringLiteral("device_ban");
    return scope == QLatin1String("general_public") ? QStringLiteral("national_block") : QString();
}

// Addresses in a text, and what is left of it.
std::pair<QStringList, QString> addressesIn(const QString& text)
{
    static const QRegularExpression address(QStringLiteral("(?:https?://|\\bwww\\.)[^\\s;|<>\"）]+"),
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    QString rest;
    qsizetype from = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        QString url = match.captured();
        while (url.endsWith(u',') || url.endsWith(u'.') || (url.endsWith(u')') && !url.contains(u'(')))
            url.chop(1);
        found << (url.startsWith(QLatin1String("www."), Qt::CaseInsensitive)
                      ? QStringLiteral("https://") + url
                      : url);
        rest += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
    }
    rest += text.mid(from);
    static const QRegularExpression edges(QStringLiteral("^[\\s,;|:()<>–-]+|[\\s,;|:()<>–-]+$"));
    return {found, rest.remove(edges)};
}

QString slugOf(const QString& title, bool& whole)
{
    QString slug;
    whole = true;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD)) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            slug += c.toLower();
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
        whole = whole && (c.unicode() < 128 || !c.isLetterOrNumber());
    }
    if (slug.size() > longestSlug) {
        slug.truncate(longestSlug);
        whole = false;
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

bool isUid(const QString& text)
{
    static const QRegularExpression slug(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*\\z"));
    return slug.match(text).hasMatch();
}

// Of one of several columns that belong together. A cell that is divided by ; may have | within its values.
QStringList partsOf(const QString& cell)
{
    static const QRegularExpression divider(QStringLiteral("\\s*[|\\n]\\s*"));
    return cell.contains(u';') ? cellValues(cell) : cell.split(divider);
}

} // namespace

QString madeUid(const Event& event)
{
    bool whole = true;
    QStringList parts{event.place().toLower(), slugOf(event.title, whole)};
    if (!whole)
        parts << QString::fromLatin1(
            QCryptographicHash::hash(foldedName(event.title).toUtf8(), QCryptographicHash::Sha1)
                .toHex()
                .left(6));
    parts << QString::number(event.start.year());
    parts.removeAll(QString());
    return parts.join(u'-');
}

QString titleFromUrl(const QString& url)
{
    QString host = QUrl(url).host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host.isEmpty() ? url : host;
}

RowReader::RowReader(const ImportMapping& mapping, ValueReader& values, const Vocabulary& vocabulary,
                     const Gazetteer& gazetteer)
    : m_mapping(mapping)
    , m_values(values)
    , m_vocabulary(vocabulary)
    , m_gazetteer(gazetteer)
{
}

RowEvent RowReader::read(const TableRow& row)
{
    RowEvent result;
    if (!row.problem.isEmpty()) {
        complain(result, T::Ignore, row.cells.join(QLatin1String(" | ")), row.problem);
        return result;
    }
    const Cells cells = cellsOf(row);
    readDates(cells, result);
    readPlace(cells, result);
    readTerms(cells, result);
    readMeasure(cells, result);
    readPlatforms(row, cells, result);
    readTexts(cells, result);
    readReview(cells, result);
    readRelations(cells, result);
    readSources(cells, result);
    readUid(cells, result);
    return result;
}

RowReader::Cells RowReader::cellsOf(const TableRow& row) const
{
    Cells cells;
    const auto count = std::min(row.cells.size(), static_cast<qsizetype>(m_mapping.columns.size()));
    for (qsizetype i = 0; i < count; ++i) {
        const T target = m_mapping.columns[static_cast<std::size_t>(i)].target;
        if (target != T::Ignore && target != T::PlatformFlag && !row.cells[i].isEmpty())
            cells[at(target)] << row.cells[i];
    }
    for (const ImportTargetInfo& each : importTargets()) {
        if (!holdsMeanings(each.target))
            continue;
        for (const QString& text : cells[at(each.target)])
            m_values.count(each.target, text);
        const bool isElsewhere =
            each.target == T::Subdivision || (each.target == T::Platforms && m_mapping.has(T::PlatformFlag));
        if (cells[at(each.target)].isEmpty() && !isElsewhere)
            m_values.count(each.target, {});
    }
    for (const auto& [target, text] : m_mapping.defaults)
        if (cells[at(target)].isEmpty() && !text.isEmpty())
            cells[at(target)] << text;
    return cells;
}

void RowReader::readDates(const Cells& cells, RowEvent& result)
{
    const QString start = cells[at(T::Start)].value(0);
    const DateReading& from = m_values.date(start);
    if (from.date) {
        result.event.start = *from.date;
        fill(result, EventField::Start);
    } else {
        complain(result, T::Start, start,
                 from.problem.isEmpty() ? tr("The date is missing. Write it as 2025-01-30, 2025-01 or 2025.")
                                        : from.problem);
    }
    const QString end = cells[at(T::End)].value(0);
    const DateReading& to = m_values.date(end);
    if (!to.problem.isEmpty())
        complain(result, T::End, end, to.problem);
    if (!to.date)
        return;
    result.event.end = to.date;
    fill(result, EventField::End);
}

void RowReader::readPlace(const Cells& cells, RowEvent& result)
{
    const QString text = cells[at(T::Place)].value(0), part = cells[at(T::Subdivision)].value(0);
    const TextReading& place = m_values.place(text);
    QString code = place.codes.value(0);
    if (const Place* known = m_gazetteer.find(code); known && known->isSubdivision())
        result.event.subdivision = code;
    result.event.country = code.section(u'-', 0, 0);
    if (!place.problem.isEmpty())
        complain(result, T::Place, text, place.problem);
    else if (!part.isEmpty()) {
        const TextReading& within = m_values.subdivision(part, result.event.country);
        if (!within.problem.isEmpty())
            complain(result, T::Subdivision, part, within.problem);
        else if (!within.codes.isEmpty())
            result.event.subdivision = within.codes.front();
        if (result.event.country.isEmpty())
            result.event.country = result.event.subdivision.section(u'-', 0, 0);
    }
    if (result.event.country.isEmpty() && result.problems.empty())
        complain(result, T::Place, text, tr("The jurisdiction is missing. Write a country's name or code."));
    if (!result.event.country.isEmpty())
        fill(result, EventField::Country);
    if (!result.event.subdivision.isEmpty())
        fill(result, EventField::Subdivision);
}

void RowReader::readTerms(const Cells& cells, RowEvent& result)
{
    struct Field
    {
        T target;
        QString Event::*code;
    };
    static const Field fields[] = {
        {T::Scope, &Event::scope}, {T::Status, &Event::status}, {T::Confidence, &Event::confidence}};
    for (const auto& [target, code] : fields) {
        const QString text = cells[at(target)].value(0);
        const TextReading& reading = m_values.term(target, text);
        if (!reading.problem.isEmpty())
            complain(result, target, text, reading.problem);
        if (reading.codes.isEmpty())
            continue;
        result.event.*code = reading.codes.front();
        fill(result, *info(target).field);
    }
    for (const QString& text : cells[at(T::Concerns)]) {
        const TextReading& reading = m_values.term(T::Concerns, text);
        if (!reading.problem.isEmpty())
            complain(result, T::Concerns, text, reading.problem);
        for (const QString& code : reading.codes)
            if (!result.event.concerns.contains(code))
                result.event.concerns << code;
        if (!reading.codes.isEmpty())
            fill(result, EventField::Concerns);
    }
}

void RowReader::readMeasure(const Cells& cells, RowEvent& result)
{
    const QString text = cells[at(T::Measure)].value(0);
    const bool isOwnWord = m_vocabulary.resolve(TermKind::Measure, text) || m_values.mapped(T::Measure, text);
    if (isBareBan(text) && !isOwnWord) {
        const QString code = measureOfBan(result.event.scope);
        if (m_vocabulary.find(TermKind::Measure, code)) {
            m_values.noteGuess(T::Measure, text, code);
            result.event.measure = code;
            fill(result, EventField::Measure);
            return;
        }
    }
    const TextReading& reading = m_values.term(T::Measure, text);
    if (!reading.problem.isEmpty())
        complain(result, T::Measure, text, reading.problem);
    if (reading.codes.isEmpty())
        return;
    result.event.measure = reading.codes.front();
    fill(result, EventField::Measure);
}

void RowReader::readPlatforms(const TableRow& row, const Cells& cells, RowEvent& result)
{
    const auto add = [&result](const QString& name) {
        if (!result.event.platforms.contains(name))
            result.event.platforms << name;
    };
    for (const QString& text : cells[at(T::Platforms)]) {
        const TextReading& reading = m_values.term(T::Platforms, text);
        if (!reading.problem.isEmpty())
            complain(result, T::Platforms, text, reading.problem);
        std::for_each(reading.codes.begin(), reading.codes.end(), add);
    }
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        const ColumnMapping& column = m_mapping.columns[i];
        const QString cell = row.cells.value(static_cast<qsizetype>(i));
        if (column.target != T::PlatformFlag)
            continue;
        const auto yes = yesOrNo(cell);
        if (!yes)
            complain(result, T::PlatformFlag, cell,
                     tr("\"%1\" under %2 is neither yes nor no. Write yes, or leave it empty.")
                         .arg(cell, column.header));
        else if (*yes)
            add(column.platform);
    }
    if (!result.event.platforms.isEmpty())
        fill(result, EventField::Platforms);
}

void RowReader::readTexts(const Cells& cells, RowEvent& result)
{
    Event& event = result.event;
    event.authority = cells[at(T::Authority)].value(0);
    event.summary = cells[at(T::Summary)].join(QLatin1String("\n"));
    event.note = cells[at(T::Note)].join(QLatin1String("\n"));
    event.title = cells[at(T::Title)].value(0).simplified();
    for (const auto& [field, text] :
         {std::pair(EventField::Authority, &event.authority), std::pair(EventField::Summary, &event.summary),
          std::pair(EventField::Note, &event.note), std::pair(EventField::Title, &event.title)})
        if (!text->isEmpty())
            fill(result, field);
    result.titleMade = event.title.isEmpty();
    if (result.titleMade)
        event.title = madeTitle(event);
}

QString RowReader::madeTitle(const Event& event) const
{
    const QString place = m_gazetteer.name(event.place());
    const QString measure =
        event.measure.isEmpty() ? tr("Restriction") : m_vocabulary.label(TermKind::Measure, event.measure);
    if (event.platforms.isEmpty())
        return tr("%1: %2").arg(place, measure);
    return tr("%1: %2 (%3)").arg(place, measure, event.platforms.join(QLatin1String(", ")));
}

// What the table does not say of an event that is there stays as it is; a new one is published.
void RowReader::readReview(const Cells& cells, RowEvent& result)
{
    const QString text = cells[at(T::Review)].value(0);
    const auto state = reviewFromText(text);
    if (state) {
        result.event.review = *state;
        fill(result, EventField::Review);
    } else if (!text.isEmpty()) {
        complain(result, T::Review, text,
                 tr("\"%1\" is no state of review. Write published, submitted or draft, or leave it empty.")
                     .arg(text));
    }
}

// "follows it-garante-2025; lifts …"
void RowReader::readRelations(const Cells& cells, RowEvent& result)
{
    static const QRegularExpression divider(QStringLiteral("[;|\\n]"));
    for (const QString& cell : cells[at(T::Relations)])
        for (const QString& part : cell.split(divider, Qt::SkipEmptyParts)) {
            const QString text = part.simplified();
            const auto kind = m_vocabulary.resolve(TermKind::Relation, text.section(u' ', 0, 0));
            const QString uid = text.section(u' ', 1);
            if (text.isEmpty())
                continue;
            if (kind && isUid(uid))
                result.event.relations.push_back({uid, *kind});
            else
                complain(
                    result, T::Relations, text,
                    tr("A relation is a kind and an id, such as \"follows it-garante-2025\"; several are "
                       "divided by semicolons."));
        }
    if (!result.event.relations.empty())
        fill(result, EventField::Relations);
}

void RowReader::readSources(const Cells& cells, RowEvent& result)
{
    std::vector<Source>& sources = result.event.sources;
    QStringList titles;
    for (const QString& cell : cells[at(T::SourceUrl)])
        for (const QString& part : partsOf(cell)) {
            const auto [urls, rest] = addressesIn(part);
            for (const QString& url : urls)
                sources.push_back({rest, {}, url});
            if (urls.isEmpty() && !part.isEmpty() && !meansNothing(part))
                sources.push_back({rest, {}, {}});
        }
    for (const QString& cell : cells[at(T::SourceTitle)]) {
        const QStringList parts = cellValues(cell);
        titles += parts.size() == 1 || sources.size() > 1 ? parts : QStringList{cell};
    }
    if (!titles.isEmpty() && sources.empty())
        sources.push_back({});
    const QStringList publishers = partsOf(cells[at(T::SourcePublisher)].value(0));
    const QStringList dates = partsOf(cells[at(T::SourceDate)].value(0));
    const QStringList archived = partsOf(cells[at(T::SourceArchived)].value(0));
    const QStringList kinds = partsOf(cells[at(T::SourceKind)].value(0));
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto k = static_cast<qsizetype>(i);
        Source& source = sources[i];
        source.title = titles.value(k, source.title);
        source.publisher = publishers.value(publishers.size() == 1 ? 0 : k);
        source.kind = kinds.value(kinds.size() == 1 ? 0 : k);
        source.archivedUrl = archived.value(k);
        const DateReading& date = m_values.date(dates.value(k));
        source.date = date.date;
        if (!date.problem.isEmpty())
            complain(result, T::SourceDate, dates.value(k), date.problem);
        result.titlesOfSourcesGiven.push_back(!source.title.isEmpty());
        if (source.title.isEmpty())
            source.title = source.publisher.isEmpty() ? titleFromUrl(source.url) : source.publisher;
    }
    if (!sources.empty())
        fill(result, EventField::Sources);
}

void RowReader::readUid(const Cells& cells, RowEvent& result)
{
    const QString text = cells[at(T::Uid)].value(0);
    result.uidMade = text.isEmpty();
    if (!text.isEmpty() && !isUid(text))
        complain(result, T::Uid, text,
                 tr("An id is made of letters, digits, points, hyphens and underscores. Leave it empty to "
                    "have one made."));
    result.event.uid = text.isEmpty() ? madeUid(result.event) : text;
}

} // namespace interdict
