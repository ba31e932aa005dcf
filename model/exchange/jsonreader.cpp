// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/jsonreader.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("JsonReader", text);
}

QString quoted(const QString& text)
{
    constexpr int longest = 60;
    return QStringLiteral("\"%1\"").arg(text.size() > longest ? text.left(longest) + u'…' : text);
}

// A value as it may be shown in a message.
QString found(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Array:
        return tr("a list");
    case QJsonValue::Object:
        return tr("an object");
    case QJsonValue::Undefined:
        return tr("nothing");
    }
    return {};
}

qsizetype countFields(const QJsonValue& value)
{
    qsizetype count = 0;
    if (value.isArray())
        for (const QJsonValue part : value.toArray())
            count += countFields(part);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue part : object)
            count += 1 + countFields(part);
    }
    return count;
}

// Colons outside of strings: as many as there are fields, in JSON that parses.
qsizetype countColons(const QByteArray& json)
{
    qsizetype count = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (inString && json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            inString = !inString;
        else if (json[i] == ':' && !inString)
            ++count;
    }
    return count;
}

QString dateExpected()
{
    return tr("a date of the calendar: 2025-01-30, 2025-01, 2025-Q1 or 2025");
}

} // namespace

JsonReader::JsonReader(const QJsonObject& object, const QString& where, const QString& prefix)
    : m_object(object)
    , m_where(where)
    , m_prefix(prefix)
{
}

void JsonReader::refuse(const QString& field, const QString& expected)
{
    if (m_error)
        return;
    const QString message = tr("%1: %2: found %3, expected %4.");
    m_error = Error{Error::Kind::BadInput,
                    message.arg(m_where, m_prefix + field, found(m_object.value(field)), expected),
                    {}};
}

QJsonValue JsonReader::value(const QString& field)
{
    m_asked.append(field);
    return m_object.value(field);
}

QString JsonReader::text(const QString& field)
{
    QString text = value(field).toString();
    if (text.trimmed().isEmpty())
        refuse(field, tr("a text"));
    return text;
}

QString JsonReader::optionalText(const QString& field)
{
    const QJsonValue found = value(field);
    if (!found.isNull() && found.toString().trimmed().isEmpty())
        refuse(field, tr("a text or null"));
    return found.toString();
}

PartialDate JsonReader::date(const QString& field)
{
    const auto date = PartialDate::parse(value(field).toString());
    if (!date)
        refuse(field, dateExpected());
    return date.value_or(PartialDate::ofDay(Day(0)));
}

std::optional<PartialDate> JsonReader::optionalDate(const QString& field)
{
    const QJsonValue found = value(field);
    const auto date = PartialDate::parse(found.toString());
    if (!date && !found.isNull())
        refuse(field, tr("%1, or null").arg(dateExpected()));
    return date;
}

double JsonReader::number(const QString& field)
{
    const QJsonValue found = value(field);
    if (!found.isDouble())
        refuse(field, tr("a number"));
    return found.toDouble();
}

int JsonReader::wholeNumber(const QString& field, int least, int most)
{
    const double found = value(field).toDouble(std::nan(""));
    if (found >= least && found <= most && found == std::floor(found))
        return static_cast<int>(found);
    refuse(field, tr("a whole number from %1 to %2").arg(least).arg(most));
    return least;
}

bool JsonReader::truth(const QString& field)
{
    const QJsonValue found = value(field);
    if (!found.isBool())
        refuse(field, tr("true or false"));
    return found.toBool();
}

QString JsonReader::term(const QString& field, TermKind kind, const Vocabulary& vocabulary)
{
    const QJsonValue found = value(field);
    if (found.isNull() || vocabulary.find(kind, found.toString()))
        return found.toString();
    QStringList codes;
    for (const Term& term : vocabulary.terms(kind))
        codes.append(term.code);
    refuse(field, tr("one of %1, or null").arg(codes.join(QStringLiteral(", "))));
    return {};
}

QStringList JsonReader::list(const QString& field, const std::function<bool(const QString&)>& known,
                             const QString& expected)
{
    QStringList values;
    const QJsonValue found = value(field);
    if (!found.isArray())
        refuse(field, tr("a list"));
    const QJsonArray array = found.toArray();
    for (const QJsonValue part : array) {
        const QString text = part.toString();
        const bool again = values.contains(text);
        if (again || !part.isString() || !known(text)) {
            JsonReader single({{field, part}}, m_where, m_prefix);
            single.refuse(field, again ? tr("each value once") : expected);
            m_error = m_error ? m_error : single.error();
        }
        values.append(text);
    }
    return values;
}

void JsonReader::readPart(const QJsonValue& part, const QString& name,
                          const std::function<void(JsonReader&)>& read)
{
    JsonReader reader(part.toObject(), m_where, m_prefix + name + u'.');
    read(reader);
    reader.finish();
    if (!m_error)
        m_error = reader.error();
}

void JsonReader::objects(const QString& field, const std::function<void(JsonReader&)>& read)
{
    const QJsonValue found = value(field);
    if (!found.isArray())
        refuse(field, tr("a list of objects"));
    int number = 0;
    const QJsonArray array = found.toArray();
    for (const QJsonValue part : array) {
        const QString name = QStringLiteral("%1[%2]").arg(field).arg(++number);
        if (!part.isObject())
            refuse(field, tr("a list of objects"));
        readPart(part, name, read);
    }
}

void JsonReader::optionalObject(const QString& field, const std::function<void(JsonReader&)>& read)
{
    const QJsonValue found = value(field);
    if (found.isObject())
        readPart(found, field, read);
    else if (!found.isNull())
        refuse(field, tr("an object or null"));
}

void JsonReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end() && !m_error; ++it)
        if (!m_asked.contains(it.key()))
            m_error = Error{Error::Kind::BadInput,
                            tr("%1: %2: there is no such field, expected one of %3.")
                                .arg(m_where, m_prefix + it.key(), m_asked.join(QStringLiteral(", "))),
                            {}};
}

Result<QJsonObject> parseObject(const QByteArray& json, const QString& where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(Error::Kind::BadInput, tr("%1: column %2: %3; expected one JSON object.")
                                                  .arg(where)
                                                  .arg(error.offset + 1)
                                                  .arg(error.errorString()));
    if (!document.isObject())
        return failure(Error::Kind::BadInput, tr("%1: found a list, expected one JSON object.").arg(where));
    if (countFields(document.object()) != countColons(json))
        return failure(Error::Kind::BadInput,
                       tr("%1: a field is given twice, expected each field once.").arg(where));
    return document.object();
}

} // namespace interdict
