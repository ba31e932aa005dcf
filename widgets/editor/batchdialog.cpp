// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/batchdialog.h"

#include "model/edit/validation.h"
#include "model/workspace.h"
#include "widgets/editor/batchpreview.h"
#include "widgets/editor/chipsfield.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/termfield.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace interdict {

namespace {

QString actionLabel(BatchEdit::Action action)
{
    switch (action) {
    case BatchEdit::Action::Set:
        return BatchDialog::tr("set to");
    case BatchEdit::Action::Add:
        return BatchDialog::tr("add");
    case BatchEdit::Action::Remove:
        return BatchDialog::tr("remove");
    }
    return {};
}

std::optional<TermKind> termKindOf(EventField field)
{
    switch (field) {
    case EventField::Measure:
        return TermKind::Measure;
    case EventField::Scope:
        return TermKind::Scope;
    case EventField::Status:
        return TermKind::Status;
    case EventField::Confidence:
        return TermKind::Confidence;
    default:
        return std::nullopt;
    }
}

std::vector<Offer> offersOf(EventField field, const Vocabulary& vocabulary)
{
    std::vector<Offer> offers;
    if (field == EventField::Platforms)
        for (const Platform& platform : vocabulary.platforms())
            offers.push_back({platform.name, platform.name, platform.developer, {}, {}});
    else
        for (const Term& term : vocabulary.terms(TermKind::Concern))
            offers.push_back({term.label, term.code, term.description, {}, {}});
    return offers;
}

TermField* makeReviewField(QWidget* parent)
{
    std::vector<Term> states;
    for (const ReviewState state : reviewStates) {
        states.emplace_back();
        states.back().code = reviewCode(state);
        states.back().label = reviewLabel(state);
    }
    auto* field = new TermField(states, parent);
    field->setItemText(0, BatchDialog::tr("Choose a state"));
    field->setAccessibleName(fieldLabel(EventField::Review));
    return field;
}

} // namespace

BatchDialog::BatchDialog(Workspace& workspace, std::vector<Event> events, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_preview(new BatchPreview(workspace, std::move(events), this))
{
    setWindowTitle(tr("Edit %n event(s)", nullptr, m_preview->size()));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(makeChoice());
    layout->addWidget(makeTable(), 1);
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    m_failure = new FindingList(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    layout->addWidget(m_summary);
    layout->addWidget(m_failure);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &BatchDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int line = fontMetrics().height();
    resize(52 * line, 30 * line);
    connect(m_field, &QComboBox::currentIndexChanged, this, &BatchDialog::fieldChosen);
    connect(m_action, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
    fieldChosen();
    m_field->setFocus();
}

QWidget* BatchDialog::makeChoice()
{
    m_field = new QComboBox(this);
    m_field->setAccessibleName(tr("Field"));
    m_action = new QComboBox(this);
    m_action->setAccessibleName(tr("What is done"));
    for (QComboBox* box : {m_field, m_action})
        box->setProperty("flat", true);
    m_values = new QStackedWidget(this);
    for (const EventField each : batchFields()) {
        m_field->addItem(fieldLabel(each), static_cast<int>(each));
        m_values->addWidget(makeValue(each));
    }
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    layout->addWidget(m_action);
    layout->addWidget(m_values, 1);
    return row;
}

QWidget* BatchDialog::makeValue(EventField each)
{
    const auto kind = termKindOf(each);
    if (kind || each == EventField::Review) {
        TermField* term = kind ? new TermField(*kind, m_workspace.vocabulary(), this) : makeReviewField(this);
        connect(term, &TermField::changed, this, &BatchDialog::refresh);
        return term;
    }
    if (each == EventField::Platforms || each == EventField::Concerns) {
        auto* chips = new ChipsField(fieldLabel(each), offersOf(each, m_workspace.vocabulary()), this);
        connect(chips, &ChipsField::changed, this, &BatchDialog::refresh);
        return chips;
    }
    auto* text = new QLineEdit(this);
    text->setAccessibleName(fieldLabel(each));
    connect(text, &QLineEdit::textChanged, this, &BatchDialog::refresh);
    return text;
}

QWidget* BatchDialog::makeTable()
{
    auto* table = new QTableView(this);
    m_table = table;
    table->setModel(m_preview);
    table->setAccessibleName(tr("Changes"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    const int line = fontMetrics().height();
    table->setColumnWidth(0, 20 * line);
    table->setColumnWidth(1, 13 * line);
    table->setColumnWidth(2, 13 * line);
    return table;
}

EventField BatchDialog::field() const
{
    return static_cast<EventField>(m_field->currentData().toInt());
}

BatchEdit BatchDialog::edit() const
{
    BatchEdit edit{field(), static_cast<BatchEdit::Action>(m_action->currentData().toInt()), {}};
    const QWidget* control = m_values->currentWidget();
    if (const auto* term = qobject_cast<const TermField*>(control))
        edit.values = {term->code()};
    else if (const auto* chips = qobject_cast<const ChipsField*>(control))
        edit.values = chips->values();
    else if (const auto* text = qobject_cast<const QLineEdit*>(control))
        edit.values = {text->text()};
    return edit;
}

void BatchDialog::fieldChosen()
{
    const QSignalBlocker blocker(m_action);
    m_action->clear();
    for (const BatchEdit::Action action : batchActions(field()))
        m_action->addItem(actionLabel(action), static_cast<int>(action));
    m_action->setEnabled(m_action->count() > 1);
    m_values->setCurrentIndex(m_field->currentIndex());
    m_values->setFocusProxy(m_values->currentWidget());
    refresh();
}

// Nothing is cleared unawares: a value that is empty changes nothing.
void BatchDialog::refresh()
{
    BatchEdit wanted = edit();
    wanted.values.removeAll(QString());
    if (wanted.values.isEmpty())
        wanted.action = BatchEdit::Action::Add;
    m_preview->setEdit(wanted);
    const auto count = static_cast<int>(m_preview->changes().size());
    m_table->setColumnHidden(3, m_preview->refused() == 0);
    QString summary = wanted.values.isEmpty() ? tr("Choose what is to be done.")
                                              : tr("%n event(s) will change.", nullptr, count);
    if (m_preview->refused() > 0)
        summary +=
            u' ' + tr("%n event(s) would be wrong and stay as they are.", nullptr, m_preview->refused());
    m_summary->setText(summary);
    m_save->setText(tr("&Change %n event(s)", nullptr, count));
    m_save->setEnabled(count > 0 && m_workspace.canWrite());
}

void BatchDialog::save()
{
    auto changes = m_preview->changes();
    const QString what =
        tr("Change %1 of %n event(s)", nullptr, static_cast<int>(changes.size())).arg(fieldLabel(field()));
    const auto saved = m_workspace.save(std::move(changes), what);
    if (saved)
        return accept();
    m_failure->setFindings({{field(), -1, Finding::Severity::Error, saved.error().message}});
}

} // namespace interdict
