// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a vocabulary as values: what each makes of it, what is refused and in which words, and two edits
// brought together.
#include "model/edit/vocabularyedit.h"
#include "model/edit/vocabularymerge.h"
#include "model/edit/vocabularywords.h"

#include <QTest>

#include <functional>

using namespace interdict;

namespace {

Term term(const char* code, const char* label)
{
    Term made;
    made.code = QLatin1String(code);
    made.label = QString::fromUtf8(label);
    return made;
}

Vocabulary words()
{
    Vocabulary words;
    words.setTerms(TermKind::Concern, {term("data_handling", "Data handling"), term("fraud", "Fraud"),
                                       term("security", "National security")});
    Term lifted = term("lifted", "Lifted");
    lifted.inForce = true;
    words.setTerms(TermKind::Status, {term("proposed", "Proposed"), lifted});
    words.setTerms(TermKind::Relation, {term("follows", "follows"), term("supersedes", "supersedes")});
    words.setPlatforms({{QStringLiteral("ChatGPT"), QStringLiteral("OpenAI"), QStringLiteral("US"), {}},
                        {QStringLiteral("Grok"), {}, {}, {}},
                        {QStringLiteral("TikTok"), {}, {}, {}}});
    return words;
}

// "Data handling, Fraud", …: the names of a list in order.
QString namesOf(const Vocabulary& vocabulary, VocabularyList list)
{
    QStringList names;
    for (const QString& code : vocabulary.codes(list))
        names << vocabulary.label(list, code);
    return names.join(QStringLiteral(", "));
}

QString told(const VocabularyChange& change)
{
    QStringList lines;
    for (const VocabularyDifference& difference : describeChange(change))
        lines << difference.entry + QStringLiteral(": ") + difference.changed;
    return lines.join(u'\n');
}

const QString concern = QStringLiteral("fraud");

} // namespace

using Make = std::function<Result<VocabularyEdit>(const Vocabulary&)>;
Q_DECLARE_METATYPE(Make)

class VocabularyEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void refuses_data();
    void refuses();
    void renamesInEvents_data();
    void renamesInEvents();
    void findsFreeCodes();
    void merges_data();
    void merges();
    void refusesToMerge_data();
    void refusesToMerge();
};

void VocabularyEditTest::edits_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const Make& make, const char* what, const char* inWords) {
        QTest::newRow(name) << make << QString::fromUtf8(what) << QString::fromUtf8(inWords);
    };
    row(
        "add a term",
        [](const Vocabulary& v) { return addEntry(v, TermKind::Concern, term("deepfakes", "Deepfakes")); },
        "Add concern “Deepfakes”", "Concern “Deepfakes”: added");
    row(
        "add a platform",
        [](const Vocabulary& v) {
            return addEntry(v, Platform{QStringLiteral("Qwen"), {}, {}, {}});
        },
        "Add platform “Qwen”", "Platform “Qwen”: added");
    row(
        "relabel a term",
        [](const Vocabulary& v) {
            return changeEntry(v, TermKind::Concern, concern, term("fraud", "Scams"));
        },
        "Rename concern “Fraud” to “Scams”", "Concern “Fraud”: renamed to “Scams”");
    row(
        "another code",
        [](const Vocabulary& v) {
            return changeEntry(v, TermKind::Concern, concern, term("scams", "Fraud"));
        },
        "Change concern “Fraud”: Code", "Concern “Fraud”: Code: fraud → scams");
    row(
        "rename a platform",
        [](const Vocabulary& v) {
            return changeEntry(v, QStringLiteral("Grok"), Platform{QStringLiteral("xAI Grok"), {}, {}, {}});
        },
        "Rename platform “Grok” to “xAI Grok”", "Platform “Grok”: renamed to “xAI Grok”");
    row(
        "describe and recolour",
        [](const Vocabulary& v) {
            Term after = term("fraud", "Fraud");
            after.description = QStringLiteral("Deceit");
            after.colour = QStringLiteral("#2f8a57");
            return changeEntry(v, TermKind::Concern, concern, after);
        },
        "Change concern “Fraud”: Description, Colour",
        "Concern “Fraud”: Description: none → Deceit; Colour: none → #2f8a57");
    row(
        "what counts as in force",
        [](const Vocabulary& v) {
            return changeEntry(v, TermKind::Status, QStringLiteral("lifted"), term("lifted", "Lifted"));
        },
        "Change status “Lifted”: In force", "Status “Lifted”: In force: yes → no");
    row(
        "merge",
        [](const Vocabulary& v) {
            return mergeEntries(v, std::nullopt, QStringLiteral("Grok"), QStringLiteral("TikTok"));
        },
        "Merge platform “Grok” into “TikTok”", "Platform “Grok”: merged into “TikTok”");
    row(
        "remove", [](const Vocabulary& v) { return removeEntry(v, TermKind::Concern, concern); },
        "Remove concern “Fraud”", "Concern “Fraud”: removed");
    row(
        "move down",
        [](const Vocabulary& v) { return moveEntry(v, std::nullopt, QStringLiteral("ChatGPT"), 2); },
        "Move platform “ChatGPT”", "Platforms: put in another order");
    row(
        "move up",
        [](const Vocabulary& v) { return moveEntry(v, std::nullopt, QStringLiteral("TikTok"), 0); },
        "Move platform “TikTok”", "Platforms: put in another order");
    row(
        "nothing",
        [](const Vocabulary& v) {
            return changeEntry(v, TermKind::Concern, concern, term("fraud", "Fraud"));
        },
        "", "");
    row(
        "move nowhere",
        [](const Vocabulary& v) { return moveEntry(v, std::nullopt, QStringLiteral("TikTok"), 9); }, "", "");
}

