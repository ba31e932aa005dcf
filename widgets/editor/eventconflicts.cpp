// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor does where the event was saved by someone else while the form was open.
#include "widgets/editor/conflictdialog.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/findinglabel.h"

#include <QMessageBox>
#include <QPushButton>

namespace interdict {

// False where nothing is to be chosen: only the error can tell what it is.
bool EventEditor::askAboutConflict(const Event& typed)
{
    const auto row = m_before ? m_workspace.rowOf(uid()) : std::nullopt;
    if (!row) {
        if (m_before)
            askAboutDeleted(typed);
        return m_before.has_value();
    }
    const Event stored = m_workspace.event(*row);
    if (mergeEvents(*m_before, typed, stored).conflicts.empty())
        return false;
    const auto revisions = m_workspace.revisions(uid());
    const Stamp by = revisions && !revisions->empty() ? revisions->back().stamp : Stamp{};
    auto* dialog = new ConflictDialog(m_workspace, *m_before, stored, by, typed, this);
    connect(dialog, &ConflictDialog::saveAsked, this, [this, dialog, typed] { saveChosen(*dialog, typed); });
    dialog->open();
    return true;
}

// Where it was saved once more meanwhile, one is asked once more.
void EventEditor::saveChosen(ConflictDialog& dialog, const Event& typed)
{
    const Event chosen = dialog.chosen();
    const auto saved =
        m_workspace.save({{dialog.stored(), chosen}}, tr("Edit “%1”").arg(shortEventTitle(chosen.title)));
    if (saved) {
        dialog.accept();
        finish(uid());
    } else if (saved.error().kind == Error::Kind::Conflict) {
        dialog.reject();
        if (!askAboutConflict(typed))
            showFailure(saved.error().message);
    } else {
        dialog.setError(saved.error().message);
    }
}

void EventEditor::askAboutDeleted(const Event& typed)
{
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("Deleted meanwhile"),
                        tr("This event was deleted while it was being edited."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It can be brought back as it stands in the form."));
    QPushButton* bring = box->addButton(tr("&Bring it back"), QMessageBox::AcceptRole);
    box->setEscapeButton(box->addButton(tr("Back to the &form"), QMessageBox::RejectRole));
    box->setDefaultButton(bring);
    connect(bring, &QPushButton::clicked, this, [this, typed] {
        const auto saved = m_workspace.save({{std::nullopt, typed}},
                                            tr("Bring back “%1”").arg(shortEventTitle(typed.title)));
        if (saved)
            finish(typed.uid);
        else
            showFailure(saved.error().message);
    });
    box->open();
}

void EventEditor::showFailure(const QString& message)
{
    m_failure->setFindings({{EventField::Title, -1, Finding::Severity::Error, message}});
}

} // namespace interdict
