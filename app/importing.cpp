// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing.h"

#include "app/userdata.h"
#include "widgets/importing/importdialog.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QThreadPool>

namespace interdict {

namespace {

const QStringList tableEndings{QStringLiteral("csv"),   QStringLiteral("tsv"),   QStringLiteral("tab"),
                               QStringLiteral("xlsx"),  QStringLiteral("ods"),   QStringLiteral("json"),
                               QStringLiteral("jsonl"), QStringLiteral("ndjson")};

QString tableFilter()
{
    return Importing::tr("Tables (%1)").arg(QStringLiteral("*.") + tableEndings.join(QLatin1String(" *.")));
}

QString mappingFilter()
{
    return Importing::tr("Mappings of columns and words (*.json)");
}

// Of very many rows it takes a while to be forgotten: not on the window's thread.
template <typename T>
std::shared_ptr<const T> forgottenElsewhere(T value)
{
    return {new T(std::move(value)),
            [](const T* old) { QThreadPool::globalInstance()->start([old] { delete old; }); }};
}

struct Understanding // what a table is first taken for
{
    const Vocabulary vocabulary;
    const Gazetteer& gazetteer;

    ImportSource of(std::shared_ptr<const ImportTable> table, const TableOptions& options,
                    const QString& sheetName) const
    {
        ImportSource source{std::move(table), options, 0, {}};
        const TableSheet* sheet = sheetNamed(*source.table, sheetName);
        if (!sheet)
            sheet = &likeliestSheet(*source.table);
        source.sheet = static_cast<std::size_t>(sheet - source.table->sheets.data());
        if (!sheet->isRecord)
            source.mapping = guessMapping(*source.table, *sheet, vocabulary, gazetteer);
        return source;
    }
};

// The rows that the last import left have its columns, and what was said of those holds for them too.
bool isOf(const ImportMapping& mapping, const TableSheet& sheet)
{
    QStringList header = sheet.header, known;
    header.removeAll(importErrorColumn);
    for (const ColumnMapping& column : mapping.columns)
        known << column.header;
    known.removeAll(importErrorColumn);
    return header == known;
}

} // namespace

Importing::Importing(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_folder(documentsFolder())
    , m_reading(window, this)
    , m_working(nullptr, this)
{
    connect(&m_working, &Background::progressed, this, [this](double share) {
        if (m_dialog)
            m_dialog->setShare(share);
    });
}

bool Importing::isTable(const QString& path)
{
    return tableEndings.contains(QFileInfo(path).suffix().toLower());
}

void Importing::addActionsTo(QMenu& menu)
{
    QAction* action =
        menu.addAction(tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I), this, &Importing::ask);
    const auto enable = [this, action] { action->setEnabled(m_workspace.canWrite()); };
    connect(&m_workspace, &Workspace::dataSetChanged, action, enable);
    enable();
}

void Importing::ask()
{
    auto* dialog = new QFileDialog(m_window, tr("Import a Table"), m_folder,
                                   tableFilter() + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Importing::open);
    dialog->open();
}

void Importing::open(const QString& path)
{
    if (m_dialog)
        return;
    if (!m_workspace.canWrite())
        return Q_EMIT failed(
            {Error::Kind::ReadOnly,
             tr("This data set cannot be written to. Save a copy of it in a folder of your own and "
                "import into that."),
             {}});
    m_path = path;
    m_folder = QFileInfo(path).absolutePath();
    m_workspace.gazetteer().resolve({}); // makes its index of names, before two threads ask for it
    const Understanding understanding{m_workspace.vocabulary(), m_workspace.gazetteer()};
    m_reading.cancelAll();
    m_reading.run<ImportSource>(
        tr("Reading %1 …").arg(QFileInfo(path).fileName()),
        [path, understanding](const Background::Progress&) {
            return readTable(path).map([&](ImportTable table) {
                return understanding.of(forgottenElsewhere(std::move(table)), {}, {});
            });
        },
        [this](Result<ImportSource> source) {
            if (source)
                show(std::move(*source));
            else
                Q_EMIT failed(source.error());
        });
}

void Importing::show(ImportSource source)
{
    m_dialog = new ImportDialog(m_workspace, m_window);
    connect(m_dialog, &ImportDialog::readAsked, this,
            [this](const TableOptions& options) { readAgain(options, m_dialog->source().rows().name); });
    connect(m_dialog, &ImportDialog::sheetAsked, this,
            [this](const QString& sheet) { readAgain(m_dialog->source().options, sheet); });
    connect(m_dialog, &ImportDialog::planAsked, this, &Importing::plan);
    connect(m_dialog, &ImportDialog::importAsked, this, &Importing::run);
    connect(m_dialog, &ImportDialog::stopAsked, this, &Importing::stop);
    connect(m_dialog, &ImportDialog::mappingSaveAsked, this, &Importing::saveMapping);
    connect(m_dialog, &ImportDialog::mappingLoadAsked, this, &Importing::loadMapping);
    connect(m_dialog, &ImportDialog::rejectsAsked, this, &Importing::saveRejects);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_working.cancelAll();
        m_stored.reset();
    });
    QString note;
    if (m_lastMapping && isOf(*m_lastMapping, source.rows())) {
        if (auto mapping = fitted(*m_lastMapping, source.rows(), tr("of the last import"))) {
            source.mapping = std::move(*mapping);
            source.mappingFile = tr("the last import");
            note = tr("It has the columns of the last import, and is mapped as that one was.");
        }
    }
    m_dialog->setSource(std::move(source), note);
    m_dialog->open();
}

