// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify.h"

#include "app/query.h"
#include "app/userdata.h"
#include "model/event/partialdate.h"
#include "model/workspace.h"
#include "widgets/figure/figurefile.h"
#include "widgets/figure/reopening.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Verify", text, nullptr, n);
}

QString kindInWords(const FigureSpec& spec)
{
    const QString kind = keyOf(figureKinds(), spec.kind);
    return spec.kind == FigureKind::Chart ? kind + u':' + keyOf(chartKinds(), spec.chart.kind) : kind;
}

// What the figure is, a line each.
QStringList described(const FigureStamp& stamp, const Workspace& workspace)
{
    const FigureSpec& spec = stamp.spec;
    const auto day = [](Day value) { return PartialDate::ofDay(value).text(); };
    QStringList lines{tr("kind: %1").arg(kindInWords(spec)),
                      tr("title: %1").arg(spec.title.value_or(suggestedTitle(workspace, spec))),
                      tr("filter: %1").arg(spec.filter.isEmpty() ? tr("(none)") : spec.filter)};
    if (!spec.event.isEmpty())
        lines << tr("event: %1").arg(spec.event);
    lines << tr("as of: %1").arg(day(spec.asOf.value_or(stamp.made)))
          << tr("made: %1, by %2").arg(day(stamp.made), stamp.program)
          << tr("data set: %1").arg(stamp.dataSet);
    lines << tr("shown: %n event(s)", static_cast<int>(stamp.prints.size()));
    return lines;
}

// Whether it is as it was; an error where its filter means nothing here.
Result<bool> verify(const QString& path, Workspace& workspace, QString& text)
{
    const auto stamp = readFigureStamp(path);
    if (!stamp)
        return tl::make_unexpected(stamp.error());
    const auto change = stateOf(*stamp, workspace).and_then([&](const FigureState& state) {
        restore(state, *stamp, workspace);
        return changeSince(*stamp, workspace);
    });
    if (!change)
        return tl::make_unexpected(
            Error{change.error().kind, path + QStringLiteral(": ") + change.error().message, {}});
    text += QStringLiteral("%1: %2\n").arg(path, change->isNone() ? tr("unchanged") : tr("changed"));
    for (const QString& line :
         QStringList{changeInWords(*stamp, *change, workspace)} + described(*stamp, workspace))
        text += QStringLiteral("  ") + line.simplified() + u'\n';
    return change->isNone();
}

} // namespace

ExitCode runVerify(const VerifyCommand& command, QIODevice& out)
{
    const Gazetteer gazetteer = builtInGazetteer();
    Workspace workspace(gazetteer, localToday());
    if (const auto opened = openForCommand(workspace, command.data, {}, true); !opened) {
        report(opened.error());
        return ExitCode::Unverified;
    }
    ExitCode code = ExitCode::Ok;
    QString text;
    for (const QString& path : command.figures) {
        const auto isSame = verify(path, workspace, text);
        if (!isSame)
            report(isSame.error());
        const ExitCode found = !isSame ? ExitCode::Unverified : *isSame ? ExitCode::Ok : ExitCode::Failed;
        code = std::max(code, found);
    }
    const QByteArray bytes = command.quiet ? QByteArray() : text.toUtf8();
    if (out.write(bytes) == bytes.size())
        return code;
    report({Error::Kind::Failed, tr("The output could not be written: %1").arg(out.errorString()), {}});
    return ExitCode::Unverified;
}

} // namespace interdict
