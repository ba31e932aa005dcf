// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A legend in one line: mark and text of each entry, those that do not occur in grey. Where not all have room
// the ones that occur go first, and the rest is counted and told by the tool tip.
#pragma once

#include "widgets/theme/marks.h"

#include <QWidget>

namespace interdict {

class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget* parent = nullptr);
    void show(const std::vector<LegendEntry>& entries, const std::vector<bool>& used);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double entryWidth(const LegendEntry& entry) const;
    std::vector<std::size_t> fitting() const;

    std::vector<LegendEntry> m_entries;
    std::vector<bool> m_used;
};

} // namespace interdict
