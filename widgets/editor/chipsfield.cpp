// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/chipsfield.h"

#include "model/vocabulary/vocabulary.h"
#include "widgets/editor/flowlayout.h"
#include "widgets/editor/taborder.h"
#include "widgets/facets/chip.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace interdict {

ChipsField::ChipsField(const QString& name, std::vector<Offer> offers, QWidget* parent)
    : QFrame(parent)
    , m_field(new QLineEdit(this))
    , m_flow(new FlowLayout(4, 110, this))
    , m_offers(new Offers(Offers::Kind::Strict, m_field))
    , m_all(std::move(offers))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_field->setAccessibleName(name);
    m_field->setStyleSheet(
        QStringLiteral("QLineEdit { border: none; background: transparent; padding: 2px; }"));
    m_flow->setContentsMargins(5, 3, 5, 3);
    m_flow->insertWidget(0, m_field);
    setFocusProxy(m_field);
    setCursor(Qt::IBeamCursor);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ChipsField::changed);
    connect(m_field, &QLineEdit::returnPressed, this, &ChipsField::takeTyped);
    connect(m_field, &QLineEdit::editingFinished, this, &ChipsField::takeTyped);
    connect(m_offers, &Offers::picked, this, [this](const Offer& offer) { add(offer.code); });
    refresh();
}

// A field that has the focus loses it while it goes down, and says so.
ChipsField::~ChipsField()
{
    m_field->disconnect(this);
}

const Offer* ChipsField::offerOf(const QString& value) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&value](const Offer& offer) { return offer.code == value; });
    return found == m_all.end() ? nullptr : &*found;
}

void ChipsField::setValues(const QStringList& values)
{
    if (m_values == values)
        return;
    m_values = values;
    refresh();
    Q_EMIT changed();
}

QString ChipsField::typed() const
{
    return m_field->text();
}

void ChipsField::setTyped(const QString& text)
{
    m_field->setText(text);
}

void ChipsField::add(const QString& value)
{
    m_field->clear();
    if (!m_values.contains(value))
        setValues(m_values + QStringList{value});
}

// The chip that goes hands the keyboard on to its neighbour, or to the place to type.
void ChipsField::remove(const QString& value)
{
    QStringList left = m_values;
    const auto at = left.indexOf(value);
    const bool hadFocus = at >= 0 && m_chips[static_cast<std::size_t>(at)]->hasFocus();
    left.removeAll(value);
    setValues(left);
    if (!hadFocus)
        return;
    const auto next = static_cast<std::size_t>(at);
    if (next < m_chips.size())
        m_chips[next]->setFocus();
    else
        m_field->setFocus();
}

// What was typed whole, without choosing an offer, is taken as well.
void ChipsField::takeTyped()
{
    const QString key = foldedName(m_field->text());
    if (key.isEmpty() || m_offers->isShown())
        return;
    for (const Offer& offer : m_all) {
        if (foldedName(offer.text) == key || foldedName(offer.code) == key) {
            add(QString(offer.code));
            return;
        }
    }
}

Chip* ChipsField::makeChip(const QString& value)
{
    auto* chip = new Chip(this);
    const Offer* offer = offerOf(value);
    const QString label = offer ? offer->text : value;
    chip->setCondition({}, label);
    chip->setAccessibleName(tr("Remove %1").arg(label));
    if (offer && !offer->definition.isEmpty())
        chip->setToolTip(QStringLiteral("<p>%1</p>").arg(offer->definition.toHtmlEscaped()));
    connect(chip, &QAbstractButton::clicked, this, [this, value] { remove(value); });
    return chip;
}

void ChipsField::setOffers(std::vector<Offer> offers)
{
    m_all = std::move(offers);
    refresh();
}

void ChipsField::refresh()
{
    for (Chip* chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // its own click may be what removes it
    }
    m_chips.clear();
    for (const QString& value : std::as_const(m_values)) {
        Chip* chip = makeChip(value);
        m_flow->insertWidget(static_cast<int>(m_chips.size()), chip);
        m_chips.push_back(chip);
        chip->show();
        putBeforeInTabOrder(chip, m_field);
    }
    std::vector<Offer> left;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(left),
                 [this](const Offer& offer) { return !m_values.contains(offer.code); });
    m_offers->setOffers(std::move(left));
    m_field->setPlaceholderText(m_values.isEmpty() ? tr("Type to choose; several") : tr("Add…"));
    updateGeometry();
}

bool ChipsField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress && !m_values.isEmpty() && m_field->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace) {
        remove(QString(m_values.back()));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ChipsField::mousePressEvent(QMouseEvent*)
{
    m_field->setFocus();
}

void ChipsField::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_field->hasFocus() ? theme.accent : theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace interdict
