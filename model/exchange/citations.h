// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of events as entries for reference managers: BibTeX (biblatex's @online), RIS (Research
// Information Systems' tags, as Zotero and EndNote read them) and CSL JSON 1.0. Each source stands once, by
// its address, with the events that it is given for.
#pragma once

#include "model/event/event.h"

#include <QHash>

namespace interdict {

struct Citation
{
    QString key; // of ASCII letters and digits, unique in the list: "garante2025italy"
    Source source;
    QStringList events; // titles of those that name it
};

class Citations
{
public:
    void add(const Event& event); // a source without address and title is passed over
    const std::vector<Citation>& all() const { return m_all; } // in the order in which they came

private:
    QString newKey(const Source& source);

    std::vector<Citation> m_all;
    QHash<QString, std::size_t> m_byAddress; // comparable address, or title
    QHash<QString, int> m_keys;              // how often each was wanted
};

QByteArray toBibTex(const Citation& citation);  // an entry and a line end
QByteArray toRis(const Citation& citation);     // lines end in CR LF, as the format wants
QByteArray toCslJson(const Citation& citation); // one object

} // namespace interdict
