// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All fields of an event in groups, top to bottom, with the comments on them: it takes and gives a FormState
// and shows findings at their fields. It neither reads nor saves.
#pragma once

#include "model/edit/validation.h"
#include "widgets/editor/formstate.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace interdict {

class AuthorityField;
class ChipsField;
class DateField;
class FormComments;
class FormGroup;
class FormRow;
class PlaceField;
class RelationsField;
class SourcesField;
class TermField;
class Workspace;

class EventForm : public QWidget
{
    Q_OBJECT

public:
    explicit EventForm(const Workspace& workspace, QWidget* parent = nullptr);

    FormState state() const;
    void setState(const FormState& state);
    // The choices are those of the workspace's vocabulary now; what is chosen is named as it is now.
    void followVocabulary(const std::vector<VocabularyChange>& changes);
    // Shows those of fields that were changed; all of them once asked to.
    void setFindings(const std::vector<Finding>& findings);
    void showAllFindings();
    QWidget* control(EventField field) const; // the one that the keyboard goes to
    QWidget* controlOf(const Finding& finding) const;
    QString findingText(EventField field) const; // as shown
    SourcesField* sources() const { return m_sources; }
    RelationsField* relations() const { return m_relations; }
    FormComments& comments() const { return *m_comments; }
    ReviewState review() const;
    void setReview(ReviewState state);
    void commentHere(); // on the field that has the keyboard, else on the event as a whole

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeControls(const Workspace& workspace);
    void makeGroups();
    void connectControls();
    void touch(EventField field);
    void followCountry();
    void chainTabs();
    void arrange();

    const Workspace& m_workspace;
    QLineEdit* m_title = nullptr;
    DateField* m_start = nullptr;
    DateField* m_end = nullptr;
    PlaceField* m_country = nullptr;
    PlaceField* m_subdivision = nullptr;
    AuthorityField* m_authority = nullptr;
    ChipsField* m_platforms = nullptr;
    ChipsField* m_concerns = nullptr;
    TermField* m_measure = nullptr;
    TermField* m_scope = nullptr;
    TermField* m_status = nullptr;
    TermField* m_confidence = nullptr;
    QPlainTextEdit* m_summary = nullptr;
    QPlainTextEdit* m_note = nullptr;
    RelationsField* m_relations = nullptr;
    SourcesField* m_sources = nullptr;
    QVBoxLayout* m_layout = nullptr;
    std::vector<FormGroup*> m_groups;
    std::array<FormRow*, eventFieldCount> m_rows{};
    std::array<bool, eventFieldCount> m_touched{};
    std::vector<Finding> m_findings;
    FormComments* m_comments = nullptr;
    QString m_review; // shown by the window
    bool m_isSetting = false;
    int m_arranged = -1;
};

} // namespace interdict
