// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Review of the record: how far an event has come, and what a reviewer says to its fields.
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>

namespace interdict {

// Numbers are the store's. Views show what is published unless the filter asks for the rest.
enum class ReviewState : std::uint8_t { Published, Submitted, Draft };
inline constexpr std::array reviewStates{ReviewState::Published, ReviewState::Submitted, ReviewState::Draft};

QString reviewCode(ReviewState state); // in files and filter text: published, submitted, draft
std::optional<ReviewState> reviewFromCode(QStringView code);
// By code or label, in any letter case.
std::optional<ReviewState> reviewFromText(const QString& text);
QString reviewLabel(ReviewState state); // translated: "Published", "Submitted", "Draft"

// What someone has to say to an event, or to one of its fields.
struct Comment
{
    QString field; // key of an event's field (eventfields.h); empty: the event as a whole
    QString text;
    QString editor;
    QString at; // UTC, ISO 8601
    bool resolved = false;
    bool operator==(const Comment&) const = default;
};

} // namespace interdict
