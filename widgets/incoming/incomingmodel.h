// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Incoming events as a list, and what is answered to each: accepted or not, and which fields. Nothing is
// accepted at first. Holds the answers; saves nothing.
#pragma once

#include "model/exchange/acceptance.h"
#include "widgets/incoming/fieldchoices.h"

#include <QAbstractTableModel>

namespace interdict {

class IncomingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Lines of the list: the event, what comes of it, who did it.
    enum Column { Title, What, Who, ColumnCount };
    enum Role { SignRole = Qt::UserRole }; // a Sign, as int
    enum class Sign : std::uint8_t { None, Conflict, Held };
    enum class Shown : std::uint8_t { All, ToDecide, Accepted, Held };
    struct Counts
    {
        int all = 0, known = 0; // of them already so here
        int accepted = 0;       // and can be saved
        int toDecide = 0, held = 0;
        bool operator==(const Counts&) const = default;
    };
    // What an answer would make of an event.
    using Judge = std::function<Outcome(const Incoming&, const Answer&)>;

    IncomingModel(Judge judge, QObject* parent);

    // Answers to events that come as they came before are kept.
    void setIncoming(std::vector<Incoming> incoming);
    std::span<const Incoming> incoming() const { return m_incoming; }
    std::vector<Answer> answers() const; // as many, in their order
    void show(Shown shown);
    Shown shown() const { return m_filter; }
    Counts counts() const;
    void acceptAllWithoutConflict();

    const Incoming& at(int row) const { return m_incoming[place(row)]; }
    const std::vector<Finding>& findings(int row) const { return m_states[place(row)].findings; }
    bool isAccepted(int row) const { return m_states[place(row)].answer.accept; }
    std::optional<int> rowOf(const QString& uid) const;
    Choice choiceOf(int row, EventField field) const;
    void choose(int row, EventField field, Choice choice);
    // Whether its fields can be answered one by one.
    static bool hasChoices(const Incoming& incoming);
    // Accepts what can be; false where all of it is still to be decided.
    bool setAccepted(int row, bool accepted);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void answersChanged();
    void undecided(int row); // asked to accept what has to be decided field by field

private:
    struct State
    {
        Answer answer;
        std::vector<EventField> kept; // conflicts decided for what is here
        bool changes = false;         // it would change something
        std::vector<Finding> findings;
    };
    std::size_t place(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    bool isOpen(std::size_t at) const; // something of it is to be decided
    bool isHeld(std::size_t at) const;
    bool passes(std::size_t at) const;
    void judge(std::size_t at);
    void changed(int row);
    void refill();
    Qt::CheckState checkState(std::size_t at) const;
    QString text(std::size_t at, int column) const;
    QString spoken(std::size_t at) const;

    Judge m_judge;
    std::vector<Incoming> m_incoming;
    std::vector<State> m_states;
    std::vector<std::size_t> m_shown;
    Shown m_filter = Shown::All;
};

// "New", "Edit", "Deletion" …; and of an edit, of what.
QString kindText(Incoming::Kind kind);

// A check, the event in lines, and a sign where something is to be decided or cannot be saved.
class IncomingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace interdict
