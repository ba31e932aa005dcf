// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/eventform.h"

#include "model/workspace.h"
#include "widgets/editor/authorityfield.h"
#include "widgets/editor/chipsfield.h"
#include "widgets/editor/datefield.h"
#include "widgets/editor/formcomments.h"
#include "widgets/editor/formrow.h"
#include "widgets/editor/placefield.h"
#include "widgets/editor/relationsfield.h"
#include "widgets/editor/sourcesfield.h"
#include "widgets/editor/termfield.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace interdict {

namespace {

std::size_t numberOf(EventField field)
{
    return static_cast<std::size_t>(field);
}

std::vector<Offer> platformOffers(const Vocabulary& vocabulary)
{
    std::vector<Offer> offers;
    for (const Platform& platform : vocabulary.platforms())
        offers.push_back({platform.name, platform.name, platform.developer, platform.developerCountry, {}});
    return offers;
}

std::vector<Offer> termOffers(TermKind kind, const Vocabulary& vocabulary)
{
    std::vector<Offer> offers;
    for (const Term& term : vocabulary.terms(kind))
        offers.push_back({term.label, term.code, term.description, {}, {}});
    return offers;
}

QPlainTextEdit* makeTextField(int lines, QWidget* parent)
{
    auto* field = new QPlainTextEdit(parent);
    field->setTabChangesFocus(true);
    field->setFixedHeight(lines * field->fontMetrics().lineSpacing() + 16);
    return field;
}

} // namespace

EventForm::EventForm(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(20, 12, 20, 20);
    m_layout->setSpacing(22);
    m_comments = new FormComments(workspace, this);
    m_layout->addWidget(m_comments);
    makeControls(workspace);
    makeGroups();
    m_layout->addStretch(1);
    connectControls();
    chainTabs();
    arrange();
}

void EventForm::makeControls(const Workspace& workspace)
{
    const Vocabulary& words = workspace.vocabulary();
    const Day today = workspace.today();
    m_title = new QLineEdit(this);
    m_title->setPlaceholderText(tr("What was done, by whom, to which platform"));
    m_start = new DateField(fieldLabel(EventField::Start), today, this);
    m_end = new DateField(fieldLabel(EventField::End), today, this);
    m_country = new PlaceField(PlaceField::Kind::Country, workspace.gazetteer(), this);
    m_subdivision = new PlaceField(PlaceField::Kind::Subdivision, workspace.gazetteer(), this);
    m_authority = new AuthorityField(workspace, this);
    m_platforms = new ChipsField(fieldLabel(EventField::Platforms), platformOffers(words), this);
    m_concerns = new ChipsField(fieldLabel(EventField::Concerns), termOffers(TermKind::Concern, words), this);
    m_measure = new TermField(TermKind::Measure, words, this);
    m_scope = new TermField(TermKind::Scope, words, this);
    m_status = new TermField(TermKind::Status, words, this);
    m_confidence = new TermField(TermKind::Confidence, words, this);
    m_summary = makeTextField(4, this);
    m_note = makeTextField(2, this);
    m_note->setPlaceholderText(tr("What is disputed, or was decided in coding"));
    m_relations = new RelationsField(workspace, this);
    m_sources = new SourcesField(today, this);
}

void EventForm::makeGroups()
{
    using enum EventField;
    struct Entry
    {
        EventField field;
        QWidget* control;
        FormRow::Width width;
    };
    constexpr auto whole = FormRow::Width::Whole;
    constexpr auto half = FormRow::Width::Half;
    const std::pair<QString, std::vector<Entry>> groups[] = {
        {tr("What happened"), {{Title, m_title, whole}, {Start, m_start, half}, {End, m_end, half}}},
        {tr("Where and who"),
         {{Country, m_country, half}, {Subdivision, m_subdivision, half}, {Authority, m_authority, whole}}},
        {tr("What and why"),
         {{Platforms, m_platforms, whole},
          {Concerns, m_concerns, whole},
          {Measure, m_measure, half},
          {Scope, m_scope, half},
          {Status, m_status, half},
          {Confidence, m_confidence, half}}},
        {tr("Text"), {{Summary, m_summary, whole}, {Note, m_note, whole}}},
        {tr("Relations and sources"), {{Relations, m_relations, whole}, {Sources, m_sources, whole}}}};
    QStringList names; // of the rows, in the order of the enumeration
    for (const EventFieldInfo& each : eventFields())
        if (each.field < Review)
            names.append(fieldLabel(each.field));
    const QStringList labels = withMnemonics(names, QStringLiteral("kv")); // those of the window's buttons
    for (const auto& [title, entries] : groups) {
        auto* group = new FormGroup(title, this);
        for (const Entry& entry : entries) {
            const QString& label = labels.at(static_cast<int>(entry.field));
            auto* row = new FormRow(entry.field, label, entry.control, entry.width, group);
            m_rows[numberOf(entry.field)] = row;
            m_comments->attach(row);
            group->add(row);
        }
        m_groups.push_back(group);
        m_layout->addWidget(group);
    }
}

