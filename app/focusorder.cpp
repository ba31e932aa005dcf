// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focusorder.h"

#include <QWidget>

#include <algorithm>

namespace interdict {

namespace {

int placeOf(const QWidget& widget, std::initializer_list<const QWidget*> parts)
{
    int place = 1;
    for (const QWidget* part : parts) {
        if (part == &widget || part->isAncestorOf(&widget))
            return place;
        ++place;
    }
    return 0;
}

} // namespace

void orderFocus(QWidget& window, std::initializer_list<const QWidget*> parts)
{
    std::vector<std::pair<int, QWidget*>> chain;
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain())
        if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            chain.emplace_back(placeOf(*widget, parts), widget);
    const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (std::is_sorted(chain.begin(), chain.end(), before))
        return;
    std::stable_sort(chain.begin(), chain.end(), before);
    for (std::size_t i = 1; i < chain.size(); ++i)
        QWidget::setTabOrder(chain[i - 1].second, chain[i].second);
}

} // namespace interdict
