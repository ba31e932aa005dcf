// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting.h"

#include "app/exportdialog.h"
#include "app/userdata.h"
#include "model/exchange/datadictionary.h"
#include "model/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace interdict {

namespace {

QString dictionaryPath(const QString& path)
{
    const QFileInfo file(path);
    return file.dir().filePath(file.completeBaseName() + QStringLiteral(".dictionary.csv"));
}

} // namespace

Exporting::Exporting(const Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_folder(documentsFolder())
    , m_background(window, this)
{
}

void Exporting::addActionsTo(QMenu& menu)
{
    QAction* action =
        menu.addAction(tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &Exporting::ask);
    const auto enable = [this, action] { action->setEnabled(m_workspace.isOpen()); };
    connect(&m_workspace, &Workspace::dataSetChanged, action, enable);
    enable();
}

void Exporting::ask()
{
    auto* dialog = new ExportDialog(m_workspace, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { askWhere(dialog->choice(), dialog->format(), dialog->wantsDictionary()); });
    dialog->open();
}

// The ending is added before the question whether to replace a file, not after it. One that is typed and
// known says the format.
void Exporting::askWhere(ExportChoice choice, RecordFormat format, bool dictionary)
{
    const RecordFormatInfo& info = formatInfo(format);
    const QString ending = QLatin1String(info.ending);
    const QString name = QFileInfo(m_workspace.dataSet().path()).completeBaseName() + u'.' + ending;
    auto* dialog = new QFileDialog(m_window, tr("Export to"), QDir(m_folder).filePath(name),
                                   QStringLiteral("%1 (*.%2)").arg(formatLabel(info), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, choice, format, dictionary](const QString& path) {
                exportTo(path, choice, recordFormatOf(path).value_or(format), dictionary);
            });
    dialog->open();
}

// By a connection of its own: the window goes on using the other one.
void Exporting::exportTo(const QString& path, ExportChoice choice, RecordFormat format, bool dictionary)
{
    if (const auto checked = checkExportTarget(m_workspace, path); !checked)
        return Q_EMIT failed(checked.error());
    m_folder = QFileInfo(path).absolutePath();
    const RecordPart part = recordPart(m_workspace, choice, localToday());
    const auto count = static_cast<int>(part.ids.size());
    const auto work = [part, format, path, dictionary, from = m_workspace.dataSet().path()](
                          const Background::Progress& progress) -> Result<void> {
        const auto dataSet = DataSet::open(from, DataSet::Mode::ReadOnly);
        if (!dataSet)
            return tl::make_unexpected(dataSet.error());
        RecordPart read = part;
        read.read = [&](std::span<const std::int64_t> ids) { return dataSet->events(ids); };
        const Result<void> done = exportRecord(read, format, path, progress);
        const bool explain = done && dictionary && format == RecordFormat::Csv;
        return explain ? writeWhole(dictionaryToCsv(part.vocabulary), dictionaryPath(path)) : done;
    };
    m_background.run<void>(
        tr("Exporting %Ln event(s) …", nullptr, count), work, [this, path, count](const Result<void>& done) {
            if (!done)
                return Q_EMIT failed(done.error());
            Q_EMIT told(
                tr("%Ln event(s) exported to %1", nullptr, count).arg(QDir::toNativeSeparators(path)));
        });
}

} // namespace interdict
