// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/vocabularywords.h"

#include "model/vocabulary/entryfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("VocabularyWords", text);
}

QString entryWords(VocabularyList list, const QString& name)
{
    QString noun = listNoun(list);
    noun.front() = noun.front().toUpper();
    return tr("%1 \u201c%2\u201d").arg(noun, name);
}

QString valueOrNone(const QString& text)
{
    return text.isEmpty() ? tr("none") : text;
}

template <typename Entry>
QString fieldsInWords(VocabularyList list, const Entry& before, const Entry& after)
{
    QStringList parts;
    for (const EntryField field : changedFields(list, before, after))
        parts << (field == EntryField::Name
                      ? tr("renamed to \u201c%1\u201d").arg(entryName(after))
                      : tr("%1: %2 \u2192 %3")
                            .arg(entryFieldLabel(field), valueOrNone(entryText(before, field)),
                                 valueOrNone(entryText(after, field))));
    return parts.join(QStringLiteral("; "));
}

class Describing
{
public:
    explicit Describing(const VocabularyChange& change)
        : m_change(change)
    {
    }

    template <typename Entry>
    void compare(VocabularyList list, const std::vector<Entry>& before, const std::vector<Entry>& after)
    {
        for (const Entry& entry : before)
            if (const QString words = whatBecameOf(list, entry, after); !words.isEmpty())
                m_differences.push_back({entryWords(list, entryName(entry)), words});
        for (const Entry& entry : after)
            if (!findEntry(before, identity(entry)) && !isRenamed(list, identity(entry)))
                m_differences.push_back({entryWords(list, entryName(entry)), tr("added")});
        compareOrder(list);
    }
    std::vector<VocabularyDifference> take() { return std::move(m_differences); }

private:
    template <typename Entry>
    QString whatBecameOf(VocabularyList list, const Entry& entry, const std::vector<Entry>& after) const
    {
        const auto code = m_change.followed(list, identity(entry));
        if (!code)
            return tr("removed");
        const Entry& now = *findEntry(after, *code);
        return isMergedAway(list, identity(entry)) ? tr("merged into \u201c%1\u201d").arg(entryName(now))
                                                   : fieldsInWords(list, entry, now);
    }

    bool isRenamed(VocabularyList list, const QString& code) const
    {
        const auto renamed = m_change.renamings();
        return std::any_of(renamed.begin(), renamed.end(),
                           [&](const Renaming& r) { return r.list == list && r.to == code; });
    }

    // Of two that changed places none can be said to have moved: the list is told.
    void compareOrder(VocabularyList list)
    {
        QStringList before, after;
        for (const QString& code : m_change.before.codes(list))
            if (const auto now = m_change.followed(list, code); now && !isMergedAway(list, code))
                before << *now;
        for (const QString& code : m_change.after.codes(list))
            if (before.contains(code))
                after << code;
        if (before != after)
            m_differences.push_back({listLabel(list), tr("put in another order")});
    }

    bool isMergedAway(VocabularyList list, const QString& code) const
    {
        const auto now = m_change.followed(list, code);
        return now && *now != code && m_change.before.has(list, *now);
    }

    const VocabularyChange& m_change;
    std::vector<VocabularyDifference> m_differences;
};

} // namespace

std::vector<VocabularyDifference> describeChange(const VocabularyChange& change)
{
    Describing describing(change);
    for (int i = 0; i < termKindCount; ++i) {
        const auto kind = static_cast<TermKind>(i);
        describing.compare(kind, change.before.terms(kind), change.after.terms(kind));
    }
    describing.compare<Platform>(std::nullopt, change.before.platforms(), change.after.platforms());
    return describing.take();
}

} // namespace interdict