// Of another sheet of what is read already, only the mapping is guessed.
void Importing::readAgain(const TableOptions& options, const QString& sheet)
{
    const ImportSource& present = m_dialog->source();
    const Understanding understanding{m_workspace.vocabulary(), m_workspace.gazetteer()};
    m_working.cancelAll();
    m_dialog->begin(tr("Reading"), false);
    m_working.run<ImportSource>(
        {},
        [path = m_path, table = present.table, same = options == present.options, options, sheet,
         understanding](const Background::Progress&) -> Result<ImportSource> {
            if (same)
                return understanding.of(table, options, sheet);
            return readTable(path, options).map([&](ImportTable read) {
                return understanding.of(forgottenElsewhere(std::move(read)), options, sheet);
            });
        },
        [this](Result<ImportSource> source) {
            m_dialog->end();
            if (source)
                return m_dialog->setSource(std::move(*source));
            m_dialog->tell(source.error().message);
            plan();
        });
}

// By a connection of its own. A plan of what was changed meanwhile is given up for the next.
void Importing::plan()
{
    const ImportSource source = m_dialog->source();
    m_working.cancelAll();
    m_dialog->begin(tr("Looking at the rows"), false);
    using Planned = std::shared_ptr<const PlannedImport>;
    m_working.run<Planned>(
        {},
        [source, path = m_workspace.dataSet().path(), &gazetteer = m_workspace.gazetteer(),
         today = m_workspace.today(),
         stored = m_stored](const Background::Progress& progress) -> Result<Planned> {
            const auto dataSet = DataSet::open(path, DataSet::Mode::ReadOnly);
            if (!dataSet)
                return tl::make_unexpected(dataSet.error());
            const DateOrderEvidence dates = dateOrderEvidence(source.rows(), source.mapping.columns);
            return planImport(*source.table, source.rows(), source.mapping,
                              {*dataSet, gazetteer, today, stored}, progress)
                .map([&](ImportPlan plan) {
                    return forgottenElsewhere(PlannedImport{std::move(plan), dates});
                });
        },
        [this](Result<Planned> planned) {
            m_dialog->end();
            if (!planned)
                return m_dialog->tell(planned.error().message);
            m_stored = (*planned)->plan.stored;
            m_dialog->setPlan(std::move(*planned));
        });
}

// Cancelling is told to the work, not to its future: what comes of it is known only when it has ended.
void Importing::run()
{
    const auto stamp = m_workspace.stamp();
    if (!stamp)
        return;
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_workspace.expectStep();
    m_dialog->begin(tr("Importing"), true);
    const auto planned = m_dialog->plan();
    const QString what = importStepName(planned->plan);
    m_working.run<Workspace::SavedMany>(
        {},
        [planned, duplicates = m_dialog->duplicates(), stamp = *stamp, path = m_workspace.dataSet().path(),
         &gazetteer = m_workspace.gazetteer(),
         isCancelled = m_isCancelled](const Background::Progress& progress) -> Result<Workspace::SavedMany> {
            auto dataSet = DataSet::open(path);
            if (!dataSet)
                return tl::make_unexpected(dataSet.error());
            auto saved = runImport(*dataSet, gazetteer, planned->plan, duplicates, stamp,
                                   [&](double share) { return progress(share) && !*isCancelled; });
            if (!saved)
                return tl::make_unexpected(saved.error());
            return dataSet->loadColumns(gazetteer).map([&](Columns columns) {
                return Workspace::SavedMany{std::move(*saved), std::move(columns)};
            });
        },
        [this, what](Result<Workspace::SavedMany> saved) { finish(std::move(saved), what); });
}

