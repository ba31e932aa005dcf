// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/vocabularyedit.h"

#include "model/vocabulary/fixedterms.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("VocabularyEdit", text);
}

tl::unexpected<Error> refused(const QString& message)
{
    return failure(Error::Kind::BadInput, message);
}

// One code for both kinds of lists: how each is read and put back.
struct TermList
{
    TermKind kind;
    using Entry = Term;
    VocabularyList list() const { return kind; }
    const std::vector<Term>& of(const Vocabulary& words) const { return words.terms(kind); }
    void set(Vocabulary& words, std::vector<Term> terms) const { words.setTerms(kind, std::move(terms)); }
    auto check(const Vocabulary& words, const Term& term, const QString& code) const
    {
        return validateEntry(words, kind, term, code);
    }
    std::size_t most() const { return mostTerms; }
};

struct PlatformList
{
    using Entry = Platform;
    VocabularyList list() const { return std::nullopt; }
    const std::vector<Platform>& of(const Vocabulary& words) const { return words.platforms(); }
    void set(Vocabulary& words, std::vector<Platform> all) const { words.setPlatforms(std::move(all)); }
    auto check(const Vocabulary& words, const Platform& platform, const QString& code) const
    {
        return validateEntry(words, platform, code);
    }
    std::size_t most() const { return mostPlatforms; }
};

template <typename Work>
auto withList(VocabularyList list, Work work)
{
    return list ? work(TermList{*list}) : work(PlatformList{});
}

template <typename Entries>
auto find(Entries& entries, const QString& code)
{
    return std::find_if(entries.begin(), entries.end(),
                        [&code](const auto& entry) { return identity(entry) == code; });
}

Error noSuchEntry(VocabularyList list, const QString& code)
{
    return {
        Error::Kind::BadInput,
        tr("There is no %1 \u201c%2\u201d. It may have been renamed or removed.").arg(listNoun(list), code),
        {}};
}

template <typename List>
VocabularyEdit edited(const Vocabulary& before, const List& list, std::vector<typename List::Entry> entries,
                      const QString& what, std::vector<Renaming> renamed = {})
{
    Vocabulary after = before;
    list.set(after, std::move(entries));
    return {{before, std::move(after), std::move(renamed)}, what};
}

template <typename List>
Result<VocabularyEdit> added(const Vocabulary& words, const List& list, const typename List::Entry& entry)
{
    if (const auto findings = list.check(words, entry, {}); !findings.empty())
        return refused(findings.front().message);
    auto entries = list.of(words);
    if (entries.size() >= list.most())
        return refused(tr("The list is full: %1 is the most.").arg(list.most()));
    entries.push_back(entry);
    return edited(words, list, std::move(entries),
                  tr("Add %1 \u201c%2\u201d").arg(listNoun(list.list()), entryName(entry)));
}

// "Rename …", or which fields were changed.
template <typename Entry>
QString nameOfChange(VocabularyList list, const Entry& before, const Entry& after)
{
    const auto fields = changedFields(list, before, after);
    if (fields.empty())
        return {};
    if (fields.front() == EntryField::Name)
        return tr("Rename %1 \u201c%2\u201d to \u201c%3\u201d")
            .arg(listNoun(list), entryName(before), entryName(after));
    QStringList labels;
    for (const EntryField field : fields)
        labels << entryFieldLabel(field);
    return tr("Change %1 \u201c%2\u201d: %3")
        .arg(listNoun(list), entryName(before), labels.join(QStringLiteral(", ")));
}

template <typename List>
Result<VocabularyEdit> changed(const Vocabulary& words, const List& list, const QString& code,
                               const typename List::Entry& after)
{
    auto entries = list.of(words);
    const auto at = find(entries, code);
    if (at == entries.end())
        return tl::make_unexpected(noSuchEntry(list.list(), code));
    if (const auto findings = list.check(words, after, code); !findings.empty())
        return refused(findings.front().message);
    std::vector<Renaming> renamed;
    if (identity(after) != code)
        renamed.push_back({list.list(), code, identity(after)});
    const QString what = nameOfChange(list.list(), *at, after);
    *at = after;
    return edited(words, list, std::move(entries), what, std::move(renamed));
}

