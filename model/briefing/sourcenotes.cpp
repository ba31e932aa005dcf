// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/sourcenotes.h"

#include "model/edit/twins.h"

#include <algorithm>

namespace interdict {

int SourceNotes::number(const Source& source)
{
    const QString key = source.url.isEmpty() ? source.title : comparableUrl(source.url);
    if (key.isEmpty())
        return 0;
    const auto known = m_numbers.constFind(key);
    if (known != m_numbers.cend()) {
        // What one event's entry leaves out, another's may know.
        Source& first = m_all[static_cast<std::size_t>(*known) - 1];
        if (!first.date)
            first.date = source.date;
        for (QString Source::*field :
             {&Source::publisher, &Source::archivedUrl, &Source::kind, &Source::title})
            if ((first.*field).isEmpty())
                first.*field = source.*field;
        return *known;
    }
    m_all.push_back(source);
    const int number = static_cast<int>(m_all.size());
    m_numbers.insert(key, number);
    return number;
}

std::vector<int> SourceNotes::numbers(const std::vector<Source>& sources)
{
    std::vector<int> all;
    for (const Source& source : sources)
        if (const int one = number(source); one > 0)
            all.push_back(one);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace interdict
