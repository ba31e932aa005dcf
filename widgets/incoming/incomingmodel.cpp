// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incoming/incomingmodel.h"

#include "widgets/history/revisions.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace interdict {

namespace {

using Kind = Incoming::Kind;

bool holds(const std::vector<EventField>& fields, EventField field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool isAboutTheSame(const Incoming& a, const Incoming& b)
{
    return a.kind == b.kind && a.sent == b.sent && a.present == b.present && a.merged == b.merged &&
           a.conflicts == b.conflicts;
}

} // namespace

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Add:
        return IncomingModel::tr("New");
    case Kind::Edit:
        return IncomingModel::tr("Edit");
    case Kind::Delete:
        return IncomingModel::tr("Deletion");
    case Kind::Restore:
        return IncomingModel::tr("Edit of what is not here");
    case Kind::Known:
        return IncomingModel::tr("Already so here");
    }
    return {};
}

IncomingModel::IncomingModel(Judge judge, QObject* parent)
    : QAbstractTableModel(parent)
    , m_judge(std::move(judge))
{
}

void IncomingModel::setIncoming(std::vector<Incoming> incoming)
{
    QHash<QString, std::size_t> before;
    for (std::size_t at = 0; at < m_incoming.size(); ++at)
        before.insert(m_incoming[at].uid(), at);
    std::vector<State> states(incoming.size());
    for (std::size_t at = 0; at < incoming.size(); ++at) {
        const auto old = before.constFind(incoming[at].uid());
        if (old != before.cend() && isAboutTheSame(m_incoming[*old], incoming[at]))
            states[at] = std::move(m_states[*old]);
    }
    beginResetModel();
    m_incoming = std::move(incoming);
    m_states = std::move(states);
    for (std::size_t at = 0; at < m_incoming.size(); ++at)
        judge(at); // the words that are known here may be others now
    refill();
    endResetModel();
    Q_EMIT answersChanged();
}

std::vector<Answer> IncomingModel::answers() const
{
    std::vector<Answer> all;
    all.reserve(m_states.size());
    for (const State& state : m_states)
        all.push_back(state.answer);
    return all;
}

void IncomingModel::show(Shown shown)
{
    beginResetModel();
    m_filter = shown;
    refill();
    endResetModel();
}

void IncomingModel::refill()
{
    m_shown.clear();
    for (std::size_t at = 0; at < m_incoming.size(); ++at)
        if (passes(at))
            m_shown.push_back(at);
}

bool IncomingModel::passes(std::size_t at) const
{
    switch (m_filter) {
    case Shown::All:
        return true;
    case Shown::ToDecide:
        return isOpen(at);
    case Shown::Accepted:
        return m_states[at].changes && !isHeld(at);
    case Shown::Held:
        return isHeld(at);
    }
    return true;
}

bool IncomingModel::isOpen(std::size_t at) const
{
    const Incoming& incoming = m_incoming[at];
    const State& state = m_states[at];
    if (!hasChoices(incoming) || incoming.kind == Kind::Restore)
        return incoming.isConflict() && !state.answer.accept;
    return std::any_of(incoming.conflicts.begin(), incoming.conflicts.end(), [&state](EventField field) {
        return !holds(state.answer.fields, field) && !holds(state.kept, field);
    });
}

bool IncomingModel::isHeld(std::size_t at) const
{
    return m_states[at].changes && hasError(m_states[at].findings);
}

IncomingModel::Counts IncomingModel::counts() const
{
    Counts counts;
    counts.all = static_cast<int>(m_incoming.size());
    for (std::size_t at = 0; at < m_incoming.size(); ++at) {
        counts.known += m_incoming[at].kind == Kind::Known ? 1 : 0;
        counts.toDecide += isOpen(at) ? 1 : 0;
        counts.held += isHeld(at) ? 1 : 0;
        counts.accepted += m_states[at].changes && !isHeld(at) ? 1 : 0;
    }
    return counts;
}