void VocabularyEditTest::edits()
{
    QFETCH(Make, make);
    QFETCH(QString, what);
    QFETCH(QString, words);
    const Vocabulary before = ::words();
    const auto edit = make(before);
    QVERIFY2(edit, edit ? "" : qPrintable(edit.error().message));
    QCOMPARE(edit->what, what);
    QCOMPARE(told(edit->change), words);
    QVERIFY(edit->change.before == before);
    QCOMPARE(edit->record().isEmpty(), what.isEmpty());
    const VocabularyChange there = edit->change;
    const VocabularyChange back = there.inverted();
    QVERIFY(back.after == before);
    const VocabularyChange again = back.inverted();
    QVERIFY(again == there);
}

void VocabularyEditTest::refuses_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("part"); // of the message
    const auto row = [](const char* name, const Make& make, const char* part) {
        QTest::newRow(name) << make << QString::fromUtf8(part);
    };
    const auto adding = [](const Term& added) -> Make {
        return [added](const Vocabulary& v) { return addEntry(v, TermKind::Concern, added); };
    };
    row("no name", adding(term("x", "")), "Give the concern a name");
    row("a name of signs", adding(term("x", "?!")), "Give the concern a name");
    row("a long name", adding(term("x", std::string(81, 'x').c_str())), "81 characters; 80 is the most");
    row("two lines", adding(term("x", "One\nTwo")), "line breaks");
    row("unknown", adding(term("x", "Unknown")), "stands for what is not recorded");
    row("a name twice", adding(term("x", "FRAUD")), "a concern “Fraud” already");
    row("another's code as name", adding(term("x", "Data-Handling")), "a concern “Data handling” already");
    row("a code twice", adding(term("fraud", "Scams")), "a concern “Fraud” already");
    row("a code of capitals", adding(term("Fraud2", "Scams")), "A code is of small letters");
    row("no code", adding(term("", "Scams")), "A code is of small letters");
    Term coloured = term("x", "Scams");
    coloured.colour = QStringLiteral("green");
    row("a colour's name", adding(coloured), "written as #rrggbb");
    row(
        "another's name for a platform",
        [](const Vocabulary& v) {
            return changeEntry(v, QStringLiteral("Grok"), Platform{QStringLiteral("tiktok"), {}, {}, {}});
        },
        "a platform “TikTok” already");
    row(
        "a country in words",
        [](const Vocabulary& v) {
            return addEntry(v, Platform{QStringLiteral("Qwen"), {}, QStringLiteral("China"), {}});
        },
        "two capital letters");
    row(
        "the code of a status that is reckoned with",
        [](const Vocabulary& v) {
            return changeEntry(v, TermKind::Status, QStringLiteral("lifted"), term("ended", "Lifted"));
        },
        "reckons with the code lifted");
    row(
        "to remove a relation that is reckoned with",
        [](const Vocabulary& v) { return removeEntry(v, TermKind::Relation, QStringLiteral("supersedes")); },
        "so it stays: It gives an event");
    row(
        "to merge it",
        [](const Vocabulary& v) {
            return mergeEntries(v, TermKind::Relation, QStringLiteral("supersedes"),
                                QStringLiteral("follows"));
        },
        "so it stays: It gives an event");
    row(
        "to merge it into itself",
        [](const Vocabulary& v) { return mergeEntries(v, TermKind::Concern, concern, concern); },
        "Choose another one");
    row(
        "what is not there",
        [](const Vocabulary& v) { return removeEntry(v, std::nullopt, QStringLiteral("Sora")); },
        "There is no platform “Sora”");
}

