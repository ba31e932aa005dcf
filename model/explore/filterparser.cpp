// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the filter's text, one condition after the other; see filtertext.h for the grammar.
#include "model/explore/facetvalue.h"
#include "model/explore/filtertext.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FilterText", text);
}

constexpr std::array dateKeys{"begins", "inforce"};

QStringList allKeys()
{
    QStringList keys;
    for (const FacetInfo& info : facets())
        keys.append(QLatin1String(info.key));
    for (const char* key : dateKeys)
        keys.append(QLatin1String(key));
    return keys;
}

struct Word
{
    qsizetype at = 0;
    QString text;
};

// Where a list of values belongs, and what its elements may be.
struct ValueList
{
    Facet facet = Facet::Country;
    QStringList* values = nullptr;
};

class Parser
{
public:
    Parser(const QString& text, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
        : m_text(text)
        , m_vocabulary(vocabulary)
        , m_gazetteer(gazetteer)
    {
    }

    tl::expected<Filter, FilterTextError> filter()
    {
        for (skipSpaces(); !m_error && !atEnd(); skipSpaces())
            condition();
        if (m_error)
            return tl::make_unexpected(*m_error);
        return m_filter;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return atEnd() ? QChar() : m_text[m_at]; }
    bool separated() const { return atEnd() || here().isSpace(); }
    void skipSpaces();
    bool skip(QStringView wanted);
    void fail(qsizetype at, const QString& expected);

    QString bareUntil(QStringView stops);
    std::optional<QString> quotedText();
    std::optional<Word> value();

    void condition();
    void textTerm();
    void keyed(const Word& key, bool minus);
    void failOnKey(const Word& key, bool minus);
    void facetCondition(Facet facet, bool minus);
    void values(const ValueList& list, bool bracketed);
    void oneValue(const ValueList& list);
    void begins(qsizetype keyAt);
    std::optional<PartialDate> date(qsizetype at, const QString& text);
    void inForce(qsizetype keyAt);

    const QString& m_text;
    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
    Filter m_filter;
    qsizetype m_at = 0;
    std::optional<FilterTextError> m_error;
};

void Parser::skipSpaces()
{
    while (!atEnd() && here().isSpace())
        ++m_at;
}

bool Parser::skip(QStringView wanted)
{
    if (!QStringView(m_text).mid(m_at).startsWith(wanted, Qt::CaseInsensitive))
        return false;
    m_at += wanted.size();
    return true;
}

// The first mistake counts; what follows from it does not.
void Parser::fail(qsizetype at, const QString& expected)
{
    if (!m_error)
        m_error = FilterTextError{static_cast<int>(at) + 1, expected};
}

QString Parser::bareUntil(QStringView stops)
{
    const qsizetype begin = m_at;
    while (!separated() && !stops.contains(here()))
        ++m_at;
    return m_text.mid(begin, m_at - begin);
}

// Between quotation marks; a backslash takes the next character as it is.
std::optional<QString> Parser::quotedText()
{
    QString text;
    for (++m_at; !atEnd() && here() != u'"'; ++m_at) {
        if (here() == u'\\' && m_at + 1 < m_text.size())
            ++m_at;
        text += here();
    }
    if (atEnd()) {
        fail(m_text.size(), tr("a closing quotation mark"));
        return std::nullopt;
    }
    ++m_at;
    return text;
}

std::optional<Word> Parser::value()
{
    const qsizetype begin = m_at;
    if (here() != u'"')
        return Word{begin, bareUntil(u",()\"")};
    const auto text = quotedText();
    return text ? std::optional(Word{begin, *text}) : std::nullopt;
}

void Parser::condition()
{
    if (here() == u'"')
        return textTerm();
    const qsizetype begin = m_at;
    const bool minus = skip(u"-");
    const Word key{m_at, bareUntil(u":\"")};
    if (here() == u':')
        return keyed(key, minus);
    m_at = begin;
    if (minus)
        return fail(begin,
                    tr("a facet's key after the minus, as in -status:, or the word in quotation marks"));
    textTerm();
}

void Parser::textTerm()
{
    const qsizetype begin = m_at;
    const auto text = here() == u'"' ? quotedText() : std::optional(bareUntil(u"\""));
    if (!text)
        return;
    if (text->isEmpty())
        return fail(begin, tr("a word between the quotation marks"));
    if (!separated())
        return fail(m_at, tr("a space"));
    m_filter.text.append(*text);
}

void Parser::keyed(const Word& key, bool minus)
{
    ++m_at; // the colon
    const auto is = [&](const char* name) {
        return !minus && key.text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    };
    if (const auto facet = facetFromKey(key.text))
        facetCondition(*facet, minus);
    else if (is("begins"))
        begins(key.at);
    else if (is("inforce"))
        inForce(key.at);
    else
        failOnKey(key, minus);
}

void Parser::failOnKey(const Word& key, bool minus)
{
    if (const auto near = nearestText(key.text, allKeys()); near && !minus)
        return fail(key.at, tr("a key such as %1:, or the word in quotation marks").arg(*near));
    QStringList keys = allKeys();
    if (minus) // "not begun in" is asked by a period, not by a minus
        keys.resize(facetCount);
    fail(key.at,
         tr("one of the keys %1, or the word in quotation marks").arg(keys.join(QStringLiteral(", "))));
}

void Parser::facetCondition(Facet facet, bool minus)
{
    FacetSelection& selection = m_filter[facet];
    const qsizetype begin = m_at;
    if (!skip(u"all("))
        return values({facet, minus ? &selection.noneOf : &selection.anyOf}, false);
    if (minus)
        return fail(begin, tr("values without all( ), which does not go with a minus"));
    values({facet, &selection.allOf}, true);
}

void Parser::values(const ValueList& list, bool bracketed)
{
    do {
        skipSpaces();
        oneValue(list);
        if (bracketed)
            skipSpaces();
    } while (!m_error && skip(u","));
    if (bracketed && !m_error && !skip(u")"))
        return fail(m_at, tr("a comma or a closing bracket"));
    if (!separated())
        fail(m_at, bracketed ? tr("a space") : tr("a comma or a space"));
}

void Parser::oneValue(const ValueList& list)
{
    const auto word = value();
    if (!word)
        return;
    if (const auto code = resolveFacetValue(list.facet, word->text, m_vocabulary, m_gazetteer)) {
        if (!list.values->contains(*code))
            list.values->append(*code);
        return;
    }
    if (const QStringList several = namesakes(list.facet, word->text, m_gazetteer); !several.isEmpty())
        return fail(
            word->at,
            tr("the code of one of several places of that name: %1").arg(several.join(QStringLiteral(", "))));
    const auto near = nearestFacetValue(list.facet, word->text, m_vocabulary, m_gazetteer);
    const QString example = near ? *near : facetValueExample(list.facet, m_vocabulary);
    fail(word->at, tr("%1 such as %2").arg(facetValueNoun(list.facet), writtenValue(example)));
}

std::optional<PartialDate> Parser::date(qsizetype at, const QString& text)
{
    const auto found = PartialDate::parse(text.toUpper());
    if (!found)
        fail(at, tr("a date such as 2025, 2025-Q2, 2025-02 or 2025-02-10"));
    return found;
}

void Parser::begins(qsizetype keyAt)
{
    if (m_filter.begins)
        return fail(keyAt, tr("begins: only once"));
    const qsizetype at = m_at;
    const QString text = bareUntil({});
    const auto dots = text.indexOf(QStringLiteral(".."));
    const QString from = dots < 0 ? text : text.left(dots);
    const QString to = dots < 0 ? text : text.mid(dots + 2);
    Period period;
    if (!from.isEmpty() || to.isEmpty())
        period.from = date(at, from);
    if (!to.isEmpty())
        period.to = date(dots < 0 ? at : at + dots + 2, to);
    if (period.from && period.to && period.days().first > period.days().last)
        fail(at + dots + 2, tr("an end that is not before %1").arg(from));
    m_filter.begins = period;
}

void Parser::inForce(qsizetype keyAt)
{
    if (m_filter.inForceOn)
        return fail(keyAt, tr("inforce: only once"));
    const qsizetype at = m_at;
    const auto day = PartialDate::parse(bareUntil({}));
    if (!day || day->precision() != PartialDate::Precision::Days)
        return fail(at, tr("a day such as 2025-02-10"));
    m_filter.inForceOn = day->interval().first;
}

} // namespace

tl::expected<Filter, FilterTextError> parseFilter(const QString& text, const Vocabulary& vocabulary,
                                                  const Gazetteer& gazetteer)
{
    return Parser(text, vocabulary, gazetteer).filter();
}

} // namespace interdict
