// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/authorityfield.h"

#include "model/workspace.h"
#include "widgets/editor/offers.h"

namespace interdict {

AuthorityField::AuthorityField(const Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_offers(new Offers(Offers::Kind::Free, this))
{
    setPlaceholderText(tr("Who acted: a ministry, a regulator, a court"));
    connect(m_offers, &Offers::picked, this, [this](const Offer& offer) { setText(offer.text); });
}

void AuthorityField::setCountry(const QString& code)
{
    if (m_country == code)
        return;
    m_country = code;
    std::vector<Offer> offers;
    const QStringList used = code.isEmpty() ? QStringList() : m_workspace.authoritiesIn(code);
    for (const QString& name : used)
        offers.push_back({name, name, {}, {}, {}});
    m_offers->setOffers(std::move(offers));
}

} // namespace interdict
