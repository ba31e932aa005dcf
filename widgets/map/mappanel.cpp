// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappanel.h"

#include "model/workspace.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/map/mapview.h"
#include "widgets/theme/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace interdict {

namespace {

const QString modeKey = QStringLiteral("mode");

} // namespace

MapPanel::MapPanel(Workspace& workspace, const MapGeometry& geometry, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new MapView(workspace, geometry, this))
    , m_mode(new QComboBox(this))
    , m_subline(new ElidedLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(m_view, 1);
    paintIcons();
    connect(m_mode, &QComboBox::activated, this,
            [this](int index) { m_view->setMode(static_cast<MapMode>(index)); });
    connect(m_view, &MapView::modeChanged, this, &MapPanel::showMode);
    for (const auto signal : {&Workspace::resultChanged, &Workspace::asOfChanged, &Workspace::dataSetChanged})
        connect(&workspace, signal, this, &MapPanel::showSubline);
    showMode();
}

QHBoxLayout* MapPanel::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->setSpacing(6);
    for (int i = 0; i < mapModeCount; ++i)
        m_mode->addItem(mapModeLabel(static_cast<MapMode>(i)));
    m_mode->setProperty("flat", true);
    m_mode->setAccessibleName(tr("What the map shows"));
    m_mode->setToolTip(tr("What the map shows"));
    QFont bold = m_mode->font();
    bold.setBold(true);
    m_mode->setFont(bold);
    m_subline->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_mode);
    head->addWidget(m_subline, 1);
    head->addWidget(addButton(Glyph::Plus, tr("Zoom in (+)"), &MapView::zoomIn));
    head->addWidget(addButton(Glyph::Minus, tr("Zoom out (−)"), &MapView::zoomOut));
    head->addWidget(addButton(Glyph::Fit, tr("Show the world (0)"), &MapView::fitWorld));
    head->addWidget(
        addButton(Glyph::Focus, tr("Zoom to what is selected or filtered"), &MapView::zoomToSelection));
    return head;
}

QToolButton* MapPanel::addButton(Glyph glyph, const QString& name, void (MapView::*action)())
{
    auto* button = new QToolButton(this);
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, m_view, action);
    m_buttons.emplace_back(glyph, button);
    return button;
}

void MapPanel::paintIcons()
{
    for (const auto& [glyph, button] : m_buttons)
        button->setIcon(glyphIcon(glyph, Theme::of(palette())));
}

void MapPanel::showMode()
{
    m_mode->setCurrentIndex(static_cast<int>(m_view->mode()));
    showSubline();
}

void MapPanel::showSubline()
{
    const JurisdictionCounts counts = countJurisdictions(m_workspace.columns(), m_view->scene().facts());
    const int shown = m_view->mode() == MapMode::StrictestInForce ? counts.inForce : counts.withEvents;
    const QString jurisdictions = tr("%n jurisdiction(s)", nullptr, shown);
    m_subline->setText(m_view->mode() == MapMode::StrictestInForce
                           ? tr("as of %1 · %2").arg(displayDay(m_workspace.asOf(), QLocale()), jurisdictions)
                           : tr("under the filter · %1").arg(jurisdictions));
}

void MapPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

QVariantMap MapPanel::saveState() const
{
    return {{modeKey, mapModeCode(m_view->mode())}};
}

void MapPanel::restoreState(const QVariantMap& state)
{
    if (const auto mode = mapModeFromCode(state.value(modeKey).toString()))
        m_view->setMode(*mode);
}

} // namespace interdict
