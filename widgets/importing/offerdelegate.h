// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of which one column is a choice: typed, with the offers that fit hanging below. A click, Enter, F2 or
// a letter opens it; what is no offer changes nothing.
#pragma once

#include "widgets/editor/offers.h"
#include "widgets/history/historydelegates.h"

class QTableView;

namespace interdict {

inline constexpr int dimRole = Qt::UserRole + 1;     // bool: of less weight
inline constexpr int urgentRole = Qt::UserRole + 2;  // bool: to be mended
inline constexpr int severalRole = Qt::UserRole + 3; // bool: a choice of several, divided by ;

class OfferDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using OffersOf = std::function<std::vector<Offer>(const QModelIndex&)>;
    // The choice is a list of codes under EditRole. Opens it by the keys and clicks of `table`.
    OfferDelegate(OffersOf offersOf, QTableView* table);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    OffersOf m_offersOf;
    QTableView* m_table;
};

// The tables of the dialog look and behave alike: rows chosen whole, hair lines, no frame.
void dressTable(QTableView& table, const QString& name);
void setColumnShares(QTableView& table,
                     std::vector<int> shares); // of the table's width, in the columns' order

} // namespace interdict
