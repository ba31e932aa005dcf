// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr std::array<QLatin1String, termKindCount> kindCodes{
    QLatin1String("measure"),       QLatin1String("concern"),  QLatin1String("scope"),
    QLatin1String("status"),        QLatin1String("relation"), QLatin1String("confidence"),
    QLatin1String("milestone_kind")};

constexpr std::array<const char*, measureClassCount> classLabels{
    QT_TRANSLATE_NOOP("MeasureClass", "National block"),
    QT_TRANSLATE_NOOP("MeasureClass", "Service limited"),
    QT_TRANSLATE_NOOP("MeasureClass", "Official systems"),
    QT_TRANSLATE_NOOP("MeasureClass", "Inquiry, fine, court"),
    QT_TRANSLATE_NOOP("MeasureClass", "Advice, bill"),
    QT_TRANSLATE_NOOP("MeasureClass", "Lifting"),
};

} // namespace

QString termKindCode(TermKind kind)
{
    return kindCodes[static_cast<std::size_t>(kind)];
}

std::optional<TermKind> termKindFromCode(QStringView code)
{
    for (std::size_t i = 0; i < kindCodes.size(); ++i)
        if (code == kindCodes[i])
            return static_cast<TermKind>(i);
    return std::nullopt;
}

MeasureClass measureClass(const Term& measure)
{
    if (measure.severity >= 5)
        return MeasureClass::NationalBlock;
    if (measure.restricts)
        return measure.severity == 4 ? MeasureClass::ServiceLimited : MeasureClass::OfficialSystems;
    if (measure.severity >= 2)
        return MeasureClass::Inquiry;
    return measure.severity == 1 ? MeasureClass::Advice : MeasureClass::Lifting;
}

QString measureClassLabel(MeasureClass value)
{
    return QCoreApplication::translate("MeasureClass", classLabels[static_cast<std::size_t>(value)]);
}

const Term* Vocabulary::find(TermKind kind, const QString& code) const
{
    const auto k = static_cast<std::size_t>(kind);
    const auto it = m_index[k].constFind(code);
    return it == m_index[k].cend() ? nullptr : &m_terms[k][static_cast<std::size_t>(*it)];
}

const Platform* Vocabulary::platform(const QString& name) const
{
    const auto it = m_platformIndex.constFind(name);
    return it == m_platformIndex.cend() ? nullptr : &m_platforms[static_cast<std::size_t>(*it)];
}

QString Vocabulary::label(TermKind kind, const QString& code) const
{
    const Term* term = find(kind, code);
    return term ? term->label : code;
}

std::optional<QString> Vocabulary::resolve(TermKind kind, QStringView text) const
{
    const QString wanted = foldedName(text);
    for (const Term& term : terms(kind))
        if (foldedName(term.code) == wanted || foldedName(term.label) == wanted)
            return term.code;
    return std::nullopt;
}

std::optional<QString> Vocabulary::resolvePlatform(QStringView text) const
{
    const QString wanted = foldedName(text);
    for (const Platform& platform : m_platforms)
        if (foldedName(platform.name) == wanted)
            return platform.name;
    return std::nullopt;
}

void Vocabulary::add(TermKind kind, Term term)
{
    const auto k = static_cast<std::size_t>(kind);
    m_index[k].insert(term.code, static_cast<int>(m_terms[k].size()));
    m_terms[k].push_back(std::move(term));
}

void Vocabulary::add(Platform platform)
{
    m_platformIndex.insert(platform.name, static_cast<int>(m_platforms.size()));
    m_platforms.push_back(std::move(platform));
}

QStringList Vocabulary::codes(VocabularyList list) const
{
    QStringList codes;
    if (!list)
        for (const Platform& platform : m_platforms)
            codes << platform.name;
    else
        for (const Term& term : terms(*list))
            codes << term.code;
    return codes;
}

bool Vocabulary::has(VocabularyList list, const QString& code) const
{
    return list ? find(*list, code) != nullptr : platform(code) != nullptr;
}

QString Vocabulary::label(VocabularyList list, const QString& code) const
{
    return list ? label(*list, code) : code;
}

void Vocabulary::setTerms(TermKind kind, std::vector<Term> terms)
{
    const auto k = static_cast<std::size_t>(kind);
    m_terms[k].clear();
    m_index[k].clear();
    for (Term& term : terms)
        add(kind, std::move(term));
}

void Vocabulary::setPlatforms(std::vector<Platform> platforms)
{
    m_platforms.clear();
    m_platformIndex.clear();
    for (Platform& platform : platforms)
        add(std::move(platform));
}

QString foldedName(QStringView text)
{
    QString folded;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber())
            folded += c.toCaseFolded();
    return folded;
}

} // namespace interdict
