// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figurecommand.h"

#include "app/commands/running.h"
#include "app/export.h"
#include "app/figurebase.h"
#include "app/query.h"
#include "app/session.h"
#include "model/exchange/recordexport.h"
#include "model/explore/filtertext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("FigureCommand", text, nullptr, n);
}

QString endings()
{
    QStringList all;
    for (const KeyOf<FigureFormat>& format : figureFormats())
        all << u'.' + QLatin1String(format.key);
    return all.join(QStringLiteral(", "));
}

bool toStandardOutput(const FigureCommand& command)
{
    return command.output == QLatin1String("-");
}

Result<FigureFormat> formatOf(const FigureCommand& command)
{
    if (const auto format = command.format ? command.format : figureFormatOf(command.output))
        return *format;
    return failure(Error::Kind::BadInput,
                   toStandardOutput(command)
                       ? tr("-o -: say which format, as in --format svg")
                       : tr("-o %1: the ending is none of %2. Use one of them, or say which format, as in "
                            "--format svg")
                             .arg(command.output, endings()));
}

// What has to be known before the record is read.
struct Order
{
    FigureSpec spec;
    FigureFormat format = FigureFormat::Svg;
};

Result<Order> orderOf(const FigureCommand& command)
{
    const auto format = formatOf(command);
    if (!format)
        return tl::make_unexpected(format.error());
    const bool isText = *format == FigureFormat::Svg || *format == FigureFormat::Csv;
    if (const auto checked = checkTerminal(command.output, isText); !checked)
        return tl::make_unexpected(checked.error());
    const auto spec = figureBase(command.spec, command.like).and_then([&](const FigureSpec& base) {
        return changedSpec(base, command.changes, !command.spec.isEmpty() || !command.like.isEmpty());
    });
    if (!spec)
        return tl::make_unexpected(spec.error());
    if (*format == FigureFormat::WebP && spec->kind != FigureKind::Map)
        return failure(Error::Kind::BadInput,
                       tr("-o %1: only a map has pictures over time. Use .svg, .pdf or "
                          ".png.")
                           .arg(command.output));
    return Order{*spec, *format};
}

Result<void> checkTargets(const FigureCommand& command, const Workspace& workspace)
{
    for (const QString& path : {command.output, command.savedSpec})
        if (!path.isEmpty() && path != QLatin1String("-"))
            if (const auto checked = checkExportTarget(workspace, path); !checked)
                return checked;
    return {};
}

Result<void> printBytes(const QByteArray& bytes, QIODevice& out)
{
    if (out.write(bytes) == bytes.size())
        return {};
    return failure(Error::Kind::Failed, tr("The output could not be written: %1").arg(out.errorString()));
}

class FigureMaking
{
public:
    FigureMaking(const FigureCommand& command, Order order, Session& session, QIODevice& out)
        : m_command(command)
        , m_order(std::move(order))
        , m_session(session)
        , m_out(out)
    {
    }

    Result<void> run()
    {
        Workspace& workspace = m_session.workspace;
        if (const auto opened = openForCommand(workspace, m_command.data, m_order.spec.filter, true); !opened)
            return opened;
        m_order.spec.filter = filterText(workspace.filter());
        if (m_order.spec.asOf)
            workspace.setAsOf(*m_order.spec.asOf);
        return checkTargets(m_command, workspace)
            .and_then([this] { return saveSpec(); })
            .and_then(
                [this] { return stampOf(m_session.workspace, m_order.spec, m_session.workspace.today()); })
            .and_then([this](const FigureStamp& stamp) {
                return m_order.format == FigureFormat::WebP ? writeFrames(stamp) : write(stamp);
            });
    }

private:
    Result<void> saveSpec() const
    {
        if (m_command.savedSpec.isEmpty())
            return {};
        return writeWhole(QJsonDocument(toJson(m_order.spec)).toJson(), m_command.savedSpec);
    }

    Result<Figure> figure(const FigureSpec& spec) const
    {
        const bool vector = m_order.format == FigureFormat::Svg || m_order.format == FigureFormat::Pdf;
        return Figure::make(m_session.workspace, m_session.geometry, spec, vector);
    }

    Result<void> write(const FigureStamp& stamp) const
    {
        const auto made = figure(m_order.spec);
        if (!made)
            return tl::make_unexpected(made.error());
        if (toStandardOutput(m_command))
            return print(*made, stamp);
        const auto files = writeFigure(*made, stamp, m_order.format, m_command.output, m_command.file);
        if (!files)
            return tl::make_unexpected(files.error());
        return files->size() < 2 ? Result<void>() : printBytes((files->join(u'\n') + u'\n').toUtf8(), m_out);
    }

    Result<void> print(const Figure& made, const FigureStamp& stamp) const
    {
        const bool isPaged = m_order.format == FigureFormat::Svg || m_order.format == FigureFormat::Png;
        if (isPaged && made.pages() > 1)
            return failure(
                Error::Kind::BadInput,
                tr("-o -: the figure has %n page(s), each a file. Write to a file, or use --format "
                   "pdf.",
                   made.pages()));
        return figureBytes(made, stamp, m_order.format, m_command.file)
            .and_then([this](const QByteArray& bytes) { return printBytes(bytes, m_out); });
    }

    Result<void> writeFrames(const FigureStamp& stamp)
    {
        const std::vector<Day> days = frameDays(m_session.workspace, m_order.spec, m_command.frames);
        FigureFrames frames = mapFrames(m_session.workspace, m_session.geometry, m_order.spec, days);
        frames.progress = [shows = m_command.showProgress](double share) {
            if (shows)
                std::fprintf(stderr, "\r%s %3d %%%s", qPrintable(tr("Drawing")),
                             static_cast<int>(share * 100), share >= 1 ? "\r             \r" : "");
            return true;
        };
        if (!toStandardOutput(m_command))
            return writeFigureAnimation(frames, stamp, m_command.output, m_command.file);
        return figureAnimation(frames, stamp, m_command.file).and_then([this](const QByteArray& bytes) {
            return printBytes(bytes, m_out);
        });
    }

    const FigureCommand& m_command;
    Order m_order;
    Session& m_session;
    QIODevice& m_out;
};

} // namespace

ExitCode runFigure(const FigureCommand& command, QIODevice& standardOutput)
{
    auto order = orderOf(command);
    if (!order)
        return report(order.error());
    Session session(command.made.value_or(localToday()));
    const auto done = FigureMaking(command, std::move(*order), session, standardOutput).run();
    return done ? ExitCode::Ok : report(done.error());
}

} // namespace interdict
