// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs find on the clipboard; pages on a printer, which here prints to a file.
#include "tests/support/madefigure.h"
#include "tests/support/samplepages.h"
#include "tests/support/shipped.h"
#include "widgets/figure/figureclipboard.h"
#include "widgets/figure/figureprinting.h"
#include "widgets/figure/pngwriter.h"

#include <QApplication>
#include <QClipboard>
#include <QPageSize>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QTest>
#include <QTimer>

using namespace interdict;
using namespace interdict::test;

namespace {

NumberTable table(const char* title)
{
    return {QLatin1String(title),
            {QStringLiteral("Platform"), QStringLiteral("Events")},
            {{QStringLiteral("A\tB\n<C>"), 12.0}, {QStringLiteral("=cmd"), -1.5}}};
}

struct PrintedFile
{
    explicit PrintedFile(const PageSource& source, QPageSize::PageSizeId paper = QPageSize::Letter)
        : printer(QPrinter::HighResolution)
    {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path());
        printer.setPageSize(QPageSize(paper));
        setPaper(printer, source, QStringLiteral("A figure"));
    }
    QString path() const { return dir.filePath(QStringLiteral("printed.pdf")); }
    int pages() const { return int(fileBytes(path()).count("/Type /Page\n")); }
    QTemporaryDir dir;
    QPrinter printer;
};

} // namespace

class FigureClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureInThreeForms();
    void numbersInFourForms();
    void numbersOfSeveralPanels();
    void words();
    void goesThroughTheClipboard();
    void paperFollowsThePages_data();
    void paperFollowsThePages();
    void printsAllPagesOrThoseAsked();
    void printsAtTrueSize();
    void tellsAPrinterThatTakesNone();
    void previewShowsAllPages();
};

void FigureClipboardTest::pictureInThreeForms()
{
    Starter starter;
    const FigureSpec spec = specOf(FigureKind::Map);
    const auto figure = madeFigure(starter.workspace, spec);
    QVERIFY(figure);
    const FigureStamp stamp = madeStamp(starter.workspace, spec);
    const auto data = pictureForClipboard(*figure, stamp);
    QVERIFY(data);
    QCOMPARE(qvariant_cast<QImage>((*data)->imageData()).size(), QSize(2246, 1588));
    QVERIFY((*data)->data(QStringLiteral("image/svg+xml")).startsWith("<?xml"));
    const auto json = stampInPng((*data)->data(QStringLiteral("image/png")));
    QVERIFY(json && figureStampFrom(*json) == stamp);
}

void FigureClipboardTest::numbersInFourForms()
{
    const auto data = numbersForClipboard(std::vector{table("T")});
    QCOMPARE(data->text(), QStringLiteral("Platform\tEvents\nA B <C>\t12\n'=cmd\t-1.5\n"));
    QCOMPARE(data->data(QStringLiteral("text/tab-separated-values")), data->text().toUtf8());
    QVERIFY(data->data(QStringLiteral("text/csv")).startsWith("Platform,Events\n"));
    const QString html = data->html();
    for (const char* part :
         {"<caption>T</caption>", "<th>Platform</th>", "A\tB\n&lt;C&gt;", "<td align=\"right\">-1.5</td>"})
        QVERIFY2(html.contains(QLatin1String(part)), qPrintable(html));
}

void FigureClipboardTest::numbersOfSeveralPanels()
{
    const auto data = numbersForClipboard(std::vector{table("One"), table("Two")});
    QVERIFY(data->text().startsWith(QStringLiteral("One\nPlatform\tEvents\n")));
    QVERIFY(data->text().contains(QStringLiteral("\n\nTwo\nPlatform\tEvents\n")));
    QCOMPARE(data->html().count(QStringLiteral("<table>")), 2);
}

void FigureClipboardTest::words()
{
    Starter starter;
    starter.filter(QStringLiteral("platform:DeepSeek"));
    FigureSpec spec = specOf(FigureKind::Timeline);
    spec.caption = QStringLiteral("A caption.");
    const auto figure = madeFigure(starter.workspace, spec);
    QVERIFY(figure);
    const QStringList lines =
        wordsForClipboard(*figure, madeStamp(starter.workspace, spec))->text().split(u'\n');
    QCOMPARE(lines.size(), 5); // the last is empty
    QCOMPARE(lines[0], figure->title());
    QVERIFY(lines[1].startsWith(QString::number(starter.workspace.result().size()) + u' '));
    QVERIFY(lines[1].contains(QStringLiteral("platform:DeepSeek")));
    QCOMPARE(lines[2], spec.caption);
}

