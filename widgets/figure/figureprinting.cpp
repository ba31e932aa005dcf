// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figureprinting.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace interdict {

namespace {

constexpr QSize previewSize{900, 700};

QString tr(const char* text)
{
    return QCoreApplication::translate("FigurePrinting", text);
}

void drawPage(QPainter& painter, const QPrinter& printer, const PageSource& source, int page)
{
    const QRectF sheet = printer.pageLayout().fullRectPixels(printer.resolution());
    const QSizeF paper = paperSize(source.size()) / 25.4 * printer.resolution();
    const double fitting = std::min({1.0, sheet.width() / paper.width(), sheet.height() / paper.height()});
    painter.save();
    painter.translate((sheet.width() - paper.width() * fitting) / 2,
                      (sheet.height() - paper.height() * fitting) / 2);
    painter.scale(paper.width() * fitting / source.size().width(),
                  paper.height() * fitting / source.size().height());
    source.paint(painter, page);
    painter.restore();
}

} // namespace

void setPaper(QPrinter& printer, const PageSource& source, const QString& title)
{
    printer.setDocName(title);
    printer.setFullPage(true); // pages have margins of their own
    const QSizeF paper = paperSize(source.size());
    const QSizeF upright = paper.width() > paper.height() ? paper.transposed() : paper;
    for (const auto id : {QPageSize::A4, QPageSize::A3, QPageSize::Letter})
        if (const QSizeF each = QPageSize::size(id, QPageSize::Millimeter);
            std::abs(each.width() - upright.width()) < 1 && std::abs(each.height() - upright.height()) < 1)
            printer.setPageSize(QPageSize(id));
    printer.setPageOrientation(paper.width() > paper.height() ? QPageLayout::Landscape
                                                              : QPageLayout::Portrait);
}

Result<void> printPages(QPrinter& printer, const PageSource& source)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return failure(Error::Kind::Failed,
                       tr("The printer %1 takes no pages. Look whether it is on, or choose another one.")
                           .arg(printer.printerName()));
    const int first = std::max(printer.fromPage(), 1);
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), source.pages()) : source.pages();
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer.newPage())
            return failure(Error::Kind::Failed,
                           tr("The printer stopped before page %1 of %2.").arg(page).arg(last));
        drawPage(painter, printer, source, page - 1);
    }
    return {};
}

Result<void> previewAndPrint(const PageSource& source, const QString& title, QWidget* parent)
{
    QPrinter printer(QPrinter::HighResolution);
    setPaper(printer, source, title);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(tr("Print: %1").arg(title));
    dialog.resize(previewSize);
    Result<void> last;
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&](QPrinter* paper) { last = printPages(*paper, source); });
    dialog.exec();
    return last;
}

} // namespace interdict
