// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixaccessible.h"

#include "widgets/matrix/matrixview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace interdict {

namespace {

// Row and column 0 of the accessible table are the headings: -1 of the view.
class CellItem : public QAccessibleInterface,
                 public QAccessibleTableCellInterface,
                 public QAccessibleActionInterface
{
public:
    CellItem(MatrixView& view, CrossSpot spot)
        : m_view(&view)
        , m_spot(spot)
    {
    }

    bool isValid() const override
    {
        return m_view && !m_view->table().isEmpty() &&
               m_spot.row < static_cast<int>(m_view->table().rows.size()) &&
               m_spot.column < static_cast<int>(m_view->table().columns.size());
    }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override
    {
        return m_spot.row < 0      ? QAccessible::ColumnHeader
               : m_spot.column < 0 ? QAccessible::RowHeader
                                   : QAccessible::Cell;
    }
    void setText(QAccessible::Text, const QString&) override {}
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view->summary(m_spot) : QString();
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_view->rectOf(m_spot);
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focused = m_view->hasFocus() && m_view->focusSpot() == m_spot;
        state.selected = m_view->isChosen(m_spot);
        state.offscreen = !m_view->rectOf(m_spot).intersects(m_view->rect());
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this)
                                                       : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == pressAction())
            m_view->choose(m_spot);
        if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setFocusSpot(m_spot);
        }
    }
    QStringList keyBindingsForAction(const QString& name) const override
    {
        return name == pressAction() ? QStringList{QStringLiteral("Return")} : QStringList();
    }

    bool isSelected() const override { return isValid() && m_view->isChosen(m_spot); }
    int columnIndex() const override { return m_spot.column + 1; }
    int rowIndex() const override { return m_spot.row + 1; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return heading({-1, m_spot.column}); }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return heading({m_spot.row, -1}); }
    QAccessibleInterface* table() const override { return parent(); }

private:
    QList<QAccessibleInterface*> heading(CrossSpot of) const
    {
        QAccessibleInterface* table = parent();
        if (!table || !table->tableInterface() || of == m_spot)
            return {};
        return {table->tableInterface()->cellAt(of.row + 1, of.column + 1)};
    }

    QPointer<MatrixView> m_view;
    CrossSpot m_spot;
};

class MatrixItem : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit MatrixItem(MatrixView* view)
        : QAccessibleWidget(view, QAccessible::Table)
    {
    }
    ~MatrixItem() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr
                                                  : cellAt(index / columnCount(), index % columnCount());
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto spot = view()->spotAtPixel(view()->mapFromGlobal(QPoint(x, y)));
        return spot ? cellAt(spot->row + 1, spot->column + 1) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        auto* cell = wanted ? const_cast<QAccessibleInterface*>(wanted)->tableCellInterface() : nullptr;
        return cell && cell->table() == this ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto spot = view()->focusSpot();
        return view()->hasFocus() && spot ? cellAt(spot->row + 1, spot->column + 1) : nullptr;
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        return row < 0 || column < 0 || row >= rowCount() || column >= columnCount()
                   ? nullptr
                   : item({row - 1, column - 1});
    }
    int rowCount() const override
    {
        return table().isEmpty() ? 0 : static_cast<int>(table().rows.size()) + 1;
    }
    int columnCount() const override
    {
        return table().isEmpty() ? 0 : static_cast<int>(table().columns.size()) + 1;
    }
    QString rowDescription(int row) const override { return label(table().rows, row); }
    QString columnDescription(int column) const override { return label(table().columns, column); }

    // One chooses by filtering: nothing is selected as rows or columns are.
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

private:
    MatrixView* view() const { return static_cast<MatrixView*>(widget()); }
    const CrossTable& table() const { return view()->table(); }
    static QString label(const std::vector<CrossHeading>& headings, int index)
    {
        return index < 1 || index > static_cast<int>(headings.size())
                   ? QString()
                   : headings[static_cast<std::size_t>(index) - 1].label;
    }

    // An item lives as long as the matrix, so that what refers to it stays valid.
    QAccessibleInterface* item(CrossSpot spot) const
    {
        const std::pair<int, int> key(spot.row, spot.column);
        const auto known = m_items.constFind(key);
        if (known != m_items.cend())
            return QAccessible::accessibleInterface(*known);
        auto* made = new CellItem(*view(), spot);
        m_items.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_items;
};

QAccessibleInterface* makeMatrixItem(const QString&, QObject* object)
{
    auto* view = qobject_cast<MatrixView*>(object);
    return view ? new MatrixItem(view) : nullptr;
}

} // namespace

void installMatrixAccessibility()
{
    QAccessible::installFactory(makeMatrixItem);
}

void announceFocus(MatrixView& view)
{
    const auto spot = view.focusSpot();
    if (!QAccessible::isActive() || !spot)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild((spot->row + 1) * (static_cast<int>(view.table().columns.size()) + 1) + spot->column + 1);
    QAccessible::updateAccessibility(&event);
}

} // namespace interdict
