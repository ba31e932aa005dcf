// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/entryform.h"

#include "model/vocabulary/gazetteer.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/formrow.h"
#include "widgets/editor/placefield.h"
#include "widgets/theme/theme.h"
#include "widgets/vocabulary/colourfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace interdict {

namespace {

constexpr int mostSevere = 5;

QPlainTextEdit* makeTextField(int lines, QWidget* parent)
{
    auto* field = new QPlainTextEdit(parent);
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * lines + 14);
    return field;
}

// "5 · National block": what the number makes of a measure.
QString severityText(int severity, bool restricts)
{
    Term term;
    term.severity = severity;
    term.restricts = restricts;
    return EntryForm::tr("%1 · %2").arg(severity).arg(measureClassLabel(measureClass(term)));
}

} // namespace

EntryForm::EntryForm(const Gazetteer& gazetteer, QWidget* parent)
    : QWidget(parent)
    , m_gazetteer(gazetteer)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(3);
    makeControls();
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void EntryForm::makeControls()
{
    for (QLineEdit** field : {&m_name, &m_code, &m_developer, &m_kind})
        *field = new QLineEdit(this);
    m_description = makeTextField(4, this);
    m_note = makeTextField(2, this);
    m_severity = new QComboBox(this);
    m_severity->setProperty("flat", true);
    m_restricts = new QCheckBox(tr("While it is in force"), this);
    m_inForce = new QCheckBox(tr("Counts as in force"), this);
    m_country = new PlaceField(PlaceField::Kind::Country, m_gazetteer, this);
    m_colour = new ColourField(this);
    m_kind->setPlaceholderText(tr("chatbot, social …"));
    using enum EntryField;
    const std::pair<EntryField, QWidget*> controls[]{{Name, m_name},           {Code, m_code},
                                                     {Developer, m_developer}, {DeveloperCountry, m_country},
                                                     {Kind, m_kind},           {Description, m_description},
                                                     {Severity, m_severity},   {Restricts, m_restricts},
                                                     {InForce, m_inForce},     {Note, m_note},
                                                     {Colour, m_colour}};
    for (const auto& [field, control] : controls)
        addLine(field, control);
    const auto touched = [this](EntryField field) { return [this, field] { touch(field); }; };
    for (const auto& [field, edit] :
         std::initializer_list<std::pair<EntryField, QLineEdit*>>{{Name, m_name},
                                                                  {Code, m_code},
                                                                  {Developer, m_developer},
                                                                  {DeveloperCountry, m_country},
                                                                  {Kind, m_kind}})
        connect(edit, &QLineEdit::textChanged, this, touched(field));
    connect(m_name, &QLineEdit::textEdited, this, &EntryForm::followName);
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_followsName = false; });
    connect(m_description, &QPlainTextEdit::textChanged, this, touched(Description));
    connect(m_note, &QPlainTextEdit::textChanged, this, touched(Note));
    connect(m_severity, &QComboBox::currentIndexChanged, this, touched(Severity));
    connect(m_restricts, &QCheckBox::toggled, this, touched(Restricts));
    connect(m_inForce, &QCheckBox::toggled, this, touched(InForce));
    connect(m_colour, &ColourField::changed, this, touched(Colour));
}

void EntryForm::addLine(EntryField field, QWidget* control)
{
    auto* label = new QLabel(entryFieldLabel(field), this);
    auto* finding = new QLabel(this);
    QWidget* first = control->focusProxy() ? control->focusProxy() : control;
    label->setBuddy(first);
    label->setContentsMargins(0, 6, 0, 0);
    if (first->accessibleName().isEmpty())
        first->setAccessibleName(entryFieldLabel(field));
    finding->setWordWrap(true);
    finding->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{label, control, finding})
        m_grid->addWidget(part, m_grid->rowCount(), 0);
    m_lines.push_back({field, label, control, finding});
}

