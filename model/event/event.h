// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The record's two kinds of entries, as plain values: the restriction event and the capability milestone.
#pragma once

#include "model/event/partialdate.h"
#include "model/event/review.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace interdict {

struct Source
{
    QString title;
    QString publisher; // may be empty
    QString url;
    std::optional<PartialDate> date = std::nullopt;
    QString kind = {};        // "law", "official", "court", "press", …; may be empty
    QString archivedUrl = {}; // where a copy is kept; may be empty
    bool operator==(const Source&) const = default;
};

struct Relation
{
    QString uid;  // of the other event, the earlier one of the two as a rule
    QString kind; // code of TermKind::Relation: this event follows, lifts, extends … that one
    bool operator==(const Relation&) const = default;
};

// Codes refer to the data set's vocabulary; an empty code or list means unknown.
struct Event
{
    QString uid;
    int revision = 1;
    QString title;
    PartialDate start = PartialDate::ofDay(Day(0));
    std::optional<PartialDate> end;
    QString country;     // ISO 3166-1 alpha-2, XK, or EU for the Union's own bodies
    QString subdivision; // ISO 3166-2, or empty
    QString authority;
    QStringList platforms; // names
    QString measure;
    QString scope;
    QString status;
    QStringList concerns;
    QString confidence;
    QString summary;
    QString note; // what is disputed, or was decided in coding
    std::vector<Relation> relations;
    std::vector<Source> sources;
    ReviewState review = ReviewState::Published;
    std::vector<Comment> comments; // oldest first

    // The subdivision where there is one, else the country.
    const QString& place() const { return subdivision.isEmpty() ? country : subdivision; }
    bool operator==(const Event&) const = default;
};

struct Milestone
{
    struct Metric
    {
        QString name;
        double value = 0;
        QString unit;
        QString of; // what was measured
        bool operator==(const Metric&) const = default;
    };
    QString uid;
    QString title;
    PartialDate date = PartialDate::ofDay(Day(0));
    QString organisation;
    QString country;  // may be empty
    QString kind;     // code of TermKind::MilestoneKind
    QString platform; // a name, of the data set's platforms or not; or empty
    QString summary;
    std::optional<Metric> metric;
    std::vector<Source> sources;
    QString confidence;
    QString note;
    bool operator==(const Milestone&) const = default;
};

} // namespace interdict
