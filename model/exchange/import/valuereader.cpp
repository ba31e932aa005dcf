// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/valuereader.h"

#include "model/exchange/import/listtext.h"
#include "model/exchange/import/wordguesses.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

} // namespace

bool meansNothing(const QString& text)
{
    static const QSet<QString> words{
        QString(),
        QStringLiteral("na"),
        QStringLiteral("none"),
        QStringLiteral("null"),
        QStringLiteral("nan"),
        QStringLiteral("nil"),
        QStringLiteral("unknown"),
        QStringLiteral("unclear"),
        QStringLiteral("tbd"),
        QStringLiteral("tba"),
        QStringLiteral("tbc"),
        QStringLiteral("notapplicable"),
        QStringLiteral("notavailable"),
        QStringLiteral("notspecified"),
        QStringLiteral("unspecified"),
        QStringLiteral("unbekannt"),
        QStringLiteral("keine"),
        QStringLiteral("keineangabe"),
        QStringLiteral("ka"),
        QStringLiteral("inconnu"),
        QStringLiteral("desconocido"),
        QStringLiteral("未知"),
        QStringLiteral("无"),
    };
    return words.contains(foldedName(text));
}

std::optional<bool> yesOrNo(const QString& text)
{
    static const QSet<QString> yes = [] {
        const QStringList words =
            QStringLiteral(
                "x,xx,y,yes,true,1,j,ja,wahr,oui,o,vrai,si,s,sim,vero,verdadero,是,有,banned,ban,blocked,"
                "restricted,prohibited,verboten,interdit,prohibido,vietato,禁止,full,partial")
                .split(u',');
        return QSet<QString>(words.begin(), words.end());
    }();
    static const QSet<QString> no = [] {
        const QStringList words =
            QStringLiteral(
                "n,no,false,0,nein,falsch,non,faux,nao,falso,not banned,notbanned,allowed,否,无,没有")
                .split(u',');
        return QSet<QString>(words.begin(), words.end());
    }();
    static const QString marks = QStringLiteral("✓✔☑✅●■⬤✗✘☒×•*+");
    const QString trimmed = text.trimmed();
    if (!trimmed.isEmpty() && marks.contains(trimmed.front()) && trimmed.size() <= 2)
        return true;
    const QString folded = foldedName(trimmed);
    if (meansNothing(folded) || no.contains(folded))
        return false;
    return yes.contains(folded) ? std::optional(true) : std::nullopt;
}

ValueReader::ValueReader(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                         const ImportMapping& mapping)
    : m_vocabulary(vocabulary)
    , m_gazetteer(gazetteer)
    , m_mapping(mapping)
{
}

// What the mapping says of a text, or of its spelling in other case.
std::optional<QStringList> ValueReader::mapped(ImportTarget target, const QString& text) const
{
    const auto texts = m_mapping.values.find(target);
    if (texts == m_mapping.values.end())
        return std::nullopt;
    auto it = texts->second.find(text);
    if (it == texts->second.end())
        it = std::find_if(texts->second.begin(), texts->second.end(), [&text](const auto& pair) {
            return pair.first.compare(text, Qt::CaseInsensitive) == 0;
        });
    if (it == texts->second.end())
        return std::nullopt;
    return surelyDivided(it->second);
}

// --- terms and platforms

std::optional<QStringList> ValueReader::single(ImportTarget target, const QString& text) const
{
    if (const auto codes = mapped(target, text))
        return codes;
    const auto code = target == ImportTarget::Platforms ? platformNamed(text)
                                                        : m_vocabulary.resolve(*termKindOf(target), text);
    return code ? std::optional(QStringList{*code}) : std::nullopt;
}

QStringList ValueReader::fromWords(ImportTarget target, const QString& text) const
{
    return target == ImportTarget::Platforms ? platformIn(text)
                                             : codesFromWords(*termKindOf(target), text, m_vocabulary);
}

