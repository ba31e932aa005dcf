// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text finds: words, prefixes, phrases, accents, Chinese, Japanese and Korean substrings, and nothing
// else.
#include "tests/support/shipped.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace interdict;

namespace {

struct Text
{
    const char* uid;
    const char* title;
    const char* summary;
};

constexpr std::array texts{
    Text{"garante", "Garante limits DeepSeek", "Personal data of Italians is not to be processed."},
    Text{"cnil", "La CNIL enquête",
         "Données personnelles; the data are personal. ÉTÉ, naïve, coöperate, Straße."},
    Text{"decomposed", "Re\xCC\x81sume\xCC\x81", "An e and a combining accent."},
    Text{"chinese", "国家互联网信息办公室处罚滴滴", "使用DeepSeek的规定。GPT模型"},
    Text{"japanese", "個人情報保護委員会の注意喚起", "サーバーに保存されるデータ、𠮷野"},
    Text{"korean", "개인정보보호위원회 발표", "딥시크 앱의 신규 다운로드를 중단"},
    Text{"signs", "AT&T: C++ \"quoted\" 100% NEAR(x) title:y -z U.S. O'Neil", "a_b a*b (x OR y) AND NOT"},
    Text{"russian", "Роскомнадзор замедлил", "ёлка"},
    Text{"greek", "Ελλάδα: απαγόρευση", "Việt Nam"},
    Text{"widths", "ＡＩ　ｂａｎ", "full-width letters"},
};

Event eventOf(const Text& text)
{
    Event event;
    event.uid = QString::fromUtf8(text.uid);
    event.title = QString::fromUtf8(text.title);
    event.summary = QString::fromUtf8(text.summary);
    return event;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void findsEveryField_data();
    void findsEveryField();
    void neverFailsOnHostileText();
    void everyWordOfATitleFindsItsEvent();
    void everyCjkSubstringIsFound();
    void ordersTextsForPeople();

private:
    std::set<QString> found(const QStringList& terms) const;
    std::optional<QTemporaryDir> m_folder;
    std::optional<DataSet> m_dataSet;
};

void TestSearch::initTestCase()
{
    m_folder.emplace();
    m_dataSet.emplace(std::move(
        *DataSet::create(m_folder->filePath(QStringLiteral("s.interdict")), {}, shippedVocabulary())));
    std::vector<Event> events;
    for (const Text& text : texts)
        events.push_back(eventOf(text));
    Event fields = eventOf({"fields", "Plain title", "Plain summary"});
    fields.authority = QStringLiteral("Bureau Authoritas");
    fields.note = QStringLiteral("Annotated");
    fields.platforms = QStringList{QStringLiteral("ChatGPT")};
    fields.country = QStringLiteral("US");
    fields.subdivision = QStringLiteral("US-TX");
    fields.sources = {{QStringLiteral("Sourced headline"), QStringLiteral("Daily Publisher"), {}, {}}};
    events.push_back(fields);
    const auto added = m_dataSet->addEvents(events, shippedGazetteer(), stamp());
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
}

std::set<QString> TestSearch::found(const QStringList& terms) const
{
    std::set<QString> uids;
    const auto ids = m_dataSet->search(terms);
    if (!ids)
        return {ids.error().message + ids.error().detail};
    const auto briefs = m_dataSet->briefs(*ids);
    for (const Brief& brief : *briefs)
        uids.insert(brief.uid);
    return uids;
}

void TestSearch::finds_data()
{
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QString>("uids"); // separated by spaces, in alphabetical order
    const auto row = [](const char* name, std::initializer_list<const char*> terms, const char* uids) {
        QStringList list;
        for (const char* term : terms)
            list << QString::fromUtf8(term);
        QTest::newRow(name) << list << QString::fromUtf8(uids);
    };
    row("word", {"italians"}, "garante");
    row("upper case", {"GARANTE"}, "garante");
    row("part of a word", {"garant"}, "");
    row("prefix", {"garant*"}, "garante");
    row("prefix of several", {"person*"}, "cnil garante");
    row("two words anywhere", {"personal", "data"}, "cnil garante");
    row("phrase", {"personal data"}, "garante");
    row("phrase in other case", {"PERSONAL  Data"}, "garante");
    row("phrase with a prefix at its end", {"personal dat*"}, "garante");
    row("phrase across fields", {"deepseek personal"}, "");
    row("word and phrase", {"personal data", "limits"}, "garante");
    row("all must be found", {"personal data", "enquête"}, "");
    row("accents left out", {"enquete"}, "cnil");
    row("accents kept", {"enquête"}, "cnil");
    row("accents added", {"gàránte"}, "garante");
    row("diaeresis", {"naive"}, "cnil");
    row("upper case accents", {"été"}, "cnil");
    row("combining accents", {"resume"}, "decomposed");
    row("composed for combining", {"r\u00e9sum\u00e9"}, "decomposed");
    row("Cyrillic", {"роскомнадзор"}, "russian");
    row("Cyrillic accents", {"елка"}, "russian");
    row("Greek accents", {"ελλαδα"}, "greek");
    row("Greek final sigma and case", {"ΑΠΑΓΌΡΕΥΣΗ"}, "greek");
    row("two accents on a letter", {"viet"}, "greek");
    row("full-width letters", {"ai ban"}, "widths");
    row("full-width term", {"ＤｅｅｐＳｅｅｋ"}, "chinese garante");
    row("one Chinese character", {"罚"}, "chinese");
    row("two Chinese characters", {"滴滴"}, "chinese");
    row("three Chinese characters", {"互联网"}, "chinese");
    row("whole Chinese title", {"国家互联网信息办公室处罚滴滴"}, "chinese");
    row("Chinese characters apart", {"国网"}, "");
    row("Chinese characters reversed", {"网联"}, "");
    row("Latin within Chinese", {"deepseek"}, "chinese garante");
    row("Latin and Chinese in one term", {"DeepSeek的"}, "chinese");
    row("Chinese and Latin in one term", {"使用DeepSeek"}, "chinese");
    row("Latin prefix after Chinese", {"使用Deep*"}, "chinese");
    row("Chinese prefix", {"互联*"}, "chinese");
    row("Chinese and a word", {"处罚", "gpt"}, "chinese");
    row("one Kana", {"の"}, "japanese");
    row("Katakana with a long vowel", {"サーバー"}, "japanese");
    row("half of it", {"バー"}, "japanese");
    row("half-width Katakana", {"ﾃﾞｰﾀ"}, "japanese");
    row("Kanji and Kana", {"会の注意"}, "japanese");
    row("Kanji shared with nobody", {"個人"}, "japanese");
    row("character beyond 16 bits", {"𠮷"}, "japanese");
    row("two Hangul syllables", {"정보"}, "korean");
    row("one Hangul syllable", {"앱"}, "korean");
    row("Hangul inside a word", {"시크"}, "korean");
    row("decomposed Hangul", {"\u1103\u1175\u11b8\u1109\u1175\u110f\u1173"}, "korean");
    row("Hangul phrase with a space", {"딥시크 앱"}, "korean");
    row("signs within", {"AT&T"}, "signs");
    row("abbreviation", {"u.s."}, "signs");
    row("apostrophe", {"o'neil"}, "signs");
    row("quotation marks", {"\"quoted\""}, "signs");
    row("operator as a word", {"NEAR"}, "signs");
    row("another operator", {"or"}, "signs");
    row("column as a phrase", {"title:y"}, "signs");
    row("nothing of the kind", {"zzzz"}, "");
    row("minus is no operator", {"-garante"}, "garante");
    row("caret is no operator", {"^limits"}, "garante");
}

void TestSearch::finds()
{
    QFETCH(const QStringList, terms);
    QFETCH(const QString, uids);
    QStringList list;
    for (const QString& uid : found(terms))
        list << uid;
    QCOMPARE(list.join(u' '), uids);
}

void TestSearch::findsEveryField_data()
{
    QTest::addColumn<QString>("term");
    QTest::newRow("title") << QStringLiteral("plain title");
    QTest::newRow("authority") << QStringLiteral("authoritas");
    QTest::newRow("summary") << QStringLiteral("plain summary");
    QTest::newRow("note") << QStringLiteral("annotated");
    QTest::newRow("source's title") << QStringLiteral("headline");
    QTest::newRow("source's publisher") << QStringLiteral("daily publisher");
    QTest::newRow("platform") << QStringLiteral("chatgpt");
    QTest::newRow("subdivision") << QStringLiteral("texas");
    QTest::newRow("country") << QStringLiteral("united states");
}

void TestSearch::findsEveryField()
{
    QFETCH(const QString, term);
    QCOMPARE(found({term}), std::set<QString>{QStringLiteral("fields")});
}

// Whatever is typed is looked up; none of it is an error, and text without a letter or digit asks for
// nothing.
void TestSearch::neverFailsOnHostileText()
{
    const std::size_t all = texts.size() + 1;
    for (const char* term : {"",   "\"", "\"\"", "\"\"\"", "*", "**", "'",  ";", "--", "(",  ")",  "(((",
                             "{}", "^",  ":",    "-",      "+", ".",  "\\", "%", "\n", "　", "。", "🛑"})
        QVERIFY2(found({QString::fromUtf8(term)}).size() == all, term);
    for (const char* term :
         {"a\"b", "a\" OR \"b", "x\" OR title:\"y", "NOT", "AND AND", "NEAR(a b)", "a* b*", "*a",
          "event_search", "'; DROP TABLE event; --", "{title}: a", "a\xEF\xBF\xBF", "1+1"}) {
        const auto ids = m_dataSet->search({QString::fromUtf8(term)});
        QVERIFY2(ids.has_value(), term);
        QVERIFY2(ids->size() < all, term);
    }
    QVERIFY(m_dataSet->search({QString(QChar(0)) + u'a', QStringLiteral("a") + QChar(0xD800)}).has_value());
    QVERIFY(m_dataSet->search({QString(100000, u'a')}).has_value());
    QVERIFY(m_dataSet->search({QString(3000, QChar(0x7f51))}).has_value());
    QVERIFY(m_dataSet->search(QStringList(500, QStringLiteral("a"))).has_value());
    QCOMPARE(found({}).size(), all);
}

void TestSearch::everyWordOfATitleFindsItsEvent()
{
    const DataSet dataSet = openShipped(m_folder->path());
    for (std::size_t i = 0; i < shippedEvents().size(); i += 7) {
        const Event& event = shippedEvents()[i];
        const auto id = *dataSet.idOf(event.uid);
        const QStringList words = event.title.split(u' ');
        for (const QString& word : words) {
            const auto ids = dataSet.search({word});
            QVERIFY2(ids && std::count(ids->begin(), ids->end(), id) == 1, qPrintable(word));
        }
        const auto whole = dataSet.search({event.title});
        QVERIFY2(whole && std::count(whole->begin(), whole->end(), id) == 1, qPrintable(event.title));
    }
}

void TestSearch::everyCjkSubstringIsFound()
{
    for (const char* uid : {"chinese", "japanese", "korean"}) {
        const auto id = *m_dataSet->idOf(QLatin1String(uid));
        const QString title = m_dataSet->event(id)->title.section(u' ', 0, 0);
        for (qsizetype from = 0; from < title.size(); ++from)
            for (qsizetype length = 1; from + length <= title.size(); ++length) {
                const auto ids = m_dataSet->search({title.mid(from, length)});
                QVERIFY2(ids && std::count(ids->begin(), ids->end(), id) == 1,
                         qPrintable(title.mid(from, length)));
            }
    }
}

void TestSearch::ordersTextsForPeople()
{
    auto made = DataSet::create(m_folder->filePath(QStringLiteral("o.interdict")), {}, shippedVocabulary());
    std::vector<Event> events;
    for (const char* title : {"b", "É", "a", "Z", "e", "B", "f", "A", "", "中"}) {
        events.push_back(eventOf({"x", title, "-"}));
        events.back().uid += QString::number(events.size());
    }
    events[8].title = QStringLiteral("0");
    QVERIFY(made->addEvents(events, shippedGazetteer(), stamp()).has_value());
    QString order;
    const auto ids = made->orderedBy(DataSet::TextField::Title);
    for (const std::int64_t id : *ids)
        order += made->event(id)->title;
    QCOMPARE(order, QString::fromUtf8("0aAbBÉefZ中"));
    const auto byAuthority = made->orderedBy(DataSet::TextField::Authority);
    QCOMPARE(byAuthority->size(), events.size());
    QVERIFY(std::is_sorted(byAuthority->begin(), byAuthority->end())); // no authority: by id
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
