// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a cell of the event table: the measure with its mark, what is in force with a dot, titles that are
// not published with the sign of their state, the row under the pointer shaded.
#pragma once

#include "model/explore/columns.h"
#include "widgets/theme/marks.h"

#include <QStyledItemDelegate>

namespace interdict {

class Workspace;

class EventRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Places // of the columns that are more than text
    {
        int title = -1;
        int measure = -1;
        int inForce = -1;
    };
    EventRowDelegate(const Workspace& workspace, Places places, QObject* parent = nullptr);

    void setTheme(const Theme& theme);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool hasSign(const QModelIndex& index, Row row) const;
    void paintDot(QPainter& painter, QPointF centre, bool isCertain) const;

    const Workspace& m_workspace;
    Places m_places;
    Theme m_theme;
    MarkScheme m_marks;
};

} // namespace interdict