// By its name, or another that it goes by.
std::optional<QString> ValueReader::platformNamed(const QString& text) const
{
    static const std::map<QString, QString> otherNames{
        {QStringLiteral("twitter"), QStringLiteral("X")},
        {QStringLiteral("xtwitter"), QStringLiteral("X")},
        {QStringLiteral("xiaohongshu"), QStringLiteral("RedNote")},
        {QStringLiteral("小红书"), QStringLiteral("RedNote")},
        {QStringLiteral("深度求索"), QStringLiteral("DeepSeek")},
        {QStringLiteral("抖音"), QStringLiteral("Douyin")},
        {QStringLiteral("微信"), QStringLiteral("WeChat")},
        {QStringLiteral("weixin"), QStringLiteral("WeChat")},
        {QStringLiteral("copilot"), QStringLiteral("Microsoft Copilot")},
        {QStringLiteral("erniebot"), QStringLiteral("ERNIE")},
        {QStringLiteral("文心一言"), QStringLiteral("ERNIE")},
        {QStringLiteral("tongyiqianwen"), QStringLiteral("Qwen")},
        {QStringLiteral("openaichatgpt"), QStringLiteral("ChatGPT")},
        {QStringLiteral("clearview"), QStringLiteral("Clearview AI")},
    };
    if (const auto name = m_vocabulary.resolvePlatform(text))
        return name;
    const QString folded = foldedName(text);
    if (const auto it = otherNames.find(folded); it != otherNames.end() && m_vocabulary.platform(it->second))
        return it->second;
    return std::nullopt;
}

// The one whose name stands in "DeepSeek (app)" or "OpenAI's ChatGPT".
QStringList ValueReader::platformIn(const QString& text) const
{
    const QString folded = foldedName(text);
    QString longest;
    for (const Platform& platform : m_vocabulary.platforms()) {
        const QString name = foldedName(platform.name);
        if (name.size() >= 4 && text.size() < 40 && folded.contains(name) &&
            platform.name.size() > longest.size())
            longest = platform.name;
    }
    return longest.isEmpty() ? QStringList() : QStringList{longest};
}

TextReading ValueReader::unknownValue(ImportTarget target, const QString& text)
{
    QString problem =
        tr("\"%1\" has no known meaning. Say in the mapping what it means, or \"\" for nothing.").arg(text);
    if (target == ImportTarget::Place)
        problem =
            tr("No jurisdiction is called \"%1\". Write its English name or its code by ISO 3166, such as "
               "IT, ITA or US-TX, or say in the mapping what it means.")
                .arg(text);
    else if (target == ImportTarget::Platforms)
        problem =
            tr("No platform of the data set is called \"%1\". Say in the mapping which one it means, or "
               "\"\" to leave it out.")
                .arg(text);
    return {{}, problem, false, {text}};
}

// The whole, its parts, the parts of these; then words in them.
TextReading ValueReader::list(ImportTarget target, const QString& text)
{
    TextReading reading;
    const auto add = [&reading](const QStringList& codes) {
        for (const QString& code : codes)
            if (!reading.codes.contains(code))
                reading.codes << code;
    };
    const auto take = [&](const QString& part) {
        const auto codes = single(target, part);
        add(codes.value_or(QStringList()));
        return codes.has_value() || meansNothing(part);
    };
    const auto known = [&](const QString& part) { return single(target, part) || meansNothing(part); };
    const auto takeWords = [&](const QString& part) {
        const QStringList codes = fromWords(target, part);
        add(codes);
        reading.guessed = reading.guessed || !codes.isEmpty();
        return !codes.isEmpty();
    };
    if (take(text))
        return reading;
    for (const QString& part : surelyDivided(text)) {
        const QStringList pieces = likelyDivided(part);
        if (take(part))
            continue;
        const bool named =
            target == ImportTarget::Platforms || std::any_of(pieces.begin(), pieces.end(), known);
        for (const QString& piece : pieces.size() > 1 && named ? pieces : QStringList{part})
            if (!take(piece) && !takeWords(piece)) {
                reading.unknown << piece;
                if (reading.problem.isEmpty())
                    reading.problem = unknownValue(target, piece).problem;
            }
    }
    if (!reading.problem.isEmpty())
        reading.codes.clear();
    return reading;
}

