// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/importdialog.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/importing/importpages.h"
#include "widgets/importing/progressstrip.h"
#include "widgets/importing/switchrow.h"
#include "widgets/importing/tablebar.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

namespace interdict {

namespace {

// In the order of ImportDialog::Page; the outcome is the last.
constexpr int pageCount = 3;

QString rejectedText(const ImportOutcome& outcome)
{
    return ImportDialog::tr(
        "%Ln row(s) were not imported. Save them to a file, mend them there (its last column "
        "says what is wrong), and import that file.",
        nullptr, outcome.rejected);
}

LinkButton* makeLink(const QString& text, const QKeySequence& key, QWidget* parent)
{
    auto* link = new LinkButton(LinkButton::Look::Link, text, parent);
    link->setShortcut(key);
    link->setToolTip(key.toString(QKeySequence::NativeText));
    return link;
}

} // namespace

ImportDialog::ImportDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_head = makeHead();
    m_pages = new QStackedWidget(this);
    makePages(workspace);
    m_findings = new FindingList(this);
    m_progress = new ProgressStrip(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_progress);
    layout->addWidget(makeFoot());
    connect(m_progress, &ProgressStrip::stopped, this, &ImportDialog::stopAsked);
    const int line = fontMetrics().height();
    resize(58 * line, 40 * line);
}

QWidget* ImportDialog::makeHead()
{
    auto* head = new QWidget(this);
    m_title = makeText({}, TextRole::Title, head);
    m_note = makeText({}, TextRole::Dim, head);
    m_bar = new TableBar(head);
    m_dates = new DateOrderBar(head);
    m_switch = new SwitchRow(tr("Pages"), pageCount, head);
    LinkButton* load = makeLink(tr("Use a saved mapping…"), Qt::ALT | Qt::Key_M, head);
    LinkButton* save = makeLink(tr("Save the mapping…"), Qt::ALT | Qt::Key_S, head);
    m_choices = {load, save, m_note, m_bar, m_dates, m_switch};
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(load);
    top->addWidget(save);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_note);
    layout->addWidget(m_bar);
    layout->addWidget(m_dates);
    layout->addWidget(m_switch);
    connect(m_bar, &TableBar::sheetChosen, this, &ImportDialog::sheetAsked);
    connect(m_bar, &TableBar::optionsChosen, this, &ImportDialog::readAsked);
    connect(m_dates, &DateOrderBar::orderChosen, this, [this](DateOrder order) {
        m_source->mapping.dateOrder = order;
        changed();
    });
    connect(load, &QAbstractButton::clicked, this, &ImportDialog::mappingLoadAsked);
    connect(save, &QAbstractButton::clicked, this, &ImportDialog::mappingSaveAsked);
    return head;
}

void ImportDialog::makePages(const Workspace& workspace)
{
    m_columns = new ColumnsPage(workspace, this);
    m_meanings = new MeaningsPage(workspace, this);
    m_rows = new RowsPage(workspace, this);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_meanings->setObjectName(QStringLiteral("meanings"));
    m_rows->setObjectName(QStringLiteral("rows"));
    for (QWidget* page : std::initializer_list<QWidget*>{m_columns, m_meanings, m_rows, makeOutcome()})
        m_pages->addWidget(page);
    connect(m_switch, &SwitchRow::chosenChanged, this, [this](int page) {
        const bool wasInside = m_pages->isAncestorOf(focusWidget());
        m_pages->setCurrentIndex(page);
        if (wasInside)
            m_pages->currentWidget()->setFocus();
    });
    connect(m_columns, &ColumnsPage::mappingChanged, this, [this] {
        m_source->mapping.columns = m_columns->model().columns();
        changed();
    });
    connect(m_meanings, &MeaningsPage::said, this, [this](const TextMeaning& meaning) {
        say(m_source->mapping, meaning);
        changed();
    });
}

QWidget* ImportDialog::makeOutcome()
{
    auto* page = new QWidget(this);
    m_outcome = makeText({}, TextRole::Body, page);
    m_rejects = makeLink({}, Qt::ALT | Qt::Key_S, page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_outcome);
    layout->addWidget(m_rejects);
    layout->addStretch();
    connect(m_rejects, &QAbstractButton::clicked, this, &ImportDialog::rejectsAsked);
    return page;
}

