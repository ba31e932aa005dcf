// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter in words, for titles and chips.
#include "model/explore/filtertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("FilterWords", text, nullptr, n);
}

// "A, B or C" whole up to three, then "A, B or 4 more".
QString joined(const QStringList& values, const char* lastTwo, const char* more)
{
    if (values.size() == 1)
        return values.front();
    if (values.size() > 3)
        return tr(more, static_cast<int>(values.size()) - 2).arg(values[0], values[1]);
    const QString before = values.mid(0, values.size() - 1).join(QStringLiteral(", "));
    return tr(lastTwo).arg(before, values.back());
}

QString orJoined(const QStringList& values)
{
    return joined(values, QT_TRANSLATE_NOOP("FilterWords", "%1 or %2"),
                  QT_TRANSLATE_N_NOOP("FilterWords", "%1, %2 or %n more"));
}

QString andJoined(const QStringList& values)
{
    return joined(values, QT_TRANSLATE_NOOP("FilterWords", "%1 and %2"),
                  QT_TRANSLATE_N_NOOP("FilterWords", "%1, %2 and %n more"));
}

QString periodWords(const Period& period)
{
    const auto shown = [](const PartialDate& date) { return date.display(QLocale(), true); };
    if (!period.to)
        return tr("since %1").arg(period.from ? shown(*period.from) : QString());
    if (!period.from)
        return tr("until %1").arg(shown(*period.to));
    if (*period.from == *period.to)
        return shown(*period.from);
    return QStringLiteral("%1 – %2").arg(shown(*period.from), shown(*period.to));
}

class Describer
{
public:
    Describer(const Filter& filter, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
        : m_filter(filter)
        , m_vocabulary(vocabulary)
        , m_gazetteer(gazetteer)
    {
    }

    std::vector<FilterCondition> conditions()
    {
        for (const FacetInfo& info : facets())
            addFacet(info.facet);
        addDates();
        for (qsizetype i = 0; i < m_filter.text.size(); ++i)
            add(tr("Text"), QStringLiteral("“%1”").arg(m_filter.text[i]),
                [i](Filter& without) { without.text.removeAt(i); });
        return std::move(m_conditions);
    }

private:
    template <typename Remove>
    void add(const QString& label, const QString& value, Remove remove)
    {
        m_conditions.push_back({label, value, m_filter});
        remove(m_conditions.back().without);
    }

    QStringList labels(Facet facet, const QStringList& values) const
    {
        QStringList shown;
        for (const QString& value : values)
            shown.append(facetValueLabel(facet, value, m_vocabulary, m_gazetteer));
        return shown;
    }

    void addFacet(Facet facet)
    {
        const FacetSelection& selection = m_filter[facet];
        if (!selection.anyOf.isEmpty())
            add(facetLabel(facet), orJoined(labels(facet, selection.anyOf)),
                [facet](Filter& without) { without[facet].anyOf.clear(); });
        if (!selection.allOf.isEmpty())
            add(facetLabel(facet), andJoined(labels(facet, selection.allOf)),
                [facet](Filter& without) { without[facet].allOf.clear(); });
        if (!selection.noneOf.isEmpty())
            add(facetLabel(facet), tr("not %1").arg(orJoined(labels(facet, selection.noneOf))),
                [facet](Filter& without) { without[facet].noneOf.clear(); });
    }

    void addDates()
    {
        if (m_filter.begins)
            add(tr("Begins"), periodWords(*m_filter.begins), [](Filter& without) { without.begins.reset(); });
        if (m_filter.inForceOn)
            add(tr("In force on"), displayDay(*m_filter.inForceOn, QLocale(), true),
                [](Filter& without) { without.inForceOn.reset(); });
    }

    const Filter& m_filter;
    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
    std::vector<FilterCondition> m_conditions;
};

} // namespace

std::vector<FilterCondition> describeFilter(const Filter& filter, const Vocabulary& vocabulary,
                                            const Gazetteer& gazetteer)
{
    return Describer(filter, vocabulary, gazetteer).conditions();
}

} // namespace interdict
