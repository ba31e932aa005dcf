// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/revisions.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Revisions", text);
}

const std::optional<Event>& stateBefore(Revisions revisions, std::size_t at)
{
    static const std::optional<Event> none;
    return at > 0 ? revisions[at - 1].event : none;
}

std::vector<WordPiece> without(std::vector<WordPiece> pieces, WordPiece::Kind kind)
{
    std::erase_if(pieces, [kind](const WordPiece& piece) { return piece.kind == kind; });
    return pieces;
}

std::vector<WordPiece> plain(const QString& text)
{
    return text.isEmpty() ? std::vector<WordPiece>() : std::vector<WordPiece>{{WordPiece::Kind::Same, text}};
}

} // namespace

QString labelsOf(std::span<const EventField> fields)
{
    QStringList labels;
    for (const EventField field : fields)
        labels << fieldLabel(field);
    return labels.join(QStringLiteral(", "));
}

QString changeWords(const std::optional<Event>& before, const std::optional<Event>& after)
{
    if (!after)
        return tr("Deleted");
    if (!before)
        return tr("Added");
    const auto fields = changedFields(*before, *after);
    return fields.empty() ? tr("No field") : labelsOf(fields);
}

QString changeWords(Revisions revisions, std::size_t at)
{
    const Revision& revision = revisions[at];
    if (at == 0 && revision.change == 0)
        return tr("First record");
    const auto& before = stateBefore(revisions, at);
    if (at > 0 && !before && revision.event)
        return tr("Brought back");
    return changeWords(before, revision.event);
}

QString timeText(const QString& utc, const QLocale& locale)
{
    QDateTime time = QDateTime::fromString(utc, Qt::ISODate);
    if (!time.isValid())
        return utc;
    return locale.toString(time.toLocalTime(), QLocale::ShortFormat);
}

std::vector<FieldRow> compareStates(const std::optional<Event>& before, const std::optional<Event>& after,
                                    const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                                    const QLocale& locale, bool allFields)
{
    const auto textOf = [&](const std::optional<Event>& event, EventField field) {
        return event ? fieldText(*event, field, vocabulary, gazetteer, locale) : QString();
    };
    std::vector<FieldRow> rows;
    for (const EventFieldInfo& info : eventFields()) {
        const QString old = textOf(before, info.field), now = textOf(after, info.field);
        FieldRow row{info.field, plain(old), plain(now), false};
        row.isChanged = before && after ? !info.equal(*before, *after) : old != now;
        if (before && after && row.isChanged) {
            const auto pieces = wordDiff(old, now);
            row.before = without(pieces, WordPiece::Kind::Added);
            row.after = without(pieces, WordPiece::Kind::Removed);
        }
        if (row.isChanged || allFields)
            rows.push_back(std::move(row));
    }
    return rows;
}

QString joined(std::span<const WordPiece> pieces)
{
    QString text;
    for (const WordPiece& piece : pieces)
        text += piece.text;
    return text;
}

QString marked(std::span<const WordPiece> pieces)
{
    QString text;
    for (const WordPiece& piece : pieces) {
        const QString words = piece.text.trimmed();
        if (piece.kind == WordPiece::Kind::Same)
            text += piece.text;
        else
            text += (piece.kind == WordPiece::Kind::Removed ? tr("[removed: %1] ") : tr("[added: %1] "))
                        .arg(words);
    }
    return text.trimmed();
}

std::optional<EventChange> restoration(Revisions revisions, std::size_t at)
{
    const auto& wanted = revisions[at].event;
    const auto& present = revisions.back().event;
    if (!wanted || (present && sameContent(*wanted, *present)))
        return std::nullopt;
    return EventChange{present, wanted};
}

TakeBack takeBack(Revisions revisions, std::size_t at)
{
    const auto& before = stateBefore(revisions, at);
    const auto& after = revisions[at].event;
    const auto& present = revisions.back().event;
    if (!before) // to take back the first record would be to delete the event, which has its own command
        return {};
    if (!after) // a deletion
        return present ? TakeBack{} : TakeBack{EventChange{std::nullopt, before}, {}, {}};
    if (!present)
        return {};
    MergedEvent merged = mergeEvents(*after, *before, *present);
    TakeBack taken{std::nullopt, changedFields(*present, merged.event), std::move(merged.conflicts)};
    if (!taken.taken.empty())
        taken.change = EventChange{present, std::move(merged.event)};
    return taken;
}

QStringList dropLostRelations(Event& event, const std::function<bool(const QString& uid)>& exists)
{
    QStringList lost;
    for (const Relation& relation : event.relations)
        if (!exists(relation.uid))
            lost << relation.uid;
    std::erase_if(event.relations, [&](const Relation& relation) { return lost.contains(relation.uid); });
    return lost;
}

} // namespace interdict
