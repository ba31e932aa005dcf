// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a cell of the event table: the measure with its mark, what is in force with a dot, the row under the
// pointer shaded.
#pragma once

#include "widgets/theme/marks.h"

#include <QStyledItemDelegate>

namespace interdict {

class Workspace;

class EventRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    EventRowDelegate(const Workspace& workspace, int measureColumn, int inForceColumn,
                     QObject* parent = nullptr);

    void setTheme(const Theme& theme);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintDot(QPainter& painter, QPointF centre, bool isCertain) const;

    const Workspace& m_workspace;
    int m_measureColumn;
    int m_inForceColumn;
    Theme m_theme;
    MarkScheme m_marks;
};

} // namespace interdict
