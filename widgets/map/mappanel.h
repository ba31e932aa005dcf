// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map with its head: what it shows, as of when, of how many jurisdictions, and the buttons of the view.
#pragma once

#include "widgets/map/mapclasses.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace interdict {

class MapGeometry;
class ElidedLabel;
class MapView;
class Workspace;
enum class Glyph : std::uint8_t;

class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(Workspace& workspace, const MapGeometry& geometry, QWidget* parent = nullptr); // both outlive it

    MapView& view() { return *m_view; }
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    QHBoxLayout* makeHead();
    QToolButton* addButton(Glyph glyph, const QString& name, void (MapView::*action)());
    void paintIcons();
    void showMode();
    void showSubline();

    Workspace& m_workspace;
    MapView* m_view;
    QComboBox* m_mode;
    ElidedLabel* m_subline;
    std::vector<std::pair<Glyph, QToolButton*>> m_buttons;
};

} // namespace interdict
