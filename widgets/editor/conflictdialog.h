// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Someone saved the event while it was being edited, and both changed the same fields: shows what each field
// was, what is stored now and what was typed, and lets one choose. What only one side changed is merged.
#pragma once

#include "model/edit/eventchange.h"
#include "model/store/dataset.h"

#include <QDialog>

class QPushButton;

namespace interdict {

class FieldChoices;
class FindingList;
class Workspace;

class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    // `base`: what the form began from; `by`: who stored `stored`, and when.
    ConflictDialog(const Workspace& workspace, const Event& base, const Event& stored, const Stamp& by,
                   const Event& typed, QWidget* parent);

    const Event& stored() const { return m_stored; }
    Event chosen() const; // merged; what is not chosen yet stays as stored
    void setError(const QString& message);

Q_SIGNALS:
    void saveAsked();

private:
    QString about(const Event& base, const Stamp& by) const;
    void check();

    const Workspace& m_workspace;
    Event m_stored, m_typed;
    MergedEvent m_merged;
    FieldChoices* m_choices;
    FindingList* m_findings;
    QPushButton* m_save;
};

} // namespace interdict
