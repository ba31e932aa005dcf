// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapaccessible.h"

#include "widgets/map/mapview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace interdict {

namespace {

class PlaceItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PlaceItem(MapView& view, QString place)
        : m_view(&view)
        , m_place(std::move(place))
    {
    }

    bool isValid() const override { return m_view && m_view->places().contains(m_place); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Button; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        return m_view && kind == QAccessible::Name ? m_view->summary(m_place) : QString();
    }
    QRect rect() const override
    {
        if (!m_view)
            return {};
        const QRect local = m_view->rectOf(m_place);
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        if (!m_view)
            return state;
        state.focused = m_view->hasFocus() && m_view->focusPlace() == m_place;
        state.selected = m_view->isChosen(m_place);
        state.offscreen = m_view->rectOf(m_place).isEmpty();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (!m_view)
            return;
        if (name == pressAction())
            m_view->choose(m_place, true);
        if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setFocusPlace(m_place);
        }
    }
    QStringList keyBindingsForAction(const QString& name) const override
    {
        return name == pressAction() ? QStringList{QStringLiteral("Return")} : QStringList();
    }

private:
    QPointer<MapView> m_view;
    QString m_place;
};

class MapItem : public QAccessibleWidget
{
public:
    explicit MapItem(MapView* view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~MapItem() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(view()->places().size()); }
    QAccessibleInterface* child(int index) const override { return item(view()->places().value(index)); }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QString place = view()->placeAtPixel(view()->mapFromGlobal(QPoint(x, y)));
        return view()->places().contains(place) ? item(place) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        const QStringList places = view()->places();
        for (int i = 0; i < places.size(); ++i)
            if (item(places[i]) == wanted)
                return i;
        return -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        return view()->hasFocus() ? item(view()->focusPlace()) : nullptr;
    }

private:
    MapView* view() const { return static_cast<MapView*>(widget()); }

    // An item lives as long as the map, so that what refers to it stays valid.
    QAccessibleInterface* item(const QString& place) const
    {
        if (place.isEmpty())
            return nullptr;
        const auto known = m_items.constFind(place);
        if (known != m_items.cend())
            return QAccessible::accessibleInterface(*known);
        auto* made = new PlaceItem(*view(), place);
        m_items.insert(place, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<QString, QAccessible::Id> m_items;
};

QAccessibleInterface* makeItem(const QString&, QObject* object)
{
    auto* view = qobject_cast<MapView*>(object);
    return view ? new MapItem(view) : nullptr;
}

} // namespace

void installMapAccessibility()
{
    QAccessible::installFactory(makeItem);
}

void announceFocus(MapView& view)
{
    if (!QAccessible::isActive())
        return;
    const auto index = static_cast<int>(view.places().indexOf(view.focusPlace()));
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace interdict