// Why an entry may not go; empty where it may.
QString whyNeeded(VocabularyList list, const QString& code)
{
    return list ? purposeOfTerm(*list, code) : QString();
}

class Checks
{
public:
    void add(EntryField field, const QString& message) { m_findings.push_back({field, message}); }

    void checkName(VocabularyList list, const QString& name)
    {
        if (foldedName(name).isEmpty())
            add(EntryField::Name, tr("Give the %1 a name of letters or digits.").arg(listNoun(list)));
        else if (name.size() > longestEntryName)
            add(EntryField::Name,
                tr("The name has %1 characters; %2 is the most.").arg(name.size()).arg(longestEntryName));
        else if (name != name.simplified())
            add(EntryField::Name, tr("The name has line breaks, or spaces too many."));
        else if (foldedName(name) == QLatin1String("unknown"))
            add(EntryField::Name,
                tr("\u201cUnknown\u201d stands for what is not recorded. Choose another name."));
    }

    // Another entry that is found by the same text.
    template <typename Entries>
    void checkDoubles(VocabularyList list, const Entries& entries, const QString& code, EntryField field,
                      const QString& text)
    {
        const QString wanted = foldedName(text);
        for (const auto& other : entries)
            if (identity(other) != code && !wanted.isEmpty() &&
                (foldedName(identity(other)) == wanted || foldedName(entryName(other)) == wanted))
                return add(field,
                           tr("There is a %1 \u201c%2\u201d already. Choose another name, or merge the "
                              "two.")
                               .arg(listNoun(list), entryName(other)));
    }

    void checkColour(const QString& colour)
    {
        static const QRegularExpression form(QStringLiteral("^#[0-9a-f]{6}$"));
        if (!colour.isEmpty() && !form.match(colour).hasMatch())
            add(EntryField::Colour, tr("A colour is written as #rrggbb, such as #2f8a57."));
    }

    void checkCode(TermKind kind, const QString& after, const QString& before)
    {
        static const QRegularExpression form(QStringLiteral("^[a-z0-9_]{1,60}$"));
        const QString purpose = before.isEmpty() ? QString() : purposeOfTerm(kind, before);
        if (!form.match(after).hasMatch())
            add(EntryField::Code,
                tr("A code is of small letters a to z, digits and _, such as data_handling."));
        else if (after == QLatin1String("unknown"))
            add(EntryField::Code,
                tr("\u201cunknown\u201d stands for what is not recorded. Choose another code."));
        else if (after != before && !purpose.isEmpty())
            add(EntryField::Code,
                tr("The program itself reckons with the code %1, so it stays: %2").arg(before, purpose));
    }

    std::vector<EntryFinding> take() { return std::move(m_findings); }

private:
    std::vector<EntryFinding> m_findings;
};

} // namespace

std::vector<EntryFinding> validateEntry(const Vocabulary& vocabulary, TermKind kind, const Term& term,
                                        const QString& code)
{
    Checks checks;
    checks.checkName(kind, term.label);
    checks.checkDoubles(kind, vocabulary.terms(kind), code, EntryField::Name, term.label);
    checks.checkCode(kind, term.code, code);
    if (foldedName(term.code) != foldedName(term.label))
        checks.checkDoubles(kind, vocabulary.terms(kind), code, EntryField::Code, term.code);
    if (term.severity < 0 || term.severity > 5)
        checks.add(EntryField::Severity, tr("Severity is from 0 to 5."));
    checks.checkColour(term.colour);
    return checks.take();
}

std::vector<EntryFinding> validateEntry(const Vocabulary& vocabulary, const Platform& platform,
                                        const QString& code)
{
    static const QRegularExpression country(QStringLiteral("^([A-Z]{2})?$"));
    Checks checks;
    checks.checkName(std::nullopt, platform.name);
    checks.checkDoubles(std::nullopt, vocabulary.platforms(), code, EntryField::Name, platform.name);
    if (!country.match(platform.developerCountry).hasMatch())
        checks.add(EntryField::DeveloperCountry,
                   tr("A country is a code of two capital letters, such as IT."));
    checks.checkColour(platform.colour);
    return checks.take();
}

