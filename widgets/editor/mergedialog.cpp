// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/mergedialog.h"

#include "model/workspace.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/wrappedtext.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace interdict {

namespace {

bool isEmptyField(const Event& event, EventField field)
{
    Event nothing;
    nothing.start = event.start;
    return field != EventField::Start && info(field).equal(event, nothing);
}

template <typename List>
void addMissing(const List& from, List& to)
{
    for (const auto& entry : from)
        if (std::find(to.begin(), to.end(), entry) == to.end())
            to.push_back(entry);
}

// Lists that hold the same in another order are no difference to decide on.
bool holdsTheSame(EventField field, const Event& a, const Event& b)
{
    if (!isListField(field))
        return false;
    Event aWithB = a;
    Event bWithA = b;
    unite(field, b, aWithB);
    unite(field, a, bWithA);
    return info(field).equal(a, aWithB) && info(field).equal(b, bWithA);
}

} // namespace

std::vector<EventField> fieldsToMerge(const Event& stored, const Event& typed,
                                      const std::vector<EventField>& unreadable)
{
    std::vector<EventField> fields;
    for (const EventFieldInfo& each : eventFields())
        if (!each.equal(stored, typed) && !isEmptyField(typed, each.field) &&
            !holdsTheSame(each.field, stored, typed) &&
            std::find(unreadable.begin(), unreadable.end(), each.field) == unreadable.end())
            fields.push_back(each.field);
    return fields;
}

bool isListField(EventField field)
{
    using enum EventField;
    return field == Platforms || field == Concerns || field == Relations || field == Sources;
}

void unite(EventField field, const Event& typed, Event& into)
{
    if (field == EventField::Platforms)
        addMissing(typed.platforms, into.platforms);
    else if (field == EventField::Concerns)
        addMissing(typed.concerns, into.concerns);
    else if (field == EventField::Relations)
        addMissing(typed.relations, into.relations);
    else if (field == EventField::Sources)
        for (const Source& source : typed.sources)
            if (std::none_of(into.sources.begin(), into.sources.end(), [&source](const Source& other) {
                    return comparableUrl(other.url) == comparableUrl(source.url);
                }))
                into.sources.push_back(source);
}

MergeDialog::MergeDialog(const Workspace& workspace, Event stored, Event typed,
                         std::vector<EventField> fields, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_stored(std::move(stored))
    , m_typed(std::move(typed))
    , m_fields(std::move(fields))
    , m_delete(new QCheckBox(this))
    , m_findings(new FindingList(this))
{
    setWindowTitle(tr("Merge into an event of the record"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    for (const EventField field : m_fields)
        addField(*grid, field);
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("&Merge"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(makeWrapped(m_stored.title, TextRole::Title, this));
    layout->addWidget(makeWrapped(m_fields.empty()
                                      ? tr("What was typed adds nothing to this event.")
                                      : tr("Choose for each field what the event shall have. Fields "
                                           "that were left empty stay as they are."),
                                  TextRole::Dim, this));
    layout->addWidget(scroll, 1);
    m_delete->setText(tr("&Delete the event that was edited: it is this one"));
    m_delete->setChecked(true);
    m_delete->setVisible(!m_typed.uid.isEmpty());
    layout->addWidget(m_delete);
    layout->addWidget(m_findings);
    layout->addWidget(buttons);
    connect(m_delete, &QCheckBox::toggled, this, &MergeDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::saveAsked);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int line = fontMetrics().height();
    resize(36 * line, std::min(34, 10 + 6 * static_cast<int>(m_fields.size())) * line);
    check();
}

void MergeDialog::addField(QGridLayout& grid, EventField field)
{
    auto* group = new QButtonGroup(this);
    const auto text = [this, field](const Event& event) {
        return fieldText(event, field, m_workspace.vocabulary(), m_workspace.gazetteer(), QLocale());
    };
    int row = grid.rowCount();
    auto* heading = makeWrapped(fieldLabel(field), TextRole::Heading, this);
    heading->setContentsMargins(0, 8, 0, 0);
    grid.addWidget(heading, row++, 0, 1, 2);
    addChoice(grid, row++, *group, Choice::Stored, tr("In the record"), text(m_stored));
    addChoice(grid, row++, *group, Choice::Typed, tr("As typed"), text(m_typed));
    auto preset = isEmptyField(m_stored, field) ? Choice::Typed : Choice::Stored;
    if (isListField(field)) {
        Event both = m_stored;
        unite(field, m_typed, both);
        addChoice(grid, row, *group, Choice::Both, tr("Both"), text(both));
        preset = Choice::Both;
    }
    group->button(static_cast<int>(preset))->setChecked(true);
    connect(group, &QButtonGroup::idToggled, this, &MergeDialog::check);
    m_groups.push_back(group);
}

void MergeDialog::addChoice(QGridLayout& grid, int row, QButtonGroup& group, Choice choice,
                            const QString& name, const QString& value)
{
    auto* button = new QRadioButton(name, this);
    button->setAccessibleDescription(value);
    group.addButton(button, static_cast<int>(choice));
    grid.addWidget(button, row, 0, Qt::AlignTop);
    grid.addWidget(makeWrapped(value.isEmpty() ? tr("Nothing") : value,
                               value.isEmpty() ? TextRole::Dim : TextRole::Body, this),
                   row, 1);
}

MergeDialog::Choice MergeDialog::choiceOf(std::size_t number) const
{
    return static_cast<Choice>(m_groups[number]->checkedId());
}

Event MergeDialog::merged() const
{
    Event event = m_stored;
    for (std::size_t number = 0; number < m_fields.size(); ++number) {
        switch (choiceOf(number)) {
        case Choice::Stored:
            break;
        case Choice::Typed:
            info(m_fields[number]).copy(m_typed, event);
            break;
        case Choice::Both:
            unite(m_fields[number], m_typed, event);
            break;
        }
    }
    for (const QString& uid : {m_stored.uid, deletesTyped() ? m_typed.uid : QString()})
        std::erase_if(event.relations, [&uid](const Relation& relation) { return relation.uid == uid; });
    return event;
}

bool MergeDialog::deletesTyped() const
{
    return m_delete->isVisibleTo(this) && m_delete->isChecked();
}

void MergeDialog::check()
{
    std::vector<Finding> errors;
    const auto findings =
        validate(merged(), m_workspace.vocabulary(), m_workspace.gazetteer(), m_workspace.today());
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
    m_findings->setFindings(errors);
    m_save->setEnabled(errors.empty() && !m_fields.empty());
}

void MergeDialog::setError(const QString& message)
{
    m_findings->setFindings({{EventField::Title, -1, Finding::Severity::Error, message}});
}

} // namespace interdict
