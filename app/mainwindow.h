// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main window only composes: it places the views, makes menus and shortcuts, and restores what was
// remembered. Each view connects itself to the workspace.
#pragma once

#include "app/settings.h"
#include "model/workspace.h"

#include <QMainWindow>

class QLabel;
class QSplitter;
class QToolButton;

namespace interdict {

class ChartPanel;
class ChipsBar;
class Editing;
class EventCard;
class EventTable;
class FacetPanel;
class Figuring;
class Files;
class Importing;
class MapGeometry;
class MapPanel;
class MatrixPanel;
class QueryLine;
class Sharing;
class TimelinePanel;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // All three outlive the window.
    MainWindow(Workspace& workspace, const MapGeometry& geometry, Settings& settings);
    ~MainWindow() override;

    Files& files() { return *m_files; }
    Editing& editing() { return *m_editing; }
    Sharing& sharing() { return *m_sharing; }
    Figuring& figuring() { return *m_figuring; }
    // Which of "map", "timeline", "table", "chart", "matrix" are shown.
    void setShownViews(const QStringList& names);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    // Tab: filter line, conditions, facets, map, timeline, table, chart, matrix, card.
    bool focusNextPrevChild(bool next) override;

private:
    // A part of the window that can be hidden, with its action.
    struct Panel
    {
        QString name;
        QWidget* widget;
        QAction* action;
    };

    QWidget* makeTopBar();
    QWidget* makeCentre(const MapGeometry& geometry);
    QWidget* makeViewSwitch();
    void addPanel(const QString& name, const QString& text, const QKeySequence& key, QWidget* widget,
                  bool shown);
    void makeMenus();
    void makeGoMenu();
    QAction* panelAction(const QString& name) const;
    void keepOneViewShown(const QString& changed);
    void restore();
    void remember();
    void showDataSet();
    void showStatus();
    void showSelectionStatus();
    void paintIcons();

    Workspace& m_workspace;
    Settings& m_settings;
    Files* m_files;
    Editing* m_editing;
    Sharing* m_sharing = nullptr;
    Figuring* m_figuring = nullptr;
    Importing* m_importing;
    std::vector<Panel> m_panels;
    FacetPanel* m_facets = nullptr;
    QueryLine* m_query = nullptr;
    ChipsBar* m_chips = nullptr;
    MapPanel* m_map = nullptr;
    TimelinePanel* m_timeline = nullptr;
    EventTable* m_table = nullptr;
    ChartPanel* m_chart = nullptr;
    MatrixPanel* m_matrix = nullptr;
    EventCard* m_card = nullptr;
    QSplitter* m_columns = nullptr; // facets, views, card
    QSplitter* m_views = nullptr;   // map, timeline, table, chart, matrix
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_selectionStatus = nullptr;
    QLabel* m_fileStatus = nullptr;
};

} // namespace interdict
