// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefingmaker.h"

#include "app/briefingdialog.h"
#include "app/session.h"
#include "app/userdata.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

namespace interdict {

namespace {

QString endingOf(const BriefingOptions& options)
{
    return keyOf(briefingFormats(), *options.format);
}

// By a data set, a workspace and a map of its own: the window goes on using the other ones.
Result<std::vector<BriefingFile>> make(const BriefingOptions& options, Day today, const Filter& filter,
                                       const BriefingProgress& progress)
{
    Session session(today);
    auto dataSet = DataSet::open(options.data, DataSet::Mode::ReadOnly);
    if (!dataSet)
        return tl::make_unexpected(dataSet.error());
    if (const auto opened = session.workspace.open(std::move(*dataSet)); !opened)
        return tl::make_unexpected(opened.error());
    session.workspace.setFilter(filter);
    session.workspace.setAsOf(options.asOf.value_or(today));
    return writeBriefings(session.workspace, session.geometry, options, *options.format, progress);
}

} // namespace

BriefingMaker::BriefingMaker(const Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_folder(documentsFolder())
    , m_background(window, this)
{
}

void BriefingMaker::addActionsTo(QMenu& menu)
{
    QAction* action = menu.addAction(tr("&Briefing…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), this,
                                     &BriefingMaker::ask);
    const auto enable = [this, action] { action->setEnabled(m_workspace.isOpen()); };
    connect(&m_workspace, &Workspace::dataSetChanged, action, enable);
    enable();
}

void BriefingMaker::ask()
{
    auto* dialog = new BriefingDialog(m_workspace, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { askWhere(dialog->options()); });
    dialog->open();
}

// A name after the title: "Restrictions on DeepSeek in Italy.pdf".
void BriefingMaker::askWhere(const BriefingOptions& options)
{
    QString name = suggestedBriefingTitle(m_workspace);
    for (QChar& c : name)
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = u'-';
    if (options.each)
        askFolder(options, name);
    else
        askFile(options, name);
}

void BriefingMaker::askFile(const BriefingOptions& options, const QString& name)
{
    const QString ending = endingOf(options);
    auto* dialog =
        new QFileDialog(m_window, tr("Save Briefing"), QDir(m_folder).filePath(name + u'.' + ending),
                        QStringLiteral("%1 (*.%2)").arg(briefingFormatLabel(*options.format), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, options](const QString& path) {
        BriefingOptions chosen = options;
        chosen.output = path;
        chosen.format = briefingFormatOf(path).value_or(*options.format); // one that is typed and known
        write(chosen);
    });
    dialog->open();
}

void BriefingMaker::askFolder(const BriefingOptions& options, const QString& name)
{
    auto* dialog = new QFileDialog(m_window, tr("Save Briefings in Folder"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, options, name](const QString& folder) {
        BriefingOptions chosen = options;
        chosen.output = QDir(folder).filePath(name + u'.' + endingOf(options));
        askToReplace(chosen);
    });
    dialog->open();
}

void BriefingMaker::askToReplace(const BriefingOptions& options)
{
    const QStringList names = briefingFileNames(options.output, briefingValues(m_workspace, *options.each));
    const auto there = static_cast<int>(std::count_if(
        names.begin(), names.end(), [](const QString& name) { return QFileInfo::exists(name); }));
    if (there == 0)
        return write(options);
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Replace Files"),
                        tr("%Ln of the %1 file(s) are in the folder already. Replace them?", nullptr, there)
                            .arg(names.size()),
                        QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton* replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(replace, &QAbstractButton::clicked, this, [this, options] { write(options); });
    question->open();
}

void BriefingMaker::write(BriefingOptions options)
{
    m_folder = QFileInfo(options.output).absolutePath();
    options.data = m_workspace.dataSet().path();
    options.asOf = m_workspace.asOf();
    options.made = options.made.value_or(m_workspace.today());
    const auto work = [options, today = m_workspace.today(),
                       filter = m_workspace.filter()](const Background::Progress& progress) {
        return make(options, today, filter, progress);
    };
    m_background.run<std::vector<BriefingFile>>(tr("Writing the briefing …"), work,
                                                [this](const Result<std::vector<BriefingFile>>& files) {
                                                    if (files)
                                                        tell(*files);
                                                    else if (files.error().kind != Error::Kind::Cancelled)
                                                        Q_EMIT failed(files.error());
                                                });
}

void BriefingMaker::tell(const std::vector<BriefingFile>& files)
{
    const auto count = static_cast<int>(files.size());
    if (count == 1)
        return Q_EMIT told(
            tr("The briefing was saved as %1").arg(QDir::toNativeSeparators(files.front().path)));
    Q_EMIT told(tr("%Ln briefing(s) saved in %1", nullptr, count).arg(QDir::toNativeSeparators(m_folder)));
}

} // namespace interdict
