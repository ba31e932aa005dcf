// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/changefilterbar.h"

#include "model/edit/datereading.h"
#include "widgets/editor/flowlayout.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace interdict {

namespace {
constexpr int dayWidth = 110, comboLetters = 12, wordsWidth = 170; // px, letters, px
}

ChangeFilterBar::ChangeFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_editor(new QComboBox(this))
    , m_field(new QComboBox(this))
{
    for (QComboBox* box : {m_editor, m_field})
        box->setProperty("flat", true);
    auto* layout = new FlowLayout(10, 0, this);
    layout->setContentsMargins(12, 10, 12, 10);
    m_words->setAccessibleName(tr("Words of the step"));
    m_words->setPlaceholderText(tr("Words of the step"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(wordsWidth);
    layout->addWidget(m_words);
    m_editor->setAccessibleName(tr("Editor"));
    m_field->setAccessibleName(tr("Changed field"));
    m_field->setToolTip(tr("Edits of this field. What adds or deletes a whole event is left out."));
    m_field->addItem(tr("Any field"));
    for (const EventFieldInfo& info : eventFields())
        m_field->addItem(fieldLabel(info.field), static_cast<int>(info.field));
    for (QComboBox* combo : {m_editor, m_field}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(comboLetters);
        connect(combo, &QComboBox::currentIndexChanged, this, &ChangeFilterBar::read);
    }
    layout->addWidget(m_editor);
    m_from = makeDay(tr("&From"), tr("From"));
    m_to = makeDay(tr("&To"), tr("To"));
    layout->addWidget(m_field);
    setEditors({});
    connect(m_words, &QLineEdit::textChanged, this, &ChangeFilterBar::read);
}

QLineEdit* ChangeFilterBar::makeDay(const QString& label, const QString& name)
{
    auto* both = new QWidget(this);
    auto* field = new QLineEdit(both);
    auto* text = new QLabel(label, both);
    text->setBuddy(field);
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("any day"));
    field->setToolTip(tr("A day, month, quarter or year"));
    field->setFixedWidth(dayWidth);
    auto* layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(text);
    layout->addWidget(field);
    this->layout()->addWidget(both);
    connect(field, &QLineEdit::textChanged, this, &ChangeFilterBar::read);
    return field;
}

void ChangeFilterBar::setEditors(QStringList editors)
{
    editors.sort(Qt::CaseInsensitive);
    const std::optional<QString> chosen = m_filter.editor;
    const QSignalBlocker quiet(m_editor);
    m_editor->clear();
    m_editor->addItem(tr("Any editor"));
    for (const QString& editor : editors)
        m_editor->addItem(editor.isEmpty() ? tr("(no name)") : editor, editor);
    const auto place = chosen ? editors.indexOf(*chosen) : -1;
    m_editor->setCurrentIndex(static_cast<int>(place) + 1);
    if (chosen && place < 0)
        read();
}

std::optional<PartialDate> ChangeFilterBar::readDay(QLineEdit& field)
{
    const QLocale locale;
    const DateReading reading = readDate(field.text(), locale, dateOrderOf(locale));
    const QString red = Theme::of(palette()).of(MeasureClass::NationalBlock).name();
    field.setStyleSheet(reading.problem.isEmpty()
                            ? QString()
                            : QStringLiteral("QLineEdit { color: %1; border-color: %1; }").arg(red));
    field.setAccessibleDescription(reading.problem);
    if (m_problem.isEmpty())
        m_problem = reading.problem;
    return reading.date;
}

void ChangeFilterBar::read()
{
    const QString problem = std::exchange(m_problem, QString());
    ChangeFilter filter;
    filter.text = m_words->text().simplified();
    if (m_editor->currentIndex() > 0)
        filter.editor = m_editor->currentData().toString();
    if (m_field->currentIndex() > 0)
        filter.field = static_cast<EventField>(m_field->currentData().toInt());
    filter.from = readDay(*m_from);
    filter.to = readDay(*m_to);
    if (m_problem.isEmpty() && filter.from && filter.to &&
        filter.from->interval().first > filter.to->interval().last)
        m_problem = tr("The days end before they begin.");
    if (filter != m_filter) {
        m_filter = filter;
        Q_EMIT filterChanged();
    }
    if (problem != m_problem)
        Q_EMIT problemChanged();
}

} // namespace interdict
