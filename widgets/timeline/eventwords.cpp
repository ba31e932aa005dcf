// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/eventwords.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, n);
}

QString bold(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QLatin1String("<br>"));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · ")).toHtmlEscaped();
}

QString more(std::uint32_t count, std::size_t shown)
{
    if (count <= shown)
        return {};
    return QStringLiteral("<i>%1</i>").arg(tr("and %1 more; click to come closer").arg(count - shown));
}

} // namespace

PartialDate partialDateOf(DayInterval days)
{
    const auto ymd = toDate(days.first).year_month_day();
    const int year = ymd.year;
    for (const auto& date : {PartialDate::ofMonth(year, ymd.month),
                             PartialDate::ofQuarter(year, (ymd.month + 2) / 3), PartialDate::ofYear(year)}) {
        if (date && date->interval() == days)
            return *date;
    }
    return PartialDate::ofDay(days.first);
}

EventWords::EventWords(const Workspace& workspace, const QLocale& locale)
    : m_workspace(workspace)
    , m_locale(locale)
{
}

QString EventWords::label(Facet facet, TermKind kind, int number) const
{
    const QString& code = m_workspace.columns().table(facet).codes[number];
    return code == unknownValue ? tr("unknown") : m_workspace.vocabulary().label(kind, code);
}

QString EventWords::start(Row row, bool shortMonths) const
{
    return partialDateOf(m_workspace.columns().start(row)).display(m_locale, shortMonths);
}

QString EventWords::concerns(Row row) const
{
    QStringList labels;
    for (const int value : m_workspace.columns().concern.values(row))
        labels << label(Facet::Concern, TermKind::Concern, value);
    return labels.join(QStringLiteral(", "));
}

QString EventWords::platforms(Row row) const
{
    QStringList names;
    for (const int value : m_workspace.columns().platform.values(row))
        names << m_workspace.columns().table(Facet::Platform).codes[value];
    return names.join(QStringLiteral(", "));
}

QString EventWords::name(Row row) const
{
    const Columns& columns = m_workspace.columns();
    QStringList parts{start(row), label(Facet::Measure, TermKind::Measure, columns.measure[row]),
                      label(Facet::Status, TermKind::Status, columns.status[row])};
    if (columns.has(row, Columns::EndUnknown))
        parts << tr("end unknown");
    if (!columns.isPublished(row))
        parts << reviewLabel(columns.reviewOf(row)).toLower();
    return QStringLiteral("%1: %2, %3")
        .arg(m_workspace.gazetteer().name(columns.placeCode(row)), m_workspace.brief(row).title,
             parts.join(QStringLiteral(", ")));
}

QString EventWords::name(const Milestone& milestone) const
{
    return tr("Milestone: %1, %2").arg(milestone.title, milestone.date.display(m_locale));
}

QString EventWords::foldName(std::span<const Row> rows) const
{
    if (rows.empty())
        return {};
    return tr("%n events, %1 to %2", static_cast<int>(rows.size()))
        .arg(start(rows.front()), start(rows.back()));
}

QString EventWords::card(Row row) const
{
    const Columns& columns = m_workspace.columns();
    const Brief brief = m_workspace.brief(row);
    QStringList state{label(Facet::Measure, TermKind::Measure, columns.measure[row]),
                      label(Facet::Status, TermKind::Status, columns.status[row])};
    if (columns.has(row, Columns::EndUnknown))
        state << tr("end unknown");
    if (!columns.isPublished(row))
        state << tr("%1, not published").arg(reviewLabel(columns.reviewOf(row)));
    return lines({bold(brief.title),
                  joined({m_workspace.gazetteer().name(columns.placeCode(row)), brief.authority}),
                  joined({start(row)}), joined(state), joined({platforms(row)}), joined({concerns(row)})});
}

QString EventWords::card(const Milestone& milestone) const
{
    QString metric;
    if (milestone.metric)
        metric = QStringLiteral("%1: %2 %3")
                     .arg(milestone.metric->name, m_locale.toString(milestone.metric->value, 'g', 6),
                          milestone.metric->unit);
    return lines({bold(milestone.title), joined({milestone.date.display(m_locale), milestone.organisation}),
                  joined({metric}), milestone.summary.toHtmlEscaped()});
}

QString EventWords::foldCard(std::span<const Row> first, std::uint32_t count, DayInterval days) const
{
    QStringList parts{bold(tr("%n events", static_cast<int>(count)))};
    parts << (days.first == days.last
                  ? displayDay(days.first, m_locale)
                  : tr("%1 – %2").arg(displayDay(days.first, m_locale), displayDay(days.last, m_locale)))
                 .toHtmlEscaped();
    for (const Row row : first)
        parts << joined({start(row, true), m_workspace.brief(row).title});
    parts << more(count, first.size());
    return lines(parts);
}

QString EventWords::foldCard(std::span<const Milestone* const> first, std::uint32_t count) const
{
    QStringList parts{bold(tr("%n milestones", static_cast<int>(count)))};
    for (const Milestone* milestone : first)
        parts << joined({milestone->date.display(m_locale, true), milestone->title});
    parts << more(count, first.size());
    return lines(parts);
}

} // namespace interdict
