// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixpanel.h"

#include "model/workspace.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/matrix/matrixview.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace interdict {

namespace {

template <typename Enum>
void fill(QComboBox& box, std::span<const KeyOf<Enum>> choices)
{
    for (const KeyOf<Enum>& choice : choices)
        box.addItem(QCoreApplication::translate("Matrix", choice.label), static_cast<int>(choice.value));
}

void fillWithFacets(QComboBox& box)
{
    for (const FacetInfo& info : facets())
        box.addItem(facetLabel(info.facet), static_cast<int>(info.facet));
}

template <typename Enum>
Enum chosen(const QComboBox& box)
{
    return static_cast<Enum>(box.currentData().toInt());
}

template <typename Enum>
void choose(QComboBox& box, Enum value)
{
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

// A facet against itself tells nothing: what the other side has cannot be chosen, but swapped.
void offerAllBut(QComboBox& box, Facet facet)
{
    auto* model = qobject_cast<QStandardItemModel*>(box.model());
    for (int i = 0; model && i < box.count(); ++i)
        model->item(i)->setEnabled(box.itemData(i).toInt() != static_cast<int>(facet));
}

QLabel* quiet(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

MatrixPanel::MatrixPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new MatrixView(workspace))
    , m_rows(makeChoice(tr("Rows of the matrix")))
    , m_columns(makeChoice(tr("Columns of the matrix")))
    , m_value(makeChoice(tr("What the matrix counts")))
    , m_order(makeChoice(tr("Order of rows and columns")))
    , m_swap(new QToolButton)
    , m_subline(new ElidedLabel)
{
    fillWithFacets(*m_rows);
    fillWithFacets(*m_columns);
    fill(*m_value, matrixValues());
    fill(*m_order, matrixOrders());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_view, 1);
    for (QComboBox* box : {m_rows, m_columns, m_value, m_order})
        connect(box, &QComboBox::activated, this, &MatrixPanel::read);
    connect(m_swap, &QToolButton::clicked, this, [this] {
        MatrixSpec spec = m_view->spec();
        std::swap(spec.rows, spec.columns);
        m_view->setSpec(spec);
    });
    connect(m_view, &MatrixView::specChanged, this, &MatrixPanel::showSpec);
    connect(m_view, &MatrixView::tableChanged, this, &MatrixPanel::showSubline);
    showSpec();
    showSubline();
}

QComboBox* MatrixPanel::makeChoice(const QString& name)
{
    auto* box = new QComboBox(this);
    box->setProperty("flat", true);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setMaxVisibleItems(20);
    box->setMinimumWidth(64); // the head has to fit a narrow window
    return box;
}

QWidget* MatrixPanel::makeHead()
{
    auto* title = new QLabel(tr("Matrix"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_swap->setText(QStringLiteral("⇄"));
    m_swap->setProperty("flat", true);
    m_swap->setToolTip(tr("Swap rows and columns (T)"));
    m_swap->setAccessibleName(tr("Swap rows and columns"));
    m_subline->setForegroundRole(QPalette::PlaceholderText);
    m_subline->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(12, 6, 8, 2);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addSpacing(8);
    layout->addWidget(m_rows);
    layout->addWidget(m_swap);
    layout->addWidget(m_columns);
    layout->addSpacing(6);
    layout->addWidget(quiet(tr("Show")));
    layout->addWidget(m_value);
    layout->addSpacing(6);
    layout->addWidget(quiet(tr("Order")));
    layout->addWidget(m_order);
    layout->addWidget(m_subline, 1);
    return head;
}

void MatrixPanel::read()
{
    m_view->setSpec({chosen<Facet>(*m_rows), chosen<Facet>(*m_columns), chosen<MatrixValue>(*m_value),
                     chosen<MatrixOrder>(*m_order)});
}

void MatrixPanel::showSpec()
{
    const MatrixSpec& spec = m_view->spec();
    choose(*m_rows, spec.rows);
    choose(*m_columns, spec.columns);
    choose(*m_value, spec.value);
    choose(*m_order, spec.order);
    offerAllBut(*m_rows, spec.columns);
    offerAllBut(*m_columns, spec.rows);
}

void MatrixPanel::showSubline()
{
    if (!isVisible())
        return;
    const CrossTable& table = m_view->table();
    const QString size = QStringLiteral("%1 × %2").arg(table.rows.size()).arg(table.columns.size());
    const QString day = displayDay(m_workspace.asOf(), locale());
    m_subline->setText(table.isEmpty()                               ? QString()
                       : m_view->spec().value == MatrixValue::Events ? size
                                                                     : tr("as of %1 · %2").arg(day, size));
}

void MatrixPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showSubline();
}

QVariantMap MatrixPanel::saveState() const
{
    return toJson(m_view->spec()).toVariantMap();
}

void MatrixPanel::restoreState(const QVariantMap& state)
{
    const MatrixSpec spec = matrixSpecFrom(QJsonObject::fromVariantMap(state));
    m_view->setSpec(spec.rows == spec.columns ? MatrixSpec() : spec);
}

} // namespace interdict
