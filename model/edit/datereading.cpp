// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/datereading.h"

#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DateReading", text);
}

DateReading noDate(const QString& problem)
{
    return {std::nullopt, std::nullopt, problem};
}

int number(const QRegularExpressionMatch& match, int group)
{
    return match.captured(group).toInt();
}

struct Manner
{
    const QLocale& locale; // names the months in problems
    DateOrder order;
};

// What the calendar says of a day that may not exist.
DateReading dayOrProblem(int year, int month, int day, const QLocale& locale)
{
    if (const auto date = PartialDate::ofDay(year, month, day))
        return {date, std::nullopt, {}};
    if (month < 1 || month > 12)
        return noDate(tr("There is no month %1.").arg(month));
    const auto whole = PartialDate::ofMonth(year, month);
    if (!whole)
        return noDate(tr("The year %1 is out of range.").arg(year));
    const DayInterval days = whole->interval();
    return noDate(tr("There is no %1 %2: the month has %3 days.")
                      .arg(day)
                      .arg(locale.standaloneMonthName(month))
                      .arg(days.last - days.first + 1));
}

DateReading monthOrProblem(int year, int month)
{
    if (const auto date = PartialDate::ofMonth(year, month))
        return {date, std::nullopt, {}};
    return noDate(month < 1 || month > 12 ? tr("There is no month %1.").arg(month)
                                          : tr("The year %1 is out of range.").arg(year));
}

DateReading shortYear()
{
    return noDate(tr("Write the year with four digits."));
}

// Two numbers before the year, of which one is the month.
DateReading dayAndMonth(int first, int second, int year, const Manner& manner)
{
    const auto dayFirst = PartialDate::ofDay(year, second, first);
    const auto monthFirst = PartialDate::ofDay(year, first, second);
    const bool american = manner.order == DateOrder::MonthDayYear;
    const auto& wanted = american ? monthFirst : dayFirst;
    const auto& other = american ? dayFirst : monthFirst;
    if (wanted && other)
        return {wanted, *wanted == *other ? std::nullopt : other, {}};
    if (wanted || other)
        return {wanted ? wanted : other, std::nullopt, {}};
    return american ? dayOrProblem(year, first, second, manner.locale)
                    : dayOrProblem(year, second, first, manner.locale);
}

DateReading readDotted(const QRegularExpressionMatch& match, const Manner& manner)
{
    return dayOrProblem(number(match, 3), number(match, 2), number(match, 1), manner.locale);
}

DateReading readNumbers(const QRegularExpressionMatch& match, const Manner& manner)
{
    return dayAndMonth(number(match, 1), number(match, 2), number(match, 3), manner);
}

DateReading readYearFirst(const QRegularExpressionMatch& match, const Manner& manner)
{
    const int year = number(match, 1), month = number(match, 2);
    return match.captured(3).isEmpty() ? monthOrProblem(year, month)
                                       : dayOrProblem(year, month, number(match, 3), manner.locale);
}

DateReading readMonthYear(const QRegularExpressionMatch& match, const Manner&)
{
    return monthOrProblem(number(match, 2), number(match, 1));
}

DateReading readQuarter(const QRegularExpressionMatch& match, const Manner&)
{
    const int first = number(match, 1), second = number(match, 2);
    const auto date = PartialDate::ofQuarter(std::max(first, second), std::min(first, second));
    return date ? DateReading{date, std::nullopt, {}} : noDate(tr("A year has the quarters Q1 to Q4."));
}

DateReading readYear(const QRegularExpressionMatch& match, const Manner&)
{
    const auto date = PartialDate::ofYear(number(match, 1));
    return date ? DateReading{date, std::nullopt, {}}
                : noDate(tr("The year %1 is out of range.").arg(match.captured(1)));
}

DateReading readShortYear(const QRegularExpressionMatch&, const Manner&)
{
    return shortYear();
}

struct Form
{
    QRegularExpression pattern;
    DateReading (*read)(const QRegularExpressionMatch&, const Manner&);
};

