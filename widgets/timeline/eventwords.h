// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An event, a fold of events and a milestone in words: for hover cards and for those who cannot see the
// marks.
#pragma once

#include "model/workspace.h"

#include <QLocale>

namespace interdict {

class EventWords
{
public:
    EventWords(const Workspace& workspace, const QLocale& locale);

    // "Italy: Italy limits DeepSeek's processing, 30 January 2025, Processing order, In force"
    QString name(Row row) const;
    QString name(const Milestone& milestone) const;
    // "6 events, 28 January 2025 to 30 January 2025"
    QString foldName(std::span<const Row> rows) const;

    // The same as rich text, a few lines; texts of the data are escaped.
    QString card(Row row) const;
    QString card(const Milestone& milestone) const;
    QString foldCard(std::span<const Row> first, std::uint32_t count,
                     DayInterval days) const; // `first` few of them
    QString foldCard(std::span<const Milestone* const> first, std::uint32_t count) const;

    QString start(Row row, bool shortMonths = false) const;

private:
    QString label(Facet facet, TermKind kind, int number) const;
    QString concerns(Row row) const;
    QString platforms(Row row) const;

    const Workspace& m_workspace;
    QLocale m_locale;
};

// The partial date that means just these days; the first of them where none does.
PartialDate partialDateOf(DayInterval days);

} // namespace interdict
