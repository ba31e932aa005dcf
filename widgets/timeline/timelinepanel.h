// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with all that belongs to it: header, legend, lanes, period fields and overview. Only composes.
#pragma once

#include "widgets/timeline/timelineview.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;

namespace interdict {

class LegendBar;
class OverviewView;
class PeriodFields;

class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(Workspace& workspace, QWidget* parent = nullptr);

    TimelineView& view() { return *m_view; }
    // Lanes and colours, for settings. Restoring ignores what it does not know.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHeader(Workspace& workspace);
    QComboBox* makeLaneChoice();
    QComboBox* makeColourChoice();
    void alignOverview();

    TimelineView* m_view;
    LegendBar* m_legend;
    OverviewView* m_overview;
    PeriodFields* m_fields;
    QComboBox* m_lanes;
    QComboBox* m_colours;
};

} // namespace interdict
