// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of which one of two values is chosen: what is here, or what was sent; and what both began from. The
// choices are told, not kept: whoever owns them sets the rows.
#pragma once

#include "widgets/history/comparisonmodel.h"
#include "widgets/history/historydelegates.h"

namespace interdict {

enum class Choice : std::uint8_t { Open, Here, Sent };

struct ChoiceRow
{
    EventField field = EventField::Title;
    std::vector<WordPiece> before, here, sent;
    bool isConflict = false;
    Choice choice = Choice::Open;
    bool operator==(const ChoiceRow&) const = default;
};

// What each side has changed is marked against `base`; without one, the two against each other.
ChoiceRow choiceRow(EventField field, const std::optional<Event>& base, const std::optional<Event>& here,
                    const std::optional<Event>& sent, const Vocabulary& vocabulary,
                    const Gazetteer& gazetteer, const QLocale& locale);

class FieldChoices : public WordsModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, Here, Sent, ColumnCount };

    using WordsModel::WordsModel;
    // Captions of the last three columns. Rows that cannot be chosen show no marks to click.
    void setRows(std::vector<ChoiceRow> rows, const QStringList& captions, bool canChoose = true);
    void setChoice(int row, Choice choice); // as after a click
    const std::vector<ChoiceRow>& rows() const { return m_rows; }
    bool canChoose(const QModelIndex& index) const;

    std::span<const WordPiece> pieces(const QModelIndex& index) const override;
    bool isChanged(int row) const override; // conflicts
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void chosen(interdict::EventField field, interdict::Choice choice);

private:
    Choice choiceAt(int column) const { return column == Here ? Choice::Here : Choice::Sent; }
    QString spoken(const QModelIndex& index) const;

    std::vector<ChoiceRow> m_rows;
    QStringList m_captions;
    bool m_canChoose = true;
};

// A mark before each value that can be chosen; a click anywhere in the cell, or Space, chooses it.
class FieldChoiceDelegate : public ComparisonDelegate
{
    Q_OBJECT

public:
    using ComparisonDelegate::ComparisonDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

protected:
    int indent(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// That something is to be decided.
void paintConflictSign(QPainter& painter, QPointF centre, double radius, const Theme& theme);

} // namespace interdict
