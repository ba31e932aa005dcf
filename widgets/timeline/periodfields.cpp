// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/periodfields.h"

#include "widgets/theme/theme.h"
#include "widgets/timeline/hovercard.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace interdict {

std::optional<PartialDate> readDate(const QString& text)
{
    return PartialDate::parse(text.trimmed().toUpper());
}

PeriodFields::PeriodFields(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_from(makeField(tr("From")))
    , m_to(makeField(tr("To")))
    , m_message(new HoverCard(*this))
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(4);
    int row = 0;
    for (QLineEdit* field : {m_from, m_to}) {
        auto* label = new QLabel(field->accessibleName());
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(field);
        layout->addWidget(label, row, 0);
        layout->addWidget(field, row++, 1);
    }
    connect(&workspace, &Workspace::filterChanged, this, &PeriodFields::showPeriod);
    showPeriod();
}

PeriodFields::~PeriodFields()
{
    // It may have moved to the window, which outlives the fields or goes down with them.
    delete m_message.data();
}

QLineEdit* PeriodFields::makeField(const QString& name)
{
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("any"));
    field->setToolTip(tr("A day, month, quarter or year: 2025-02-10, 2025-02, 2025-Q1, 2025"));
    field->setMinimumWidth(40);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this, field] { check(*field); });
    connect(field, &QLineEdit::editingFinished, this, &PeriodFields::apply);
    return field;
}

// Escape brings back what is applied.
bool PeriodFields::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        showPeriod();
        return true;
    }
    if (event->type() == QEvent::FocusOut && m_message)
        m_message->hide();
    return QWidget::eventFilter(watched, event);
}

void PeriodFields::showPeriod()
{
    const auto& period = m_workspace.filter().begins;
    const auto text = [](const std::optional<PartialDate>& date) { return date ? date->text() : QString(); };
    m_from->setText(period ? text(period->from) : QString());
    m_to->setText(period ? text(period->to) : QString());
    check(*m_from);
    check(*m_to);
}

QString PeriodFields::problem(const QLineEdit& field) const
{
    if (field.text().trimmed().isEmpty())
        return {};
    const auto date = readDate(field.text());
    if (!date)
        return tr("Not a date. Write 2025, 2025-Q1, 2025-02 or 2025-02-10.");
    const auto from = readDate(m_from->text());
    const auto to = readDate(m_to->text());
    if (from && to && from->interval().first > to->interval().last)
        return tr("The period ends before it begins.");
    return {};
}

void PeriodFields::check(QLineEdit& field)
{
    const QString text = problem(field);
    const QString red = Theme::of(palette()).of(MeasureClass::NationalBlock).name();
    field.setStyleSheet(
        text.isEmpty() ? QString() : QStringLiteral("QLineEdit { color: %1; border-color: %1; }").arg(red));
    field.setAccessibleDescription(text);
    if (!m_message)
        return;
    if (text.isEmpty() || !field.hasFocus())
        m_message->hide();
    else
        m_message->tell(text.toHtmlEscaped(), field.geometry());
}

void PeriodFields::apply()
{
    if (!problem(*m_from).isEmpty() || !problem(*m_to).isEmpty())
        return;
    Filter filter = m_workspace.filter();
    const auto from = readDate(m_from->text());
    const auto to = readDate(m_to->text());
    filter.begins = from || to ? std::optional(Period{from, to}) : std::nullopt;
    m_workspace.setFilter(filter);
    showPeriod();
}

} // namespace interdict
