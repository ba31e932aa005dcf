// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files.h"

#include "app/userdata.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>

namespace interdict {

namespace {

constexpr int recentCount = 10;

QString nameFilter()
{
    return Files::tr("Interdict data sets (*.interdict)");
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
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
    , m_background(window, this)
{
}

void Files::addActionsTo(QMenu& menu)
{
    menu.addAction(tr("&New Data Set…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this,
                   &Files::chooseAndCreate);
    menu.addAction(tr("&Open…"), QKeySequence::Open, this, &Files::chooseAndOpen);
    QMenu* recent = menu.addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    menu.addSeparator();
    menu.addAction(tr("Save a &Copy…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this,
                   &Files::chooseAndSaveCopy);
}

// Whether a file is still there is not asked here: where a network is slow, the menu would not open.
void Files::fillRecent(QMenu& menu)
{
    menu.clear();
    for (const QString& path : m_settings.recentFiles.get()) {
        const QString name = QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&"));
        menu.addAction(name, this, [this, path] { open(path); })->setToolTip(path);
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing opened yet"))->setEnabled(false);
    menu.setToolTipsVisible(true);
}

void Files::open(const QString& path)
{
    const Gazetteer& gazetteer = m_workspace.gazetteer();
    m_background.cancelAll(); // who opens another file does not wait for the first
    m_background.run<LoadedDataSet>(
        tr("Opening %1 …").arg(QFileInfo(path).fileName()),
        [path, &gazetteer](const Background::Progress& progress) {
            return DataSet::open(path).and_then(
                [&](DataSet dataSet) { return load(std::move(dataSet), gazetteer, progress); });
        },
        [this, path](Result<LoadedDataSet> loaded) { adopt(std::move(loaded), path); });
}

void Files::adopt(Result<LoadedDataSet> loaded, const QString& path)
{
    if (!loaded) {
        if (loaded.error().kind == Error::Kind::NotFound)
            forget(path);
        tell(loaded.error());
        return;
    }
    m_workspace.adopt(std::move(*loaded));
    noteOpened(path);
    Q_EMIT opened(QFileInfo(path).absoluteFilePath());
}

void Files::forget(const QString& path)
{
    QStringList recent = m_settings.recentFiles.get();
    recent.removeAll(QFileInfo(path).absoluteFilePath());
    m_settings.recentFiles.set(recent);
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

// The ending is added before the question whether to replace a file, not after it.
QString Files::askWhereToSave(const QString& title, const QString& start, bool mayReplace) const
{
    QFileDialog dialog(m_window, title, start, nameFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("interdict"));
    dialog.setOption(QFileDialog::DontConfirmOverwrite, !mayReplace);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

void Files::chooseAndCreate()
{
    const QString folder = documentsFolder();
    const QString path = askWhereToSave(tr("New Data Set"), folder, false);
    if (!path.isEmpty())
        createAt(path);
}

// The terms and platforms in use are where a new record starts from; else the shipped ones.
void Files::createAt(const QString& path)
{
    const DataSetInfo info{QFileInfo(path).completeBaseName(), {}, now()};
    const auto words =
        m_workspace.isOpen() ? Result<Vocabulary>(m_workspace.vocabulary()) : starterVocabulary();
    const auto created =
        words.and_then([&](const Vocabulary& vocabulary) { return DataSet::create(path, info, vocabulary); });
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

void Files::chooseAndSaveCopy()
{
    if (!m_workspace.isOpen())
        return;
    const QString path = askWhereToSave(tr("Save a Copy"), m_workspace.dataSet().path(), true);
    if (!path.isEmpty())
        saveCopyTo(path);
}

// By a connection of its own: the window goes on using the other one.
void Files::saveCopyTo(const QString& path)
{
    m_background.run<void>(
        tr("Saving a copy …"),
        [from = m_workspace.dataSet().path(), path](const Background::Progress& progress) {
            return DataSet::open(from, DataSet::Mode::ReadOnly).and_then([&](const DataSet& dataSet) {
                return dataSet.saveCopy(path, progress);
            });
        },
        [this, path](const Result<void>& saved) {
            if (saved)
                Q_EMIT copied(path);
            else
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
