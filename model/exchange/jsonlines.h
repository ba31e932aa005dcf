// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The record as JSON Lines, one object a line, and its vocabulary as JSON: read strictly, so that a bad line
// is told by file, line number, field and remedy; nothing is guessed and unknown fields are refused.
#pragma once

#include "model/error.h"
#include "model/event/event.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

class Gazetteer;
class JsonReader;

// `name` is the file's name, for messages. Codes, platforms, places, relations and repeated ids are checked.
Result<std::vector<Event>> readEvents(const QByteArray& text, const QString& name,
                                      const Vocabulary& vocabulary, const Gazetteer& gazetteer);
// One line of them; `where` heads messages ("events.jsonl:12"). What it relates to is not looked for, and an
// `import_error` that an import has added is passed over.
Result<Event> readEventLine(const QByteArray& line, const QString& where, const Vocabulary& vocabulary,
                            const Gazetteer& gazetteer);
Result<std::vector<Milestone>> readMilestones(const QByteArray& text, const QString& name,
                                              const Vocabulary& vocabulary, const Gazetteer& gazetteer);
// vocabulary.json and platforms.json together.
Result<Vocabulary> readVocabulary(const QByteArray& vocabularyJson, const QByteArray& platformsJson);

// Terms by kind, and platforms, as one object; what is empty is left out.
QByteArray wordsToJson(const Vocabulary& words);
Vocabulary readWordsPart(JsonReader& part); // the same, of an object within another

// An event as eventToJson wrote it, at whatever time: its codes need not be in today's vocabulary.
Result<Event> eventFromRevision(const QByteArray& json, const QString& where);
Event readEventPart(JsonReader& part); // the same, of an object within another

// One line, no line end; readEvents gives an equal event back.
QByteArray eventToJson(const Event& event);
QByteArray milestoneToJson(const Milestone& milestone);

} // namespace interdict
