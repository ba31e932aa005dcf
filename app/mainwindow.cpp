// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/editing.h"
#include "app/figuring.h"
#include "app/files.h"
#include "app/focusorder.h"
#include "app/importing.h"
#include "app/notice.h"
#include "app/reviewing.h"
#include "app/sharing.h"
#include "app/statustext.h"
#include "model/explore/filtertext.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/eventcard.h"
#include "widgets/facets/chipsbar.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/facets/queryline.h"
#include "widgets/map/mappanel.h"
#include "widgets/matrix/matrixpanel.h"
#include "widgets/table/eventtable.h"
#include "widgets/theme/icons.h"
#include "widgets/timeline/timelinepanel.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>

namespace interdict {

namespace {

constexpr QSize firstSize(1600, 1000);
constexpr QSize decorations(16, 48); // what a window manager puts around it, about
constexpr int facetsWidth = 248;
constexpr int cardWidth = 330;

// The views in the middle, of which at least one is shown.
bool isView(const QString& panel)
{
    return panel == u"map" || panel == u"timeline" || panel == u"table" || panel == u"chart" ||
           panel == u"matrix";
}

QSplitter* makeSplitter(Qt::Orientation orientation, const QString& name)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QToolButton* makeFlatButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("flat", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

// A row with a hair line below it.
QWidget* makeRow(const QString& name, QBoxLayout* layout)
{
    auto* row = new QWidget;
    row->setObjectName(name);
    row->setAttribute(Qt::WA_StyledBackground);
    row->setStyleSheet(QStringLiteral("#%1 { border-bottom: 1px solid palette(midlight); }").arg(name));
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    row->setLayout(layout);
    return row;
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, const MapGeometry& geometry, Settings& settings)
    : m_workspace(workspace)
    , m_settings(settings)
    , m_files(new Files(workspace, settings, this))
    , m_editing(new Editing(workspace, settings, this))
    , m_importing(new Importing(workspace, this))
{
    setAcceptDrops(true);
    m_columns = makeSplitter(Qt::Horizontal, QStringLiteral("columns"));
    m_facets = new FacetPanel(workspace, m_columns);
    m_columns->addWidget(m_facets);
    m_columns->addWidget(makeCentre(geometry));
    m_card = new EventCard(workspace, m_columns);
    m_columns->addWidget(m_card);
    m_columns->setStretchFactor(1, 1);

    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTopBar());
    column->addWidget(new Notice(workspace, *m_files));
    column->addWidget(m_columns, 1);
    auto* central = new QWidget;
    central->setLayout(column);
    setCentralWidget(central);

    m_status = new QLabel;
    m_selectionStatus = new QLabel;
    m_fileStatus = new QLabel;
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_status);
    statusBar()->addWidget(m_selectionStatus);
    statusBar()->addPermanentWidget(m_editing->reviewing().makeStatus(this));
    statusBar()->addPermanentWidget(m_fileStatus);
    m_figuring = new Figuring({workspace, *m_timeline, *m_map, *m_chart, *m_matrix, *m_table, *m_card,
                               [this](const QString& panel) { panelAction(panel)->setChecked(true); }},
                              geometry, settings, this);
    makeMenus();

    connect(&workspace, &Workspace::dataSetChanged, this, &MainWindow::showDataSet);
    connect(&workspace, &Workspace::resultChanged, this, &MainWindow::showStatus);
    connect(&workspace, &Workspace::asOfChanged, this, &MainWindow::showStatus);
    connect(&workspace, &Workspace::selectionChanged, this, &MainWindow::showSelectionStatus);
    connect(&workspace, &Workspace::storeFailed, this,
            [this](const Error& error) { statusBar()->showMessage(error.message, 10000); });
    connect(m_editing, &Editing::told, this,
            [this](const QString& message) { statusBar()->showMessage(message, 10000); });
    connect(m_files, &Files::copied, this, [this](const QString& path) {
        statusBar()->showMessage(tr("A copy was saved as %1").arg(QDir::toNativeSeparators(path)), 10000);
    });
    connect(&workspace, &Workspace::eventActivated, this, [this] {
        panelAction(QStringLiteral("card"))->setChecked(true);
        m_card->setFocus();
    });
    connect(&m_editing->reviewing(), &Reviewing::commentAsked, this, [this] {
        panelAction(QStringLiteral("card"))->setChecked(true);
        m_card->comment();
    });
    restore();
    paintIcons();
    showDataSet();
    m_timeline->view().setFocus(); // not the first button or field: keys walk through the events at once
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeTopBar()
{
    auto* layout = new QHBoxLayout;
    m_back = makeFlatButton({}, tr("Back (Alt+Left)"));
    m_forward = makeFlatButton({}, tr("Forward (Alt+Right)"));
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_query = new QueryLine(m_workspace, this);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_forward, m_title})
        layout->addWidget(widget);
    layout->addSpacing(8);
    layout->addWidget(m_query, 1);
    layout->addSpacing(8);
    layout->addWidget(makeViewSwitch());
    const auto enable = [this] {
        m_back->setEnabled(m_workspace.canGoBack());
        m_forward->setEnabled(m_workspace.canGoForward());
    };
    connect(m_back, &QToolButton::clicked, &m_workspace, &Workspace::back);
    connect(m_forward, &QToolButton::clicked, &m_workspace, &Workspace::forward);
    connect(&m_workspace, &Workspace::historyChanged, this, enable);
    enable();
    return makeRow(QStringLiteral("topBar"), layout);
}

