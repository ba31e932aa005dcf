// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered sources of a text: each source has the number with which it was first cited. A source that
// several events name, by address or title, stands once.
#pragma once

#include "model/event/event.h"

#include <QHash>

namespace interdict {

class SourceNotes
{
public:
    // Its number, from 1; 0 where it has neither address nor title.
    int number(const Source& source);
    // Of an event's or a milestone's sources, each once, ascending.
    std::vector<int> numbers(const std::vector<Source>& sources);
    const std::vector<Source>& all() const { return m_all; }

private:
    std::vector<Source> m_all;
    QHash<QString, int> m_numbers; // by comparable address, or title
};

} // namespace interdict
