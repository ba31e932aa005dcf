// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/userdata.h"

#include <QResource>

namespace interdict {

static MapGeometry shippedGeometry()
{
    const QResource resource(QStringLiteral(":/data/world.map"));
    auto geometry = MapGeometry::fromBytes(
        QByteArray::fromRawData(reinterpret_cast<const char*>(resource.data()), resource.size()));
    return geometry ? std::move(*geometry) : MapGeometry();
}

Session::Session(Day today)
    : gazetteer(shippedGazetteer())
    , geometry(shippedGeometry())
    , workspace(gazetteer, today)
{
}

} // namespace interdict
