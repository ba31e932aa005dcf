// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incoming/incomingtexts.h"

#include "widgets/editor/eventeditor.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr qsizetype mostNames = 4;

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("IncomingTexts", text, nullptr, count);
}

} // namespace

QString namesTogether(const QStringList& names)
{
    const QString shown = names.mid(0, mostNames).join(QStringLiteral(", "));
    return names.size() > mostNames ? tr("%1 and others").arg(shown) : shown;
}

QString labelsOf(const Vocabulary& words)
{
    QStringList parts;
    for (int i = 0; i < termKindCount; ++i)
        for (const Term& term : words.terms(static_cast<TermKind>(i)))
            parts << term.label;
    for (const Platform& platform : words.platforms())
        parts << platform.name;
    return parts.join(QStringLiteral(", "));
}

QString stepName(std::span<const Incoming> incoming, std::span<const Answer> answers, const QString& file)
{
    QStringList editors;
    for (std::size_t i = 0; i < answers.size(); ++i)
        for (const QString& editor : answers[i].accept ? incoming[i].editors : QStringList())
            if (!editors.contains(editor))
                editors << editor;
    return editors.isEmpty() ? tr("Changes from %1").arg(file)
                             : tr("Changes of %1 from %2").arg(namesTogether(editors), file);
}

QString afterSaving(const Acceptance& acceptance)
{
    QStringList lines{tr("Saved: %Ln event(s).", acceptance.accepted)};
    if (!acceptance.unrelated.isEmpty())
        lines << tr("Relations to what was deleted were taken out of: %1.")
                     .arg(namesTogether(acceptance.unrelated));
    QStringList relations;
    for (const Acceptance::LeftOut& left : acceptance.leftOut)
        relations << tr("of \u201c%1\u201d to %2").arg(shortEventTitle(left.title), left.other);
    if (!relations.isEmpty())
        lines << tr("Relations to events that are not here were left out: %1.").arg(namesTogether(relations));
    if (!acceptance.held.empty())
        lines << tr("%Ln event(s) cannot be saved like this.", static_cast<int>(acceptance.held.size()));
    return lines.join(u' ');
}

} // namespace interdict
