// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter's text: what it means, what it says of mistakes, and that it comes back as it was, whatever is
// in it.
#include "model/explore/filtertext.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"
#include "tests/support/random.h"

#include <QtTest>

using namespace interdict;

namespace {

Place place(const char* code, const char* country, const char* name)
{
    Place made;
    made.code = QString::fromUtf8(code);
    made.country = QString::fromUtf8(country);
    made.name = QString::fromUtf8(name);
    return made;
}

Gazetteer smallGazetteer()
{
    const auto group = [](PlaceGroup::Kind kind, const char* code, const char* label) {
        return PlaceGroup{kind, QString::fromUtf8(code), QString::fromUtf8(label), {}, {}};
    };
    return Gazetteer(
        {place("CI", "CI", "Côte d’Ivoire"), place("CN", "CN", "China"), place("EU", "EU", "European Union"),
         place("FR", "FR", "France"), place("IT", "IT", "Italy"), place("KR", "KR", "South Korea"),
         place("US", "US", "United States"), place("US-CA", "US", "California"),
         place("AU-VIC", "AU", "Victoria"), place("MT-45", "MT", "Victoria"), place("US-TX", "US", "Texas")},
        {group(PlaceGroup::Kind::Bloc, "EU27", "European Union members"),
         group(PlaceGroup::Kind::Bloc, "FVEY", "Five Eyes"),
         group(PlaceGroup::Kind::Subregion, "Western Europe", "Western Europe")});
}

Vocabulary smallVocabulary()
{
    Vocabulary made;
    const auto terms = [&](TermKind kind, std::initializer_list<std::pair<const char*, const char*>> of) {
        for (const auto& [code, label] : of) {
            Term term;
            term.code = QString::fromUtf8(code);
            term.label = QString::fromUtf8(label);
            made.add(kind, term);
        }
    };
    terms(TermKind::Concern, {{"data_handling", "Data handling"},
                              {"transparency", "Transparency"},
                              {"national_security", "National security"},
                              {"child_safety", "Child safety"},
                              {"fraud", "Fraud"}});
    terms(TermKind::Measure, {{"device_ban", "Ban on government devices"}, {"fine", "Fine"}});
    terms(TermKind::Scope, {{"government", "Government"}, {"general_public", "General public"}});
    terms(TermKind::Status, {{"in_force", "In force"}, {"rejected", "Rejected"}, {"lifted", "Lifted"}});
    terms(TermKind::Confidence, {{"high", "High"}, {"low", "Low"}});
    for (const char* name :
         {"DeepSeek", "TikTok", "Krutrim (Ola)", "C", "C++", "文心一言", "Any \"AI\" model, all", "\\o/"})
        made.add(Platform{QString::fromUtf8(name), {}, {}, {}});
    return made;
}

// What a selection may name, as codes.
QStringList codesOf(Facet facet)
{
    const Vocabulary& vocabulary = *[] {
        static const Vocabulary made = smallVocabulary();
        return &made;
    }();
    const auto terms = [&](TermKind kind) {
        QStringList codes{unknownValue};
        for (const Term& term : vocabulary.terms(kind))
            codes.append(term.code);
        return codes;
    };
    switch (facet) {
    case Facet::Country:
        return {u"IT"_qs, u"FR"_qs, u"US-TX"_qs, u"EU"_qs, u"KR"_qs, unknownValue};
    case Facet::Developer:
        return {u"CN"_qs, u"US"_qs, unknownValue};
    case Facet::Bloc:
        return {u"EU27"_qs, u"Western Europe"_qs, u"FVEY"_qs, unknownValue};
    case Facet::Concern:
        return terms(TermKind::Concern);
    case Facet::Measure:
        return terms(TermKind::Measure);
    case Facet::Scope:
        return terms(TermKind::Scope);
    case Facet::Status:
        return terms(TermKind::Status);
    case Facet::Confidence:
        return terms(TermKind::Confidence);
    case Facet::Duration:
        return lastedCodes() + QStringList{unknownValue};
    case Facet::Review:
        return {u"published"_qs, u"submitted"_qs, u"draft"_qs};
    case Facet::Platform:
        break;
    }
    QStringList names{unknownValue};
    for (const Platform& platform : vocabulary.platforms())
        names.append(platform.name);
    return names;
}

QString oddText(test::Chance& chance, int longest)
{
    static const QString letters =
        QStringLiteral("ab Z9\"\\:-,()*.数据\u3000\t\n|&éß\U0001F600") + QChar(0) + QChar(0xD800);
    QString text;
    for (int n = chance.between(1, longest); n > 0; --n)
        text += letters[chance.below(static_cast<int>(letters.size()))];
    return text;
}

} // namespace

class FilterTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsModesApart();
    void namesMistakes_data();
    void namesMistakes();
    void comesBackAsItWas();
    void survivesAnything();
    void describes_data();
    void describes();
    void conditionsComeOffOneByOne();
    void labelsValues_data();
    void labelsValues();

private:
    auto parse(const QString& text) const { return parseFilter(text, m_vocabulary, m_gazetteer); }

    const Vocabulary m_vocabulary = smallVocabulary();
    const Gazetteer m_gazetteer = smallGazetteer();
};

// Each text, and how it is written back.
void FilterTextTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* name, const char* text, const char* written) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    row("nothing", "", "");
    row("only spaces", " \t \u3000 ", "");
    row("codes", "country:IT,FR", "country:IT,FR");
    row("names and parts", "country:\"South Korea\",US-TX", "country:KR,US-TX");
    row("a name without quotes", "country:italy", "country:IT");
    row("a part by name", "country:texas", "country:US-TX");
    row("accents aside", "country:\"Cote d'Ivoire\"", "country:CI");
    row("order is kept", "country:FR,IT,EU", "country:FR,IT,EU");
    row("twice is once", "country:IT,italy,IT", "country:IT");
    row("the same key joins", "country:IT country:FR", "country:IT,FR");
    row("all of", "concern:all(data_handling,Transparency)", "concern:all(data_handling,transparency)");
    row("spaces in a list", "concern:all( data_handling , fraud ) country:IT, FR",
        "country:IT,FR concern:all(data_handling,fraud)");
    row("none of", "-status:rejected", "-status:rejected");
    row("three ways at once", "concern:fraud -concern:transparency concern:all(child_safety)",
        "concern:fraud concern:all(child_safety) -concern:transparency");
    row("unknown", "status:Unknown -scope:UNKNOWN", "-scope:unknown status:unknown");
    row("blocs and regions", "bloc:eu27,\"western europe\"", "bloc:EU27,\"Western Europe\"");
    row("a bloc by label", "bloc:\"Five Eyes\"", "bloc:FVEY");
    row("developer", "developer:china", "developer:CN");
    row("labels of terms", "measure:\"ban on government devices\"", "measure:device_ban");
    row("platforms", "platform:deepseek,\"Krutrim (Ola)\"", "platform:DeepSeek,\"Krutrim (Ola)\"");
    row("the exact platform", "platform:C++", "platform:C++");
    row("a platform in quotes", "platform:\"Any \\\"AI\\\" model, all\"",
        "platform:\"Any \\\"AI\\\" model, all\"");
    row("a Chinese name", "platform:文心一言", "platform:文心一言");
    row("keys in any case", "Country:IT BEGINS:2025 -STATUS:lifted", "country:IT -status:lifted begins:2025");
    row("begins in a year", "begins:2025", "begins:2025");
    row("begins in a quarter", "begins:2025-q2", "begins:2025-Q2");
    row("begins since", "begins:2025-01..", "begins:2025-01..");
    row("begins until", "begins:..2025-Q2", "begins:..2025-Q2");
    row("begins between", "begins:2025-01..2025-06-30", "begins:2025-01..2025-06-30");
    row("a period of one", "begins:2025-01..2025-01", "begins:2025-01");
    row("ends within its beginning", "begins:2025..2025-02", "begins:2025..2025-02");
    row("in force", "inforce:2025-02-10", "inforce:2025-02-10");
    row("words", "garant* privacy", "garant* privacy");
    row("a phrase", "\"personal data\"", "\"personal data\"");
    row("quotes that are not needed", "\"privacy\"", "privacy");
    row("a key in quotes is a word", "\"country:IT\"", "\"country:IT\"");
    row("a minus in quotes", "\"-status\"", "\"-status\"");
    row("minus and brackets within words", "cross-border (EU)", "cross-border (EU)");
    row("escapes", "\"a \\\"b\\\" \\\\c\"", "\"a \\\"b\\\" \\\\c\"");
    row("escapes that are not needed", "\"\\a\\b\"", "ab");
    row("in canonical order", "\"personal data\" inforce:2025-02-10 begins:2025 concern:fraud country:IT",
        "country:IT concern:fraud begins:2025 inforce:2025-02-10 \"personal data\"");
}

