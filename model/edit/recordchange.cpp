// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/recordchange.h"

namespace interdict {

VocabularyChange VocabularyChange::inverted() const
{
    VocabularyChange inverse{after, before, {}};
    for (auto it = renamed.rbegin(); it != renamed.rend(); ++it)
        inverse.renamed.push_back(it->inverted());
    return inverse;
}

std::vector<Renaming> VocabularyChange::renamings() const
{
    std::vector<Renaming> meant;
    for (const Renaming& renaming : renamed)
        if (!after.has(renaming.list, renaming.from) && after.has(renaming.list, renaming.to))
            meant.push_back(renaming);
    return meant;
}

std::optional<QString> VocabularyChange::followed(VocabularyList list, const QString& code) const
{
    if (after.has(list, code))
        return code;
    for (const Renaming& renaming : renamings())
        if (renaming.list == list && renaming.from == code)
            return renaming.to;
    return std::nullopt;
}

RecordChange RecordChange::inverted() const
{
    RecordChange inverse;
    for (auto it = events.rbegin(); it != events.rend(); ++it)
        inverse.events.push_back(it->inverted());
    if (vocabulary)
        inverse.vocabulary = vocabulary->inverted();
    for (auto it = milestones.rbegin(); it != milestones.rend(); ++it)
        inverse.milestones.push_back(it->inverted());
    return inverse;
}

} // namespace interdict
