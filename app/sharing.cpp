// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sharing.h"

#include "app/senddialog.h"
#include "app/userdata.h"
#include "model/exchange/outgoing.h"
#include "model/exchange/recordexport.h"
#include "model/stepsaving.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>

namespace interdict {

namespace {

constexpr std::size_t mostAtOnce = 200; // events that are saved on the window's thread
constexpr double gatheringPart = 0.9;   // of the time that sending takes
constexpr double readingPart = 0.6;     // of the time that receiving takes

QString nameFilter()
{
    return Sharing::tr("Changes to the record (*%1)").arg(changeSetEnding);
}

Background::Progress part(const Background::Progress& whole, double from, double share)
{
    return [whole, from, share](double done) { return whole(from + share * done); };
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    const bool isThere = QFileInfo::exists(path);
    return failure(
        isThere ? Error::Kind::NoAccess : Error::Kind::NotFound,
        isThere ? Sharing::tr("%1 cannot be read. Check its permissions.").arg(path)
                : Sharing::tr("There is no file %1. It may have been moved, renamed or deleted.").arg(path),
        file.errorString());
}

Result<States> statesHere(const DataSet& dataSet, const QString& uid)
{
    return dataSet.revisions(uid).map([](const std::vector<Revision>& revisions) {
        States states;
        for (const Revision& revision : revisions)
            states.push_back(revision.event);
        return states;
    });
}

} // namespace

Sharing::Sharing(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_folder(documentsFolder())
    , m_background(window, this)
{
}

void Sharing::addActionsTo(QMenu& menu)
{
    QAction* send = menu.addAction(tr("Sen&d Changes\u2026"), this, &Sharing::sendSelected);
    send->setToolTip(tr("Write what was changed of the selected events to a file for a colleague"));
    QAction* receive = menu.addAction(tr("Recei&ve Changes\u2026"), this, &Sharing::chooseAndReceive);
    QAction* merge = menu.addAction(tr("&Merge a Copy\u2026"), this, &Sharing::chooseAndMerge);
    const auto enable = [this, send, receive, merge] {
        send->setEnabled(m_workspace.current().has_value());
        receive->setEnabled(m_workspace.isOpen());
        merge->setEnabled(m_workspace.isOpen());
    };
    connect(&m_workspace, &Workspace::selectionChanged, send, enable);
    connect(&m_workspace, &Workspace::dataSetChanged, send, enable);
    enable();
}

bool Sharing::isChangeSet(const QString& path)
{
    return path.endsWith(changeSetEnding, Qt::CaseInsensitive);
}

void Sharing::sendSelected()
{
    QStringList uids;
    for (const Row row : m_workspace.selection())
        uids << m_workspace.brief(row).uid;
    if (uids.isEmpty())
        return;
    auto* dialog = new SendDialog(static_cast<int>(uids.size()), m_workspace.today(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, uids] {
        askWhereToSend([uids, since = dialog->since()](const DataSet& dataSet, const auto& progress) {
            return changesOfEvents(dataSet, uids, since, progress);
        });
    });
    dialog->open();
}

void Sharing::sendSteps(const std::vector<std::int64_t>& steps)
{
    askWhereToSend([steps](const DataSet& dataSet, const auto& progress) {
        return changesOfSteps(dataSet, steps, progress);
    });
}

void Sharing::askWhereToSend(const Gather& gather)
{
    const QString name = QFileInfo(m_workspace.dataSet().path()).completeBaseName() + changeSetEnding;
    auto* dialog =
        new QFileDialog(m_window, tr("Send Changes to"), QDir(m_folder).filePath(name), nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(changeSetEnding.mid(1));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, gather](const QString& path) { sendTo(path, gather); });
    dialog->open();
}

// By a connection of its own: the window goes on using the other one.
void Sharing::sendTo(const QString& path, const Gather& gather)
{
    if (QFileInfo(path) == QFileInfo(m_workspace.dataSet().path()))
        return Q_EMIT failed({Error::Kind::BadInput,
                              tr("%1 is the data set itself. Choose another name for the changes.")
                                  .arg(QDir::toNativeSeparators(path)),
                              {}});
    m_folder = QFileInfo(path).absolutePath();
    const auto work = [path, gather, from = m_workspace.dataSet().path()](
                          const Background::Progress& progress) -> Result<int> {
        const auto dataSet = DataSet::open(from, DataSet::Mode::ReadOnly);
        if (!dataSet)
            return tl::make_unexpected(dataSet.error());
        const auto set = gather(*dataSet, part(progress, 0, gatheringPart));
        if (!set)
            return tl::make_unexpected(set.error());
        if (set->changes.empty())
            return 0;
        return writeWhole(changeSetToJson(*set), path).map([&] {
            return static_cast<int>(set->changes.size());
        });
    };
    m_background.run<int>(
        tr("Writing %1 \u2026").arg(QFileInfo(path).fileName()), work, [this, path](const Result<int>& sent) {
            if (!sent)
                return Q_EMIT failed(sent.error());
            if (*sent == 0)
                return Q_EMIT failed({Error::Kind::BadInput,
                                      tr("Nothing was changed since then: no file was "
                                         "written."),
                                      {}});
            Q_EMIT told(
                tr("%Ln change(s) written to %1", nullptr, *sent).arg(QDir::toNativeSeparators(path)));
        });
}

void Sharing::askWhatToOpen(const QString& title, const QString& filter,
                            void (Sharing::*open)(const QString&))
{
    auto* dialog =
        new QFileDialog(m_window, title, m_folder, filter + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, open);
    dialog->open();
}

void Sharing::chooseAndReceive()
{
    askWhatToOpen(tr("Receive Changes"), nameFilter(), &Sharing::receive);
}

void Sharing::chooseAndMerge()
{
    askWhatToOpen(tr("Merge a Copy"), tr("Interdict data sets (*.interdict)"), &Sharing::mergeCopy);
}

void Sharing::look(const QString& label, const Look& look, const std::function<void(CopyChanges)>& done)
{
    m_background.run<CopyChanges>(
        label,
        [look, from = m_workspace.dataSet().path()](const Background::Progress& progress) {
            return DataSet::open(from, DataSet::Mode::ReadOnly).and_then([&](const DataSet& here) {
                return look(here, progress);
            });
        },
        [this, done](Result<CopyChanges> changes) {
            if (!changes)
                return Q_EMIT failed(changes.error());
            done(std::move(*changes));
        });
}

void Sharing::receive(const QString& path)
{
    if (!m_workspace.isOpen())
        return;
    m_folder = QFileInfo(path).absolutePath();
    const QString name = QFileInfo(path).fileName();
    const auto read = std::make_shared<std::optional<ChangeSet>>(); // once; one look at a time
    const Look judge = [path, name, read](const DataSet& here,
                                          const Background::Progress& progress) -> Result<CopyChanges> {
        if (!*read) {
            auto set = readWhole(path).and_then([&](const QByteArray& json) {
                return readChangeSet(json, name, part(progress, 0, readingPart));
            });
            if (!set)
                return tl::make_unexpected(set.error());
            *read = std::move(*set);
        }
        return incomingEvents((*read)->changes, [&here](const QString& uid) { return statesHere(here, uid); },
                              part(progress, readingPart, 1 - readingPart))
            .map([&](std::vector<Incoming> incoming) {
                return CopyChanges{std::move(incoming), (*read)->words, true};
            });
    };
    look(tr("Reading %1 \u2026").arg(name), judge,
         [this, path, judge](CopyChanges changes) { showIncoming(path, judge, std::move(changes)); });
}

void Sharing::mergeCopy(const QString& path)
{
    if (!m_workspace.isOpen())
        return;
    if (QFileInfo(path) == QFileInfo(m_workspace.dataSet().path()))
        return Q_EMIT failed({Error::Kind::BadInput,
                              tr("%1 is the data set that is open. Choose another copy of it.")
                                  .arg(QDir::toNativeSeparators(path)),
                              {}});
    m_folder = QFileInfo(path).absolutePath();
    const Look compare = [path](const DataSet& here, const Background::Progress& progress) {
        return DataSet::open(path, DataSet::Mode::ReadOnly).and_then([&](const DataSet& copy) {
            return changesOfCopy(here, copy, progress);
        });
    };
    look(tr("Comparing with %1 \u2026").arg(QFileInfo(path).fileName()), compare,
         [this, path, compare](CopyChanges changes) { showIncoming(path, compare, std::move(changes)); });
}

// Very many events are saved by a connection of its own, and then taken over. What came of it is told by the
// work itself: one that was cancelled may have ended before it heard of it.
void Sharing::save(RecordChange change, const QString& what, const IncomingWindow::Done& done)
{
    if (change.events.size() <= mostAtOnce)
        return done(m_workspace.save(std::move(change), what));
    const auto stamp = m_workspace.stamp();
    if (!stamp)
        return done(failure(Error::Kind::Cancelled, tr("Not saved: no editor was named.")));
    const auto count = static_cast<int>(change.events.size());
    const auto finish = [this, what, done](const Result<DataSet::Saved>& saved) {
        m_workspace.adoptStep(saved ? *saved : DataSet::Saved{}, what);
        done(saved);
    };
    m_workspace.expectStep();
    m_background.run<void>(
        tr("Saving %Ln event(s) \u2026", nullptr, count),
        [this, finish, change = std::move(change), what, stamp = *stamp, path = m_workspace.dataSet().path(),
         &gazetteer = m_workspace.gazetteer()](const Background::Progress& progress) -> Result<void> {
            auto saved = DataSet::open(path).and_then(
                [&](DataSet dataSet) { return saveStep(dataSet, change, gazetteer, stamp, what, progress); });
            QMetaObject::invokeMethod(
                this, [finish, saved = std::move(saved)] { finish(saved); }, Qt::QueuedConnection);
            return {};
        },
        [](const Result<void>&) {});
}

void Sharing::showIncoming(const QString& path, const Look& judge, CopyChanges changes)
{
    const QString name = QFileInfo(path).fileName();
    const QString warning = changes.isRelated ? QString()
                                              : tr("It shares no revision with this data set: it is not a "
                                                   "copy of it. All its events count as new.");
    auto* window = new IncomingWindow(m_workspace, {name, warning}, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setSaver([this](RecordChange change, const QString& what, const IncomingWindow::Done& done) {
        save(std::move(change), what, done);
    });
    window->setIncoming(std::move(changes.incoming), changes.words);
    connect(window, &IncomingWindow::lookAgain, this, [this, name, judge, shown = QPointer(window)] {
        look(tr("Comparing with %1 \u2026").arg(name), judge, [shown](CopyChanges again) {
            if (shown)
                shown->setIncoming(std::move(again.incoming), again.words);
        });
    });
    window->show();
    window->activateWindow();
}

} // namespace interdict