QWidget* ImportDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    m_addDuplicates = new QCheckBox(foot);
    m_addDuplicates->hide();
    m_import = new QPushButton(foot);
    m_import->setDefault(true);
    m_close = new QPushButton(tr("Cancel"), foot);
    m_close->setAutoDefault(false);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_addDuplicates);
    layout->addStretch();
    layout->addWidget(m_import);
    layout->addWidget(m_close);
    connect(m_addDuplicates, &QCheckBox::toggled, this, &ImportDialog::showState);
    connect(m_import, &QPushButton::clicked, this, [this] {
        if (m_plan)
            Q_EMIT importAsked();
        else
            changed();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    return foot;
}

Duplicates ImportDialog::duplicates() const
{
    return m_addDuplicates->isChecked() ? Duplicates::Add : Duplicates::SetAside;
}

void ImportDialog::showPage(Page page)
{
    m_switch->choose(static_cast<int>(page));
}

void ImportDialog::setSource(ImportSource source, const QString& note)
{
    if (!m_source)
        m_columns->setFocus();
    m_isNewTable = true;
    m_source = std::move(source);
    m_title->setText(m_source->table->fileName);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_bar->setSource(*m_source);
    m_columns->setSource(*m_source);
    changed();
}

// The rows stay in sight until there is another plan; nothing can be imported by one that no longer holds.
void ImportDialog::changed()
{
    m_plan.reset();
    m_problem.clear();
    if (m_isNewTable) {
        m_rows->setPlan(*m_source, nullptr);
        m_meanings->setMeanings({}, true);
    }
    showState();
    Q_EMIT planAsked();
}

void ImportDialog::setPlan(std::shared_ptr<const PlannedImport> plan)
{
    m_plan = std::move(plan);
    m_dates->setEvidence(m_plan->dates, m_source->mapping.dateOrder);
    m_meanings->setMeanings(m_plan->plan.meanings, m_isNewTable);
    m_rows->setPlan(*m_source, m_plan);
    m_isNewTable = false;
    showState();
}

int ImportDialog::importCount() const
{
    const PlannedRowsModel& rows = m_rows->model();
    return rows.count(RowVerdict::New) + rows.count(RowVerdict::Update) +
           (m_addDuplicates->isChecked() ? rows.count(RowVerdict::Duplicate) : 0);
}

// What must be answered before anything is imported.
QStringList ImportDialog::questions() const
{
    QStringList questions;
    const ImportMapping& mapping = m_source->mapping;
    if (m_source->rows().isRecord)
        return questions;
    if (!mapping.has(ImportTarget::Start))
        questions << tr("No column holds dates. Choose under Columns which one becomes Start.");
    if (!mapping.has(ImportTarget::Place) && !mapping.has(ImportTarget::Subdivision))
        questions << tr(
            "No column holds jurisdictions. Choose under Columns which one does, or under Meanings what "
            "empty cells of it mean.");
    if (m_plan && m_plan->dates.eitherWay > 0 && !mapping.dateOrder)
        questions << tr("Say above how dates such as %1 are to be read.").arg(m_plan->dates.example);
    return questions;
}

void ImportDialog::showState()
{
    const PlannedRowsModel& rows = m_rows->model();
    const QLocale locale;
    std::vector<Finding> findings;
    if (m_source && !m_isDone)
        for (const QString& question : questions())
            findings.push_back({EventField::Title, -1, Finding::Severity::Error, question});
    const bool isAsked = !findings.empty();
    if (!m_problem.isEmpty())
        findings.push_back({EventField::Title, -1, Finding::Severity::Error, m_problem});
    m_findings->setFindings(findings);

    const int unknown = m_meanings->unknownCount(), errors = rows.count(RowVerdict::Error);
    const ColumnsModel& columns = m_columns->model();
    m_switch->setText(0,
                      tr("&Columns  %1 of %2")
                          .arg(locale.toString(columns.mappedCount()), locale.toString(columns.rowCount())));
    m_switch->setText(1,
                      unknown > 0 ? tr("Mea&nings  %Ln not understood", nullptr, unknown) : tr("Mea&nings"));
    const QString all = locale.toString(m_source ? static_cast<int>(m_source->rows().rows.size()) : 0);
    m_switch->setText(2, errors > 0 ? tr("&Rows  %1, %Ln error(s)", nullptr, errors).arg(all)
                                    : tr("&Rows  %1").arg(all));
    const int duplicates = rows.count(RowVerdict::Duplicate);
    m_addDuplicates->setText(tr("Add the %Ln likely d&uplicate(s) too", nullptr, duplicates));
    m_addDuplicates->setVisible(duplicates > 0 && !m_isDone);
    m_head->setEnabled(!m_isLocked);
    m_pages->setEnabled(!m_isLocked);
    m_addDuplicates->setEnabled(!m_isLocked);
    // A look at the rows that was stopped, or failed, can be taken up again.
    const bool mayLook = !m_plan && !m_isBusy && m_source;
    m_import->setText(mayLook ? tr("&Look Again") : tr("&Import %Ln event(s)", nullptr, importCount()));
    m_import->setEnabled(mayLook || (m_plan && !m_isBusy && !isAsked && importCount() > 0));
}

void ImportDialog::begin(const QString& what, bool locks)
{
    m_isBusy = true;
    m_isLocked = locks;
    m_progress->begin(what);
    showState();
}

void ImportDialog::setShare(double share)
{
    m_progress->setShare(share);
}

void ImportDialog::end()
{
    m_isBusy = m_isLocked = false;
    m_progress->end();
    showState();
}

void ImportDialog::tell(const QString& problem)
{
    m_problem = problem;
    if (m_source)
        m_bar->setSource(*m_source); // a choice that could not be followed is taken back
    showState();
}

void ImportDialog::showOutcome(const ImportOutcome& outcome)
{
    m_isDone = true;
    QStringList lines;
    if (outcome.added > 0)
        lines << tr("%Ln event(s) added.", nullptr, outcome.added);
    if (outcome.updated > 0)
        lines << tr("%Ln event(s) updated.", nullptr, outcome.updated);
    lines << tr("It is one step: Undo in the Edit menu takes all of it back.");
    if (outcome.rejected > 0)
        lines << QString() << rejectedText(outcome);
    m_outcome->setText(lines.join(u'\n'));
    m_pages->setCurrentWidget(m_outcome->parentWidget());
    for (QWidget* widget : m_choices)
        widget->hide();
    m_import->hide();
    m_rejects->setText(tr("Save the %Ln row(s) that were not imported…", nullptr, outcome.rejected));
    m_rejects->setShortcut(Qt::ALT | Qt::Key_S);
    m_rejects->setVisible(outcome.rejected > 0);
    m_close->setText(tr("&Close"));
    m_close->setDefault(true);
    showState();
    m_close->setFocus();
}

void ImportDialog::reject()
{
    if (m_isLocked)
        return Q_EMIT stopAsked();
    QDialog::reject();
}

} // namespace interdict
