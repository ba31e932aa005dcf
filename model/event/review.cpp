// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/event/review.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

constexpr std::array codes{"published", "submitted", "draft"};
constexpr std::array labels{QT_TRANSLATE_NOOP("Review", "Published"),
                            QT_TRANSLATE_NOOP("Review", "Submitted"), QT_TRANSLATE_NOOP("Review", "Draft")};

} // namespace

QString reviewCode(ReviewState state)
{
    return QLatin1String(codes[static_cast<std::size_t>(state)]);
}

std::optional<ReviewState> reviewFromCode(QStringView code)
{
    const auto it = std::find_if(codes.begin(), codes.end(),
                                 [code](const char* each) { return code == QLatin1String(each); });
    return it == codes.end() ? std::nullopt
                             : std::optional(static_cast<ReviewState>(std::distance(codes.begin(), it)));
}

std::optional<ReviewState> reviewFromText(const QString& text)
{
    const QString plain = text.trimmed();
    for (const ReviewState state : reviewStates)
        if (plain.compare(reviewCode(state), Qt::CaseInsensitive) == 0 ||
            plain.compare(reviewLabel(state), Qt::CaseInsensitive) == 0)
            return state;
    return std::nullopt;
}

QString reviewLabel(ReviewState state)
{
    return QCoreApplication::translate("Review", labels[static_cast<std::size_t>(state)]);
}

} // namespace interdict
