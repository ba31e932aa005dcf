// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/filtertext.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString quoted(const QString& text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c;
    }
    return out + u'"';
}

bool holds(const QString& text, QStringView special)
{
    return std::any_of(text.begin(), text.end(),
                       [special](QChar c) { return c.isSpace() || special.contains(c); });
}

QString writtenTerm(const QString& term)
{
    return term.startsWith(u'-') || holds(term, u"\":\\") ? quoted(term) : term;
}

QString writtenValues(const QStringList& values)
{
    QStringList written;
    for (const QString& value : values)
        written.append(writtenValue(value));
    return written.join(u',');
}

void appendSelection(QStringList& conditions, Facet facet, const FacetSelection& selection)
{
    const QString key = QLatin1String(facetInfo(facet).key);
    if (!selection.anyOf.isEmpty())
        conditions.append(key + u':' + writtenValues(selection.anyOf));
    if (!selection.allOf.isEmpty())
        conditions.append(key + QStringLiteral(":all(") + writtenValues(selection.allOf) + u')');
    if (!selection.noneOf.isEmpty())
        conditions.append(u'-' + key + u':' + writtenValues(selection.noneOf));
}

QString periodText(const Period& period)
{
    const auto text = [](const std::optional<PartialDate>& date) { return date ? date->text() : QString(); };
    return period.from == period.to ? text(period.from)
                                    : text(period.from) + QStringLiteral("..") + text(period.to);
}

} // namespace

QString writtenValue(const QString& value)
{
    return value.isEmpty() || holds(value, u"\"\\,()") ? quoted(value) : value;
}

QString filterText(const Filter& filter)
{
    QStringList conditions;
    for (const FacetInfo& info : facets())
        appendSelection(conditions, info.facet, filter[info.facet]);
    if (filter.begins)
        conditions.append(QStringLiteral("begins:") + periodText(*filter.begins));
    if (filter.inForceOn)
        conditions.append(QStringLiteral("inforce:") + PartialDate::ofDay(*filter.inForceOn).text());
    for (const QString& term : filter.text)
        if (!term.isEmpty())
            conditions.append(writtenTerm(term));
    return conditions.join(u' ');
}

QString FilterTextError::message() const
{
    return QCoreApplication::translate("FilterText", "Column %1: expected %2").arg(column).arg(expected);
}

} // namespace interdict
