// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the vocabulary window does: each edit is made, shown where it touches others, and saved as one step.
#include "widgets/detail/cardparts.h"
#include "widgets/vocabulary/entriesmodel.h"
#include "widgets/vocabulary/entryform.h"
#include "widgets/vocabulary/usesdialog.h"
#include "widgets/vocabulary/vocabularywindow.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QMessageBox>
#include <QTableView>

namespace interdict {

namespace {

// What else than names follows a change: which measures restrict, which statuses count.
bool changesWhatIsInForce(const VocabularyEntry& before, const VocabularyEntry& after)
{
    return before.term.severity != after.term.severity || before.term.restricts != after.term.restricts ||
           before.term.inForce != after.term.inForce;
}

} // namespace

// Whether the form may show another entry. What was typed is saved or given up, as one says.
bool VocabularyWindow::leaveEntry()
{
    if (!isChanged())
        return true;
    const QString name = m_form->entry().name();
    const auto answer = QMessageBox::question(
        this, windowTitle(),
        name.isEmpty() ? tr("Give up the new entry?") : tr("Give up what you changed of “%1”?").arg(name),
        QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer == QMessageBox::Discard)
        m_form->setEntry(m_was, false, m_base);
    return answer == QMessageBox::Discard;
}

void VocabularyWindow::beginNew()
{
    if (!leaveEntry())
        return;
    m_chosen.clear();
    m_table->clearSelection();
    showEntry({m_entries->list(), {}, {}}, true);
    m_form->control(EntryField::Name)->setFocus();
}

void VocabularyWindow::discard()
{
    const QString code = m_chosen.isEmpty() ? m_entries->codeAt(m_table->currentIndex().row()) : m_chosen;
    choose(code.isEmpty() ? m_entries->codeAt(0) : code);
    tell({});
}

void VocabularyWindow::saveEntry()
{
    const VocabularyEntry entry = m_form->entry();
    m_form->showAllFindings();
    formChanged();
    const auto edit = editOf(m_base, entry, m_chosen);
    if (!edit)
        return tell(edit.error().message);
    const bool touchesOthers = !edit->change.renamed.empty() || changesWhatIsInForce(m_was, entry);
    auto* dialog = m_chosen.isEmpty() || !touchesOthers
                       ? nullptr
                       : new UsesDialog(m_workspace, entry.list, m_chosen, *edit, this);
    if (dialog && dialog->isNeeded())
        return confirm(dialog, entry.code());
    delete dialog;
    run(*edit, entry.code());
}

void VocabularyWindow::mergeEntry()
{
    if (leaveEntry())
        confirm(new UsesDialog(m_workspace, m_entries->list(), m_chosen, false, this), {});
}

void VocabularyWindow::removeChosen()
{
    if (m_chosen.isEmpty() || !m_workspace.canWrite() || !leaveEntry())
        return;
    const auto edit = removeEntry(m_workspace.vocabulary(), m_entries->list(), m_chosen);
    if (!edit)
        return tell(edit.error().message);
    auto* dialog = new UsesDialog(m_workspace, m_entries->list(), m_chosen, true, this);
    if (dialog->isNeeded())
        return confirm(dialog, {});
    delete dialog;
    run(*edit, {});
}

// Shows what it does; the step is saved where it is agreed to.
void VocabularyWindow::confirm(UsesDialog* dialog, const QString& thenChosen)
{
    connect(dialog, &QDialog::accepted, this, [this, dialog, thenChosen] {
        const VocabularyEdit edit = *dialog->edit();
        run(edit, dialog->target() ? dialog->target()->currentData().toString() : thenChosen);
    });
    dialog->open();
}

void VocabularyWindow::moveBy(int step)
{
    if (const auto row = m_entries->rowOf(m_chosen))
        move(m_chosen, *row + step);
}

void VocabularyWindow::move(const QString& code, int to)
{
    const auto edit = moveEntry(m_workspace.vocabulary(), m_entries->list(), code, to);
    if (edit && m_workspace.canWrite())
        run(*edit, {});
}

// A form with changes stays as it is beside a step of another entry.
void VocabularyWindow::run(const VocabularyEdit& edit, const QString& thenChosen)
{
    if (edit.what.isEmpty() || m_isSaving)
        return;
    m_isSaving = true;
    updateButtons();
    const QString what = edit.what; // the edit may be the dialog's
    const auto saved = m_workspace.save(edit.record(), what);
    m_isSaving = false;
    if (!saved)
        return tell(saved.error().kind == Error::Kind::Cancelled ? QString() : saved.error().message);
    if (!thenChosen.isEmpty())
        choose(thenChosen);
    tell(tr("Saved: %1").arg(what));
}

void VocabularyWindow::closeEvent(QCloseEvent* event)
{
    leaveEntry() ? event->accept() : event->ignore();
}

void VocabularyWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void VocabularyWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_form) {
        m_entries->setTheme(Theme::of(palette()));
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace interdict
