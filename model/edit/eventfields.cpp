// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/eventfields.h"

#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("EventFields", text);
}

template <auto Member>
constexpr EventFieldInfo of(EventField field, const char* key)
{
    return {field, key, [](const Event& a, const Event& b) { return a.*Member == b.*Member; },
            [](const Event& from, Event& to) { to.*Member = from.*Member; }};
}

constexpr std::array<EventFieldInfo, eventFieldCount> table{
    of<&Event::title>(EventField::Title, "title"),
    of<&Event::start>(EventField::Start, "date"),
    of<&Event::end>(EventField::End, "end_date"),
    of<&Event::country>(EventField::Country, "country"),
    of<&Event::subdivision>(EventField::Subdivision, "subdivision"),
    of<&Event::authority>(EventField::Authority, "authority"),
    of<&Event::platforms>(EventField::Platforms, "platforms"),
    of<&Event::concerns>(EventField::Concerns, "concerns"),
    of<&Event::measure>(EventField::Measure, "measure"),
    of<&Event::scope>(EventField::Scope, "scope"),
    of<&Event::status>(EventField::Status, "status"),
    of<&Event::confidence>(EventField::Confidence, "confidence"),
    of<&Event::summary>(EventField::Summary, "summary"),
    of<&Event::note>(EventField::Note, "note"),
    of<&Event::relations>(EventField::Relations, "related"),
    of<&Event::sources>(EventField::Sources, "sources"),
    of<&Event::review>(EventField::Review, "review"),
    of<&Event::comments>(EventField::Comments, "comments"),
};

constexpr std::array<const char*, eventFieldCount> labels{
    QT_TRANSLATE_NOOP("EventFields", "Title"),       QT_TRANSLATE_NOOP("EventFields", "Start"),
    QT_TRANSLATE_NOOP("EventFields", "End"),         QT_TRANSLATE_NOOP("EventFields", "Jurisdiction"),
    QT_TRANSLATE_NOOP("EventFields", "Subdivision"), QT_TRANSLATE_NOOP("EventFields", "Authority"),
    QT_TRANSLATE_NOOP("EventFields", "Platforms"),   QT_TRANSLATE_NOOP("EventFields", "Concerns"),
    QT_TRANSLATE_NOOP("EventFields", "Measure"),     QT_TRANSLATE_NOOP("EventFields", "Scope"),
    QT_TRANSLATE_NOOP("EventFields", "Status"),      QT_TRANSLATE_NOOP("EventFields", "Confidence"),
    QT_TRANSLATE_NOOP("EventFields", "Summary"),     QT_TRANSLATE_NOOP("EventFields", "Note"),
    QT_TRANSLATE_NOOP("EventFields", "Relations"),   QT_TRANSLATE_NOOP("EventFields", "Sources"),
    QT_TRANSLATE_NOOP("EventFields", "Review"),      QT_TRANSLATE_NOOP("EventFields", "Comments"),
};

QString sourceText(const Source& source, const QLocale& locale)
{
    QStringList parts{source.title, source.publisher, source.date ? source.date->display(locale) : QString(),
                      source.kind,  source.url,       source.archivedUrl};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString commentText(const Comment& comment)
{
    const auto field = eventFieldFromKey(comment.field);
    const QString about = field ? QStringLiteral("%1: ").arg(fieldLabel(*field)) : QString();
    const QString who = comment.editor.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(comment.editor);
    const QString text = about + comment.text + who;
    return comment.resolved ? tr("%1, resolved").arg(text) : text;
}

QString termList(const QStringList& codes, TermKind kind, const Vocabulary& vocabulary)
{
    QStringList names;
    for (const QString& code : codes)
        names << vocabulary.label(kind, code);
    return names.join(QStringLiteral(", "));
}

template <typename List, typename Text>
QString lines(const List& list, Text text)
{
    QStringList all;
    for (const auto& entry : list)
        all << text(entry);
    return all.join(u'\n');
}

} // namespace

std::span<const EventFieldInfo> eventFields()
{
    return table;
}

const EventFieldInfo& info(EventField field)
{
    return table[static_cast<std::size_t>(field)];
}

QString fieldLabel(EventField field)
{
    return tr(labels[static_cast<std::size_t>(field)]);
}

std::optional<EventField> eventFieldFromKey(QStringView key)
{
    const auto it = std::find_if(table.begin(), table.end(),
                                 [&](const EventFieldInfo& info) { return key == QLatin1String(info.key); });
    return it == table.end() ? std::nullopt : std::optional(it->field);
}

QString fieldText(const Event& event, EventField field, const Vocabulary& vocabulary,
                  const Gazetteer& gazetteer, const QLocale& locale)
{
    const auto label = [&](TermKind kind, const QString& code) {
        return code.isEmpty() ? QString() : vocabulary.label(kind, code);
    };
    const auto place = [&](const QString& code) { return code.isEmpty() ? QString() : gazetteer.name(code); };
    switch (field) {
    case EventField::Title:
        return event.title;
    case EventField::Start:
        return event.start.display(locale);
    case EventField::End:
        return event.end ? event.end->display(locale) : QString();
    case EventField::Country:
        return place(event.country);
    case EventField::Subdivision:
        return place(event.subdivision);
    case EventField::Authority:
        return event.authority;
    case EventField::Platforms:
        return event.platforms.join(QStringLiteral(", "));
    case EventField::Concerns:
        return termList(event.concerns, TermKind::Concern, vocabulary);
    case EventField::Measure:
        return label(TermKind::Measure, event.measure);
    case EventField::Scope:
        return label(TermKind::Scope, event.scope);
    case EventField::Status:
        return label(TermKind::Status, event.status);
    case EventField::Confidence:
        return label(TermKind::Confidence, event.confidence);
    case EventField::Summary:
        return event.summary;
    case EventField::Note:
        return event.note;
    case EventField::Relations:
        return lines(event.relations, [&](const Relation& relation) {
            return label(TermKind::Relation, relation.kind) + u' ' + relation.uid;
        });
    case EventField::Sources:
        return lines(event.sources, [&](const Source& source) { return sourceText(source, locale); });
    case EventField::Review:
        return reviewLabel(event.review);
    case EventField::Comments:
        return lines(event.comments, commentText);
    }
    return {};
}

} // namespace interdict