// Adds to what was accepted already; what was decided stays so.
void IncomingModel::acceptAllWithoutConflict()
{
    for (std::size_t at = 0; at < m_incoming.size(); ++at) {
        const Answer cautious = cautiousAnswer(m_incoming[at]);
        State& state = m_states[at];
        if (!cautious.accept)
            continue;
        state.answer.accept = true;
        for (const EventField field : cautious.fields)
            if (!holds(state.answer.fields, field))
                state.answer.fields.push_back(field);
        judge(at);
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT answersChanged();
}

void IncomingModel::judge(std::size_t at)
{
    State& state = m_states[at];
    if (!state.answer.accept) {
        state.changes = false;
        state.findings.clear();
        return;
    }
    Outcome outcome = m_judge(m_incoming[at], state.answer);
    state.changes = outcome.change.has_value();
    state.findings = std::move(outcome.findings);
}

std::optional<int> IncomingModel::rowOf(const QString& uid) const
{
    const auto it = std::find_if(m_shown.begin(), m_shown.end(),
                                 [&](std::size_t at) { return m_incoming[at].uid() == uid; });
    return it == m_shown.end() ? std::nullopt : std::optional(static_cast<int>(it - m_shown.begin()));
}

bool IncomingModel::hasChoices(const Incoming& incoming)
{
    return incoming.kind != Kind::Delete && incoming.kind != Kind::Known;
}

Choice IncomingModel::choiceOf(int row, EventField field) const
{
    const State& state = m_states[place(row)];
    if (holds(state.answer.fields, field))
        return Choice::Sent;
    const bool isConflict = holds(at(row).conflicts, field);
    return isConflict && !holds(state.kept, field) ? Choice::Open : Choice::Here;
}

void IncomingModel::choose(int row, EventField field, Choice choice)
{
    const std::size_t at = place(row);
    State& state = m_states[at];
    if (choice == Choice::Here && state.answer.accept && !m_incoming[at].present &&
        (field == EventField::Title || field == EventField::Start || field == EventField::Country))
        return changed(row); // an event is nothing without them
    std::erase(state.kept, field);
    std::erase(state.answer.fields, field);
    if (choice == Choice::Sent)
        state.answer.fields.push_back(field);
    else if (choice == Choice::Here)
        state.kept.push_back(field);
    state.answer.accept = !state.answer.fields.empty();
    judge(at);
    changed(row);
}

bool IncomingModel::setAccepted(int row, bool accepted)
{
    const std::size_t at = place(row);
    const Incoming& incoming = m_incoming[at];
    State& state = m_states[at];
    Answer answer;
    if (accepted) {
        answer = cautiousAnswer(incoming);
        if (incoming.kind == Kind::Restore)
            answer.fields = incoming.fields;
        for (const EventField field : state.answer.fields)
            if (!holds(answer.fields, field))
                answer.fields.push_back(field);
        answer.accept = incoming.kind == Kind::Delete || !answer.fields.empty();
        if (!answer.accept || incoming.kind == Kind::Known)
            return false;
    } else {
        state.kept.clear();
    }
    state.answer = std::move(answer);
    judge(at);
    changed(row);
    return true;
}

void IncomingModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT answersChanged();
}

int IncomingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int IncomingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::CheckState IncomingModel::checkState(std::size_t at) const
{
    const Answer& answer = m_states[at].answer;
    if (!answer.accept)
        return Qt::Unchecked;
    return answer.fields.size() < m_incoming[at].fields.size() ? Qt::PartiallyChecked : Qt::Checked;
}

QString IncomingModel::text(std::size_t at, int column) const
{
    const Incoming& incoming = m_incoming[at];
    if (column == Title)
        return incoming.title();
    if (column == Who) {
        const QString who = incoming.editors.join(QStringLiteral(", "));
        const QString when = incoming.when.isEmpty() ? QString() : timeText(incoming.when, QLocale());
        return who.isEmpty() || when.isEmpty() ? who + when : tr("%1, %2").arg(who, when);
    }
    if (isHeld(at))
        return tr("%1 \u00b7 cannot be saved like this").arg(kindText(incoming.kind));
    if (isOpen(at) && incoming.kind == Kind::Delete)
        return tr("Deletion \u00b7 changed here since");
    if (isOpen(at) && incoming.kind == Kind::Edit)
        return tr("Edit \u00b7 %Ln conflict(s): %1", nullptr, static_cast<int>(incoming.conflicts.size()))
            .arg(labelsOf(incoming.conflicts));
    return incoming.kind == Kind::Edit ? tr("Edit: %1").arg(labelsOf(incoming.fields))
                                       : kindText(incoming.kind);
}

QString IncomingModel::spoken(std::size_t at) const
{
    QStringList parts{text(at, Title), text(at, What), text(at, Who)};
    parts.removeAll(QString());
    const auto state = checkState(at);
    if (state != Qt::Unchecked)
        parts << (state == Qt::Checked ? tr("accepted") : tr("accepted in part"));
    return parts.join(QStringLiteral(". "));
}

QVariant IncomingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t at = place(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Title ? spoken(at) : text(at, index.column());
    case Qt::ToolTipRole:
        return isHeld(at) ? m_states[at].findings.front().message : text(at, Title);
    case Qt::CheckStateRole:
        if (index.column() == Title && m_incoming[at].kind != Kind::Known)
            return QVariant::fromValue(checkState(at));
        break;
    case SignRole:
        return static_cast<int>(isHeld(at) ? Sign::Held : isOpen(at) ? Sign::Conflict : Sign::None);
    default:
        break;
    }
    return {};
}

bool IncomingModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Title)
        return false;
    if (setAccepted(index.row(), value.toInt() != Qt::Unchecked))
        return true;
    Q_EMIT undecided(index.row());
    return false;
}

Qt::ItemFlags IncomingModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canBe =
        index.isValid() && index.column() == Title && m_incoming[place(index.row())].kind != Kind::Known;
    return canBe ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant IncomingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Event"), tr("What comes"), tr("From")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
