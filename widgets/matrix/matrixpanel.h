// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix with its head: which facets, what is counted, in which order, and how large the table is.
#pragma once

#include "model/analysis/matrixspec.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace interdict {

class ElidedLabel;
class MatrixView;
class Workspace;

class MatrixPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPanel(Workspace& workspace, QWidget* parent = nullptr);

    MatrixView& view() { return *m_view; }
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QComboBox* makeChoice(const QString& name);
    void read(); // the choices into the view
    void showSpec();
    void showSubline();

    Workspace& m_workspace;
    MatrixView* m_view;
    QComboBox* m_rows;
    QComboBox* m_columns;
    QComboBox* m_value;
    QComboBox* m_order;
    QToolButton* m_swap;
    ElidedLabel* m_subline;
};

} // namespace interdict
