// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/reviewing.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

constexpr int longestTitleShown = 60; // characters

struct Verb
{
    const char* verb;
    const char* ofOne;
    const char* ofMany;
};

constexpr std::array<Verb, reviewStates.size()> verbs{
    Verb{QT_TRANSLATE_NOOP("Review", "Publish"), QT_TRANSLATE_NOOP("Review", "Publish “%1”"),
         QT_TRANSLATE_NOOP("Review", "Publish %n event(s)")},
    Verb{QT_TRANSLATE_NOOP("Review", "Submit for Review"), QT_TRANSLATE_NOOP("Review", "Submit “%1”"),
         QT_TRANSLATE_NOOP("Review", "Submit %n event(s)")},
    Verb{QT_TRANSLATE_NOOP("Review", "Back to Draft"), QT_TRANSLATE_NOOP("Review", "Back to draft: “%1”"),
         QT_TRANSLATE_NOOP("Review", "Back to draft: %n event(s)")},
};

const Verb& verbTo(ReviewState state)
{
    return verbs[static_cast<std::size_t>(state)];
}

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Review", text, nullptr, n);
}

} // namespace

QString reviewVerb(ReviewState to)
{
    return tr(verbTo(to).verb);
}

std::optional<ReviewState> nextReviewState(ReviewState from)
{
    switch (from) {
    case ReviewState::Draft:
        return ReviewState::Submitted;
    case ReviewState::Submitted:
        return ReviewState::Published;
    case ReviewState::Published:
        break;
    }
    return std::nullopt;
}

std::vector<EventChange> reviewChanges(const std::vector<Event>& events, ReviewState to)
{
    std::vector<EventChange> changes;
    for (const Event& event : events) {
        if (event.review == to)
            continue;
        Event after = event;
        after.review = to;
        changes.push_back({event, std::move(after)});
    }
    return changes;
}

QString reviewStepName(const std::vector<EventChange>& changes, ReviewState to)
{
    if (changes.size() != 1)
        return tr(verbTo(to).ofMany, static_cast<int>(changes.size()));
    const QString& title = changes.front().after->title;
    const bool isLong = title.size() > longestTitleShown;
    return tr(verbTo(to).ofOne).arg(isLong ? title.left(longestTitleShown - 1) + u'…' : title);
}

int openComments(const std::vector<Comment>& comments)
{
    return static_cast<int>(std::count_if(comments.begin(), comments.end(),
                                          [](const Comment& comment) { return !comment.resolved; }));
}

std::optional<EventField> fieldOf(const Comment& comment)
{
    const auto field = eventFieldFromKey(comment.field);
    const bool isOfReview = field == EventField::Review || field == EventField::Comments;
    return isOfReview ? std::nullopt : field;
}

QString placeOf(const Comment& comment)
{
    const auto field = fieldOf(comment);
    return field ? fieldLabel(*field) : tr("The event as a whole");
}

} // namespace interdict
