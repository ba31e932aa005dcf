// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's menus: what the helpers beside it offer, in the order in which people look for it.
#include "app/briefingmaker.h"
#include "app/editing.h"
#include "app/exporting.h"
#include "app/figuring.h"
#include "app/files.h"
#include "app/help.h"
#include "app/importing.h"
#include "app/mainwindow.h"
#include "app/reviewing.h"
#include "app/sharing.h"
#include "widgets/detail/eventcard.h"
#include "widgets/facets/queryline.h"

#include <QMenuBar>
#include <QStatusBar>

namespace interdict {

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_files->addActionsTo(*file);
    const auto listenTo = [this](auto* worker) {
        using Worker = std::remove_pointer_t<decltype(worker)>;
        connect(worker, &Worker::failed, m_files, &Files::tell);
        connect(worker, &Worker::told, this,
                [this](const QString& message) { statusBar()->showMessage(message, 10000); });
    };
    m_importing->addActionsTo(*file);
    listenTo(m_importing);
    auto* exporting = new Exporting(m_workspace, this);
    exporting->addActionsTo(*file);
    listenTo(exporting);
    auto* briefing = new BriefingMaker(m_workspace, this);
    briefing->addActionsTo(*file);
    listenTo(briefing);
    m_figuring->addFileActionsTo(*file);
    listenTo(m_figuring);
    file->addSeparator();
    m_sharing = new Sharing(m_workspace, this);
    m_sharing->addActionsTo(*file);
    listenTo(m_sharing);
    connect(m_editing, &Editing::sendAsked, m_sharing, &Sharing::sendSteps);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_editing->addActionsTo(*edit);
    edit->addAction(tr("&Find or Filter"), QKeySequence::Find, this,
                    [this] { m_query->setFocus(Qt::ShortcutFocusReason); });
    edit->addAction(tr("Clear &All Filters"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace), this,
                    [this] { m_workspace.setFilter({}); });
    edit->addAction(tr("Clear &Selection"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), &m_workspace,
                    &Workspace::clearSelection);
    edit->addSeparator();
    edit->addAction(m_card->copyAction());
    m_figuring->addEditActionsTo(*edit);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (const Panel& panel : m_panels)
        view->addAction(panel.action);
    m_editing->reviewing().addViewsTo(*view);
    makeGoMenu();

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keys"), QKeySequence(Qt::Key_F1), this, [this] { showKeys(*this); });
    help->addAction(tr("&About Interdict"), this, [this] { showAbout(*this, m_workspace); });
}

void MainWindow::makeGoMenu()
{
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    QAction* back = go->addAction(tr("&Back"), QKeySequence::Back, &m_workspace, &Workspace::back);
    QAction* forward =
        go->addAction(tr("&Forward"), QKeySequence::Forward, &m_workspace, &Workspace::forward);
    const auto enable = [this, back, forward] {
        back->setEnabled(m_workspace.canGoBack());
        forward->setEnabled(m_workspace.canGoForward());
    };
    connect(&m_workspace, &Workspace::historyChanged, go, enable);
    enable();
    go->addSeparator();
    go->addAction(m_card->previousAction());
    go->addAction(m_card->nextAction());
}

} // namespace interdict
