// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figuring.h"

#include "app/userdata.h"
#include "widgets/figure/dialog/figuredialog.h"
#include "widgets/figure/dialog/figurelook.h"
#include "widgets/figure/dialog/figureoutput.h"
#include "widgets/figure/dialog/figurepreview.h"
#include "widgets/figure/dialog/figurewhat.h"
#include "widgets/figure/figureclipboard.h"
#include "widgets/figure/figureframes.h"
#include "widgets/figure/figureprinting.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QProgressDialog>

namespace interdict {

namespace {

constexpr int patience = 200;                    // ms before progress shows
constexpr double pictureDpi = 2 * pixelsPerInch; // of a copied view
const QStringList figureEndings{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                                QStringLiteral("webp")};

// "restrictions-on-deepseek", for a file's name.
QString nameOf(const QString& title)
{
    QString name;
    for (const QChar c : title.toLower())
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    name = name.left(60);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("figure") : name;
}

// A cursor that says that one waits.
class Waiting
{
public:
    Waiting() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Waiting() { QApplication::restoreOverrideCursor(); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
};

} // namespace

Figuring::Figuring(FigureViews views, const MapGeometry& geometry, Settings& settings, QWidget* window)
    : QObject(window)
    , m_views(std::move(views))
    , m_geometry(geometry)
    , m_settings(settings)
    , m_window(window)
    , m_folder(documentsFolder())
    , m_background(window, this)
{
}

void Figuring::enableWhileOpen(QAction* action)
{
    const auto enable = [this, action] { action->setEnabled(m_views.workspace.isOpen()); };
    connect(&m_views.workspace, &Workspace::dataSetChanged, action, enable);
    enable();
}

void Figuring::addFileActionsTo(QMenu& menu)
{
    enableWhileOpen(menu.addAction(tr("Make a Fi&gure…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                                   this, &Figuring::ask));
    enableWhileOpen(menu.addAction(tr("&Print…"), QKeySequence(Qt::CTRL | Qt::Key_P), this,
                                   [this] { print(viewAsFigure()); }));
}

void Figuring::addEditActionsTo(QMenu& menu)
{
    enableWhileOpen(menu.addAction(tr("Copy Pic&ture of the View"),
                                   QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P), this, &Figuring::copyView));
}

// The view in focus, dressed as the last figure was.
FigureSpec Figuring::viewAsFigure() const
{
    FigureSpec spec = specOnScreen(m_views, m_window->focusWidget());
    dress(spec, m_settings.figure.get());
    spec.filter = filterText(m_views.workspace.filter());
    spec.asOf = m_views.workspace.asOf();
    return spec;
}

void Figuring::ask()
{
    auto* dialog = new FigureDialog(m_views.workspace, m_geometry, viewAsFigure(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->restoreState(m_settings.figure.get());
    connect(dialog, &FigureDialog::saveAsked, this, [this, dialog] { askWhere(*dialog); });
    connect(dialog, &FigureDialog::copyPictureAsked, this,
            [this, dialog] { copyPicture(dialog->spec(), dialog->options(), dialog->preview().page()); });
    connect(dialog, &FigureDialog::copyNumbersAsked, this, [this, dialog] { copyNumbers(dialog->spec()); });
    connect(dialog, &FigureDialog::printAsked, this, [this, dialog] { print(dialog->spec()); });
    connect(this, &Figuring::told, dialog, &FigureDialog::tell);
    connect(dialog, &QDialog::finished, this, [this, dialog] { m_settings.figure.set(dialog->saveState()); });
    dialog->open();
}

Result<Figuring::Job> Figuring::jobOf(const FigureSpec& spec) const
{
    auto figure = Figure::make(m_views.workspace, m_geometry, spec, true);
    if (!figure)
        return tl::make_unexpected(figure.error());
    auto stamp = stampOf(m_views.workspace, spec, localToday());
    if (!stamp)
        return tl::make_unexpected(stamp.error());
    return Job{std::make_shared<const Figure>(std::move(*figure)), std::move(*stamp)};
}

// --- Files ---

// An ending that is typed and known says the format.
void Figuring::askWhere(FigureDialog& dialog)
{
    const QString ending = keyOf(figureFormats(), dialog.format());
    const QString name = nameOf(dialog.preview().figure()->title()) + u'.' + ending;
    auto* chooser =
        new QFileDialog(&dialog, tr("Save the Figure"), QDir(m_folder).filePath(name),
                        QStringLiteral("%1 (*.%2)").arg(figureFormatLabel(dialog.format()), ending));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(ending);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, &dialog](const QString& path) { writeTo(path, dialog); });
    chooser->open();
}

// Charts are scenes of widgets, which only the window's thread may draw; all else is drawn beside it.
void Figuring::writeTo(const QString& path, const FigureDialog& dialog)
{
    const FigureSpec spec = dialog.spec();
    const FigureFileOptions options = dialog.options();
    const FigureFormat format = figureFormatOf(path).value_or(dialog.format());
    m_folder = QFileInfo(path).absolutePath();
    if (format == FigureFormat::WebP)
        return writeFrames(path, spec, options);
    auto job = jobOf(spec);
    if (!job)
        return Q_EMIT failed(job.error());
    const auto write = [made = std::move(*job), format, path, options] {
        return writeFigure(*made.figure, made.stamp, format, path, options);
    };
    if (spec.kind == FigureKind::Chart) {
        const Waiting waiting;
        return tellWritten(write());
    }
    m_background.run<QStringList>(
        tr("Writing the figure …"), [write](const Background::Progress&) { return write(); },
        [this](const Result<QStringList>& files) { tellWritten(files); });
}

void Figuring::tellWritten(const Result<QStringList>& files)
{
    if (!files)
        return Q_EMIT failed(files.error());
    const QString first = QDir::toNativeSeparators(files->front());
    Q_EMIT told(files->size() == 1
                    ? tr("The figure was written and checked: %1").arg(first)
                    : tr("%n pages were written and checked: %1 …", nullptr, static_cast<int>(files->size()))
                          .arg(first));
}

// A map a frame, each of its day.
void Figuring::writeFrames(const QString& path, const FigureSpec& spec, const FigureFileOptions& options)
{
    const Workspace& workspace = m_views.workspace;
    const std::vector<Day> days = frameDays(workspace, spec, TimeBin::Fitting);
    QProgressDialog progress(tr("Drawing the map over time …"), tr("Cancel"), 0, 1000, m_window);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(patience);
    FigureFrames frames = mapFrames(workspace, m_geometry, spec, days);
    frames.progress = [&progress](double part) {
        progress.setValue(static_cast<int>(part * 999));
        return !progress.wasCanceled();
    };
    const auto stamp = stampOf(workspace, spec, localToday());
    if (!stamp)
        return Q_EMIT failed(stamp.error());
    const auto done = writeFigureAnimation(frames, *stamp, path, options);
    progress.reset();
    tellWritten(done ? Result<QStringList>(QStringList{path}) : tl::make_unexpected(done.error()));
}

// --- Clipboard and paper ---

void Figuring::copyPicture(const FigureSpec& spec, const FigureFileOptions& options, int page)
{
    const Waiting waiting;
    const auto job = jobOf(spec);
    if (!job)
        return Q_EMIT failed(job.error());
    auto data = pictureForClipboard(*job->figure, job->stamp, page, options);
    if (!data)
        return Q_EMIT failed(data.error());
    QApplication::clipboard()->setMimeData(data->release());
    Q_EMIT told(tr("The picture is on the clipboard."));
}

void Figuring::copyNumbers(const FigureSpec& spec)
{
    const auto job = jobOf(spec);
    if (!job)
        return Q_EMIT failed(job.error());
    QApplication::clipboard()->setMimeData(numbersForClipboard(job->figure->numbers()).release());
    Q_EMIT told(tr("The numbers are on the clipboard."));
}

void Figuring::copyView()
{
    FigureSpec spec = viewAsFigure();
    spec.extent = FigureExtent::Visible;
    FigureFileOptions options;
    options.dpi = pictureDpi;
    copyPicture(spec, options, 0);
}

void Figuring::print(const FigureSpec& spec)
{
    const auto job = jobOf(spec);
    if (!job)
        return Q_EMIT failed(job.error());
    if (const auto printed = previewAndPrint(FigurePages(*job->figure), job->figure->title(), m_window);
        !printed)
        Q_EMIT failed(printed.error());
}

// --- Figures that re-open ---

bool Figuring::isFigure(const QString& path)
{
    return figureEndings.contains(QFileInfo(path).suffix().toLower());
}

void Figuring::bringBack(const QString& path)
{
    const auto stamp = readFigureStamp(path);
    if (!stamp)
        return Q_EMIT failed(stamp.error());
    if (!m_views.workspace.isOpen())
        return Q_EMIT failed(
            {Error::Kind::BadInput,
             tr("No data set is open. Open “%1”, then drop the figure again.").arg(stamp->dataSet),
             {}});
    if (const auto shown = showAgain(m_views, stamp->spec); !shown)
        return Q_EMIT failed(shown.error());
    const auto now = stampOf(m_views.workspace, stamp->spec, localToday());
    if (!now)
        return Q_EMIT failed(now.error());
    const StampChange change = compared(*stamp, *now);
    QStringList parts;
    if (change.added > 0 || change.gone > 0)
        parts << QStringLiteral("+%1 −%2").arg(change.added).arg(change.gone);
    if (change.changed > 0)
        parts << tr("%n changed", nullptr, change.changed);
    const QString name = QFileInfo(path).fileName();
    const QString made = displayDay(stamp->made, QLocale());
    Q_EMIT told(change.isNone() ? tr("%1, made on %2: its events are the same today.").arg(name, made)
                                : tr("%1, made on %2: its events have changed since, %3.")
                                      .arg(name, made, parts.join(QStringLiteral(", "))));
}

} // namespace interdict