const TextReading& ValueReader::term(ImportTarget target, const QString& text)
{
    Cache& cache = m_cache[static_cast<std::size_t>(target)];
    if (const auto it = cache.constFind(text); it != cache.cend())
        return *it;
    TextReading reading;
    const bool several = target == ImportTarget::Concerns || target == ImportTarget::Platforms;
    if (several) {
        reading = list(target, text);
    } else if (const auto codes = single(target, text)) {
        reading.codes = *codes;
    } else if (!meansNothing(text)) {
        reading.codes = fromWords(target, text);
        reading.guessed = !reading.codes.isEmpty();
        if (reading.codes.isEmpty())
            reading = unknownValue(target, text);
    }
    return *cache.insert(text, reading);
}

// --- what was taken for what

void ValueReader::count(ImportTarget target, const QString& text)
{
    ++m_cells[static_cast<std::size_t>(target)][text];
}

void ValueReader::noteGuess(ImportTarget target, const QString& text, const QString& code)
{
    QStringList& codes = m_noted[{target, text}];
    if (!codes.contains(code))
        codes << code;
}

// A row without a jurisdiction is none; all else may be left out.
TextMeaning ValueReader::emptyCells(ImportTarget target, int cells) const
{
    using Kind = TextMeaning::Kind;
    TextMeaning meaning{target, {}, {}, cells, Kind::Known};
    const auto given = m_mapping.defaults.find(target);
    if (given != m_mapping.defaults.end()) {
        meaning.codes = m_cache[static_cast<std::size_t>(target)].value(given->second).codes;
        meaning.kind = meaning.codes.isEmpty() ? Kind::Unknown : Kind::Said;
    } else if (target == ImportTarget::Place && !m_mapping.has(ImportTarget::Subdivision)) {
        meaning.kind = Kind::Unknown;
    }
    return meaning;
}

void ValueReader::addMeanings(ImportTarget target, std::vector<TextMeaning>& meanings) const
{
    using Kind = TextMeaning::Kind;
    std::map<QString, TextMeaning> byText;
    const auto add = [&](const QString& text, const QStringList& codes, int cells, Kind kind) {
        TextMeaning& meaning = byText.try_emplace(text, TextMeaning{target, text, {}, 0, kind}).first->second;
        meaning.count += cells;
        meaning.kind = std::min(meaning.kind, kind);
        for (const QString& code : codes)
            if (!meaning.codes.contains(code))
                meaning.codes << code;
    };
    const auto addReading = [&](const QString& text, const TextReading& reading) {
        const int cells = m_cells[static_cast<std::size_t>(target)].value(text);
        if (cells == 0 || text.isEmpty())
            return;
        if (mapped(target, text))
            add(text, reading.codes, cells, Kind::Said);
        else if (reading.problem.isEmpty())
            add(text, reading.codes, cells, reading.guessed ? Kind::Guessed : Kind::Known);
        else
            for (const QString& part : reading.unknown.isEmpty() ? QStringList{text} : reading.unknown)
                add(part, {}, cells, Kind::Unknown);
    };
    const Cache& cache = m_cache[static_cast<std::size_t>(target)];
    for (auto it = cache.begin(); it != cache.end(); ++it)
        if (!m_noted.contains({target, it.key()}))
            addReading(it.key(), it.value());
    if (target == ImportTarget::Subdivision)
        for (auto it = m_subdivisions.begin(); it != m_subdivisions.end(); ++it)
            addReading(it.key().section(u'\n', 1), it.value());
    for (const auto& [key, codes] : m_noted)
        if (key.first == target)
            addReading(key.second, {codes, {}, true});
    if (const int cells = m_cells[static_cast<std::size_t>(target)].value(QString()); cells > 0)
        byText.insert_or_assign(QString(), emptyCells(target, cells));
    for (auto& [text, meaning] : byText)
        meanings.push_back(std::move(meaning));
}

std::vector<TextMeaning> ValueReader::meanings() const
{
    std::vector<TextMeaning> meanings;
    for (const ImportTargetInfo& row : importTargets())
        addMeanings(row.target, meanings);
    std::stable_sort(meanings.begin(), meanings.end(), [](const TextMeaning& a, const TextMeaning& b) {
        return std::tuple(a.target, a.kind, -a.count) < std::tuple(b.target, b.kind, -b.count);
    });
    return meanings;
}

} // namespace interdict