QString codeFor(const Vocabulary& vocabulary, TermKind kind, const QString& label)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString folded = label.normalized(QString::NormalizationForm_KD).toLower();
    folded.remove(QRegularExpression(QStringLiteral("\\p{Mn}")));
    const QString stem = folded.split(other, Qt::SkipEmptyParts).join(u'_').left(50);
    QString code = stem.isEmpty() ? termKindCode(kind) : stem;
    const auto isTaken = [&](const QString& wanted) { return vocabulary.resolve(kind, wanted).has_value(); };
    for (int n = 2; isTaken(code); ++n)
        code = QStringLiteral("%1_%2").arg(stem).arg(n);
    return code;
}

RecordChange VocabularyEdit::record() const
{
    RecordChange record;
    if (!what.isEmpty())
        record.vocabulary = change;
    return record;
}

Result<VocabularyEdit> addEntry(const Vocabulary& vocabulary, TermKind kind, const Term& term)
{
    return added(vocabulary, TermList{kind}, term);
}

Result<VocabularyEdit> addEntry(const Vocabulary& vocabulary, const Platform& platform)
{
    return added(vocabulary, PlatformList{}, platform);
}

Result<VocabularyEdit> changeEntry(const Vocabulary& vocabulary, TermKind kind, const QString& code,
                                   const Term& after)
{
    return changed(vocabulary, TermList{kind}, code, after);
}

Result<VocabularyEdit> changeEntry(const Vocabulary& vocabulary, const QString& name, const Platform& after)
{
    return changed(vocabulary, PlatformList{}, name, after);
}

Result<VocabularyEdit> mergeEntries(const Vocabulary& vocabulary, VocabularyList list, const QString& from,
                                    const QString& into)
{
    if (!vocabulary.has(list, into))
        return tl::make_unexpected(noSuchEntry(list, into));
    if (from == into)
        return refused(tr("Choose another one to merge it into."));
    auto edit = removeEntry(vocabulary, list, from);
    if (!edit)
        return edit;
    edit->change.renamed = {{list, from, into}};
    edit->what = tr("Merge %1 \u201c%2\u201d into \u201c%3\u201d")
                     .arg(listNoun(list), vocabulary.label(list, from), vocabulary.label(list, into));
    return edit;
}

Result<VocabularyEdit> removeEntry(const Vocabulary& vocabulary, VocabularyList list, const QString& code)
{
    if (!vocabulary.has(list, code))
        return tl::make_unexpected(noSuchEntry(list, code));
    const QString name = vocabulary.label(list, code);
    if (const QString purpose = whyNeeded(list, code); !purpose.isEmpty())
        return refused(
            tr("The program itself reckons with \u201c%1\u201d, so it stays: %2").arg(name, purpose));
    return withList(list, [&](const auto& lists) {
        auto entries = lists.of(vocabulary);
        entries.erase(find(entries, code));
        return edited(vocabulary, lists, std::move(entries),
                      tr("Remove %1 \u201c%2\u201d").arg(listNoun(list), name));
    });
}

Result<VocabularyEdit> moveEntry(const Vocabulary& vocabulary, VocabularyList list, const QString& code,
                                 int to)
{
    if (!vocabulary.has(list, code))
        return tl::make_unexpected(noSuchEntry(list, code));
    return withList(list, [&](const auto& lists) {
        auto entries = lists.of(vocabulary);
        const auto at = find(entries, code);
        const auto place = entries.begin() + std::clamp(to, 0, static_cast<int>(entries.size()) - 1);
        if (at == place)
            return VocabularyEdit{{vocabulary, vocabulary, {}}, {}};
        at < place ? std::rotate(at, at + 1, place + 1) : std::rotate(place, at, at + 1);
        return edited(vocabulary, lists, std::move(entries),
                      tr("Move %1 \u201c%2\u201d").arg(listNoun(list), vocabulary.label(list, code)));
    });
}

} // namespace interdict