void FilterTextTest::reads()
{
    QFETCH(const QString, text);
    const auto filter = parse(text);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message()));
    QTEST(filterText(*filter), "written");
    QCOMPARE(*parse(filterText(*filter)), *filter);
}

void FilterTextTest::keepsModesApart()
{
    const Filter filter =
        *parse(u"concern:fraud concern:all(child_safety) -concern:transparency begins:2025.. \"a b\" c*"_qs);
    Filter expected;
    expected[Facet::Concern] = {{u"fraud"_qs}, {u"child_safety"_qs}, {u"transparency"_qs}};
    expected.begins = Period{PartialDate::ofYear(2025), {}};
    expected.text = {u"a b"_qs, u"c*"_qs};
    QCOMPARE(filter, expected);
    QCOMPARE(*parse(u"inforce:2025-02-10"_qs)->inForceOn, dayOf(2025, 2, 10));
}

void FilterTextTest::namesMistakes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, int column, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << column << QString::fromUtf8(expected);
    };
    row("a slip in a concern", "concern:data_handlin", 9, "a concern such as data_handling");
    row("the beginning of one", "country:IT concern:fraud,nat", 26, "a concern such as national_security");
    row("nothing like it", "status:xyzzy", 8, "a status such as in_force");
    row("a slip in a country", "country:Itly", 9, "a country or a part of one such as Italy");
    row("letters swapped", "country:Itlay", 9, "a country or a part of one such as Italy");
    row("a name that several places bear", "country:IT,victoria", 12,
        "the code of one of several places of that name: AU-VIC, MT-45");
    row("a slip in such a name", "country:victora", 9, "a country or a part of one such as AU-VIC");
    row("a slip in a quoted name", "country:\"South Kore\"", 9,
        "a country or a part of one such as \"South Korea\"");
    row("a slip in a platform", "platform:\"Krutrim Ola!x\"", 10, "a platform such as \"Krutrim (Ola)\"");
    row("no region", "bloc:Atlantis", 6, "a bloc or region such as EU27");
    row("a developer is no part of a country", "developer:US-TX", 11, "a country such as IT");
    row("no value", "country:", 9, "a country or a part of one such as IT");
    row("no value after a comma", "country:IT,", 12, "a country or a part of one such as IT");
    row("an empty value", "country:\"\"", 9, "a country or a part of one such as IT");
    row("only signs", "platform:++", 10, "a platform such as DeepSeek");
    row("a bracket that does not close", "concern:all(fraud", 18, "a comma or a closing bracket");
    row("a bracket too many", "concern:fraud)", 14, "a comma or a space");
    row("text after a bracket", "concern:all(fraud)x", 19, "a space");
    row("a quotation mark that does not close", "\"personal data", 15, "a closing quotation mark");
    row("a backslash at the end", "\"personal\\", 11, "a closing quotation mark");
    row("an empty phrase", "a \"\"", 3, "a word between the quotation marks");
    row("text that touches", "a\"b\"", 2, "a space");
    row("a slip in a key", "  contry:IT", 3, "a key such as country:, or the word in quotation marks");
    row("no such key", "http://example.org", 1,
        "one of the keys country, bloc, platform, concern, measure, scope, status, developer, confidence, "
        "lasted, review, begins, "
        "inforce, or the word in quotation marks");
    row("no period after a minus", "-begins:2025", 2,
        "one of the keys country, bloc, platform, concern, measure, scope, status, developer, confidence, "
        "lasted, review, or the word in "
        "quotation marks");
    row("a word after a minus", "a -b", 3,
        "a facet's key after the minus, as in -status:, or the word in quotation marks");
    row("all with a minus", "-concern:all(fraud)", 10,
        "values without all( ), which does not go with a minus");
    row("no date", "begins:soon", 8, "a date such as 2025, 2025-Q2, 2025-02 or 2025-02-10");
    row("no date at all", "begins:..", 8, "a date such as 2025, 2025-Q2, 2025-02 or 2025-02-10");
    row("no second date", "begins:2025..x", 14, "a date such as 2025, 2025-Q2, 2025-02 or 2025-02-10");
    row("no such day", "begins:2025-02-29", 8, "a date such as 2025, 2025-Q2, 2025-02 or 2025-02-10");
    row("ends before it begins", "begins:2025..2024", 14, "an end that is not before 2025");
    row("begins twice", "begins:2025 begins:2025", 13, "begins: only once");
    row("in force in a month", "inforce:2025-02", 9, "a day such as 2025-02-10");
    row("in force twice", "inforce:2025-02-10 inforce:2025-02-11", 20, "inforce: only once");
}

