// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's way of merging what it holds into another event of the record.
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/mergedialog.h"

namespace interdict {

QString shortEventTitle(const QString& title)
{
    constexpr int longest = 60;
    return title.size() > longest ? title.left(longest).trimmed() + QStringLiteral("…") : title;
}

void EventEditor::startMerge(const Event& twin)
{
    const FormReading reading = read();
    std::vector<EventField> unreadable;
    for (const Finding& finding : reading.findings)
        if (finding.severity == Finding::Severity::Error)
            unreadable.push_back(finding.field);
    auto* dialog = new MergeDialog(m_workspace, twin, reading.event,
                                   fieldsToMerge(twin, reading.event, unreadable), this);
    connect(dialog, &MergeDialog::saveAsked, this, [this, dialog] { saveMerge(*dialog); });
    dialog->open();
}

// One step: the event merged into, and the twin that goes, with the relations that named it.
Result<std::vector<EventChange>> EventEditor::changesOf(const MergeDialog& dialog) const
{
    std::vector<EventChange> changes{{dialog.stored(), dialog.merged()}};
    const auto row = dialog.deletesTyped() ? m_workspace.rowOf(uid()) : std::nullopt;
    if (!row)
        return changes;
    auto deletion = m_workspace.deletionOf(std::span(&*row, 1));
    if (!deletion)
        return deletion;
    for (EventChange& change : *deletion)
        if (change.uid() != dialog.stored().uid)
            changes.push_back(std::move(change));
    return changes;
}

void EventEditor::saveMerge(MergeDialog& dialog)
{
    const QString what = tr("Merge into “%1”").arg(shortEventTitle(dialog.stored().title));
    const auto result = changesOf(dialog).and_then(
        [&](std::vector<EventChange> changes) { return m_workspace.save(std::move(changes), what); });
    if (!result) {
        dialog.setError(result.error().message);
        return;
    }
    const bool isDone = uid().isEmpty() || dialog.deletesTyped();
    dialog.accept();
    if (isDone)
        finish(dialog.stored().uid);
}

} // namespace interdict
