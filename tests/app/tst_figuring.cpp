// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in the window: what the dialog begins with, what its choices change, what is written and copied,
// and what a dropped figure brings back.
#include "app/figuring.h"
#include "app/files.h"
#include "app/mainwindow.h"
#include "widgets/figure/dialog/figuredialog.h"
#include "widgets/figure/dialog/figurepreview.h"
#include "widgets/figure/dialog/figurewhat.h"

#include "app/session.h"
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/map/mappanel.h"
#include "widgets/map/mapview.h"
#include "widgets/matrix/matrixpanel.h"
#include "widgets/matrix/matrixview.h"
#include "widgets/timeline/timelinepanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QtTest>

using namespace interdict;

namespace {

constexpr int slow = 60000; // ms; files take long under the sanitizers

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FiguringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void evenDates_data();
    void evenDates();
    void beginsWithTheViewInFocus();
    void choicesChangeThePreview();
    void daysThatCannotBeReadSaySo();
    void pagesTurn();
    void theSizeKeepsItsMeasure();
    void titlesAreSuggestedTypedOrNone();
    void saves_data();
    void saves();
    void aMovingMapIsOfMaps();
    void whatCannotBeWrittenIsTold();
    void copies();
    void copiesTheViewWithoutADialog();
    void printsTheViewAfterAPreview();
    void choicesAreRemembered();
    void aDroppedFigureBringsItsViewBack();
    void aDroppedMapShowsItsPart();
    void aDroppedFigureTellsWhatChanged();
    void aDroppedPictureThatIsNoFigureIsTold();
    void theDialogFitsASmallScreen();
    void everyChoiceHasAName();

private:
    Workspace& workspace() { return m_starter->workspace; }
    template <typename Part>
    Part& part()
    {
        return *m_window->findChild<Part*>();
    }
    FigureDialog& open();
    FigureDialog& dialog() { return *m_window->findChild<FigureDialog*>(); }
    QComboBox* box(const char* name);
    void pick(const char* name, const char* choice);
    QLineEdit* field(const char* name);
    void press(const char* button);
    void saveAs(const QString& path);
    void drop(const QString& path);
    QString status() { return m_window->statusBar()->currentMessage(); }
    QString made(const char* name) { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<Session> m_session; // for its geometry
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void FiguringTest::init()
{
    test::failOnWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_starter = std::make_unique<test::Starter>();
    m_session = std::make_unique<Session>(test::fixedToday);
    m_store = std::make_unique<QSettings>(m_folder->filePath(s("settings.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    m_settings->editor.set(s("Test"));
    m_window = std::make_unique<MainWindow>(workspace(), m_session->geometry, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void FiguringTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_store.reset();
    m_session.reset();
    m_starter.reset();
}

FigureDialog& FiguringTest::open()
{
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window is not active");
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    if (!m_window->findChild<FigureDialog*>())
        qFatal("no dialog");
    return dialog();
}

QComboBox* FiguringTest::box(const char* name)
{
    for (QComboBox* each : dialog().findChildren<QComboBox*>())
        if (each->accessibleName() == QLatin1String(name) && each->isVisibleTo(&dialog()))
            return each;
    qFatal("no box %s", name);
}

void FiguringTest::pick(const char* name, const char* choice)
{
    QComboBox* choices = box(name);
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_Home);
    for (int i = 0; i < choices->count() && !choices->currentText().startsWith(QLatin1String(choice)); ++i)
        QTest::keyClick(choices, Qt::Key_Down);
    QVERIFY2(choices->currentText().startsWith(QLatin1String(choice)), choice);
}

QLineEdit* FiguringTest::field(const char* name)
{
    for (QLineEdit* each : dialog().findChildren<QLineEdit*>())
        if (each->accessibleName() == QLatin1String(name))
            return each;
    qFatal("no field %s", name);
}

void FiguringTest::press(const char* button)
{
    for (QPushButton* each : dialog().findChildren<QPushButton*>())
        if (each->text().remove(u'&') == QString::fromUtf8(button))
            return QTest::mouseClick(each, Qt::LeftButton);
    qFatal("no button %s", button);
}

void FiguringTest::saveAs(const QString& path)
{
    press("Save…");
    auto* chooser = dialog().findChild<QFileDialog*>();
    QVERIFY(chooser);
    QTRY_VERIFY(chooser->isVisible());
    auto* name = chooser->findChild<QLineEdit*>(s("fileNameEdit"));
    name->setText(path); // typed, a list of completions would take the key that follows
    QTest::keyClick(name, Qt::Key_Return);
}

void FiguringTest::drop(const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at = m_window->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &dropped);
}

void FiguringTest::evenDates_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<int>>("days");
    QTest::newRow("six") << 0 << 100 << 6 << QList<int>{0, 20, 40, 60, 80, 100};
    QTest::newRow("few days") << 0 << 2 << 6 << QList<int>{0, 1, 2};
    QTest::newRow("one day") << 7 << 7 << 6 << QList<int>{7};
    QTest::newRow("one date") << 3 << 9 << 1 << QList<int>{9};
}

void FiguringTest::evenDates()
{
    QFETCH(const int, first);
    QFETCH(const int, last);
    QFETCH(const int, count);
    const std::vector<Day> made = evenDays({first, last}, count);
    QTEST(QList<int>(made.begin(), made.end()), "days");
}

void FiguringTest::beginsWithTheViewInFocus()
{
    part<TimelinePanel>().view().setLaneBy(LaneBy::Platform);
    part<MapPanel>().view().setMode(MapMode::Events);
    part<MapPanel>().view().setFocus();
    QCOMPARE(open().spec().kind, FigureKind::Map);
    QCOMPARE(dialog().spec().mapMode, MapMode::Events);
    QTest::keyClick(&dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<FigureDialog*>());
    part<TimelinePanel>().view().setFocus();
    QCOMPARE(open().spec().kind, FigureKind::Timeline);
    QCOMPARE(dialog().spec().lanes, LaneBy::Platform);
    QVERIFY(dialog().preview().figure());
}

void FiguringTest::choicesChangeThePreview()
{
    open();
    const auto picture = [this] { return dialog().preview().grab().toImage(); };
    const QImage first = picture();
    pick("Palette", "Dark");
    QTRY_COMPARE(dialog().preview().figure()->spec().theme, FigureTheme::Dark);
    const QImage dark = picture();
    QVERIFY(first != dark);
    QVERIFY(dark.pixelColor(dark.rect().center()).lightness() < 120);
    pick("Show", "Matrix");
    pick("Rows", "Platform");
    QTRY_COMPARE(dialog().preview().figure()->spec().matrix.rows, Facet::Platform);
    QVERIFY(dialog().preview().figure()->toText().contains(s("Platform × Concern")));
    pick("Page", "One column");
    QTRY_VERIFY(dialog().preview().figure()->size().width() < 400);
    QVERIFY(dialog().preview().pageRect().width() < 400 * 3);
    pick("Rows", "Concern"); // twice the same
    QTRY_VERIFY(!dialog().preview().figure());
    QVERIFY(dialog().preview().message().contains(s("differ")));
    for (QPushButton* button : dialog().findChildren<QPushButton*>())
        if (button->text().contains(s("Save")))
            QVERIFY(!button->isEnabled());
}

void FiguringTest::daysThatCannotBeReadSaySo()
{
    part<MapPanel>().view().setFocus();
    open();
    pick("Panels", "One a day");
    QCOMPARE(dialog().spec().eachDay.size(), std::size_t(6));
    QLineEdit* days = field("Days");
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, s("2025-02, 2026-02-30"));
    QTRY_VERIFY(!dialog().preview().figure());
    QVERIFY(dialog().preview().message().contains(s("2025-06-30")));
    days->selectAll();
    QTest::keyClicks(days, s("2025-02, 2026"));
    QTRY_VERIFY(dialog().preview().figure());
    QCOMPARE(dialog().spec().eachDay, (std::vector<Day>{dayOf(2025, 2, 28), dayOf(2026, 12, 31)}));
}

void FiguringTest::pagesTurn()
{
    open();
    pick("Show", "Table");
    pick("Extent", "All");
    QTRY_VERIFY(dialog().preview().pages() > 3);
    dialog().preview().setFocus();
    QTest::keyClick(&dialog().preview(), Qt::Key_PageDown);
    QCOMPARE(dialog().preview().page(), 1);
    QTest::keyClick(&dialog().preview(), Qt::Key_End);
    QCOMPARE(dialog().preview().page(), dialog().preview().pages() - 1);
    QTest::keyClick(&dialog().preview(), Qt::Key_PageDown);
    QCOMPARE(dialog().preview().page(), dialog().preview().pages() - 1);
    pick("Extent", "Fitted");
    QTRY_COMPARE(dialog().preview().pages(), 1);
    QCOMPARE(dialog().preview().page(), 0);
}

void FiguringTest::theSizeKeepsItsMeasure()
{
    open();
    pick("Page", "Free");
    const QSizeF before = *dialog().spec().freeSize;
    pick("Unit of the size", "mm");
    QVERIFY(std::abs(dialog().spec().freeSize->width() - before.width()) < 4);
    QVERIFY(std::abs(dialog().spec().freeSize->height() - before.height()) < 4);
    QTRY_VERIFY(std::abs(dialog().preview().figure()->size().width() - before.width()) < 4);
}

void FiguringTest::titlesAreSuggestedTypedOrNone()
{
    m_starter->filter(s("platform:DeepSeek"));
    open();
    QVERIFY(!dialog().spec().title);
    QVERIFY(field("Title")->placeholderText().contains(s("DeepSeek")));
    QTest::keyClicks(field("Title"), s("As we see it"));
    QCOMPARE(dialog().spec().title, std::optional(s("As we see it")));
    QTRY_COMPARE(dialog().preview().figure()->title(), s("As we see it"));
    for (QCheckBox* each : dialog().findChildren<QCheckBox*>())
        if (each->accessibleName() == s("With a title"))
            QTest::mouseClick(each, Qt::LeftButton, {}, {8, each->height() / 2});
    QCOMPARE(dialog().spec().title, std::optional(QString()));
}

void FiguringTest::saves_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << s("PNG") << QByteArray("\x89PNG");
    QTest::newRow("svg") << s("SVG") << QByteArray("<?xml");
    QTest::newRow("pdf") << s("PDF") << QByteArray("%PDF-");
}

// Through the dialog and the system's, into a file that knows what it shows.
void FiguringTest::saves()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, begins);
    m_starter->filter(s("platform:DeepSeek"));
    open();
    pick("Show", "Matrix");
    pick("Kind", qPrintable(format));
    const QString path = made("figure");
    const FigureSpec meant = dialog().spec();
    saveAs(path); // the ending comes by itself
    const QString whole = path + u'.' + format.toLower();
    QTRY_VERIFY2_WITH_TIMEOUT(status().contains(QFileInfo(whole).fileName()), qPrintable(status()), slow);
    QFile file(whole);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begins));
    const auto stamp = readFigureStamp(whole);
    QVERIFY(stamp.has_value());
    QCOMPARE(stamp->spec, meant);
    QCOMPARE(stamp->prints.size(), workspace().result().size());
    QVERIFY(dialog().isVisible()); // one may make another
    QVERIFY(dialog().findChild<ElidedLabel*>()->text().contains(QFileInfo(whole).fileName()));
}

