// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefingformat.h"

#include <QCoreApplication>

#include <array>

namespace interdict {

namespace {

constexpr std::array<KeyOf<BriefingFormat>, 4> table{{
    {BriefingFormat::Pdf, "pdf", QT_TRANSLATE_NOOP("Briefing", "PDF")},
    {BriefingFormat::Html, "html", QT_TRANSLATE_NOOP("Briefing", "Web page")},
    {BriefingFormat::Odt, "odt", QT_TRANSLATE_NOOP("Briefing", "OpenDocument text")},
    {BriefingFormat::Markdown, "md", QT_TRANSLATE_NOOP("Briefing", "Markdown")},
}};

} // namespace

std::span<const KeyOf<BriefingFormat>> briefingFormats()
{
    return table;
}

QString briefingFormatLabel(BriefingFormat format)
{
    for (const auto& entry : table)
        if (entry.value == format)
            return QCoreApplication::translate("Briefing", entry.label);
    return {};
}

std::optional<BriefingFormat> briefingFormatOf(const QString& fileName)
{
    return fromKey(briefingFormats(), QStringView(fileName).mid(fileName.lastIndexOf(u'.') + 1));
}

} // namespace interdict
