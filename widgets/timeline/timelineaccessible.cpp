// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineaccessible.h"

#include "widgets/timeline/overview.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace interdict {

namespace {

// The n-th item in view, whatever it is after a zoom.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(TimelineView& view, int index)
        : m_view(&view)
        , m_index(index)
    {
    }

    bool isValid() const override { return item() != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    int index() const { return m_index; }

    QString text(QAccessible::Text kind) const override
    {
        const TimelineItem* shown = item();
        return shown && kind == QAccessible::Name ? m_view->itemName(*shown) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override
    {
        const TimelineItem* shown = item();
        if (!shown)
            return {};
        const QRect onView = shown->rect.toAlignedRect();
        return {m_view->mapToGlobal(onView.topLeft()), onView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const TimelineItem* shown = item();
        state.invalid = shown == nullptr;
        state.selectable = state.focusable = true;
        state.selected = shown && shown->selected;
        state.focused = shown && shown->focused;
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override
    {
        if (!item())
            return;
        const TimelineItem shown = *item();
        if (action == pressAction())
            m_view->pressItem(shown);
        else if (action == setFocusAction())
            m_view->focusItem(shown);
    }
    QStringList keyBindingsForAction(const QString& action) const override
    {
        return action == pressAction() ? QStringList{QStringLiteral("Space")} : QStringList();
    }

private:
    const TimelineItem* item() const
    {
        if (!m_view)
            return nullptr;
        const auto& items = m_view->layoutNow().items();
        const auto index = static_cast<std::size_t>(m_index);
        return index < items.size() ? &items[index] : nullptr;
    }

    QPointer<TimelineView> m_view;
    int m_index;
};

class ViewInterface : public QAccessibleWidget
{
public:
    explicit ViewInterface(TimelineView& view)
        : QAccessibleWidget(&view, QAccessible::List)
        , m_view(view)
    {
        QObject::connect(&view, &TimelineView::itemsChanged, &view, [&view] {
            if (!QAccessible::isActive())
                return;
            QAccessibleEvent reordered(&view, QAccessible::ObjectReorder);
            QAccessible::updateAccessibility(&reordered);
        });
    }
    ~ViewInterface() override
    {
        for (const QAccessible::Id id : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    // Without events the view has a text and a button instead.
    bool isEmpty() const { return items().empty(); }
    int childCount() const override
    {
        return isEmpty() ? QAccessibleWidget::childCount() : static_cast<int>(items().size());
    }
    QAccessibleInterface* child(int index) const override
    {
        if (isEmpty() || index < 0 || index >= childCount())
            return isEmpty() ? QAccessibleWidget::child(index) : nullptr;
        while (static_cast<int>(m_items.size()) <= index)
            m_items.push_back(QAccessible::registerAccessibleInterface(
                new ItemInterface(m_view, static_cast<int>(m_items.size()))));
        return QAccessible::accessibleInterface(m_items[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* item = dynamic_cast<const ItemInterface*>(child);
        return item ? item->index() : QAccessibleWidget::indexOfChild(child);
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto hit = m_view.layoutNow().hitTest(m_view.mapFromGlobal(QPointF(x, y)));
        return hit.kind == TimelineLayout::Hit::Kind::Item ? child(hit.index) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto focused = m_view.layoutNow().focusedItem();
        return focused ? child(*focused) : QAccessibleWidget::focusChild();
    }

private:
    const std::vector<TimelineItem>& items() const { return m_view.layoutNow().items(); }

    TimelineView& m_view;
    mutable std::vector<QAccessible::Id> m_items;
};

class OverviewInterface : public QAccessibleWidget
{
public:
    explicit OverviewInterface(OverviewView& view)
        : QAccessibleWidget(&view, QAccessible::Slider)
        , m_view(view)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_view.periodText() : QAccessibleWidget::text(kind);
    }

private:
    OverviewView& m_view;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    if (auto* view = qobject_cast<TimelineView*>(object))
        return new ViewInterface(*view);
    if (auto* overview = qobject_cast<OverviewView*>(object))
        return new OverviewInterface(*overview);
    return nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(make); // the same function is installed once
}

} // namespace interdict