QWidget* MainWindow::makeCentre(const MapGeometry& geometry)
{
    m_chips = new ChipsBar(m_workspace, this);
    m_views = makeSplitter(Qt::Vertical, QStringLiteral("views"));
    m_map = new MapPanel(m_workspace, geometry, m_views);
    m_timeline = new TimelinePanel(m_workspace, m_views);
    m_table = new EventTable(m_workspace, m_views);
    m_chart = new ChartPanel(m_workspace, m_views);
    m_matrix = new MatrixPanel(m_workspace, m_views);
    for (QWidget* view : std::initializer_list<QWidget*>{m_map, m_timeline, m_table, m_chart, m_matrix})
        m_views->addWidget(view);
    m_views->setStretchFactor(0, 1);
    m_views->setStretchFactor(1, 1);
    m_views->setStretchFactor(2, 1);
    m_views->setStretchFactor(3, 1);
    m_views->setStretchFactor(4, 1);

    addPanel(QStringLiteral("facets"), tr("&Facets"), QKeySequence(Qt::Key_F9), m_facets, true);
    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chips);
    layout->addWidget(m_views, 1);
    auto* centre = new QWidget;
    centre->setLayout(layout);
    return centre;
}

// One button a view: any of them may be shown together.
QWidget* MainWindow::makeViewSwitch()
{
    addPanel(QStringLiteral("card"), tr("Event &card"), QKeySequence(Qt::Key_F10), m_card, true);
    addPanel(QStringLiteral("map"), tr("&Map"), QKeySequence(Qt::CTRL | Qt::Key_1), m_map, true);
    addPanel(QStringLiteral("timeline"), tr("&Timeline"), QKeySequence(Qt::CTRL | Qt::Key_2), m_timeline,
             true);
    addPanel(QStringLiteral("table"), tr("T&able"), QKeySequence(Qt::CTRL | Qt::Key_3), m_table, false);
    addPanel(QStringLiteral("chart"), tr("C&hart"), QKeySequence(Qt::CTRL | Qt::Key_4), m_chart, false);
    addPanel(QStringLiteral("matrix"), tr("Mat&rix"), QKeySequence(Qt::CTRL | Qt::Key_5), m_matrix, false);
    auto* layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Panel& panel : m_panels) {
        if (!isView(panel.name))
            continue;
        QToolButton* button = makeFlatButton({}, panel.action->text().remove(u'&'));
        button->setDefaultAction(panel.action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        layout->addWidget(button);
    }
    auto* views = new QWidget;
    views->setLayout(layout);
    return views;
}

void MainWindow::addPanel(const QString& name, const QString& text, const QKeySequence& key, QWidget* widget,
                          bool shown)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setShortcut(key);
    action->setToolTip(
        tr("Show or hide: %1 (%2)").arg(QString(text).remove(u'&'), key.toString(QKeySequence::NativeText)));
    action->setChecked(shown);
    widget->setVisible(shown);
    connect(action, &QAction::toggled, widget, &QWidget::setVisible);
    connect(action, &QAction::toggled, this, [this, name] { keepOneViewShown(name); });
    m_panels.push_back({name, widget, action});
}

QAction* MainWindow::panelAction(const QString& name) const
{
    return std::find_if(m_panels.begin(), m_panels.end(),
                        [&name](const Panel& panel) { return panel.name == name; })
        ->action;
}

