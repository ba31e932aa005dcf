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

bool takesTab(const QWidget& widget, const QWidget& window)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && widget.isEnabled() &&
           widget.isVisibleTo(&window);
}

} // namespace

QWidget* nextInFocus(QWidget& window, bool next, std::initializer_list<const QWidget*> parts)
{
    std::vector<std::pair<int, QWidget*>> chain;
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain())
        if (takesTab(*widget, window) || widget == window.focusWidget())
            chain.emplace_back(placeOf(*widget, parts), widget);
    if (chain.empty())
        return nullptr;
    std::stable_sort(chain.begin(), chain.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto now = std::find_if(chain.begin(), chain.end(),
                                  [&](const auto& entry) { return entry.second == window.focusWidget(); });
    if (now == chain.end())
        return next ? chain.front().second : chain.back().second;
    const auto at = static_cast<std::size_t>(now - chain.begin());
    return chain[(at + (next ? 1 : chain.size() - 1)) % chain.size()].second;
}

} // namespace interdict
