// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart with its choices: short lists of what is on the axis, what splits it and what is counted. Only
// those that mean something for the kind are shown.
#pragma once

#include "widgets/charts/chartview.h"

#include <QVariantMap>

class QCheckBox;
class QComboBox;
class QLabel;

namespace interdict {

class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPanel(Workspace& workspace, QWidget* parent = nullptr);

    ChartView& view() { return *m_view; }
    // The chart's spec, for settings. Restoring ignores what it does not know.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Choice
    {
        ChartChoice means;
        QLabel* label;
        QComboBox* box;
    };

    QWidget* makeHeader();
    QComboBox* makeBox(const QString& name);
    void addChoice(ChartChoice means, const QString& label, const QString& name);
    void fillChoices();
    void readChoices();
    void showNote();
    QComboBox* box(ChartChoice means) const;

    ChartView* m_view;
    QComboBox* m_kind = nullptr;
    std::vector<Choice> m_choices;
    QCheckBox* m_cumulative = nullptr;
    QLabel* m_note = nullptr;
    bool m_isFilling = true; // what changes a list now is no choice
};

} // namespace interdict