void FilterTextTest::namesMistakes()
{
    QFETCH(const QString, text);
    const auto filter = parse(text);
    QVERIFY(!filter);
    QTEST(filter.error().column, "column");
    QTEST(filter.error().expected, "expected");
    QCOMPARE(
        filter.error().message(),
        QStringLiteral("Column %1: expected %2").arg(filter.error().column).arg(filter.error().expected));
}

void FilterTextTest::comesBackAsItWas()
{
    test::Chance chance(1);
    for (int i = 0; i < 4000; ++i) {
        Filter filter = test::randomFilter(chance, codesOf);
        for (int n = chance.below(4); n > 0; --n)
            filter.text.append(oddText(chance, 8));
        const QString text = filterText(filter);
        const auto back = parse(text);
        QVERIFY2(back, qPrintable(text + u'\n' + (back ? QString() : back.error().message())));
        QVERIFY2(*back == filter, qPrintable(text));
        QCOMPARE(filterText(*back), text);
    }
}

// Made of what the grammar is made of, so that it goes wrong everywhere.
void FilterTextTest::survivesAnything()
{
    const QStringList pieces{u"country:"_qs, u"concern:all("_qs, u"-"_qs,     u"begins:"_qs,
                             u"inforce:"_qs, u".."_qs,           u"2025"_qs,  u"2025-02-10"_qs,
                             u"\""_qs,       u"\\"_qs,           u","_qs,     u")"_qs,
                             u" "_qs,        u"IT"_qs,           u"fraud"_qs, u":"_qs};
    test::Chance chance(2);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int n = chance.below(9); n > 0; --n)
            text += chance.oneIn(6) ? oddText(chance, 3) : chance.of(pieces);
        const auto filter = parse(text);
        if (filter)
            QCOMPARE(*parse(filterText(*filter)), *filter);
        else
            QVERIFY(filter.error().column >= 1 && filter.error().column <= text.size() + 1);
        read += filter ? 1 : 0;
    }
    QVERIFY(read > 2000 && read < 18'000); // both ways were tried
}

