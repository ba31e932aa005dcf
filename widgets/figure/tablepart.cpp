// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurepart.h"

#include <QCoreApplication>

namespace interdict {

Result<std::unique_ptr<FigurePart>> makeTablePart(const FigureSpec&, const FigureSource&, const FigureStyle&)
{
    return failure(Error::Kind::Failed,
                   QCoreApplication::translate("Figure", "Tables cannot be figures yet."));
}

} // namespace interdict