EntryForm::Line& EntryForm::line(EntryField field)
{
    return *std::find_if(m_lines.begin(), m_lines.end(),
                         [field](const Line& each) { return each.field == field; });
}

QWidget* EntryForm::control(EntryField field) const
{
    return const_cast<EntryForm*>(this)->line(field).control;
}

void EntryForm::setEntry(const VocabularyEntry& entry, bool isNew, const Vocabulary& words)
{
    m_isSetting = true;
    m_shown = entry;
    m_words = words;
    m_isNew = m_followsName = isNew;
    const auto fields = entryFields(entry.list);
    for (Line& each : m_lines) {
        const bool isShown = std::find(fields.begin(), fields.end(), each.field) != fields.end();
        each.label->setVisible(isShown);
        each.control->setVisible(isShown);
        each.isTouched = false;
    }
    const Term& term = entry.term;
    const Platform& platform = entry.platform;
    m_name->setText(entry.name());
    m_code->setText(term.code);
    m_description->setPlainText(term.description);
    m_note->setPlainText(term.note);
    m_severity->clear();
    for (int severity = 0; severity <= mostSevere; ++severity)
        m_severity->addItem(severityText(severity, term.restricts));
    m_severity->setCurrentIndex(term.severity);
    m_restricts->setChecked(term.restricts);
    m_inForce->setChecked(term.inForce);
    m_developer->setText(platform.developer);
    m_country->setText(platform.developerCountry.isEmpty() ? QString()
                                                           : m_gazetteer.name(platform.developerCountry));
    m_kind->setText(platform.kind);
    m_colour->setColour(entry.list ? term.colour : platform.colour);
    m_isSetting = false;
    setFindings({});
}

VocabularyEntry EntryForm::entry() const
{
    VocabularyEntry entry = m_shown;
    if (entry.list) {
        Term& term = entry.term;
        term.label = m_name->text().simplified();
        term.code = m_code->text().trimmed();
        term.description = m_description->toPlainText().trimmed();
        term.note = m_note->toPlainText().trimmed();
        term.severity = m_severity->currentIndex();
        term.restricts = m_restricts->isChecked();
        term.inForce = m_inForce->isChecked();
        term.colour = m_colour->colour();
    } else {
        Platform& platform = entry.platform;
        platform.name = m_name->text().simplified();
        platform.developer = m_developer->text().simplified();
        // What is not understood stays as typed, and is told.
        platform.developerCountry = m_country->code().value_or(m_country->text().trimmed());
        platform.kind = m_kind->text().simplified();
        platform.colour = m_colour->colour();
    }
    return entry;
}

void EntryForm::followName()
{
    if (m_followsName && m_shown.list)
        m_code->setText(codeFor(m_words, *m_shown.list, m_name->text()));
}

void EntryForm::touch(EntryField field)
{
    if (m_isSetting)
        return;
    line(field).isTouched = true;
    if (field == EntryField::Restricts) // the class is of both
        for (int severity = 0; severity <= mostSevere; ++severity)
            m_severity->setItemText(severity, severityText(severity, m_restricts->isChecked()));
    Q_EMIT changed();
}

void EntryForm::setFindings(const std::vector<EntryFinding>& findings)
{
    const QColor colour = findingColour(Finding::Severity::Error, Theme::of(palette()));
    for (Line& each : m_lines) {
        QStringList texts;
        for (const EntryFinding& finding : findings)
            if (finding.field == each.field && each.isTouched)
                texts << finding.message;
        QPalette own = each.finding->palette();
        own.setColor(QPalette::WindowText, colour);
        each.finding->setPalette(own);
        each.finding->setText(texts.join(u'\n'));
        each.finding->setVisible(!texts.isEmpty());
    }
}

void EntryForm::showAllFindings()
{
    for (Line& each : m_lines)
        each.isTouched = true;
}

QString EntryForm::findingText(EntryField field) const
{
    return const_cast<EntryForm*>(this)->line(field).finding->text();
}

} // namespace interdict