// The forms without a month's name, on text that is folded to lower case and plain digits.
const std::vector<Form>& forms()
{
    const auto form = [](const char* pattern,
                         DateReading (*read)(const QRegularExpressionMatch&, const Manner&)) {
        return Form{QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QString::fromUtf8(pattern))), read};
    };
    static const std::vector<Form> all{
        form(R"((\d{4}))", readYear),
        form(R"((\d{4}) ?[-./ ] ?(\d{1,2})(?: ?[-./ ] ?(\d{1,2}))?)", readYearFirst),
        form(R"((\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)", readYearFirst),
        form(R"((\d{4}) ?年)", readYear),
        form(R"((\d{1,2})\. ?(\d{1,2})\. ?(\d{4}))", readDotted),
        form(R"((\d{1,2}) ?[-/ ] ?(\d{1,2}) ?[-/ ] ?(\d{4}))", readNumbers),
        form(R"((\d{1,2}) ?[-./ ] ?(\d{4}))", readMonthYear),
        form(R"(q(\d) ?[-/ ]? ?(\d{4}))", readQuarter),
        form(R"((\d{4}) ?[-/ ]? ?q(\d))", readQuarter),
        form(R"((\d)(?:st|nd|rd|th|\.)? quart(?:er|al) (?:of )?(\d{4}))", readQuarter),
        form(R"(\d{1,2} ?[-./ ] ?\d{1,2} ?[-./ ] ?\d{1,2})", readShortYear),
    };
    return all;
}

// Full-width digits, hard spaces, commas and ordinals become plain.
QString plain(const QString& text)
{
    static const QRegularExpression ordinal(QStringLiteral("(\\d)(?:st|nd|rd|th)\\b(?! quarter)"));
    QString folded = text.normalized(QString::NormalizationForm_KC).toLower();
    folded.replace(u',', u' ');
    folded.replace(ordinal, QStringLiteral("\\1"));
    return folded.simplified();
}

QHash<QString, int> monthNames(const QLocale& locale)
{
    QHash<QString, int> months{{QStringLiteral("sept"), 9}};
    for (const QLocale& language : {locale, QLocale::c()})
        for (int month = 1; month <= 12; ++month)
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                months.insert(foldedName(language.standaloneMonthName(month, format)).remove(u'.'), month);
                months.insert(foldedName(language.monthName(month, format)).remove(u'.'), month);
            }
    return months;
}

// "30 jan 2025", "jan 30 2025", "jan 2025": one month's name, a year, perhaps a day.
std::optional<DateReading> readNamedMonth(const QString& text, const QLocale& locale)
{
    static const QRegularExpression part(QStringLiteral("\\d+|[\\p{L}\\p{M}]+"));
    const QHash<QString, int> months = monthNames(locale);
    std::optional<int> month, day, year;
    bool secondShort = false; // "30 Jan 25"
    auto parts = part.globalMatch(text);
    while (parts.hasNext()) {
        const QString word = parts.next().captured();
        const int value = word.toInt();
        const auto name = months.constFind(foldedName(word));
        std::optional<int>& slot = name != months.constEnd()       ? month
                                   : word.size() == 4 && value > 0 ? year
                                                                   : day;
        const bool filler = name == months.constEnd() && value == 0 &&
                            (word == QLatin1String("of") || word == QLatin1String("de"));
        if (filler)
            continue;
        if (day && &slot == &day && word.size() == 2 && word.at(0).isDigit()) {
            secondShort = true;
            continue;
        }
        if (slot || (name == months.constEnd() && !word.at(0).isDigit()))
            return std::nullopt;
        slot = name != months.constEnd() ? *name : value;
    }
    if (!month)
        return std::nullopt;
    if (!year)
        return secondShort || (day && *day > 31) ? shortYear() : noDate(tr("Which year?"));
    return day ? dayOrProblem(*year, *month, *day, locale) : monthOrProblem(*year, *month);
}

} // namespace

DateOrder dateOrderOf(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat).toLower();
    const auto year = format.indexOf(u'y'), month = format.indexOf(u'm'), day = format.indexOf(u'd');
    if (year < month && year < day)
        return DateOrder::YearMonthDay;
    return month < day ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
}

DateReading readDate(const QString& text, const QLocale& locale, DateOrder order)
{
    const QString wanted = plain(text);
    if (wanted.isEmpty())
        return {};
    for (const Form& form : forms())
        if (const auto match = form.pattern.match(wanted); match.hasMatch())
            return form.read(match, {locale, order});
    if (auto named = readNamedMonth(wanted, locale))
        return *named;
    return noDate(tr("“%1” is not a date. Write 2025-01-30, 30 Jan 2025, Jan 2025, Q1 2025 or 2025.")
                      .arg(text.trimmed()));
}

} // namespace interdict
