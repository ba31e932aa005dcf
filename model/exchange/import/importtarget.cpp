// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/importtarget.h"

#include <QCoreApplication>

#include <map>

namespace interdict {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("ImportTarget", text)

using F = EventField;
using T = ImportTarget;
constexpr std::array<ImportTargetInfo, importTargetCount> targets{{
    {T::Ignore, "ignore", LABEL("Ignored"), std::nullopt, true},
    {T::Uid, "id", LABEL("Id"), std::nullopt, false},
    {T::Title, "title", LABEL("Title"), F::Title, false},
    {T::Start, "date", LABEL("Start"), F::Start, false},
    {T::End, "end_date", LABEL("End"), F::End, false},
    {T::Place, "country", LABEL("Jurisdiction"), F::Country, false},
    {T::Subdivision, "subdivision", LABEL("Subdivision"), F::Subdivision, false},
    {T::Authority, "authority", LABEL("Authority"), F::Authority, false},
    {T::Platforms, "platforms", LABEL("Platforms"), F::Platforms, true},
    {T::PlatformFlag, "platform_flag", LABEL("Yes or no for a platform"), F::Platforms, true},
    {T::Concerns, "concerns", LABEL("Concerns"), F::Concerns, true},
    {T::Measure, "measure", LABEL("Measure"), F::Measure, false},
    {T::Scope, "scope", LABEL("Scope"), F::Scope, false},
    {T::Status, "status", LABEL("Status"), F::Status, false},
    {T::Confidence, "confidence", LABEL("Confidence"), F::Confidence, false},
    {T::Summary, "summary", LABEL("Summary"), F::Summary, true},
    {T::Note, "note", LABEL("Note"), F::Note, true},
    {T::Relations, "related", LABEL("Relations"), F::Relations, true},
    {T::SourceTitle, "source_title", LABEL("Title of the source"), F::Sources, false},
    {T::SourcePublisher, "source_publisher", LABEL("Publisher of the source"), F::Sources, false},
    {T::SourceUrl, "sources", LABEL("Address of the source"), F::Sources, true},
    {T::SourceDate, "source_date", LABEL("Date of the source"), F::Sources, false},
    {T::SourceKind, "source_kind", LABEL("Kind of source"), F::Sources, false},
    {T::SourceArchived, "source_archived", LABEL("Archived copy of the source"), F::Sources, false},
    {T::Review, "review", LABEL("Review"), F::Review, false},
}};

#undef LABEL

} // namespace

std::span<const ImportTargetInfo> importTargets()
{
    return targets;
}

const ImportTargetInfo& info(ImportTarget target)
{
    return targets[static_cast<std::size_t>(target)];
}

QString targetLabel(ImportTarget target)
{
    return QCoreApplication::translate("ImportTarget", info(target).label);
}

std::optional<ImportTarget> targetFromKey(QStringView key)
{
    for (const ImportTargetInfo& row : targets)
        if (key.compare(QLatin1String(row.key), Qt::CaseInsensitive) == 0)
            return row.target;
    return std::nullopt;
}

std::optional<TermKind> termKindOf(ImportTarget target)
{
    static const std::map<T, TermKind> kinds{{T::Concerns, TermKind::Concern},
                                             {T::Measure, TermKind::Measure},
                                             {T::Scope, TermKind::Scope},
                                             {T::Status, TermKind::Status},
                                             {T::Confidence, TermKind::Confidence}};
    const auto kind = kinds.find(target);
    return kind == kinds.end() ? std::nullopt : std::optional(kind->second);
}

bool holdsMeanings(ImportTarget target)
{
    return target == T::Place || target == T::Subdivision || target == T::Platforms ||
           termKindOf(target).has_value();
}

bool isList(ImportTarget target)
{
    return target == T::Platforms || target == T::Concerns;
}

} // namespace interdict