void FiguringTest::aMovingMapIsOfMaps()
{
    part<MapPanel>().view().setFocus();
    open();
    pick("Panels", "One a day");
    QLineEdit* days = field("Days");
    days->selectAll();
    QTest::keyClicks(days, s("2024-06, 2025-06, 2026-06"));
    pick("Page", "One column");
    pick("Kind", "Animated");
    pick("Pixels", "1");
    saveAs(made("moving"));
    QTRY_VERIFY2_WITH_TIMEOUT(status().contains(s("moving.webp")), qPrintable(status()), slow);
    QFile file(made("moving.webp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("RIFF"));
    pick("Show", "Table");
    QTRY_COMPARE(dialog().format(), FigureFormat::Png); // tables do not move
}

void FiguringTest::whatCannotBeWrittenIsTold()
{
    open();
    m_window->figuring().writeTo(made("nowhere/figure.png"), dialog());
    QTRY_VERIFY(m_window->findChild<QMessageBox*>());
    auto* told = m_window->findChild<QMessageBox*>();
    QVERIFY2(told->text().contains(s("nowhere")), qPrintable(told->text()));
    QTest::keyClick(told, Qt::Key_Escape);
}

void FiguringTest::copies()
{
    open();
    pick("Show", "Matrix");
    press("Copy Picture");
    const QMimeData* data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QCOMPARE(data->data(s("image/png")).left(4), QByteArray("\x89PNG"));
    press("Copy Numbers");
    QVERIFY(QApplication::clipboard()->mimeData()->text().startsWith(s("Country\tEvents\tData handling")));
}

void FiguringTest::copiesTheViewWithoutADialog()
{
    part<TimelinePanel>().view().setFocus();
    QApplication::clipboard()->clear();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
    QVERIFY(!m_window->findChild<FigureDialog*>());
}

void FiguringTest::printsTheViewAfterAPreview()
{
    bool isSeen = false;
    QTimer::singleShot(0, this, [&isSeen] { // the preview is a loop of its own
        auto* preview = qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget());
        isSeen = preview != nullptr;
        if (preview)
            QTest::keyClick(preview, Qt::Key_Escape);
    });
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(isSeen);
}

void FiguringTest::choicesAreRemembered()
{
    open();
    pick("Page", "Slide 16:9");
    pick("Palette", "Greyscale");
    pick("Kind", "PDF");
    press("Close");
    QTRY_VERIFY(!m_window->findChild<FigureDialog*>());
    open();
    QCOMPARE(dialog().spec().page, s("slide"));
    QCOMPARE(dialog().spec().theme, FigureTheme::Grey);
    QCOMPARE(dialog().format(), FigureFormat::Pdf);
    QTRY_COMPARE(dialog().preview().figure()->size(), QSizeF(1280, 720));
}

void FiguringTest::aDroppedFigureBringsItsViewBack()
{
    m_starter->filter(s("platform:DeepSeek concern:data_handling"));
    const Filter filter = workspace().filter();
    workspace().setAsOf(dayOf(2025, 7, 1));
    part<MatrixPanel>().view().setSpec(
        {Facet::Bloc, Facet::Measure, MatrixValue::Strictest, MatrixOrder::Name});
    open();
    pick("Show", "Matrix");
    m_window->figuring().writeTo(made("m.svg"), dialog());
    QTRY_VERIFY(QFile::exists(made("m.svg")));
    press("Close");
    QTRY_VERIFY(!m_window->findChild<FigureDialog*>());
    QTRY_VERIFY(status().contains(s("m.svg")));

    workspace().setFilter({});
    workspace().setAsOf(test::fixedToday);
    part<MatrixPanel>().view().setSpec({});
    QVERIFY(!part<MatrixPanel>().isVisible());
    drop(made("m.svg"));
    QCOMPARE(workspace().filter(), filter);
    QCOMPARE(workspace().asOf(), dayOf(2025, 7, 1));
    QVERIFY(part<MatrixPanel>().isVisible());
    QCOMPARE(part<MatrixPanel>().view().spec(),
             (MatrixSpec{Facet::Bloc, Facet::Measure, MatrixValue::Strictest, MatrixOrder::Name}));
    QVERIFY2(status().contains(s("the same today")), qPrintable(status()));
}

void FiguringTest::aDroppedMapShowsItsPart()
{
    MapView& map = part<MapPanel>().view();
    m_starter->filter(s("country:IT"));
    map.setFocus();
    map.zoomToSelection();
    QTRY_VERIFY(!map.isMoving());
    const MapBox before = map.viewport().visible();
    open();
    pick("Extent", "What is on screen");
    m_window->figuring().writeTo(made("part.png"), dialog());
    QTRY_VERIFY(status().contains(s("part.png")));
    press("Close");
    map.fitWorld();
    QTRY_VERIFY(!map.isMoving());
    drop(made("part.png"));
    QTRY_VERIFY(!map.isMoving());
    const MapBox now = map.viewport().visible();
    QVERIFY(now.overlaps(before));
    QVERIFY((now.right - now.left) < 3 * (before.right - before.left));
}

void FiguringTest::aDroppedFigureTellsWhatChanged()
{
    m_starter->filter(s("country:IT"));
    open();
    m_window->figuring().writeTo(made("f.pdf"), dialog());
    QTRY_VERIFY(status().contains(s("f.pdf")));
    press("Close");
    const auto deletion = workspace().deletionOf(std::vector<Row>{workspace().result().front()});
    QVERIFY(deletion.has_value());
    QVERIFY(workspace().save(*deletion, s("Delete")).has_value());
    drop(made("f.pdf"));
    QVERIFY2(status().contains(s("changed since")), qPrintable(status()));
    QVERIFY2(status().contains(s("+0 −1")), qPrintable(status()));
}

void FiguringTest::aDroppedPictureThatIsNoFigureIsTold()
{
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(made("red.png")));
    drop(made("red.png"));
    QTRY_VERIFY(m_window->findChild<QMessageBox*>());
    auto* told = m_window->findChild<QMessageBox*>();
    QVERIFY2(told->text().contains(s("red.png")), qPrintable(told->text()));
    QTest::keyClick(told, Qt::Key_Escape);
}

void FiguringTest::theDialogFitsASmallScreen()
{
    open();
    const QSize least = dialog().minimumSizeHint();
    QVERIFY2(least.width() <= 1240 && least.height() <= 630,
             qPrintable(QStringLiteral("%1×%2").arg(least.width()).arg(least.height())));
}

void FiguringTest::everyChoiceHasAName()
{
    open();
    for (const char* kind : {"Timeline", "Map", "Chart", "Matrix"}) {
        pick("Show", kind);
        QSet<QString> names;
        for (QWidget* each : dialog().findChildren<QWidget*>()) {
            const bool isChoice =
                qobject_cast<QComboBox*>(each) || qobject_cast<QSpinBox*>(each) ||
                (qobject_cast<QLineEdit*>(each) && !qobject_cast<QSpinBox*>(each->parentWidget()));
            if (!isChoice || !each->isVisibleTo(&dialog()))
                continue;
            QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
            QVERIFY2(!names.contains(each->accessibleName()), qPrintable(each->accessibleName()));
            names.insert(each->accessibleName());
        }
        QVERIFY(names.size() > 10);
    }
}

QTEST_MAIN(FiguringTest)
#include "tst_figuring.moc"