void EventForm::connectControls()
{
    const auto touched = [this](EventField field) { return [this, field] { touch(field); }; };
    using enum EventField;
    for (const auto& [field, line] : std::initializer_list<std::pair<EventField, QLineEdit*>>{
             {Title, m_title}, {Country, m_country}, {Subdivision, m_subdivision}, {Authority, m_authority}})
        connect(line, &QLineEdit::textChanged, this, touched(field));
    connect(m_start, &DateField::changed, this, touched(Start));
    connect(m_end, &DateField::changed, this, touched(End));
    connect(m_platforms, &ChipsField::changed, this, touched(Platforms));
    connect(m_concerns, &ChipsField::changed, this, touched(Concerns));
    for (const auto& [field, term] : std::initializer_list<std::pair<EventField, TermField*>>{
             {Measure, m_measure}, {Scope, m_scope}, {Status, m_status}, {Confidence, m_confidence}})
        connect(term, &TermField::changed, this, touched(field));
    connect(m_summary, &QPlainTextEdit::textChanged, this, touched(Summary));
    connect(m_note, &QPlainTextEdit::textChanged, this, touched(Note));
    connect(m_relations, &RelationsField::changed, this, touched(Relations));
    connect(m_sources, &SourcesField::changed, this, touched(Sources));
    connect(m_country, &QLineEdit::textChanged, this, &EventForm::followCountry);
    connect(m_comments, &FormComments::changed, this, touched(Comments));
}

void EventForm::followCountry()
{
    const QString code = m_country->code().value_or(QString());
    m_subdivision->setCountry(code);
    m_authority->setCountry(code);
}

void EventForm::touch(EventField field)
{
    if (m_isSetting)
        return;
    m_touched[numberOf(field)] = true;
    Q_EMIT changed();
}

// Rows are made in the order of the form, controls are not.
void EventForm::chainTabs()
{
    QWidget* before = nullptr;
    for (const FormRow* row : m_rows) {
        if (!row)
            continue;
        const auto inside = row->control()->findChildren<QWidget*>();
        QList<QWidget*> stops;
        if (row->control()->focusPolicy() != Qt::NoFocus && !row->control()->focusProxy())
            stops.append(row->control());
        std::copy_if(inside.begin(), inside.end(), std::back_inserter(stops), [this](const QWidget* widget) {
            return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() &&
                   widget->window() == window();
        });
        for (QWidget* stop : stops) {
            if (before)
                setTabOrder(before, stop);
            before = stop;
        }
    }
}

FormState EventForm::state() const
{
    FormState state;
    state.title = m_title->text();
    state.start = m_start->text();
    state.end = m_end->text();
    state.country = m_country->text();
    state.subdivision = m_subdivision->text();
    state.authority = m_authority->text();
    state.platforms = m_platforms->values();
    state.concerns = m_concerns->values();
    state.platformTyped = m_platforms->typed();
    state.concernTyped = m_concerns->typed();
    state.relationTyped = m_relations->typed();
    state.sourceTyped = m_sources->typed();
    state.measure = m_measure->code();
    state.scope = m_scope->code();
    state.status = m_status->code();
    state.confidence = m_confidence->code();
    state.summary = m_summary->toPlainText();
    state.note = m_note->toPlainText();
    state.relations = m_relations->relations();
    state.sources = m_sources->sources();
    state.review = m_review;
    state.comments = m_comments->comments();
    state.commentsTyped = m_comments->typed();
    return state;
}

void EventForm::setState(const FormState& state)
{
    {
        const QScopedValueRollback<bool> setting(m_isSetting, true);
        m_title->setText(state.title);
        m_title->setCursorPosition(0);
        m_start->setText(state.start);
        m_end->setText(state.end);
        m_country->setText(state.country);
        m_subdivision->setText(state.subdivision);
        m_authority->setText(state.authority);
        m_platforms->setValues(state.platforms);
        m_concerns->setValues(state.concerns);
        m_platforms->setTyped(state.platformTyped);
        m_concerns->setTyped(state.concernTyped);
        m_measure->setCode(state.measure);
        m_scope->setCode(state.scope);
        m_status->setCode(state.status);
        m_confidence->setCode(state.confidence);
        m_summary->setPlainText(state.summary);
        m_note->setPlainText(state.note);
        m_relations->setRelations(state.relations);
        m_relations->setTyped(state.relationTyped);
        m_sources->setSources(state.sources);
        m_sources->setTyped(state.sourceTyped);
        m_review = state.review;
        m_comments->setComments(state);
    }
    Q_EMIT changed();
}