void Importing::finish(Result<Workspace::SavedMany> saved, const QString& what)
{
    m_isCancelled.reset();
    if (saved)
        m_workspace.adoptStep(saved->saved, what, std::move(saved->columns));
    else
        m_workspace.adoptStep({}, {});
    m_dialog->end();
    if (!saved) {
        m_dialog->tell(saved.error().kind == Error::Kind::Cancelled ? tr("Stopped; nothing was imported.")
                                                                    : saved.error().message);
        return;
    }
    m_lastMapping = m_dialog->source().mapping;
    ImportOutcome outcome;
    for (const EventChange& change : saved->saved.change.events)
        ++(change.before ? outcome.updated : outcome.added);
    const ImportPlan& plan = m_dialog->plan()->plan;
    outcome.rejected =
        plan.count(RowVerdict::Error) +
        (m_dialog->duplicates() == Duplicates::SetAside ? plan.count(RowVerdict::Duplicate) : 0);
    m_dialog->showOutcome(outcome);
    Q_EMIT told(
        tr("%Ln event(s) imported from %1", nullptr, outcome.added + outcome.updated).arg(plan.fileName));
}

void Importing::stop()
{
    if (m_isCancelled) {
        *m_isCancelled = true;
        return;
    }
    m_working.cancelAll();
    m_dialog->end();
    m_dialog->tell(tr("Stopped; the rows were not looked at."));
}

void Importing::chooseFileToSave(const QString& title, const QString& name, const QString& filter,
                                 const std::function<QByteArray()>& content)
{
    auto* dialog = new QFileDialog(m_dialog, title, QDir(m_folder).filePath(name), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString& path) {
        m_folder = QFileInfo(path).absolutePath();
        const QByteArray bytes = content();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_dialog->tell(
                tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        else
            Q_EMIT told(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void Importing::saveMapping()
{
    const QString name = QFileInfo(m_path).completeBaseName() + QStringLiteral(".mapping.json");
    chooseFileToSave(tr("Save the Mapping"), name, mappingFilter(), [this] {
        const auto& planned = m_dialog->plan();
        return mappingToJson(m_dialog->source().mapping,
                             planned ? std::span<const TextMeaning>(planned->plan.meanings)
                                     : std::span<const TextMeaning>());
    });
}

void Importing::saveRejects()
{
    const ImportSource& source = m_dialog->source();
    const bool isJson = source.table->format == ImportTable::Format::Json;
    const QString ending = isJson ? QStringLiteral("jsonl") : QStringLiteral("csv");
    const QString name = QFileInfo(m_path).completeBaseName() + QStringLiteral(".rejects.") + ending;
    const QString filter = isJson ? tr("JSON Lines (*.jsonl)") : tr("CSV (*.csv)");
    chooseFileToSave(tr("Save the Rows That Were Not Imported"), name, filter, [this] {
        return rejectedRows(*m_dialog->source().table, m_dialog->source().rows(), m_dialog->plan()->plan,
                            m_dialog->duplicates());
    });
}

void Importing::loadMapping()
{
    auto* dialog = new QFileDialog(m_dialog, tr("Use a Saved Mapping"), m_folder,
                                   mappingFilter() + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile file(path);
        const QString name = QFileInfo(path).fileName();
        if (!file.open(QIODevice::ReadOnly))
            return m_dialog->tell(tr("%1 cannot be read: %2").arg(name, file.errorString()));
        ImportSource source = m_dialog->source();
        auto mapping = mappingFromJson(file.readAll(), name).and_then([&](const ImportMapping& saved) {
            return fitted(saved, source.rows(), name);
        });
        if (!mapping)
            return m_dialog->tell(mapping.error().message);
        source.mapping = std::move(*mapping);
        source.mappingFile = name;
        m_dialog->setSource(std::move(source));
    });
    dialog->open();
}

} // namespace interdict
