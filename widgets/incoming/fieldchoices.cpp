// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incoming/fieldchoices.h"

#include "widgets/editor/findinglabel.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace interdict {

namespace {

std::vector<WordPiece> kept(std::vector<WordPiece> pieces, WordPiece::Kind dropped)
{
    std::erase_if(pieces, [dropped](const WordPiece& piece) { return piece.kind == dropped; });
    return pieces;
}

std::vector<WordPiece> plain(const QString& text)
{
    return text.isEmpty() ? std::vector<WordPiece>() : std::vector<WordPiece>{{WordPiece::Kind::Same, text}};
}

} // namespace

ChoiceRow choiceRow(EventField field, const std::optional<Event>& base, const std::optional<Event>& here,
                    const std::optional<Event>& sent, const Vocabulary& vocabulary,
                    const Gazetteer& gazetteer, const QLocale& locale)
{
    const auto text = [&](const std::optional<Event>& event) {
        return event ? fieldText(*event, field, vocabulary, gazetteer, locale) : QString();
    };
    const QString before = text(base), present = text(here), offered = text(sent);
    ChoiceRow row{field, plain(before), plain(present), plain(offered), false, Choice::Open};
    if (base) {
        row.before = kept(wordDiff(before, sent ? offered : present), WordPiece::Kind::Added);
        row.here = kept(wordDiff(before, present), WordPiece::Kind::Removed);
        row.sent = kept(wordDiff(before, offered), WordPiece::Kind::Removed);
    } else if (here && sent) {
        row.here = kept(wordDiff(present, offered), WordPiece::Kind::Added);
        row.sent = kept(wordDiff(present, offered), WordPiece::Kind::Removed);
    }
    return row;
}

void FieldChoices::setRows(std::vector<ChoiceRow> rows, const QStringList& captions, bool canChoose)
{
    const auto same = [](const ChoiceRow& a, const ChoiceRow& b) {
        return a.field == b.field && a.before == b.before && a.here == b.here && a.sent == b.sent;
    };
    if (captions == m_captions && canChoose == m_canChoose &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), same)) {
        m_rows = std::move(rows); // the cell that is current stays so
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_captions = captions;
    m_canChoose = canChoose;
    endResetModel();
}

void FieldChoices::setChoice(int row, Choice choice)
{
    ChoiceRow& at = m_rows[static_cast<std::size_t>(row)];
    if (std::exchange(at.choice, choice) == choice)
        return;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT chosen(at.field, choice);
}

bool FieldChoices::canChoose(const QModelIndex& index) const
{
    return m_canChoose && index.isValid() && index.column() >= Here;
}

std::span<const WordPiece> FieldChoices::pieces(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const ChoiceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case Before:
        return row.before;
    case Here:
        return row.here;
    case Sent:
        return row.sent;
    case Field:
    case ColumnCount:
        break;
    }
    return {};
}

bool FieldChoices::isChanged(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].isConflict;
}

int FieldChoices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FieldChoices::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FieldChoices::spoken(const QModelIndex& index) const
{
    const ChoiceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == Field)
        return row.isConflict ? tr("%1, changed on both sides").arg(fieldLabel(row.field))
                              : fieldLabel(row.field);
    const QString text = pieces(index).empty() ? tr("nothing") : marked(pieces(index));
    if (!canChoose(index))
        return text;
    return row.choice == choiceAt(index.column()) ? tr("Chosen: %1").arg(text)
                                                  : tr("Not chosen: %1").arg(text);
}

QVariant FieldChoices::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ChoiceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Field)
            return fieldLabel(row.field);
        return pieces(index).empty() && canChoose(index) ? QStringLiteral("\u2013") : joined(pieces(index));
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::ToolTipRole:
        return row.isConflict && index.column() == Field ? tr("Changed on both sides: choose one.")
                                                         : QVariant();
    case Qt::CheckStateRole:
        if (canChoose(index))
            return QVariant::fromValue(row.choice == choiceAt(index.column()) ? Qt::Checked : Qt::Unchecked);
        break;
    default:
        break;
    }
    return {};
}

bool FieldChoices::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !canChoose(index) || value.toInt() != Qt::Checked)
        return false;
    setChoice(index.row(), choiceAt(index.column()));
    return true;
}

Qt::ItemFlags FieldChoices::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return canChoose(index) ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant FieldChoices::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : m_captions.value(section - 1);
}

void FieldChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    ComparisonDelegate::paint(painter, option, index);
    const auto* model = qobject_cast<const FieldChoices*>(index.model());
    if (!model)
        return;
    const Theme& theme = Theme::of(option.palette);
    const ChoiceRow& row = model->rows()[static_cast<std::size_t>(index.row())];
    const bool isOpen = row.isConflict && row.choice == Choice::Open;
    const double radius = option.fontMetrics.height() * 0.36;
    const QPointF centre(option.rect.left() + 8 + radius,
                         option.rect.top() + 6 + option.fontMetrics.height() / 2.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.column() == FieldChoices::Field && isOpen) {
        paintConflictSign(*painter, centre, radius * 1.15, theme);
    } else if (model->canChoose(index)) {
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QColor open = findingColour(Finding::Severity::Error, theme);
        painter->setPen(QPen(on ? theme.accent : isOpen ? open : theme.faint, 1.2));
        painter->setBrush(theme.panel);
        painter->drawEllipse(centre, radius, radius);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        if (on)
            painter->drawEllipse(centre, radius * 0.55, radius * 0.55);
    }
    painter->restore();
}

int FieldChoiceDelegate::indent(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const FieldChoices*>(index.model());
    if (!model || index.column() == FieldChoices::Before)
        return 0;
    const bool isConflict =
        index.column() == FieldChoices::Field && model->isChanged(index.row()); // its sign comes and goes
    return isConflict || model->canChoose(index) ? option.fontMetrics.height() + 4 : 0;
}

bool FieldChoiceDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                      const QStyleOptionViewItem& /*option*/, const QModelIndex& index)
{
    bool chooses = false;
    if (event->type() == QEvent::MouseButtonRelease)
        chooses = static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    else if (event->type() == QEvent::KeyPress)
        chooses = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    return chooses && model->setData(index, QVariant::fromValue(Qt::Checked), Qt::CheckStateRole);
}

// A triangle with an exclamation mark: neither a disc nor a ring, which findings have.
void paintConflictSign(QPainter& painter, QPointF centre, double radius, const Theme& theme)
{
    const QColor colour = findingColour(Finding::Severity::Error, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, radius / 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{centre + QPointF(0, -radius * 0.85), centre + QPointF(radius, radius * 0.8),
                                  centre + QPointF(-radius, radius * 0.8)});
    painter.setPen(QPen(theme.panel, radius / 3.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(0, -radius * 0.25), centre + QPointF(0, radius * 0.2));
    painter.drawPoint(centre + QPointF(0, radius * 0.62));
    painter.restore();
}

} // namespace interdict