void EventForm::followVocabulary(const std::vector<VocabularyChange>& changes)
{
    const FormState now = followed(state(), changes);
    const Vocabulary& words = m_workspace.vocabulary();
    {
        const QScopedValueRollback<bool> setting(m_isSetting, true);
        m_platforms->setOffers(platformOffers(words));
        m_platforms->setValues(now.platforms);
        m_concerns->setOffers(termOffers(TermKind::Concern, words));
        m_concerns->setValues(now.concerns);
        const std::tuple<TermField*, TermKind, QString> terms[]{
            {m_measure, TermKind::Measure, now.measure},
            {m_scope, TermKind::Scope, now.scope},
            {m_status, TermKind::Status, now.status},
            {m_confidence, TermKind::Confidence, now.confidence}};
        for (const auto& [field, kind, code] : terms) {
            field->setCode({});
            field->setTerms(kind, words);
            field->setCode(code);
        }
        m_relations->setRelations(now.relations);
    }
    Q_EMIT changed();
}

ReviewState EventForm::review() const
{
    return reviewFromCode(m_review).value_or(ReviewState::Published);
}

void EventForm::setReview(ReviewState state)
{
    m_review = reviewCode(state);
    touch(EventField::Review);
}

void EventForm::commentHere()
{
    const QWidget* focus = focusWidget();
    const auto here = std::find_if(m_rows.begin(), m_rows.end(), [focus](const FormRow* row) {
        return row && focus && row->isAncestorOf(focus);
    });
    m_comments->open(here == m_rows.end() ? std::nullopt : std::optional((*here)->field()));
}

void EventForm::setFindings(const std::vector<Finding>& findings)
{
    m_findings = findings;
    std::vector<Finding> ofReview;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(ofReview),
                 [this](const Finding& finding) {
                     return finding.field >= EventField::Review && m_touched[numberOf(finding.field)];
                 });
    m_comments->setFindings(ofReview);
    for (const EventFieldInfo& info : eventFields()) {
        std::vector<Finding> whole;
        std::vector<Finding> parts;
        for (const Finding& finding : findings)
            if (finding.field == info.field && m_touched[numberOf(info.field)])
                (finding.part < 0 ? whole : parts).push_back(finding);
        if (FormRow* row = m_rows[numberOf(info.field)])
            row->setFindings(whole);
        if (info.field == EventField::Sources)
            m_sources->setFindings(parts);
        if (info.field == EventField::Relations)
            m_relations->setFindings(parts);
    }
}

void EventForm::showAllFindings()
{
    m_touched.fill(true);
    setFindings(m_findings);
}

QWidget* EventForm::control(EventField field) const
{
    if (!m_rows[numberOf(field)])
        return m_comments->firstControl();
    QWidget* control = m_rows[numberOf(field)]->control();
    return control->focusProxy() ? control->focusProxy() : control;
}

QWidget* EventForm::controlOf(const Finding& finding) const
{
    if (finding.part >= 0 && finding.field == EventField::Sources)
        return m_sources->firstControl(finding.part);
    if (finding.part >= 0 && finding.field == EventField::Relations)
        return m_relations->firstControl(finding.part);
    return control(finding.field);
}

QString EventForm::findingText(EventField field) const
{
    const FormRow* row = m_rows[numberOf(field)];
    return row ? row->findingText() : m_comments->findingText();
}

// By the height of a line, so that large letters get the same arrangement in a wider window.
void EventForm::arrange()
{
    const int room = width() / std::max(1, fontMetrics().height());
    const bool areLabelsBeside = room >= 30;
    const bool arePairs = room >= 46;
    const int wanted = (areLabelsBeside ? 1 : 0) + (arePairs ? 2 : 0);
    if (wanted == m_arranged)
        return;
    m_arranged = wanted;
    int labelWidth = 0;
    for (const FormGroup* group : m_groups)
        labelWidth = std::max(labelWidth, group->labelWidth());
    for (FormGroup* group : m_groups)
        group->arrange(areLabelsBeside, arePairs, labelWidth);
}

void EventForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EventForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_groups.empty()) {
        m_arranged = -1;
        arrange();
    }
}

} // namespace interdict
