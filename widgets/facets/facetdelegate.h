// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one value of a facet: check box, mark, label, bar and count; or a heading.
#pragma once

#include "widgets/facets/facetmodel.h"
#include "widgets/theme/marks.h"

#include <QStyledItemDelegate>

namespace interdict {

// Where the parts of a value stand; empty rectangles are left out.
struct FacetRowLayout
{
    QRectF box;
    QRectF mark;
    QRectF label;
    QRectF bar;
    QRectF count;
};
// `listWidth`, and `countWidth` of the widest count: the same for all rows, so that bars stand in one line.
FacetRowLayout layoutFacetRow(const QRectF& row, double listWidth, double countWidth, bool hasMark);

class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FacetDelegate(QObject* parent = nullptr);

    void setMarks(const EntryMarks& marks) { m_marks = marks; }
    void setGreatestCount(std::uint32_t count) { m_greatest = count; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintValue(QPainter& painter, const QStyleOptionViewItem& option,
                    const FacetModel::Node& node) const;

    EntryMarks m_marks;
    std::uint32_t m_greatest = 0;
};

} // namespace interdict
