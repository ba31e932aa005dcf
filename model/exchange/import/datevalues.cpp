// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a foreign table's dates mean.
#include "model/exchange/import/valuereader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

// Days are counted from here in spreadsheets.
std::optional<PartialDate> fromSerial(const QString& text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || value < 20'000 || value > 80'000) // 1954 … 2119
        return std::nullopt;
    return PartialDate::ofDay(dayOf(1899, 12, 30) + static_cast<Day>(value));
}

} // namespace

QString normalizedDateText(const QString& text)
{
    struct Step
    {
        QRegularExpression from;
        QString to;
    };
    const auto step = [](const char* from, const char* to) {
        return Step{QRegularExpression(QString::fromUtf8(from), QRegularExpression::CaseInsensitiveOption),
                    QString::fromUtf8(to)};
    };
    static const std::vector<Step> steps{
        step("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?", "\\1-\\2-\\3"),
        step("(\\d{4})年(\\d{1,2})月", "\\1-\\2"),
        step("(\\d{4})年", "\\1"),
        step("^(\\d{4}-\\d{2}-\\d{2})T.*$", "\\1"),
        step("[,\\s]+\\d{1,2}:\\d{2}.*$", ""),
        step("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+", ""),
        step("^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?\\s+", ""),
        step("^(?:since|from|as of|effective|seit|ab|vom|depuis|le|desde|circa|ca\\.|c\\.|approx\\.?|~)\\s*",
             ""),
        step("^(?:early|mid|late|anfang|mitte|ende|début|fin)[\\s-]+(?=\\D*\\d{4}$)", ""),
        step("(\\d)(?:st|nd|rd|th|er|º|°)\\b", "\\1"),
        step("^(\\d{4})(\\d{2})(\\d{2})$", "\\1-\\2-\\3"),
        step("^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})\\.?$", "\\1-\\2-\\3"),
        step("^(\\d{4})[/.](\\d{1,2})$", "\\1-\\2"),
        step("^(\\d{4})-(\\d)(?=-|$)", "\\1-0\\2"),
        step("^(\\d{4}-\\d{2})-(\\d)$", "\\1-0\\2"),
        step("^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2})$", "\\1\\2\\3\\220\\4"),
        step("^(\\d{1,2})[\\s-]([^\\W\\d_]{3,})\\.?[\\s-](\\d{2})$",
             "\\1 \\2 20\\3"), // a spreadsheet's 15-Feb-25
        step("\\bde\\s+", ""),
    };
    QString result = text.trimmed();
    for (const Step& s : steps)
        result.replace(s.from, s.to);
    return result;
}

const DateReading& ValueReader::date(const QString& text)
{
    const auto it = m_dates.constFind(text);
    return it != m_dates.cend() ? *it : *m_dates.insert(text, readDateText(text));
}

DateReading ValueReader::readDateText(const QString& text) const
{
    static const QSet<QString> open{
        QStringLiteral("ongoing"),      QStringLiteral("present"), QStringLiteral("current"),
        QStringLiteral("stillinforce"), QStringLiteral("inforce"), QStringLiteral("open"),
        QStringLiteral("laufend"),      QStringLiteral("encours"), QStringLiteral("indefinite"),
        QStringLiteral("permanent"),    QStringLiteral("active"),  QStringLiteral("unbefristet"),
        QStringLiteral("indefinitely"), QStringLiteral("至今")};
    if (meansNothing(text) || open.contains(foldedName(text)))
        return {};
    if (const auto serial = fromSerial(text))
        return {serial, {}, {}};
    const QString plain = normalizedDateText(text);
    if (const auto date = PartialDate::parse(plain))
        return {date, {}, {}};
    const DateReading first =
        readDate(plain, QLocale(QLocale::English), m_mapping.dateOrder.value_or(DateOrder::DayMonthYear));
    if (first.date && first.otherwise && !m_mapping.dateOrder && !plain.contains(u'.'))
        return {std::nullopt, std::nullopt,
                tr("\"%1\" can be %2 or %3. Say which comes first, the day or the month (dmy or mdy).")
                    .arg(text, first.date->text(), first.otherwise->text())};
    if (first.date)
        return {first.date, {}, {}};
    const QLocale here; // its language may be the table's; if not, it tells what is wrong
    for (const QLocale& locale :
         {here, QLocale(QLocale::German), QLocale(QLocale::French), QLocale(QLocale::Spanish),
          QLocale(QLocale::Italian), QLocale(QLocale::Portuguese)})
        if (const auto other = readDate(plain, locale, DateOrder::DayMonthYear); other.date)
            return {other.date, {}, {}};
    return readDate(plain, here, m_mapping.dateOrder.value_or(DateOrder::DayMonthYear));
}

} // namespace interdict
