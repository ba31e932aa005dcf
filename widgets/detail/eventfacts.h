// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the card says of an event, in words: fields, the steps of its case, the days between two events. Texts
// alone, so that the card, its copy as text and the tests agree.
#pragma once

#include "model/analysis/standing.h"
#include "model/event/event.h"
#include "model/explore/columns.h"

#include <span>

class QLocale;

namespace interdict {

class Workspace;

struct Fact // a field of the event
{
    QString label;
    QString text;
    QString description; // of its terms, for a tooltip; may be empty
    bool operator==(const Fact&) const = default;
};
// Every field that the event has, in the order of the card.
std::vector<Fact> factsOf(const Workspace& workspace, Row row, const Event& event, const QLocale& locale);

struct CaseStep
{
    Row row = 0;
    QString title;
    QString date;     // "28 Jan 2025", "16 Jun 2025 – 5 Jan 2026"
    QString relation; // "lifts", "follows the event of May 2025"; empty where it refers to none
    QString measure;  // code
    bool operator==(const CaseStep&) const = default;
};
// The given events of a case, in time order: reads the text of each.
std::vector<CaseStep> caseSteps(const Workspace& workspace, std::span<const Row> members,
                                const QLocale& locale);

// "47 days between A and B", from start to start, the earlier one first.
QString betweenText(const Workspace& workspace, Row a, Row b, const QLocale& locale);

// "Italy · Garante …": the place, its country where it is a part of one, and the authority.
QString breadcrumbs(const Workspace& workspace, const Event& event);

// All of the event as plain text, for the clipboard.
QString detailsText(const Workspace& workspace, Row row, const Event& event, const QLocale& locale);

} // namespace interdict
