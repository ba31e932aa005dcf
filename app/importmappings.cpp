// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importmappings.h"

#include "model/exchange/import/mappingguess.h"
#include "model/store/dataset.h"

#include <QCoreApplication>
#include <QFile>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

tl::unexpected<Error> wrong(const QString& message)
{
    return failure(Error::Kind::BadInput, message);
}

// "COLUMN=FIELD" and the like, divided at the last or first equals sign.
std::optional<std::pair<QString, QString>> halves(const QString& text, qsizetype at)
{
    if (at <= 0)
        return std::nullopt;
    return std::pair(text.left(at).trimmed(), text.mid(at + 1).trimmed());
}

QString fieldKeys()
{
    QStringList keys;
    for (const ImportTargetInfo& row : importTargets())
        keys << QLatin1String(row.key);
    return keys.join(QLatin1String(", "));
}

// The one that --mapping names.
Result<ImportMapping> savedMapping(const QString& path, const TableSheet& sheet)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound,
                       tr("--mapping: %1 cannot be read: %2.").arg(path, file.errorString()));
    auto mapping = mappingFromJson(file.readAll(), path).and_then([&](const ImportMapping& saved) {
        return fitted(saved, sheet, path);
    });
    // Unlike a wrong option, a file that cannot be used is no wrong usage.
    if (!mapping && mapping.error().kind == Error::Kind::BadInput)
        mapping.error().kind = Error::Kind::Failed;
    return mapping;
}

// "Land=country", or "Uses TikTok=platform_flag:TikTok"
Result<void> mapColumn(ImportMapping& mapping, const QString& text, const TableSheet& sheet,
                       const Vocabulary& vocabulary)
{
    const auto pair = halves(text, text.lastIndexOf(u'='));
    const auto target = pair ? targetFromKey(pair->second.section(u':', 0, 0)) : std::nullopt;
    if (!target)
        return wrong(tr("--map: expected COLUMN=FIELD, not %1. Fields: %2.").arg(text, fieldKeys()));
    const auto column =
        std::find_if(mapping.columns.begin(), mapping.columns.end(), [&pair](const ColumnMapping& candidate) {
            return foldedName(candidate.header) == foldedName(pair->first);
        });
    if (column == mapping.columns.end())
        return wrong(tr("--map: there is no column %1. There are: %2.")
                         .arg(pair->first, sheet.header.join(QLatin1String(", "))));
    if (!info(*target).repeats)
        for (ColumnMapping& other : mapping.columns)
            if (other.target == *target)
                other.target = ImportTarget::Ignore;
    *column = {column->header, *target, pair->second.section(u':', 1)};
    if (*target == ImportTarget::PlatformFlag && !vocabulary.platform(column->platform))
        return wrong(tr("--map: platform_flag needs a platform of the data set: COLUMN=platform_flag:NAME."));
    return {};
}

Result<void> applyOptions(ImportMapping& mapping, const ImportCommand& command, const TableSheet& sheet,
                          const Vocabulary& vocabulary)
{
    for (const QString& text : command.columns)
        if (auto mapped = mapColumn(mapping, text, sheet, vocabulary); !mapped)
            return mapped;
    for (const QString& text : command.defaults) {
        const auto pair = halves(text, text.indexOf(u'='));
        const auto target = pair ? targetFromKey(pair->first) : std::nullopt;
        if (!target)
            return wrong(tr("--default: expected FIELD=VALUE, not %1. Fields: %2.").arg(text, fieldKeys()));
        mapping.defaults.insert_or_assign(*target, pair->second);
    }
    for (const QString& text : command.values) {
        const auto pair = halves(text, text.lastIndexOf(u'='));
        const auto target = pair ? targetFromKey(pair->first.section(u':', 0, 0)) : std::nullopt;
        if (!target)
            return wrong(
                tr("--value: expected FIELD:TEXT=MEANING, not %1. Fields: %2.").arg(text, fieldKeys()));
        mapping.values[*target].insert_or_assign(pair->first.section(u':', 1), pair->second);
    }
    return {};
}

} // namespace

Result<ImportMapping> chosenMapping(const ImportCommand& command, const ImportTable& table,
                                    const TableSheet& sheet, const Vocabulary& vocabulary,
                                    const Gazetteer& gazetteer)
{
    Result<ImportMapping> mapping = command.mapping.isEmpty()
                                        ? guessMapping(table, sheet, vocabulary, gazetteer)
                                        : savedMapping(command.mapping, sheet);
    if (!mapping)
        return mapping;
    if (const auto applied = applyOptions(*mapping, command, sheet, vocabulary); !applied)
        return tl::make_unexpected(applied.error());
    if (command.dateOrder)
        mapping->dateOrder = command.dateOrder;
    else if (!mapping->dateOrder)
        mapping->dateOrder = dateOrderEvidence(sheet, mapping->columns).order();
    return mapping;
}

Result<QString> openQuestion(const ImportMapping& mapping, const TableSheet& sheet, bool dryRun)
{
    const auto missing = [&mapping](ImportTarget target) { return !mapping.has(target); };
    const QString advice = tr(" The columns are: %1.").arg(sheet.header.join(QLatin1String(", ")));
    if (missing(ImportTarget::Start))
        return wrong(tr("No column holds dates. Say which does with --map \"COLUMN=date\".") + advice);
    if (missing(ImportTarget::Place) && missing(ImportTarget::Subdivision))
        return wrong(
            tr("No column holds jurisdictions. Say which does with --map \"COLUMN=country\", or give one "
               "for all with --default country=CODE.") +
            advice);
    const DateOrderEvidence evidence = dateOrderEvidence(sheet, mapping.columns);
    if (!mapping.dateOrder && evidence.eitherWay > 0) {
        const QString question = tr("%n date(s) such as %1 can be read in two ways, and the table does "
                                    "not show which is meant. Say "
                                    "--date-order dmy or --date-order mdy.",
                                    evidence.eitherWay)
                                     .arg(evidence.example);
        if (!dryRun)
            return wrong(question);
        return question;
    }
    return QString();
}

} // namespace interdict