void MainWindow::keepOneViewShown(const QString& changed)
{
    const auto shown = [](const Panel& panel) { return isView(panel.name) && panel.action->isChecked(); };
    if (!isView(changed) || std::any_of(m_panels.begin(), m_panels.end(), shown))
        return;
    // The last view was hidden: another takes its place.
    for (const Panel& panel : m_panels)
        if (isView(panel.name) && panel.name != changed)
            return panel.action->setChecked(true);
}

void MainWindow::setShownViews(const QStringList& names)
{
    for (const bool show : {true, false})
        for (const Panel& panel : m_panels)
            if (isView(panel.name) && names.contains(panel.name) == show)
                panel.action->setChecked(show);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* widget = nextInFocus(
        *this, next, {m_query, m_chips, m_facets, m_map, m_timeline, m_table, m_chart, m_matrix, m_card});
    if (widget)
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return widget != nullptr;
}

void MainWindow::restore()
{
    resize(firstSize.boundedTo(screen()->availableSize() - decorations));
    m_columns->setSizes({facetsWidth, firstSize.width() - facetsWidth - cardWidth, cardWidth});
    m_views->setSizes({430, 430, 300, 430, 430});
    restoreGeometry(m_settings.geometry.get());
    restoreState(m_settings.windowState.get());
    m_columns->restoreState(m_settings.columnSizes.get());
    m_views->restoreState(m_settings.viewSizes.get());
    const QVariantMap shown = m_settings.shown.get();
    for (const Panel& panel : m_panels)
        if (shown.contains(panel.name))
            panel.action->setChecked(shown.value(panel.name).toBool());
    m_timeline->restoreState(m_settings.timeline.get());
    m_map->restoreState(m_settings.map.get());
    m_table->restoreState(m_settings.table.get());
    m_chart->restoreState(m_settings.chart.get());
    m_matrix->restoreState(m_settings.matrix.get());
    m_facets->restoreState(m_settings.facets.get());
}

void MainWindow::remember()
{
    m_settings.geometry.set(saveGeometry());
    m_settings.windowState.set(saveState());
    m_settings.columnSizes.set(m_columns->saveState());
    m_settings.viewSizes.set(m_views->saveState());
    QVariantMap shown;
    for (const Panel& panel : m_panels)
        shown.insert(panel.name, panel.action->isChecked());
    m_settings.shown.set(shown);
    m_settings.timeline.set(m_timeline->saveState());
    m_settings.map.set(m_map->saveState());
    m_settings.table.set(m_table->saveState());
    m_settings.chart.set(m_chart->saveState());
    m_settings.matrix.set(m_matrix->saveState());
    m_settings.facets.set(m_facets->saveState());
    m_settings.filter.set(filterText(m_workspace.filter()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!Files::droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = Files::droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (Sharing::isChangeSet(path))
        m_sharing->receive(path);
    else if (Importing::isTable(path))
        m_importing->open(path);
    else if (Figuring::isFigure(path))
        m_figuring->bringBack(path);
    else
        m_files->open(path);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QMainWindow::changeEvent(event);
}

void MainWindow::paintIcons()
{
    if (!m_back)
        return;
    const Theme& theme = Theme::of(palette());
    m_back->setIcon(glyphIcon(Glyph::Back, theme));
    m_forward->setIcon(glyphIcon(Glyph::Forward, theme));
}

void MainWindow::showDataSet()
{
    const bool open = m_workspace.isOpen();
    const QString title = open ? m_workspace.dataSet().info().title : tr("No data set");
    const bool readOnly = open && m_workspace.dataSet().isReadOnly();
    m_title->setText(title);
    m_title->setToolTip(open ? m_workspace.dataSet().path() : QString());
    setWindowTitle(readOnly ? tr("%1 (read-only) – Interdict").arg(title) : tr("%1 – Interdict").arg(title));
    const QString file = open ? QFileInfo(m_workspace.dataSet().path()).fileName() : QString();
    m_fileStatus->setText(readOnly ? tr("Read-only: %1").arg(file) : file);
    m_fileStatus->setToolTip(
        readOnly ? tr("The file or its folder cannot be written. Save a copy to make changes.")
                 : m_title->toolTip());
    showStatus();
    showSelectionStatus();
}

void MainWindow::showStatus()
{
    m_status->setText(resultStatus(m_workspace));
}

void MainWindow::showSelectionStatus()
{
    m_selectionStatus->setText(selectionStatus(m_workspace));
}

} // namespace interdict
