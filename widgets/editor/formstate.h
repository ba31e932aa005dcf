// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the form holds, as it was typed: also what cannot be read. It is what drafts keep, and what the form
// gives back whole.
#pragma once

#include "model/edit/recordchange.h"

#include <QByteArray>
#include <QMap>

namespace interdict {

struct SourceText
{
    QString title, publisher, url, date, kind, archivedUrl;
    bool operator==(const SourceText&) const = default;
};

struct FormState
{
    QString title, start, end;
    QString country, subdivision; // a name or a code
    QString authority;
    QStringList platforms, concerns;                                 // names, codes
    QString platformTyped, concernTyped, relationTyped, sourceTyped; // begun and not yet taken
    QString measure, scope, status, confidence;                      // codes
    QString summary, note;
    std::vector<Relation> relations;
    std::vector<SourceText> sources;
    QString review; // code; empty: published
    std::vector<Comment> comments;
    QMap<QString, QString> commentsTyped; // by field key, as in a comment: begun and not yet added
    bool operator==(const FormState&) const = default;
};

class Gazetteer;

// Places by their names, dates in the stored form.
FormState stateOf(const Event& event, const Gazetteer& gazetteer);

// What the vocabulary renamed or merged is named as it is now.
FormState followed(FormState state, const std::vector<VocabularyChange>& changes);

// The content of a draft. What is missing or of another kind is left empty; no object at all: nothing.
QByteArray toJson(const FormState& state);
std::optional<FormState> formStateFromJson(const QByteArray& json);

} // namespace interdict
