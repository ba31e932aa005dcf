// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/daypopup.h"

#include "model/event/partialdate.h"
#include "widgets/theme/theme.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace interdict {

namespace {

QDate toQDate(Day day)
{
    const auto ymd = toDate(day).year_month_day();
    return {ymd.year, ymd.month, ymd.day};
}

Day toDay(QDate date)
{
    return dayOf(date.year(), date.month(), date.day());
}

QString dayText(Day day)
{
    return PartialDate::ofDay(day).text();
}

// Nothing where the text is none, or is a month or a year.
std::optional<Day> readDay(const QString& text)
{
    const auto date = PartialDate::parse(text.trimmed());
    if (!date || date->interval().first != date->interval().last)
        return std::nullopt;
    return date->interval().first;
}

// Qt heads its calendar by a bar in the highlight's colour and arrows in green: calmed.
void calmHeading(QCalendarWidget& calendar)
{
    calendar.setStyleSheet(
        QStringLiteral("#qt_calendar_navigationbar { background: palette(base); }"
                       "QToolButton { background: transparent; border-color: transparent; font-weight: 600; }"
                       "QToolButton:hover, QToolButton:focus { border-color: palette(dark); }"));
    const std::pair<QLatin1String, QString> arrows[] = {
        {QLatin1String("qt_calendar_prevmonth"), QStringLiteral("‹")},
        {QLatin1String("qt_calendar_nextmonth"), QStringLiteral("›")}};
    for (const auto& [name, text] : arrows) {
        if (auto* button = calendar.findChild<QToolButton*>(name)) {
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);
            button->setText(text);
        }
    }
}

} // namespace

DayPopup::DayPopup(const QString& name, Day today, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_today(today)
    , m_field(makeField(name))
    , m_message(new QLabel)
    , m_calendar(makeCalendar(name))
    , m_toToday(new QPushButton(tr("Today")))
{
    setAttribute(Qt::WA_NoMouseReplay); // the click on what opened it closes it, and does not open it again
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addWidget(m_calendar);
    layout->addWidget(m_toToday, 0, Qt::AlignLeft);
    m_toToday->setAutoDefault(true);
    connect(m_toToday, &QPushButton::clicked, this, [this] { choose(m_today); });
}

QLineEdit* DayPopup::makeField(const QString& name)
{
    auto* field = new QLineEdit;
    field->setAccessibleName(name);
    connect(field, &QLineEdit::textEdited, this, &DayPopup::followField);
    connect(field, &QLineEdit::returnPressed, this, &DayPopup::chooseTyped);
    return field;
}

QCalendarWidget* DayPopup::makeCalendar(const QString& name)
{
    auto* calendar = new QCalendarWidget;
    calendar->setAccessibleName(name);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calmHeading(*calendar);
    calendar->setDateEditEnabled(false); // days are typed into the field
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, QTextCharFormat()); // no red: red means a block here
    connect(calendar, &QCalendarWidget::clicked, this, [this](QDate date) { choose(toDay(date)); });
    connect(calendar, &QCalendarWidget::activated, this, [this](QDate date) { choose(toDay(date)); });
    connect(calendar, &QCalendarWidget::selectionChanged, this, [this] {
        m_field->setText(dayText(toDay(m_calendar->selectedDate())));
        say({});
    });
    return calendar;
}

void DayPopup::setDay(Day day)
{
    m_day = day;
    m_toToday->setEnabled(day != m_today);
}

void DayPopup::choose(Day day)
{
    close();
    Q_EMIT dayChosen(day);
}

void DayPopup::chooseTyped()
{
    if (const auto day = readDay(m_field->text()))
        choose(*day);
    else
        say(tr("Not a day. Write it as %1.").arg(dayText(m_today)));
}

void DayPopup::followField()
{
    say({});
    const auto day = readDay(m_field->text());
    const QSignalBlocker quiet(m_calendar); // the field keeps what is typed
    if (day)
        m_calendar->setSelectedDate(toQDate(*day));
}

void DayPopup::say(const QString& problem)
{
    QPalette colours = palette();
    const Theme& theme = Theme::of(colours);
    colours.setColor(QPalette::WindowText,
                     problem.isEmpty() ? theme.dim : theme.of(MeasureClass::NationalBlock));
    m_message->setPalette(colours);
    m_message->setText(problem.isEmpty() ? tr("Year, month, day: %1").arg(dayText(m_today)) : problem);
    m_field->setAccessibleDescription(problem);
}

void DayPopup::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_calendar->setSelectedDate(toQDate(m_day));
    m_calendar->showSelectedDate();
    m_field->setText(dayText(m_day));
    m_field->selectAll();
    say({});
    m_field->setFocus(Qt::PopupFocusReason);
}

void DayPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Down && m_field->hasFocus())
        m_calendar->setFocus(Qt::TabFocusReason);
    event->accept(); // a popup's keys stay in it
}

void DayPopup::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.line);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), theme.panel);
}

} // namespace interdict
