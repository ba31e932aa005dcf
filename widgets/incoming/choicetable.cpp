// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incoming/choicetable.h"

#include <QHeaderView>

namespace interdict {

ChoiceTable::ChoiceTable(FieldChoices& choices, QWidget* parent)
    : QTableView(parent)
{
    setModel(&choices);
    setItemDelegate(new FieldChoiceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Were it to come and go, the width, and with it the heights of the rows, could change without end.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalHeader()->hide();
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(FieldChoices::Field, QHeaderView::ResizeToContents);
    connect(header, &QHeaderView::sectionResized, this, &QTableView::resizeRowsToContents,
            Qt::QueuedConnection);
    connect(&choices, &QAbstractItemModel::modelReset, this, &QTableView::resizeRowsToContents,
            Qt::QueuedConnection);
    connect(this, &QAbstractItemView::activated, &choices, [&choices](const QModelIndex& index) { // Enter
        choices.setData(index, QVariant::fromValue(Qt::Checked), Qt::CheckStateRole);
    });
}

} // namespace interdict
