// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QPromise>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace interdict {

namespace {

constexpr int recentCount = 10;
constexpr int progressSteps = 1000;

QString nameFilter()
{
    return Files::tr("Interdict data sets (*.interdict)");
}

QString withEnding(const QString& path)
{
    return path.endsWith(QLatin1String(".interdict")) ? path : path + QStringLiteral(".interdict");
}

QMessageBox::Icon iconFor(Error::Kind kind)
{
    return kind == Error::Kind::Damaged ? QMessageBox::Critical : QMessageBox::Warning;
}

} // namespace

Files::Files(Workspace& workspace, Settings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
{
}

void Files::addActionsTo(QMenu& menu)
{
    menu.addAction(tr("&New…"), QKeySequence::New, this, &Files::createNew);
    menu.addAction(tr("&Open…"), QKeySequence::Open, this, &Files::chooseAndOpen);
    QMenu* recent = menu.addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    menu.addSeparator();
    menu.addAction(tr("Save a &Copy…"), QKeySequence::SaveAs, this, &Files::saveCopy);
}

void Files::fillRecent(QMenu& menu)
{
    menu.clear();
    for (const QString& path : m_settings.recentFiles.get()) {
        QAction* action = menu.addAction(QFileInfo(path).fileName(), this, [this, path] { open(path); });
        action->setToolTip(path);
        action->setEnabled(QFileInfo::exists(path));
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing opened yet"))->setEnabled(false);
    menu.setToolTipsVisible(true);
}

template <typename T, typename Work, typename Done>
void Files::runBehindDialog(const QString& label, Work work, Done done)
{
    auto* dialog = new QProgressDialog(label, tr("Cancel"), 0, progressSteps, m_window);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumDuration(200);
    auto* watcher = new QFutureWatcher<Result<T>>(dialog);
    const auto run = [work](QPromise<Result<T>>& promise) {
        promise.setProgressRange(0, progressSteps);
        promise.addResult(work([&promise](double part) {
            promise.setProgressValue(static_cast<int>(part * progressSteps));
            return !promise.isCanceled();
        }));
    };
    connect(watcher, &QFutureWatcherBase::progressValueChanged, dialog, &QProgressDialog::setValue);
    connect(dialog, &QProgressDialog::canceled, watcher, [watcher] { watcher->future().cancel(); });
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, dialog, done] {
        const bool cancelled = watcher->isCanceled() || watcher->future().resultCount() == 0;
        dialog->deleteLater();
        if (!cancelled)
            done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(run));
}

void Files::open(const QString& path)
{
    const Gazetteer& gazetteer = m_workspace.gazetteer();
    const auto work = [path, &gazetteer](const DataSet::Progress& progress) -> Result<LoadedDataSet> {
        auto dataSet = DataSet::open(path);
        if (!dataSet)
            return tl::make_unexpected(dataSet.error());
        return load(std::move(*dataSet), gazetteer, progress);
    };
    runBehindDialog<LoadedDataSet>(
        tr("Opening %1 …").arg(QFileInfo(path).fileName()), work,
        [this, path](Result<LoadedDataSet> loaded) { adopt(std::move(loaded), path); });
}

void Files::adopt(Result<LoadedDataSet> loaded, const QString& path)
{
    if (!loaded) {
        tell(loaded.error());
        return;
    }
    m_workspace.adopt(std::move(*loaded));
    noteOpened(path);
    Q_EMIT opened(QFileInfo(path).absoluteFilePath());
}

void Files::noteOpened(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = m_settings.recentFiles.get();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    m_settings.recentFiles.set(recent.mid(0, recentCount));
    m_settings.lastFile.set(absolute);
}

void Files::createNew()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString chosen = QFileDialog::getSaveFileName(m_window, tr("New Data Set"), folder, nameFilter());
    if (chosen.isEmpty())
        return;
    const QString path = withEnding(chosen);
    const DataSetInfo info{QFileInfo(path).completeBaseName(), {}, {}};
    // The terms and platforms in use are where a new record starts from.
    const auto created = DataSet::create(path, info, m_workspace.vocabulary());
    if (!created)
        tell(created.error());
    else
        open(path);
}

void Files::chooseAndOpen()
{
    const QString folder = QFileInfo(m_settings.lastFile.get()).absolutePath();
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open Data Set"), folder, nameFilter() + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void Files::saveCopy()
{
    if (!m_workspace.isOpen())
        return;
    const QString chosen =
        QFileDialog::getSaveFileName(m_window, tr("Save a Copy"), m_workspace.dataSet().path(), nameFilter());
    if (chosen.isEmpty())
        return;
    // A connection of its own: the window goes on using the other one.
    const auto work = [from = m_workspace.dataSet().path(),
                       to = withEnding(chosen)](const DataSet::Progress& progress) {
        return DataSet::open(from, DataSet::Mode::ReadOnly).and_then([&](const DataSet& dataSet) {
            return dataSet.saveCopy(to, progress);
        });
    };
    runBehindDialog<void>(tr("Saving a copy …"), work, [this](const Result<void>& saved) {
        if (!saved)
            tell(saved.error());
    });
}

void Files::tell(const Error& error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    auto* box =
        new QMessageBox(iconFor(error.kind), tr("Interdict"), error.message, QMessageBox::Ok, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    if (!error.detail.isEmpty())
        box->setDetailedText(error.detail);
    box->open();
}

QString Files::droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace interdict
