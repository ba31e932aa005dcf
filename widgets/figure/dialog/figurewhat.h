// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure shows: the kind of view and its settings, how much of it, and whether in several panels.
#pragma once

#include "widgets/figure/figurespec.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace interdict {

class Workspace;

class FigureWhat : public QWidget
{
    Q_OBJECT

public:
    // `onScreen`: with what part of timeline and map is seen; it begins with that.
    FigureWhat(const Workspace& workspace, const FigureSpec& onScreen, QWidget* parent = nullptr);
    void readInto(FigureSpec& spec) const;
    // What is wrong with what was typed; empty where nothing is.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    // One row of the form, and the kinds of figure that it is for.
    struct Row
    {
        QWidget* field;
        std::vector<FigureKind> kinds;
    };
    void addRow(const QString& label, QWidget* field, std::vector<FigureKind> kinds);
    QComboBox* makeBox();
    void addKindRows();
    void addExtentRows();
    void showRows();
    void fillChartFacets();
    ChartSpec chart() const;
    void spreadDays();
    FigureKind kind() const;
    std::optional<std::vector<Day>> typedDays() const; // nothing where one cannot be read

    const Workspace& m_workspace;
    FigureSpec m_onScreen;
    QFormLayout* m_form;
    std::vector<Row> m_rows;
    QComboBox *m_kind, *m_lanes, *m_colours, *m_mapMode, *m_chart, *m_chartBy, *m_chartSplit, *m_chartCount,
        *m_chartBin;
    QComboBox *m_matrixRows, *m_matrixColumns, *m_matrixValue, *m_matrixOrder, *m_extent, *m_each;
    QSpinBox* m_panels;
    QWidget* m_daysRow;
    QLineEdit* m_days;
};

// `count` days from the first to the last, as far from each other as may be.
std::vector<Day> evenDays(DayInterval days, int count);

} // namespace interdict