void VocabularyEditTest::refuses()
{
    QFETCH(Make, make);
    QFETCH(QString, part);
    const auto edit = make(words());
    QVERIFY(!edit);
    QCOMPARE(edit.error().kind, Error::Kind::BadInput);
    QVERIFY2(edit.error().message.contains(part), qPrintable(edit.error().message));
}

void VocabularyEditTest::renamesInEvents_data()
{
    QTest::addColumn<int>("kind"); // -1: platforms
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, int kind, const char* from, const char* to, const char* expected) {
        QTest::newRow(name) << kind << QLatin1String(from) + QString() << QLatin1String(to) + QString()
                            << QLatin1String(expected) + QString();
    };
    row("platform", -1, "Grok", "xAI", "xAI,TikTok|fraud,data|ban|u1:follows,u1:lifts,u2:follows|high");
    row("into one that is there", -1, "Grok", "TikTok",
        "TikTok|fraud,data|ban|u1:follows,u1:lifts,u2:follows|high");
    row("not named", -1, "Sora", "x", "Grok,TikTok|fraud,data|ban|u1:follows,u1:lifts,u2:follows|high");
    row("concern", int(TermKind::Concern), "data", "fraud",
        "Grok,TikTok|fraud|ban|u1:follows,u1:lifts,u2:follows|high");
    row("measure", int(TermKind::Measure), "ban", "block",
        "Grok,TikTok|fraud,data|block|u1:follows,u1:lifts,u2:follows|high");
    row("relation", int(TermKind::Relation), "lifts", "follows",
        "Grok,TikTok|fraud,data|ban|u1:follows,u2:follows|high");
    row("confidence", int(TermKind::Confidence), "high", "sure",
        "Grok,TikTok|fraud,data|ban|u1:follows,u1:lifts,u2:follows|sure");
    row("kind of milestone", int(TermKind::MilestoneKind), "ban", "x",
        "Grok,TikTok|fraud,data|ban|u1:follows,u1:lifts,u2:follows|high");
}

void VocabularyEditTest::renamesInEvents()
{
    QFETCH(int, kind);
    QFETCH(QString, from);
    QFETCH(QString, to);
    Event event;
    event.platforms = {QStringLiteral("Grok"), QStringLiteral("TikTok")};
    event.concerns = {QStringLiteral("fraud"), QStringLiteral("data")};
    event.measure = QStringLiteral("ban");
    event.confidence = QStringLiteral("high");
    event.relations = {{QStringLiteral("u1"), QStringLiteral("follows")},
                       {QStringLiteral("u1"), QStringLiteral("lifts")},
                       {QStringLiteral("u2"), QStringLiteral("follows")}};
    const Renaming renaming{kind < 0 ? VocabularyList() : static_cast<TermKind>(kind), from, to};
    const Event after = renamed(event, renaming);
    QStringList relations;
    for (const Relation& relation : after.relations)
        relations << relation.uid + u':' + relation.kind;
    const QStringList parts{after.platforms.join(u','), after.concerns.join(u','), after.measure,
                            relations.join(u','), after.confidence};
    QTEST(parts.join(u'|'), "expected");
    QCOMPARE(names(event, renaming.list, from), after != event);
}

void VocabularyEditTest::findsFreeCodes()
{
    QCOMPARE(codeFor(words(), TermKind::Concern, QStringLiteral("Élection – fraud!")),
             QStringLiteral("election_fraud"));
    QCOMPARE(codeFor(words(), TermKind::Concern, QStringLiteral("Fraud")), QStringLiteral("fraud_2"));
    QCOMPARE(codeFor(words(), TermKind::Concern, QStringLiteral("詐欺")), QStringLiteral("concern"));
}

