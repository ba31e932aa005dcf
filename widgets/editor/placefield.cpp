// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/placefield.h"

#include "model/vocabulary/gazetteer.h"
#include "widgets/editor/placenames.h"

#include <QFocusEvent>

namespace interdict {

PlaceField::PlaceField(Kind kind, const Gazetteer& gazetteer, QWidget* parent)
    : QLineEdit(parent)
    , m_kind(kind)
    , m_gazetteer(gazetteer)
    , m_offers(new Offers(Offers::Kind::Strict, this))
{
    if (kind == Kind::Country) {
        setPlaceholderText(tr("Country, European Union, or a code: Italy, IT"));
        m_offers->setOffers(countryOffers(gazetteer));
    } else {
        setPlaceholderText(tr("State, province or region, where it binds one alone"));
    }
    connect(m_offers, &Offers::picked, this,
            [this](const Offer& offer) { setText(placeText(offer.code, m_country, m_gazetteer)); });
}

std::optional<QString> PlaceField::code() const
{
    return m_kind == Kind::Country ? readCountry(text(), m_gazetteer)
                                   : readSubdivision(text(), m_country, m_gazetteer);
}

void PlaceField::setCountry(const QString& code)
{
    if (m_country == code && !m_offers->offers().empty())
        return;
    m_country = code;
    m_offers->setOffers(subdivisionOffers(code, m_gazetteer));
}

void PlaceField::writeOut()
{
    if (text().trimmed().isEmpty())
        return;
    if (const auto known = code())
        setText(placeText(*known, m_country, m_gazetteer));
}

void PlaceField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        writeOut();
}

} // namespace interdict
