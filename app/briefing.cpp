// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing.h"

#include "app/briefingfiles.h"
#include "app/query.h"
#include "app/session.h"

#include <QCoreApplication>
#include <QIODevice>

#include <cstdio>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Briefing", text);
}

Result<BriefingFormat> formatOf(const BriefingOptions& options)
{
    if (const auto format = options.format ? options.format : briefingFormatOf(options.output))
        return *format;
    return failure(
        Error::Kind::BadInput,
        options.output == QLatin1String("-")
            ? tr("-o -: say which format, as in --format md")
            : tr("-o %1: the ending is none of .pdf, .html, .odt, .md. Use one of them, or say which format, "
                 "as in --format pdf")
                  .arg(options.output));
}

Result<void> check(const BriefingOptions& options)
{
    if (options.each && options.output == QLatin1String("-"))
        return failure(
            Error::Kind::BadInput,
            tr("-o -: several briefings do not fit into one output. Name a file, as in -o countries.pdf"));
    if (options.each && !options.title.isEmpty())
        return failure(Error::Kind::BadInput, tr("--title: a title for all is a title for none. With --each, "
                                                 "each briefing is named after its value."));
    return {};
}

BriefingProgress progressOf(const BriefingOptions& options)
{
    return [shows = options.showProgress](double share) {
        if (shows)
            std::fprintf(stderr, "\r%s %3d %%%s", tr("Briefing").toLocal8Bit().constData(),
                         static_cast<int>(share * 100), share >= 1 ? "\r               \r" : "");
        return true;
    };
}

Result<void> writeAll(const QByteArray& bytes, QIODevice& out)
{
    if (out.write(bytes) == bytes.size())
        return {};
    return failure(Error::Kind::Failed,
                   QCoreApplication::translate("CommandLine", "The output could not be written: %1")
                       .arg(out.errorString()));
}

// A line a file, of those that were made for values.
Result<void> writeIndex(const std::vector<BriefingFile>& files, QIODevice& out)
{
    QByteArray lines;
    for (const BriefingFile& file : files)
        lines += QStringLiteral("%1\t%2\t%3\n").arg(file.path, file.value).arg(file.events).toUtf8();
    return writeAll(lines, out);
}

Result<void> run(Session& session, const BriefingOptions& options, BriefingFormat format, QIODevice& out)
{
    Workspace& workspace = session.workspace;
    workspace.setAsOf(options.asOf.value_or(options.made.value_or(workspace.today())));
    if (options.output == QLatin1String("-"))
        return briefingBytes(workspace, session.geometry, options, format, progressOf(options))
            .and_then([&out](const QByteArray& bytes) { return writeAll(bytes, out); });
    const auto files = writeBriefings(workspace, session.geometry, options, format, progressOf(options));
    if (!files)
        return tl::make_unexpected(files.error());
    return options.each ? writeIndex(*files, out) : Result<void>();
}

} // namespace

ExitCode runBriefing(const BriefingOptions& options, QIODevice& standardOutput)
{
    const auto format = check(options).and_then([&options] { return formatOf(options); });
    if (!format)
        return report(format.error());
    Session session(options.made.value_or(localToday()));
    const auto done = openForCommand(session.workspace, options.data, options.filter, true).and_then([&] {
        return run(session, options, *format, standardOutput);
    });
    return done ? ExitCode::Ok : report(done.error());
}

} // namespace interdict