void VocabularyEditTest::merges_data()
{
    QTest::addColumn<Make>("mine");
    QTest::addColumn<Make>("theirs");
    QTest::addColumn<QString>("concerns");
    QTest::addColumn<QString>("platforms");
    const Make addQwen = [](const Vocabulary& v) {
        return addEntry(v, Platform{QStringLiteral("Qwen"), {}, {}, {}});
    };
    const Make addSora = [](const Vocabulary& v) {
        return addEntry(v, Platform{QStringLiteral("Sora"), {}, {}, {}});
    };
    const Make moveUp = [](const Vocabulary& v) {
        return moveEntry(v, std::nullopt, QStringLiteral("TikTok"), 0);
    };
    const Make rename = [](const Vocabulary& v) {
        return changeEntry(v, QStringLiteral("Grok"), Platform{QStringLiteral("xAI"), {}, {}, {}});
    };
    const Make relabel = [](const Vocabulary& v) {
        return changeEntry(v, TermKind::Concern, concern, term("fraud", "Scams"));
    };
    const auto same = "Data handling, Fraud, National security";
    const auto row = [](const char* name, const Make& mine, const Make& theirs, const char* concerns,
                        const char* platforms) {
        QTest::newRow(name) << mine << theirs << QString::fromUtf8(concerns) << QString::fromUtf8(platforms);
    };
    row("both add", addQwen, addSora, same, "ChatGPT, Grok, TikTok, Qwen, Sora");
    row("both add the same", addQwen, addQwen, same, "ChatGPT, Grok, TikTok, Qwen");
    row("I move, they add", moveUp, addSora, same, "TikTok, Sora, ChatGPT, Grok");
    row("they move, I add", addQwen, moveUp, same, "TikTok, Qwen, ChatGPT, Grok");
    row("I rename, they relabel", rename, relabel, "Data handling, Scams, National security",
        "ChatGPT, xAI, TikTok");
    row("I rename, they move", rename, moveUp, same, "TikTok, ChatGPT, xAI");
    row("I relabel, they rename", relabel, rename, "Data handling, Scams, National security",
        "ChatGPT, xAI, TikTok");
}

void VocabularyEditTest::merges()
{
    QFETCH(Make, mine);
    QFETCH(Make, theirs);
    const auto merged = mergeVocabularies(mine(words())->change, theirs(words())->change.after);
    QVERIFY2(merged, merged ? "" : qPrintable(merged.error().message));
    QTEST(namesOf(merged->after, TermKind::Concern), "concerns");
    QTEST(namesOf(merged->after, std::nullopt), "platforms");
    QVERIFY(merged->before == theirs(words())->change.after);
}

void VocabularyEditTest::refusesToMerge_data()
{
    QTest::addColumn<Make>("mine");
    QTest::addColumn<Make>("theirs");
    QTest::addColumn<QString>("part");
    const auto relabel = [](const char* label) -> Make {
        return [label](const Vocabulary& v) {
            return changeEntry(v, TermKind::Concern, concern, term("fraud", label));
        };
    };
    const auto rename = [](const char* name) -> Make {
        return [name](const Vocabulary& v) {
            return changeEntry(v, QStringLiteral("Grok"), Platform{QLatin1String(name), {}, {}, {}});
        };
    };
    const Make remove = [](const Vocabulary& v) { return removeEntry(v, TermKind::Concern, concern); };
    const Make removeTikTok = [](const Vocabulary& v) {
        return removeEntry(v, std::nullopt, QStringLiteral("TikTok"));
    };
    const Make merge = [](const Vocabulary& v) {
        return mergeEntries(v, std::nullopt, QStringLiteral("Grok"), QStringLiteral("TikTok"));
    };
    QTest::newRow("both relabel") << relabel("Scams") << relabel("Deceit")
                                  << QStringLiteral("The concern \u201cFraud\u201d was changed meanwhile");
    QTest::newRow("they removed") << relabel("Scams") << remove
                                  << QStringLiteral("\u201cFraud\u201d was changed");
    QTest::newRow("both rename") << rename("xAI") << rename("X")
                                 << QStringLiteral("The platform \u201cGrok\u201d was renamed");
    QTest::newRow("the one merged into is gone")
        << merge << removeTikTok << QStringLiteral("\u201cGrok\u201d was renamed");
    const auto added = [](const char* code) -> Make {
        return
            [code](const Vocabulary& v) { return addEntry(v, TermKind::Concern, term(code, "Deepfakes")); };
    };
    QTest::newRow("one name twice") << added("deepfakes") << added("deep_fake")
                                    << QStringLiteral("Another concern \u201cDeepfakes\u201d");
}

void VocabularyEditTest::refusesToMerge()
{
    QFETCH(Make, mine);
    QFETCH(Make, theirs);
    QFETCH(QString, part);
    const auto merged = mergeVocabularies(mine(words())->change, theirs(words())->change.after);
    QVERIFY(!merged);
    QCOMPARE(merged.error().kind, Error::Kind::Conflict);
    QVERIFY2(merged.error().message.contains(part), qPrintable(merged.error().message));
}

QTEST_GUILESS_MAIN(VocabularyEditTest)
#include "tst_vocabularyedit.moc"
