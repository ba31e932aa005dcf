// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/vocabularymerge.h"

#include "model/vocabulary/entryfields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("VocabularyMerge", text);
}

template <typename Entry>
std::optional<Entry> find(const std::vector<Entry>& entries, const QString& code)
{
    const Entry* entry = findEntry(entries, code);
    return entry ? std::optional(*entry) : std::nullopt;
}

QStringList only(const QStringList& codes, const QStringList& those)
{
    QStringList kept;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(kept),
                 [&those](const QString& code) { return those.contains(code); });
    return kept;
}

// `first`, and what `second` has besides: each after what stands before it there.
QStringList woven(QStringList first, const QStringList& second)
{
    for (qsizetype i = 0; i < second.size(); ++i)
        if (!first.contains(second[i])) // what is before it has been put in
            first.insert(i == 0 ? 0 : first.indexOf(second[i - 1]) + 1, second[i]);
    return first;
}

QStringList mergedOrder(const QStringList& base, const QStringList& mine, const QStringList& theirs)
{
    const bool moved = only(base, mine) != only(mine, base);
    return moved ? woven(mine, theirs) : woven(theirs, mine);
}

class Merging
{
public:
    Merging(const VocabularyChange& mine, const Vocabulary& theirs)
        : m_mine(mine)
        , m_theirs(theirs)
    {
    }

    template <typename Entry>
    std::vector<Entry> merged(VocabularyList list, const std::vector<Entry>& base,
                              const std::vector<Entry>& mine, const std::vector<Entry>& theirs)
    {
        std::vector<Entry> all;
        const QStringList order =
            mergedOrder(m_mine.before.codes(list), m_mine.after.codes(list), m_theirs.codes(list));
        for (const QString& code : order)
            if (auto entry = merge(list, find(base, code), find(mine, code), find(theirs, code)))
                all.push_back(std::move(*entry));
        checkDoubles(list, all);
        return all;
    }

    // What is renamed or merged, and what it is merged into, must be there still.
    void checkRenamings(const Vocabulary& after)
    {
        for (const Renaming& renaming : m_mine.renamings())
            if (!m_theirs.has(renaming.list, renaming.from) || !after.has(renaming.list, renaming.to))
                refuse(tr("The %1 \u201c%2\u201d was renamed, merged or removed meanwhile, elsewhere. "
                          "Nothing was "
                          "saved.")
                           .arg(listNoun(renaming.list), m_mine.before.label(renaming.list, renaming.from)));
    }

    const QString& problem() const { return m_problem; }

private:
    template <typename Entry>
    std::optional<Entry> merge(VocabularyList list, const std::optional<Entry>& base,
                               const std::optional<Entry>& mine, const std::optional<Entry>& theirs)
    {
        if (mine == base || mine == theirs)
            return theirs;
        if (theirs != base)
            refuse(tr("The %1 \u201c%2\u201d was changed meanwhile, elsewhere. Nothing was saved: look at it "
                      "again.")
                       .arg(listNoun(list), entryName(base ? *base : *mine)));
        return mine;
    }

    template <typename Entry>
    void checkDoubles(VocabularyList list, const std::vector<Entry>& entries)
    {
        QSet<QString> names;
        for (const Entry& entry : entries) {
            const QSet<QString> own{foldedName(identity(entry)), foldedName(entryName(entry))};
            if (names.intersects(own))
                refuse(tr("Another %1 \u201c%2\u201d was added meanwhile, elsewhere. Nothing was saved.")
                           .arg(listNoun(list), entryName(entry)));
            names += own;
        }
    }

    void refuse(const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const VocabularyChange& m_mine;
    const Vocabulary& m_theirs;
    QString m_problem;
};

} // namespace

Result<VocabularyChange> mergeVocabularies(const VocabularyChange& mine, const Vocabulary& theirs)
{
    if (mine.before == theirs)
        return mine;
    Merging merging(mine, theirs);
    Vocabulary after = theirs;
    for (int i = 0; i < termKindCount; ++i) {
        const auto kind = static_cast<TermKind>(i);
        after.setTerms(
            kind, merging.merged(kind, mine.before.terms(kind), mine.after.terms(kind), theirs.terms(kind)));
    }
    after.setPlatforms(
        merging.merged(std::nullopt, mine.before.platforms(), mine.after.platforms(), theirs.platforms()));
    merging.checkRenamings(after);
    if (!merging.problem().isEmpty())
        return failure(Error::Kind::Conflict, merging.problem());
    return VocabularyChange{theirs, std::move(after), mine.renamed};
}

} // namespace interdict
