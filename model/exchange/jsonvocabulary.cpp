// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/jsonlines.h"
#include "model/exchange/jsonreader.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr int mostSevere = 5;

QString tr(const char* text)
{
    return QCoreApplication::translate("JsonLines", text);
}

// Fields that only some terms have may be left out where they say nothing.
QString textIfAny(JsonReader& part, const QString& field)
{
    return part.has(field) ? part.optionalText(field) : QString();
}

Term readTerm(JsonReader& part, TermKind kind)
{
    Term term;
    term.code = part.text(QStringLiteral("code"));
    term.label = part.text(QStringLiteral("label"));
    term.description = textIfAny(part, QStringLiteral("description"));
    term.note = textIfAny(part, QStringLiteral("note"));
    term.colour = textIfAny(part, QStringLiteral("colour"));
    if (kind == TermKind::Measure) {
        term.severity = part.wholeNumber(QStringLiteral("severity"), 0, mostSevere);
        term.restricts = part.truth(QStringLiteral("restricts"));
    }
    if (kind == TermKind::Status)
        term.inForce = part.truth(QStringLiteral("in_force"));
    return term;
}

void readTermsOf(JsonReader& file, TermKind kind, Vocabulary& vocabulary)
{
    file.objects(termKindCode(kind), [&](JsonReader& part) {
        Term term = readTerm(part, kind);
        if (vocabulary.find(kind, term.code))
            part.refuse(QStringLiteral("code"), tr("each code once"));
        vocabulary.add(kind, std::move(term));
    });
}

void readTerms(JsonReader& file, Vocabulary& vocabulary)
{
    file.optionalText(QStringLiteral("note"));
    for (int i = 0; i < termKindCount; ++i)
        readTermsOf(file, static_cast<TermKind>(i), vocabulary);
    file.finish();
}

Platform readPlatform(JsonReader& part)
{
    const QString country = QStringLiteral("developer_country");
    Platform platform;
    platform.name = part.text(QStringLiteral("name"));
    platform.developer = part.optionalText(QStringLiteral("developer"));
    platform.developerCountry = part.optionalText(country);
    platform.kind = part.optionalText(QStringLiteral("kind"));
    platform.colour = textIfAny(part, QStringLiteral("colour"));
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const QString& code = platform.developerCountry;
    if (!code.isEmpty() && (code.size() != 2 || !std::all_of(code.begin(), code.end(), isCapital)))
        part.refuse(country, tr("a country's code by ISO 3166-1 as IT, or null"));
    return platform;
}

void readPlatformList(JsonReader& file, Vocabulary& vocabulary)
{
    file.objects(QStringLiteral("platforms"), [&vocabulary](JsonReader& part) {
        Platform platform = readPlatform(part);
        if (vocabulary.platform(platform.name))
            part.refuse(QStringLiteral("name"), tr("each platform once"));
        vocabulary.add(std::move(platform));
    });
}

void readPlatforms(JsonReader& file, Vocabulary& vocabulary)
{
    file.optionalText(QStringLiteral("note"));
    readPlatformList(file, vocabulary);
    file.finish();
}

Result<void> readFile(const QString& name, const QByteArray& json, void (*read)(JsonReader&, Vocabulary&),
                      Vocabulary& vocabulary)
{
    const auto object = parseObject(json, name);
    if (!object)
        return tl::make_unexpected(object.error());
    JsonReader file(*object, name);
    read(file, vocabulary);
    return file.error() ? Result<void>(tl::make_unexpected(*file.error())) : Result<void>();
}

} // namespace

Vocabulary readWordsPart(JsonReader& part)
{
    Vocabulary words;
    for (int i = 0; i < termKindCount; ++i)
        if (part.has(termKindCode(static_cast<TermKind>(i))))
            readTermsOf(part, static_cast<TermKind>(i), words);
    if (part.has(QStringLiteral("platforms")))
        readPlatformList(part, words);
    return words;
}

Result<Vocabulary> readVocabulary(const QByteArray& vocabularyJson, const QByteArray& platformsJson)
{
    Vocabulary vocabulary;
    return readFile(QStringLiteral("vocabulary.json"), vocabularyJson, readTerms, vocabulary)
        .and_then([&] {
            return readFile(QStringLiteral("platforms.json"), platformsJson, readPlatforms, vocabulary);
        })
        .map([&] { return std::move(vocabulary); });
}

} // namespace interdict
