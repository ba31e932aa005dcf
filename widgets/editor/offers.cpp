// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/offers.h"

#include "model/vocabulary/vocabulary.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace interdict {

namespace {

constexpr std::size_t mostOffers = 40;
constexpr int noMatch = 9;

// 0: the whole name; then its beginning; then any part of it.
int rank(const QString& typed, const Offer& offer)
{
    if (typed.isEmpty())
        return 3;
    int best = noMatch;
    const QStringList keys = offer.keys.isEmpty() ? QStringList{foldedName(offer.text)} : offer.keys;
    for (const QString& key : keys) {
        const auto at = key.indexOf(typed);
        if (at >= 0)
            best = std::min(best, key == typed ? 0 : (at == 0 ? 1 : 2));
    }
    return best;
}

} // namespace

std::vector<Offer> fittingOffers(const QString& text, const std::vector<Offer>& offers)
{
    const QString typed = foldedName(text);
    std::vector<std::pair<int, const Offer*>> ranked;
    for (const Offer& offer : offers)
        if (const int found = rank(typed, offer); found < noMatch)
            ranked.emplace_back(found, &offer);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Offer> best;
    for (std::size_t number = 0; number < std::min(ranked.size(), mostOffers); ++number)
        best.push_back(*ranked[number].second);
    return best;
}

Offers::Offers(Kind kind, QLineEdit* field)
    : QObject(field)
    , m_kind(kind)
    , m_field(field)
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    auto* popup = m_completer->popup();
    popup->setProperty("offers", true);
    popup->setItemDelegate(new QStyledItemDelegate(popup)); // the completer's own does not heed style sheets
    popup->installEventFilter(this);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, &Offers::offer);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                if (const auto row = static_cast<std::size_t>(index.row()); row < m_shown.size())
                    Q_EMIT picked(Offer(m_shown[row]));
            });
}

void Offers::setOffers(std::vector<Offer> offers)
{
    m_offers = std::move(offers);
}

void Offers::setSource(std::function<std::vector<Offer>(const QString&)> source)
{
    m_source = std::move(source);
}

bool Offers::isShown() const
{
    return m_completer->popup()->isVisible();
}

void Offers::offer()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        m_completer->popup()->hide();
    else
        show(m_source ? m_source(text) : fittingOffers(text, m_offers));
}

void Offers::open()
{
    const QString text = m_field->text().trimmed();
    show(m_source ? m_source(text) : fittingOffers(text, m_offers));
}

void Offers::show(std::vector<Offer> offers)
{
    m_shown = std::move(offers);
    m_model->clear();
    for (const Offer& offer : m_shown) {
        auto* item = new QStandardItem(
            offer.detail.isEmpty() ? offer.text : offer.text + QStringLiteral(" · ") + offer.detail);
        if (!offer.definition.isEmpty())
            item->setToolTip(QStringLiteral("<p>%1</p>").arg(offer.definition.toHtmlEscaped()));
        m_model->appendRow(item);
    }
    if (m_shown.empty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_kind == Kind::Strict ? m_model->index(0, 0) : QModelIndex());
}

// Tab takes the marked offer and goes on to the next field, in one stroke.
bool Offers::takeByTab(QEvent* event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Tab)
        return false;
    const QModelIndex index = m_completer->popup()->currentIndex();
    m_completer->popup()->hide();
    if (const auto row = static_cast<std::size_t>(index.row()); index.isValid() && row < m_shown.size())
        Q_EMIT picked(Offer(m_shown[row]));
    QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QCoreApplication::sendEvent(m_field, &tab);
    return true;
}

bool Offers::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_completer->popup())
        return takeByTab(event);
    if (event->type() == QEvent::KeyPress && !isShown()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down) {
            open();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace interdict
