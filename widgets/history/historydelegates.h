// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How history is drawn: a revision as a few lines, a state's text with its removed and added words.
#pragma once

#include "model/edit/worddiff.h"

#include <QStyledItemDelegate>

namespace interdict {

struct Theme;

// Columns after the first as lines below it: the first strong, the last quiet, empty ones left out.
class LinesDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// A plain cell; the house's ring shows where the keyboard is.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

// For a WordsModel: text wraps; removed words are struck and tinted, added ones underlined and tinted.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    // Room before the text, px, for what else is drawn there.
    virtual int indent(const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

QColor removedGround(const Theme& theme);
QColor addedGround(const Theme& theme);

} // namespace interdict
