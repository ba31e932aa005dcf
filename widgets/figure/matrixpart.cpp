// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurepart.h"

#include <QCoreApplication>

namespace interdict {

Result<std::unique_ptr<FigurePart>> makeMatrixPart(const FigureSpec&, const FigureSource&, const FigureStyle&)
{
    return failure(Error::Kind::Failed,
                   QCoreApplication::translate("Figure", "A matrix cannot be a figure yet."));
}

} // namespace interdict