void FigureClipboardTest::goesThroughTheClipboard()
{
    QApplication::clipboard()->setMimeData(numbersForClipboard(std::vector{table("T")}).release());
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Platform\t")));
}

void FigureClipboardTest::paperFollowsThePages_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QSizeF>("paper"); // mm
    QTest::newRow("A4") << QSizeF(794, 1123) << QSizeF(210, 297);
    QTest::newRow("A4 landscape") << QSizeF(1123, 794) << QSizeF(297, 210);
    QTest::newRow("Letter") << QSizeF(816, 1056) << QSizeF(215.9, 279.4);
    QTest::newRow("slide") << QSizeF(1280, 720) << QSizeF(279.4, 215.9);
    QTest::newRow("column") << QSizeF(321, 500) << QSizeF(215.9, 279.4);
}

void FigureClipboardTest::paperFollowsThePages()
{
    QFETCH(QSizeF, size);
    QFETCH(QSizeF, paper);
    PrintedFile file(SamplePages(1, size));
    const QSizeF chosen = file.printer.pageLayout().fullRect(QPageLayout::Millimeter).size();
    QVERIFY2(std::abs(chosen.width() - paper.width()) < 0.5 &&
                 std::abs(chosen.height() - paper.height()) < 0.5,
             qPrintable(QStringLiteral("%1 x %2").arg(chosen.width()).arg(chosen.height())));
}

void FigureClipboardTest::printsAllPagesOrThoseAsked()
{
    const SamplePages pages(4);
    PrintedFile all(pages);
    QVERIFY(printPages(all.printer, pages));
    QCOMPARE(all.pages(), 4);
    PrintedFile some(pages);
    some.printer.setFromTo(2, 3);
    QVERIFY(printPages(some.printer, pages));
    QCOMPARE(some.pages(), 2);
}

// What the pages are told to paint on: where their corners come to lie on the sheet.
void FigureClipboardTest::printsAtTrueSize()
{
    struct Corners : SamplePages
    {
        using SamplePages::SamplePages;
        void paint(QPainter& painter, int, bool) const override
        {
            mapped = painter.combinedTransform().mapRect(QRectF(QPointF(), pixels));
        }
        mutable QRectF mapped;
    };
    const auto cornersOf = [](QSizeF size) {
        const Corners pages(1, size);
        PrintedFile file(pages);
        [[maybe_unused]] const auto done = printPages(file.printer, pages);
        const double inch = file.printer.resolution();
        return QRectF(pages.mapped.topLeft() / inch * 25.4, pages.mapped.size() / inch * 25.4);
    };
    const auto isNear = [](QRectF a, QRectF b) {
        return (a.topLeft() - b.topLeft()).manhattanLength() < 0.3 && std::abs(a.width() - b.width()) < 0.3 &&
               std::abs(a.height() - b.height()) < 0.3;
    };
    QVERIFY(isNear(cornersOf({794, 1123}), {0, 0, 210, 297}));
    QVERIFY(isNear(cornersOf({96, 192}), {95.25, 114.3, 25.4, 50.8})); // small: in the middle of Letter
    QVERIFY(isNear(cornersOf({1280, 720}), {0, 29.3, 279.4, 157.2}));  // large: as wide as Letter is
}

void FigureClipboardTest::tellsAPrinterThatTakesNone()
{
    const SamplePages pages;
    PrintedFile file(pages);
    file.printer.setOutputFileName(file.dir.filePath(QStringLiteral("none/printed.pdf")));
    const auto printed = printPages(file.printer, pages);
    QVERIFY(!printed);
    QVERIFY(!printed.error().message.isEmpty());
}

void FigureClipboardTest::previewShowsAllPages()
{
    const SamplePages pages(3);
    int shown = 0;
    QString title;
    QTimer::singleShot(0, qApp, [&] {
        auto* dialog = qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        title = dialog->windowTitle();
        auto* preview = dialog->findChild<QPrintPreviewWidget*>();
        preview->updatePreview();
        shown = preview->pageCount();
        dialog->reject();
    });
    QVERIFY(previewAndPrint(pages, QStringLiteral("A figure"), nullptr));
    QCOMPARE(shown, 3);
    QCOMPARE(title, QStringLiteral("Print: A figure"));
}

QTEST_MAIN(FigureClipboardTest)
#include "tst_figureclipboard.moc"
