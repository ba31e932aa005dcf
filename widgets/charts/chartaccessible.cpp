// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartaccessible.h"

#include "widgets/charts/chartview.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace interdict {

namespace {

// The n-th mark, whatever it is after the chart changed.
class MarkInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MarkInterface(ChartView& view, std::size_t index)
        : m_view(&view)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_view && m_index < m_view->chart().marks.size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    int index() const { return static_cast<int>(m_index); }

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view->markName(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect onView = m_view->rectOf(m_index);
        return {m_view->mapToGlobal(onView.topLeft()), onView.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.focused = isValid() && m_view->focusMark() == m_index;
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
        if (!isValid())
            return;
        if (action == pressAction())
            m_view->press(m_index);
        else if (action == setFocusAction())
            m_view->setFocusMark(m_index);
    }
    QStringList keyBindingsForAction(const QString& action) const override
    {
        return action == pressAction() ? QStringList{QStringLiteral("Return")} : QStringList();
    }

private:
    QPointer<ChartView> m_view;
    std::size_t m_index;
};

class ChartInterface : public QAccessibleWidget
{
public:
    explicit ChartInterface(ChartView& view)
        : QAccessibleWidget(&view, QAccessible::List)
        , m_view(view)
    {
        QObject::connect(&view, &ChartView::chartChanged, &view, [&view] {
            if (!QAccessible::isActive())
                return;
            QAccessibleEvent reordered(&view, QAccessible::ObjectReorder);
            QAccessible::updateAccessibility(&reordered);
        });
    }
    ~ChartInterface() override
    {
        for (const QAccessible::Id id : m_marks)
            QAccessible::deleteAccessibleInterface(id);
    }

    // Without marks the view has a text and a button instead.
    bool isEmpty() const { return m_view.chart().isEmpty(); }
    int childCount() const override
    {
        return isEmpty() ? QAccessibleWidget::childCount() : static_cast<int>(m_view.chart().marks.size());
    }
    QAccessibleInterface* child(int index) const override
    {
        if (isEmpty() || index < 0 || index >= childCount())
            return isEmpty() ? QAccessibleWidget::child(index) : nullptr;
        while (static_cast<int>(m_marks.size()) <= index)
            m_marks.push_back(
                QAccessible::registerAccessibleInterface(new MarkInterface(m_view, m_marks.size())));
        return QAccessible::accessibleInterface(m_marks[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* mark = dynamic_cast<const MarkInterface*>(child);
        return mark ? mark->index() : QAccessibleWidget::indexOfChild(child);
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto mark = m_view.markAt(m_view.mapFromGlobal(QPointF(x, y)));
        return mark ? child(static_cast<int>(*mark)) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto focused = m_view.focusMark();
        return focused ? child(static_cast<int>(*focused)) : QAccessibleWidget::focusChild();
    }

private:
    ChartView& m_view;
    mutable std::vector<QAccessible::Id> m_marks;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<ChartView*>(object);
    return view ? new ChartInterface(*view) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::installFactory(make); // the same function is installed once
}

void announceFocus(ChartView& view)
{
    if (!QAccessible::isActive() || !view.focusMark())
        return;
    QAccessibleEvent focus(&view, QAccessible::Focus);
    focus.setChild(static_cast<int>(*view.focusMark()));
    QAccessible::updateAccessibility(&focus);
}

} // namespace interdict
