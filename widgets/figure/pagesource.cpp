// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pagesource.h"

#include <QPageSize>

namespace interdict {

QSizeF paperSize(QSizeF pixels)
{
    constexpr double inch = 25.4;
    const QSizeF size = pixels * inch / 96;
    const auto isNear = [&size](QSizeF paper) {
        return std::abs(paper.width() - size.width()) < inch / 96 &&
               std::abs(paper.height() - size.height()) < inch / 96;
    };
    for (const auto id : {QPageSize::A4, QPageSize::A3, QPageSize::Letter}) {
        const QSizeF paper = QPageSize::size(id, QPageSize::Millimeter);
        for (const QSizeF turned : {paper, paper.transposed()})
            if (isNear(turned))
                return turned;
    }
    return size;
}

} // namespace interdict
