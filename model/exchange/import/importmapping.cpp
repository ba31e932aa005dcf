// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/importmapping.h"

#include "model/exchange/jsonreader.h"
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace interdict {

namespace {

constexpr std::array<QLatin1String, 3> orderCodes{QLatin1String("dmy"), QLatin1String("mdy"),
                                                  QLatin1String("ymd")};

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportMapping", text);
}

QString key(ImportTarget target)
{
    return QLatin1String(info(target).key);
}

QJsonArray columnsJson(const std::vector<ColumnMapping>& columns)
{
    QJsonArray array;
    for (const ColumnMapping& column : columns) {
        QJsonObject object{{QStringLiteral("column"), column.header},
                           {QStringLiteral("field"), key(column.target)}};
        if (!column.platform.isEmpty())
            object.insert(QStringLiteral("platform"), column.platform);
        array.append(object);
    }
    return array;
}

QJsonObject valuesJson(const ImportMapping& mapping, std::span<const TextMeaning> meanings)
{
    using Kind = TextMeaning::Kind;
    std::map<ImportTarget, QJsonObject> objects;
    for (const TextMeaning& meaning : meanings)
        if (!meaning.text.isEmpty() && (meaning.kind == Kind::Unknown || meaning.kind == Kind::Guessed))
            objects[meaning.target].insert(meaning.text,
                                           meaning.kind == Kind::Unknown
                                               ? QJsonValue(QJsonValue::Null)
                                               : QJsonValue(meaning.codes.join(QLatin1String("; "))));
    for (const auto& [target, texts] : mapping.values)
        for (const auto& [text, meaning] : texts)
            objects[target].insert(text, meaning);
    QJsonObject values;
    for (const auto& [target, texts] : objects)
        values.insert(key(target), texts);
    return values;
}

class MappingReader
{
public:
    explicit MappingReader(JsonReader& reader)
        : m_reader(reader)
    {
    }

    ImportMapping read()
    {
        ImportMapping mapping;
        m_reader.wholeNumber(QStringLiteral("interdict_mapping"), 1, 1);
        mapping.sheet = optional(QStringLiteral("sheet"));
        if (const QString order = optional(QStringLiteral("date_order")); !order.isEmpty()) {
            mapping.dateOrder = dateOrderFromCode(order);
            if (!mapping.dateOrder)
                m_reader.refuse(QStringLiteral("date_order"), tr("dmy, mdy or ymd"));
        }
        m_reader.objects(QStringLiteral("columns"),
                         [&mapping](JsonReader& part) { mapping.columns.push_back(columnFrom(part)); });
        return mapping;
    }

private:
    QString optional(const QString& field)
    {
        return m_reader.has(field) ? m_reader.optionalText(field) : QString();
    }

    static ColumnMapping columnFrom(JsonReader& part)
    {
        ColumnMapping column;
        column.header = part.text(QStringLiteral("column"));
        const auto target = targetFromKey(part.text(QStringLiteral("field")));
        if (!target)
            part.refuse(QStringLiteral("field"), tr("a field: ") + fieldKeys());
        column.target = target.value_or(ImportTarget::Ignore);
        if (part.has(QStringLiteral("platform")))
            column.platform = part.optionalText(QStringLiteral("platform"));
        return column;
    }

    static QString fieldKeys()
    {
        QStringList keys;
        for (const ImportTargetInfo& row : importTargets())
            keys << QLatin1String(row.key);
        return keys.join(QLatin1String(", "));
    }

    JsonReader& m_reader;
};

// {"measure": …, "platforms": …}: each key a field, or an error.
template <typename Read>
Result<void> eachField(const QJsonObject& object, const QString& where, Read read)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto target = targetFromKey(it.key());
        if (!target)
            return failure(Error::Kind::BadInput, tr("%1: there is no field \"%2\". Look at the names under "
                                                     "\"field\" in a mapping that --save-mapping wrote.")
                                                      .arg(where, it.key()));
        read(*target, it.value());
    }
    return {};
}

std::map<QString, QString> textsFrom(const QJsonValue& value)
{
    std::map<QString, QString> texts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.value().isString()) // null: not decided yet
            texts.insert_or_assign(it.key(), it.value().toString());
    return texts;
}

} // namespace

bool ImportMapping::has(ImportTarget target) const
{
    return defaults.contains(target) ||
           std::any_of(columns.begin(), columns.end(),
                       [target](const ColumnMapping& column) { return column.target == target; });
}

QString dateOrderCode(DateOrder order)
{
    return orderCodes[static_cast<std::size_t>(order)];
}

std::optional<DateOrder> dateOrderFromCode(QStringView code)
{
    for (std::size_t i = 0; i < orderCodes.size(); ++i)
        if (code.compare(orderCodes[i], Qt::CaseInsensitive) == 0)
            return static_cast<DateOrder>(i);
    return std::nullopt;
}

QByteArray mappingToJson(const ImportMapping& mapping, std::span<const TextMeaning> meanings)
{
    QJsonObject defaults;
    for (const auto& [target, text] : mapping.defaults)
        defaults.insert(key(target), text);
    QJsonObject object{{QStringLiteral("interdict_mapping"), 1},
                       {QStringLiteral("columns"), columnsJson(mapping.columns)},
                       {QStringLiteral("defaults"), defaults},
                       {QStringLiteral("values"), valuesJson(mapping, meanings)}};
    if (!mapping.sheet.isEmpty())
        object.insert(QStringLiteral("sheet"), mapping.sheet);
    if (mapping.dateOrder)
        object.insert(QStringLiteral("date_order"), dateOrderCode(*mapping.dateOrder));
    return QJsonDocument(object).toJson();
}

Result<ImportMapping> mappingFromJson(const QByteArray& json, const QString& name)
{
    QJsonParseError error;
    QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (object.isEmpty())
        return failure(Error::Kind::BadInput,
                       tr("%1 is no mapping (%2). --save-mapping writes one to begin with.")
                           .arg(name, error.errorString()));
    const QJsonObject defaults = object.take(QStringLiteral("defaults")).toObject();
    const QJsonObject values = object.take(QStringLiteral("values")).toObject();
    JsonReader reader(object, name);
    ImportMapping mapping = MappingReader(reader).read();
    reader.finish();
    if (reader.error())
        return tl::make_unexpected(*reader.error());
    const auto read = eachField(defaults, name, [&](ImportTarget target, const QJsonValue& value) {
                          mapping.defaults.insert_or_assign(target, value.toString());
                      }).and_then([&] {
        return eachField(values, name, [&](ImportTarget target, const QJsonValue& value) {
            mapping.values.insert_or_assign(target, textsFrom(value));
        });
    });
    if (!read)
        return tl::make_unexpected(read.error());
    return mapping;
}

Result<ImportMapping> fitted(const ImportMapping& saved, const TableSheet& sheet, const QString& name)
{
    ImportMapping mapping = saved;
    mapping.columns.clear();
    int found = 0;
    for (const QString& header : sheet.header) {
        const auto it =
            std::find_if(saved.columns.begin(), saved.columns.end(), [&header](const ColumnMapping& column) {
                return foldedName(column.header) == foldedName(header);
            });
        found += it != saved.columns.end();
        mapping.columns.push_back(it != saved.columns.end() ? *it : ColumnMapping{});
        mapping.columns.back().header = header;
    }
    if (found == 0)
        return failure(
            Error::Kind::BadInput,
            tr("The table has no column that the mapping %1 names. Its columns are: %2. Choose the "
               "mapping that belongs to it, or none.")
                .arg(name, sheet.header.join(QLatin1String(", "))));
    return mapping;
}

} // namespace interdict
