// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of review, for one event or many, and what its comments amount to.
#pragma once

#include "model/edit/eventchange.h"

namespace interdict {

QString reviewVerb(ReviewState to); // translated: "Publish", "Submit for Review", "Back to Draft"
// What moves an event on from here: a draft is submitted, what was submitted is published. Nothing follows
// on publishing.
std::optional<ReviewState> nextReviewState(ReviewState from);

// The changes that give these events the state; those that have it already are left out.
std::vector<EventChange> reviewChanges(const std::vector<Event>& events, ReviewState to);
// The name of that step: "Publish “…”", "Publish 3 events".
QString reviewStepName(const std::vector<EventChange>& changes, ReviewState to);

int openComments(const std::vector<Comment>& comments);
// The field that a comment stands at; nothing: the event as a whole, also where the key is unknown.
std::optional<EventField> fieldOf(const Comment& comment);
QString placeOf(const Comment& comment); // translated: "Title"; "The event as a whole"

} // namespace interdict
