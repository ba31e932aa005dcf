// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON objects as a table: a line each, or an array of them. Keys are columns, lists are joined by "; ".
#include "model/exchange/import/tableparts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportTable", text);
}

QString cellText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue part : value.toArray())
            parts << cellText(part);
        return parts.join(QLatin1String("; "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

bool isRecordLine(const QJsonObject& object)
{
    return object.contains(QLatin1String("id")) && object.contains(QLatin1String("title")) &&
           object.contains(QLatin1String("date")) && object.value(QLatin1String("sources")).isArray() &&
           object.value(QLatin1String("platforms")).isArray();
}

class JsonTable
{
public:
    explicit JsonTable(const QString& name) { m_sheet.name = name; }

    void add(int number, const QJsonObject& object, const QByteArray& line)
    {
        m_sheet.isRecord = m_sheet.isRecord || isRecordLine(object);
        TableRow row{number, QStringList(m_sheet.header.size()), {}, line};
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto [column, isNew] =
                m_column.try_emplace(it.key(), static_cast<qsizetype>(m_column.size()));
            if (isNew) {
                m_sheet.header << it.key();
                row.cells << QString();
            }
            row.cells[column->second] = withoutGuard(cellText(it.value()).trimmed());
        }
        m_sheet.rows.push_back(std::move(row));
    }

    void addBad(int number, const QByteArray& line, const QString& why)
    {
        m_sheet.rows.push_back({number,
                                {},
                                tr("The line is no JSON object: %1. Write one object in {} a line.").arg(why),
                                line});
    }

    TableSheet finished()
    {
        for (TableRow& row : m_sheet.rows)
            while (row.cells.size() < m_sheet.header.size())
                row.cells << QString();
        return std::move(m_sheet);
    }

private:
    TableSheet m_sheet;
    std::map<QString, qsizetype> m_column;
};

Result<TableSheet> fromArray(const QByteArray& json, const QString& name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isArray())
        return failure(Error::Kind::BadInput,
                       tr("%1 is no JSON list of objects (%2). Write [{…}, {…}], or one object a line.")
                           .arg(name, error.errorString()));
    JsonTable table(name);
    int number = 0;
    for (const QJsonValue value : document.array()) {
        const QJsonObject object = value.toObject();
        table.add(++number, object, QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    return table.finished();
}

} // namespace

Result<TableSheet> readJsonTable(const QString& text, const QString& name)
{
    if (text.trimmed().startsWith(u'['))
        return fromArray(text.toUtf8(), name);
    JsonTable table(name);
    int number = 0;
    for (const QByteArray& line : text.toUtf8().split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        document.isObject() ? table.add(number, document.object(), line)
                            : table.addBad(number, line, error.errorString());
    }
    return table.finished();
}

} // namespace interdict
