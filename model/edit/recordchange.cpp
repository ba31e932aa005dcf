// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/recordchange.h"

namespace interdict {

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
