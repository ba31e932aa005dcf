// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Briefing", text);
}

using Look = BriefingRun::Look;

BriefingText run(const QString& text, Look look)
{
    return text.isEmpty() ? BriefingText{} : BriefingText{{text, look}};
}

constexpr std::array<const char*, 4> quarters{
    QT_TRANSLATE_NOOP("Briefing", "in the first quarter of %1"),
    QT_TRANSLATE_NOOP("Briefing", "in the second quarter of %1"),
    QT_TRANSLATE_NOOP("Briefing", "in the third quarter of %1"),
    QT_TRANSLATE_NOOP("Briefing", "in the last quarter of %1"),
};

} // namespace

BriefingText plain(const QString& text)
{
    return run(text, Look::Plain);
}

BriefingText strong(const QString& text)
{
    return run(text, Look::Strong);
}

BriefingText quiet(const QString& text)
{
    return run(text, Look::Quiet);
}

BriefingText& operator+=(BriefingText& text, const BriefingText& more)
{
    text.insert(text.end(), more.begin(), more.end());
    return text;
}

BriefingText operator+(BriefingText text, const BriefingText& more)
{
    text += more;
    return text;
}

BriefingText filled(const QString& pattern, const std::vector<BriefingText>& arguments)
{
    BriefingText text;
    QString stretch;
    bool isStrong = false;
    const auto flush = [&] {
        text += isStrong ? strong(stretch) : plain(stretch);
        stretch.clear();
    };
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isPlace = pattern[at] == u'%' && at + 1 < pattern.size() && pattern[at + 1].isDigit();
        const auto number = isPlace ? static_cast<std::size_t>(pattern[at + 1].digitValue()) : 0;
        if (number > 0 && number <= arguments.size()) {
            flush();
            BriefingText argument = arguments[number - 1];
            for (BriefingRun& run : argument)
                if (isStrong && run.look == Look::Plain)
                    run.look = Look::Strong;
            text += argument;
            ++at;
        } else if (pattern[at] == u'*') {
            flush();
            isStrong = !isStrong;
        } else {
            stretch += pattern[at];
        }
    }
    flush();
    return text;
}

BriefingText listed(const std::vector<BriefingText>& parts)
{
    BriefingText text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += plain(i + 1 == parts.size() ? tr(" and ") : QStringLiteral(", "));
        text += parts[i];
    }
    return text;
}

QString listed(const QStringList& parts)
{
    std::vector<BriefingText> texts;
    for (const QString& part : parts)
        texts.push_back(plain(part));
    return plainText(listed(texts));
}

QString onDate(const PartialDate& date, const QLocale& locale)
{
    switch (date.precision()) {
    case PartialDate::Precision::Days:
        return tr("on %1").arg(date.display(locale));
    case PartialDate::Precision::Quarters:
        return tr(quarters[static_cast<std::size_t>((date.month() - 1) / 3)]).arg(date.year());
    case PartialDate::Precision::Months:
    case PartialDate::Precision::Years:
        break;
    }
    return tr("in %1").arg(date.display(locale));
}

QString withinSentence(const QString& label)
{
    const bool isAcronym = label.size() > 1 && !label[1].isLower();
    return isAcronym ? label : label.left(1).toLower() + label.mid(1);
}

QString placeInSentence(const QString& name)
{
    static const QStringList ends{QStringLiteral(" Islands"), QStringLiteral(" Republic"),
                                  QStringLiteral(" Territories"), QStringLiteral(" Territory")};
    static const QStringList whole{QStringLiteral("Netherlands"), QStringLiteral("Philippines"),
                                   QStringLiteral("Bahamas"),     QStringLiteral("Gambia"),
                                   QStringLiteral("Maldives"),    QStringLiteral("Comoros"),
                                   QStringLiteral("Holy See"),    QStringLiteral("European Union")};
    const bool hasArticle =
        name.startsWith(QLatin1String("United ")) || whole.contains(name) ||
        name.startsWith(QLatin1String("Democratic Republic")) ||
        std::any_of(ends.begin(), ends.end(), [&name](const QString& end) { return name.endsWith(end); });
    return hasArticle ? tr("the %1").arg(name) : name;
}

QString rangeText(const DayInterval& numbers, const QLocale& locale)
{
    return numbers.first == numbers.last
               ? locale.toString(numbers.first)
               : tr("%1 to %2").arg(locale.toString(numbers.first), locale.toString(numbers.last));
}

} // namespace interdict
