// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/offerdelegate.h"

#include "model/vocabulary/vocabulary.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>

#include <numeric>

namespace interdict {

namespace {

constexpr int arrowRoom = 18;

bool isChoice(const QModelIndex& index)
{
    return index.flags().testFlag(Qt::ItemIsEditable);
}

// The text of a choice and the offers below it.
class ChoiceField : public QLineEdit
{
public:
    ChoiceField(std::vector<Offer> offers, bool several, QWidget* parent)
        : QLineEdit(parent)
        , m_all(std::move(offers))
        , m_several(several)
        , m_offers(new Offers(Offers::Kind::Strict, this))
    {
        m_offers->setSource([this](const QString& text) { return fittingOffers(lastPart(text), m_all); });
        QObject::connect(m_offers, &Offers::picked, this, [this](const Offer& offer) { take(offer); });
    }

    Offers& offers() { return *m_offers; }
    std::function<void()> picked;

    // Nothing where a part is no offer.
    std::optional<QStringList> codes() const
    {
        QStringList codes;
        const QStringList parts = m_several ? text().split(u';') : QStringList{text()};
        for (const QString& part : parts) {
            const QString name = foldedName(part);
            if (name.isEmpty())
                continue;
            const auto offer = std::find_if(m_all.begin(), m_all.end(), [&name](const Offer& each) {
                return foldedName(each.text) == name || foldedName(each.code) == name;
            });
            if (offer == m_all.end())
                return std::nullopt;
            if (!offer->code.isEmpty())
                codes << offer->code;
            else if (parts.size() == 1)
                return QStringList();
        }
        return text().trimmed().isEmpty() ? std::nullopt : std::optional(codes);
    }

    QString textOf(const QString& code) const
    {
        const auto offer = std::find_if(m_all.begin(), m_all.end(),
                                        [&code](const Offer& each) { return each.code == code; });
        return offer == m_all.end() ? code : offer->text;
    }

private:
    QString lastPart(const QString& text) const
    {
        return m_several ? text.section(u';', -1).trimmed() : text.trimmed();
    }

    void take(const Offer& offer)
    {
        const auto before = m_several ? text().lastIndexOf(u';') : -1;
        setText(before < 0 || offer.code.isEmpty() ? offer.text
                                                   : text().left(before) + QStringLiteral("; ") + offer.text);
        if (picked)
            picked();
    }

    std::vector<Offer> m_all;
    bool m_several;
    Offers* m_offers;
};

} // namespace

OfferDelegate::OfferDelegate(OffersOf offersOf, QTableView* table)
    : CellDelegate(table)
    , m_offersOf(std::move(offersOf))
    , m_table(table)
{
    table->setItemDelegate(this);
    table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    table->installEventFilter(this);
    connect(table, &QAbstractItemView::clicked, this, [table](const QModelIndex& index) {
        if (isChoice(index))
            table->edit(index);
    });
}

QWidget* OfferDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                     const QModelIndex& index) const
{
    auto* field = new ChoiceField(m_offersOf(index), index.data(severalRole).toBool(), parent);
    field->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    auto* self = const_cast<OfferDelegate*>(this); // the signals are not const
    field->picked = [self, field] {
        Q_EMIT self->commitData(field);
        Q_EMIT self->closeEditor(field);
    };
    // When it is shown and has the focus.
    QMetaObject::invokeMethod(
        field, [field] { field->offers().open(); }, Qt::QueuedConnection);
    return field;
}

// The present choice is shown dimmed, so that a letter begins another; of several it stays, to be added to.
void OfferDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* field = static_cast<ChoiceField*>(editor);
    QStringList texts;
    for (const QString& code : index.data(Qt::EditRole).toStringList())
        texts << field->textOf(code);
    field->setPlaceholderText(texts.join(QStringLiteral("; ")));
    if (index.data(severalRole).toBool() && !texts.isEmpty())
        field->setText(texts.join(QStringLiteral("; ")) + QStringLiteral("; "));
}

void OfferDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto codes = static_cast<ChoiceField*>(editor)->codes();
        codes && *codes != index.data(Qt::EditRole).toStringList())
        model->setData(index, *codes, Qt::EditRole);
}

void OfferDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

void OfferDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    CellDelegate::initStyleOption(option, index);
    const Theme& theme = Theme::of(option->palette);
    const bool isUrgent = index.data(urgentRole).toBool();
    if (!isUrgent && !index.data(dimRole).toBool())
        return;
    const QColor ink = isUrgent ? findingColour(Finding::Severity::Error, theme) : theme.dim;
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, ink);
}

void OfferDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    if (!isChoice(index))
        return CellDelegate::paint(painter, option, index);
    QStyleOptionViewItem text(option);
    CellDelegate::paint(painter, text, index);
    const QPointF centre(option.rect.right() - arrowRoom / 2.0, option.rect.center().y() + 0.5);
    paintArrow(*painter, centre, false, Theme::of(option.palette).dim);
}

// Enter opens the row's choice, wherever in it one is; and so does a letter.
bool OfferDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table)
        return CellDelegate::eventFilter(watched, event); // of an editor
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return false;
    const bool opens = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool types = !key->text().isEmpty() && key->text().front().isPrint() &&
                       !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!opens && !types)
        return false;
    for (int column = 0; column < current.model()->columnCount(); ++column)
        if (const QModelIndex choice = current.siblingAtColumn(column); isChoice(choice)) {
            m_table->setCurrentIndex(choice);
            if (opens)
                m_table->edit(choice);
            return opens; // a letter goes on to the table, which opens the choice with it
        }
    return false;
}

namespace {

// Columns as wide as their shares of the table: all of them stay in sight in a small window.
class ColumnShares : public QObject
{
public:
    ColumnShares(QTableView& table, std::vector<int> shares)
        : QObject(&table)
        , m_table(table)
        , m_shares(std::move(shares))
    {
        table.viewport()->installEventFilter(this);
        table.horizontalHeader()->setStretchLastSection(true);
        table.horizontalHeader()->setMinimumSectionSize(3 * table.fontMetrics().averageCharWidth());
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            const double unit =
                m_table.viewport()->width() / std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
            for (int column = 0; column < static_cast<int>(m_shares.size()); ++column)
                m_table.setColumnWidth(column,
                                       static_cast<int>(unit * m_shares[static_cast<std::size_t>(column)]));
        }
        return false;
    }

private:
    QTableView& m_table;
    std::vector<int> m_shares;
};

} // namespace

void setColumnShares(QTableView& table, std::vector<int> shares)
{
    new ColumnShares(table, std::move(shares));
}

void dressTable(QTableView& table, const QString& name)
{
    table.setAccessibleName(name);
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setMinimumHeight(3 * table.fontMetrics().height());
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 10);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace interdict