void FilterTextTest::describes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* text, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("one", "country:IT", "Country: Italy");
    row("two", "platform:DeepSeek,TikTok", "Platform: DeepSeek or TikTok");
    row("three", "country:IT,FR,US-TX", "Country: Italy, France or Texas");
    row("four", "country:IT,FR,US-TX,KR", "Country: Italy, France or 2 more");
    row("six", "country:IT,FR,US-TX,KR,EU,CN", "Country: Italy, France or 4 more");
    row("all of two", "concern:all(fraud,transparency)", "Concern: Fraud and Transparency");
    row("all of four", "concern:all(fraud,transparency,child_safety,data_handling)",
        "Concern: Fraud, Transparency and 2 more");
    row("none", "-status:rejected", "Status: not Rejected");
    row("none of two", "-status:rejected,lifted", "Status: not Rejected or Lifted");
    row("both ways", "concern:fraud -concern:transparency", "Concern: Fraud | Concern: not Transparency");
    row("unknown", "scope:unknown", "Scope: Unknown");
    row("bloc", "bloc:EU27", "Bloc or region: European Union members");
    row("between", "begins:2024-12..2026-06", "Begins: Dec 2024 – Jun 2026");
    row("days", "begins:2025-01-30..2025-02-03", "Begins: 30 Jan 2025 – 3 Feb 2025");
    row("since", "begins:2025-Q2..", "Begins: since Q2 2025");
    row("until", "begins:..2025", "Begins: until 2025");
    row("in", "begins:2025", "Begins: 2025");
    row("in force", "inforce:2025-02-10", "In force on: 10 Feb 2025");
    row("text", "garant* \"personal data\"", "Text: “garant*” | Text: “personal data”");
    row("nothing", "", "");
}

void FilterTextTest::describes()
{
    QFETCH(const QString, text);
    QLocale::setDefault(QLocale::c());
    QStringList words;
    for (const FilterCondition& condition : describeFilter(*parse(text), m_vocabulary, m_gazetteer))
        words.append(condition.label + QStringLiteral(": ") + condition.value);
    QTEST(words.join(QStringLiteral(" | ")), "words");
}

void FilterTextTest::conditionsComeOffOneByOne()
{
    test::Chance chance(3);
    for (int i = 0; i < 300; ++i) {
        Filter filter = test::randomFilter(chance, codesOf);
        for (int n = chance.below(3); n > 0; --n)
            filter.text.append(oddText(chance, 4));
        auto conditions = describeFilter(filter, m_vocabulary, m_gazetteer);
        for (std::size_t left = conditions.size(); left > 0; --left) {
            QVERIFY(conditions.size() == left);
            filter = conditions[static_cast<std::size_t>(chance.below(static_cast<int>(left)))].without;
            conditions = describeFilter(filter, m_vocabulary, m_gazetteer);
        }
        QVERIFY(filter.isEmpty());
    }
}

void FilterTextTest::labelsValues_data()
{
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("label");
    QTest::newRow("country") << Facet::Country << u"IT"_qs << u"Italy"_qs;
    QTest::newRow("part") << Facet::Country << u"US-TX"_qs << u"Texas"_qs;
    QTest::newRow("not in the gazetteer") << Facet::Country << u"ZZ"_qs << u"ZZ"_qs;
    QTest::newRow("bloc") << Facet::Bloc << u"FVEY"_qs << u"Five Eyes"_qs;
    QTest::newRow("platform") << Facet::Platform << u"C++"_qs << u"C++"_qs;
    QTest::newRow("concern") << Facet::Concern << u"child_safety"_qs << u"Child safety"_qs;
    QTest::newRow("not in the vocabulary") << Facet::Measure << u"curse"_qs << u"curse"_qs;
    QTest::newRow("developer") << Facet::Developer << u"CN"_qs << u"China"_qs;
    QTest::newRow("lasted") << Facet::Duration << u"1_to_3_months"_qs << u"1–3 months"_qs;
    QTest::newRow("goes on") << Facet::Duration << u"ongoing"_qs << u"Going on"_qs;
    QTest::newRow("unknown") << Facet::Confidence << unknownValue << u"Unknown"_qs;
}

void FilterTextTest::labelsValues()
{
    QFETCH(const Facet, facet);
    QFETCH(const QString, value);
    QTEST(facetValueLabel(facet, value, m_vocabulary, m_gazetteer), "label");
}

QTEST_GUILESS_MAIN(FilterTextTest)
#include "tst_filtertext.moc"
