// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/conflictdialog.h"

#include "model/edit/validation.h"
#include "model/workspace.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/wrappedtext.h"
#include "widgets/history/revisions.h"
#include "widgets/incoming/choicetable.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace interdict {

ConflictDialog::ConflictDialog(const Workspace& workspace, const Event& base, const Event& stored,
                               const Stamp& by, const Event& typed, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_stored(stored)
    , m_typed(typed)
    , m_merged(mergeEvents(base, typed, stored))
    , m_choices(new FieldChoices(this))
    , m_findings(new FindingList(this))
{
    setWindowTitle(tr("Changed on both sides"));
    setAttribute(Qt::WA_DeleteOnClose);
    std::vector<ChoiceRow> rows;
    for (const EventField field : m_merged.conflicts) {
        rows.push_back(
            choiceRow(field, base, stored, typed, workspace.vocabulary(), workspace.gazetteer(), QLocale()));
        rows.back().isConflict = true;
    }
    m_choices->setRows(std::move(rows), {tr("Before"), tr("Stored now"), tr("As typed")});
    auto* table = new ChoiceTable(*m_choices, this);
    table->setAccessibleName(tr("Fields that both changed"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Back to the &form"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(makeWrapped(stored.title, TextRole::Title, this));
    layout->addWidget(makeWrapped(about(base, by), TextRole::Body, this));
    layout->addWidget(table, 1);
    layout->addWidget(m_findings);
    layout->addWidget(buttons);
    connect(m_choices, &FieldChoices::chosen, this, &ConflictDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConflictDialog::saveAsked);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int line = fontMetrics().height();
    resize(48 * line, std::min(34, 16 + 5 * static_cast<int>(m_merged.conflicts.size())) * line);
    table->setCurrentIndex(m_choices->index(0, FieldChoices::Here));
    table->setFocus();
    check();
}

QString ConflictDialog::about(const Event& base, const Stamp& by) const
{
    const QString when = timeText(by.when, QLocale());
    QStringList lines{by.editor.isEmpty() ? tr("It was saved meanwhile, %1.").arg(when)
                                          : tr("%1 saved it meanwhile, %2.").arg(by.editor, when),
                      tr("Choose what is to stand where both changed the same.")};
    std::vector<EventField> theirs;
    for (const EventField field : changedFields(base, m_stored))
        if (info(field).equal(base, m_typed))
            theirs.push_back(field);
    if (!theirs.empty())
        lines << tr("Changed there alone, and kept: %1.").arg(labelsOf(theirs));
    return lines.join(u' ');
}

Event ConflictDialog::chosen() const
{
    Event event = m_merged.event;
    for (const ChoiceRow& row : m_choices->rows())
        if (row.choice == Choice::Sent)
            info(row.field).copy(m_typed, event);
    return event;
}

void ConflictDialog::check()
{
    const bool isDecided = std::all_of(m_choices->rows().begin(), m_choices->rows().end(),
                                       [](const ChoiceRow& row) { return row.choice != Choice::Open; });
    std::vector<Finding> findings;
    if (isDecided)
        findings = validate(chosen(), m_workspace.vocabulary(), m_workspace.gazetteer(), m_workspace.today());
    std::erase_if(findings,
                  [](const Finding& finding) { return finding.severity != Finding::Severity::Error; });
    m_findings->setFindings(findings);
    m_save->setEnabled(isDecided && findings.empty());
}

void ConflictDialog::setError(const QString& message)
{
    m_findings->setFindings({{EventField::Title, -1, Finding::Severity::Error, message}});
}

} // namespace interdict
