// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fields of one JSON object strictly. The first thing wrong is kept as an error that says where, in
// which field, what was found and what was expected; after it every reading gives an empty value.
#pragma once

#include "model/error.h"
#include "model/event/partialdate.h"
#include "model/vocabulary/vocabulary.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace interdict {

class JsonReader
{
public:
    // `where` heads each message: "events.jsonl:12". `prefix` heads each field: "sources[2].".
    JsonReader(const QJsonObject& object, const QString& where, const QString& prefix = {});

    QString text(const QString& field);         // required
    QString optionalText(const QString& field); // empty where null
    PartialDate date(const QString& field);     // required
    std::optional<PartialDate> optionalDate(const QString& field);
    double number(const QString& field);
    int wholeNumber(const QString& field, int least, int most);
    bool truth(const QString& field);
    // A code of the vocabulary, or empty where null.
    QString term(const QString& field, TermKind kind, const Vocabulary& vocabulary);
    // Distinct strings; `known` says of each whether it may stand there.
    QStringList list(const QString& field, const std::function<bool(const QString&)>& known,
                     const QString& expected);
    // Calls `read` with a reader of each object of the array.
    void objects(const QString& field, const std::function<void(JsonReader&)>& read);
    // The same of one object; does nothing where null.
    void optionalObject(const QString& field, const std::function<void(JsonReader&)>& read);
    bool has(const QString& field) const { return m_object.contains(field); }

    // Refuses the fields that were not asked for. To be called last.
    void finish();

    void refuse(const QString& field, const QString& expected); // what was found is the field's value
    const std::optional<Error>& error() const { return m_error; }

private:
    QJsonValue value(const QString& field);
    void readPart(const QJsonValue& part, const QString& name, const std::function<void(JsonReader&)>& read);

    const QJsonObject m_object;
    QString m_where;
    QString m_prefix;
    QStringList m_asked;
    std::optional<Error> m_error;
};

// One JSON object, or an error at `where`. Refuses a field that is given twice.
Result<QJsonObject> parseObject(const QByteArray& json, const QString& where);

} // namespace interdict
