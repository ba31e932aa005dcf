// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/datefield.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/editor/formreading.h"
#include "widgets/theme/icons.h"
#include "widgets/timeline/daypopup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace interdict {

DateField::DateField(const QString& name, Day today, QWidget* parent)
    : QWidget(parent)
    , m_today(today)
    , m_field(new QLineEdit(this))
    , m_button(new QToolButton(this))
    , m_echo(new QLabel(this))
    , m_other(new LinkButton(LinkButton::Look::Link, {}, this))
    , m_popup(new DayPopup(name, today, this))
{
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(tr("2025-01-30, Jan 2025, Q1 2025 or 2025"));
    m_button->setAccessibleName(tr("Choose %1 from a calendar").arg(name));
    m_button->setToolTip(tr("Choose from a calendar"));
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum); // as high as the line
    m_echo->setTextFormat(Qt::PlainText);
    m_echo->setWordWrap(true);
    setFocusProxy(m_field);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_field, 1);
    line->addWidget(m_button);
    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(m_echo, 1);
    below->addWidget(m_other, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addLayout(below);
    connect(m_field, &QLineEdit::textChanged, this, &DateField::read);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
    connect(m_popup, &DayPopup::dayChosen, this,
            [this](Day day) { m_field->setText(PartialDate::ofDay(day).text()); });
    connect(m_other, &QAbstractButton::clicked, this,
            [this] { m_field->setText(m_reading.otherwise->text()); });
    dress();
    read();
}

QString DateField::text() const
{
    return m_field->text();
}

void DateField::setText(const QString& text)
{
    m_field->setText(text);
    m_field->setCursorPosition(0);
}

QWidget* DateField::button() const
{
    return m_button;
}

QString DateField::echo() const
{
    return m_echo->text();
}

void DateField::read()
{
    m_reading = readFormDate(m_field->text(), m_locale);
    m_echo->setText(m_reading.date ? dateInWords(*m_reading.date, m_locale) : QString());
    m_echo->setVisible(m_reading.date.has_value());
    m_other->setVisible(m_reading.otherwise.has_value());
    if (m_reading.otherwise)
        m_other->setText(tr("Or %1?").arg(m_reading.otherwise->display(m_locale)));
    if (m_other->hasFocus() && !m_reading.otherwise)
        m_field->setFocus();
    m_field->setAccessibleDescription(m_echo->text());
    Q_EMIT changed();
}

void DateField::openCalendar()
{
    m_popup->setDay(m_reading.date ? m_reading.date->interval().first : m_today);
    m_popup->adjustSize();
    m_popup->move(m_field->mapToGlobal(QPoint(0, m_field->height() + 2)));
    m_popup->show();
}

void DateField::dress()
{
    const Theme& theme = Theme::of(palette());
    const int side = fontMetrics().height() - 3; // the button as high as the line
    m_button->setIconSize({side, side});
    m_button->setIcon(glyphIcon(Glyph::Calendar, theme));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.dim);
    m_echo->setPalette(colours);
}

void DateField::changeEvent(QEvent* event)
{
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_popup)
        dress();
    QWidget::changeEvent(event);
}

} // namespace interdict
