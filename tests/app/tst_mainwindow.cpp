// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as people meet it: by keys, clicks and drops; what it says, what it remembers, and that its
// parts show one and the same.
#include "app/files.h"
#include "app/mainwindow.h"
#include "app/notice.h"
#include "app/session.h"
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/detail/eventcard.h"
#include "widgets/facets/chip.h"
#include "widgets/facets/chipsbar.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/facets/queryline.h"
#include "widgets/map/mappanel.h"
#include "widgets/map/mapview.h"
#include "widgets/matrix/matrixpanel.h"
#include "widgets/matrix/matrixview.h"
#include "widgets/table/eventtable.h"
#include "widgets/table/eventtablemodel.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/timelinepanel.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QTableView>
#include <QTextBrowser>

using namespace interdict;

namespace {

bool sendDrop(QWidget& window, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint at = window.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &drop);
    return drop.isAccepted();
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingOpenSaysWhatToDo();
    void emptyDataSetSaysWhatToDo();
    void droppedFileOpens();
    void failedOpeningKeepsWhatIsShown();
    void readOnlySaysSo();
    void closesDuringALoad();
    void keysToggleViewsButOneStays();
    void backAndForwardByKeys();
    void daysBetweenTwoSelected();
    void comesBackAsItWas();
    void chipIsRemovedByItsCross();
    void selectionInTheTableIsEverywhere();
    void selectionInTheTimelineIsEverywhere();
    void hoverIsEverywhere();
    void previousAndNextByKeys();
    void copiesDetailsFromTheMenu();
    void tabWalksFromFilterToCard();
    void everyActionHasItsOwnKey();
    void theMatrixComesByItsKey();
    void keysAreListed();
    void darkComesAndGoes();

private:
    void makeWindow();
    void openStarter(DataSet::Mode mode = DataSet::Mode::ReadWrite);
    template <typename T>
    T& part()
    {
        return *m_window->findChild<T*>();
    }
    void filter(const char* text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QString shownViews();
    QStringList statuses() const;
    QString cardTitle();
    std::vector<QString> selectedOnTimeline();
    void clickLine(int line, Qt::KeyboardModifiers modifiers = {});
    QMessageBox* box() { return m_window->findChild<QMessageBox*>(); }
    Workspace& workspace() { return m_session->workspace; }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    test::failOnWarnings();
    m_path = m_folder.filePath(QStringLiteral("record.interdict"));
    QFile::remove(m_path);
    QVERIFY(QFile::copy(QStringLiteral(":/data/starter.interdict"), m_path));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    const QString ini = m_folder.filePath(QStringLiteral("settings.ini"));
    QFile::remove(ini);
    m_session = std::make_unique<Session>(test::fixedToday);
    m_store = std::make_unique<QSettings>(ini, QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_session.reset();
    applyTheme(*qApp, Theme::light());
}

void MainWindowTest::makeWindow()
{
    m_window = std::make_unique<MainWindow>(workspace(), m_session->geometry, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::openStarter(DataSet::Mode mode)
{
    auto dataSet = DataSet::open(m_path, mode);
    QVERIFY(dataSet.has_value());
    QVERIFY(workspace().open(std::move(*dataSet)).has_value());
    makeWindow();
}

void MainWindowTest::filter(const char* text)
{
    const auto parsed = parseFilter(QLatin1String(text), workspace().vocabulary(), workspace().gazetteer());
    QVERIFY(parsed.has_value());
    workspace().setFilter(*parsed);
}

void MainWindowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : m_window.get(), key, modifiers);
}

QString MainWindowTest::shownViews()
{
    QStringList names;
    if (part<MapPanel>().isVisible())
        names << QStringLiteral("map");
    if (part<TimelinePanel>().isVisible())
        names << QStringLiteral("timeline");
    if (part<EventTable>().isVisible())
        names << QStringLiteral("table");
    return names.join(u' ');
}

QStringList MainWindowTest::statuses() const
{
    QStringList texts;
    for (const QLabel* label : m_window->statusBar()->findChildren<QLabel*>())
        if (!label->text().isEmpty())
            texts << label->text();
    return texts;
}

// The event that the card shows, by what its Copy gives.
QString MainWindowTest::cardTitle()
{
    part<EventCard>().copyAction()->trigger();
    return QGuiApplication::clipboard()->text().section(u'\n', 0, 0);
}

std::vector<QString> MainWindowTest::selectedOnTimeline()
{
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&part<TimelinePanel>().view());
    std::vector<QString> names;
    for (int i = 0; i < list->childCount(); ++i)
        if (list->child(i)->state().selected)
            names.push_back(list->child(i)->text(QAccessible::Name));
    return names;
}

void MainWindowTest::clickLine(int line, Qt::KeyboardModifiers modifiers)
{
    QTableView& view = part<EventTable>().view();
    const QModelIndex index = view.model()->index(line, 0);
    view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(index).center());
}

void MainWindowTest::nothingOpenSaysWhatToDo()
{
    makeWindow();
    QCOMPARE(m_window->windowTitle(), QStringLiteral("No data set – Interdict"));
    QVERIFY(part<Notice>().isVisible());
    QVERIFY(part<Notice>().text().contains(QStringLiteral("No data set is open. Open one")));
    QCOMPARE(statuses(), QStringList());
    // Everything can be pressed all the same.
    for (const int key :
         {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Return, Qt::Key_Plus})
        for (QWidget* view : {static_cast<QWidget*>(&part<TimelinePanel>().view()),
                              static_cast<QWidget*>(&part<MapPanel>().view())})
            QTest::keyClick(view, static_cast<Qt::Key>(key));
    QSignalSpy opened(&m_window->files(), &Files::opened);
    m_window->files().open(m_path);
    QVERIFY(opened.wait());
    QVERIFY(!part<Notice>().isVisible());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("AI platform restrictions – Interdict"));
}

void MainWindowTest::emptyDataSetSaysWhatToDo()
{
    openStarter();
    QVERIFY(!part<Notice>().isVisible());
    QSignalSpy opened(&m_window->files(), &Files::opened);
    m_window->files().createAt(m_folder.filePath(QStringLiteral("mine.interdict")));
    QVERIFY(opened.wait());
    QVERIFY(part<Notice>().isVisible());
    QVERIFY(part<Notice>().text().startsWith(QStringLiteral("This data set has no events yet")));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("mine – Interdict"));
    QVERIFY(statuses().front().startsWith(QStringLiteral("0 of 0 event(s)")));
    QVERIFY(!m_window->grab().isNull());
}

void MainWindowTest::droppedFileOpens()
{
    makeWindow();
    QSignalSpy opened(&m_window->files(), &Files::opened);
    QVERIFY(sendDrop(*m_window, {QUrl::fromLocalFile(m_path)}));
    QVERIFY(opened.wait());
    QCOMPARE(workspace().dataSet().path(), m_path);
    QCOMPARE(part<EventTable>().model().rowCount(), 399);
    QVERIFY(!sendDrop(*m_window, {QUrl(QStringLiteral("https://example.org/a.interdict"))}));
    QVERIFY(!sendDrop(*m_window, {QUrl::fromLocalFile(m_path), QUrl::fromLocalFile(m_path)}));
}

void MainWindowTest::failedOpeningKeepsWhatIsShown()
{
    openStarter();
    const QString text = m_folder.filePath(QStringLiteral("notes.txt"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("notes") == 5);
    file.close();
    QVERIFY(sendDrop(*m_window, {QUrl::fromLocalFile(text)}));
    QTRY_VERIFY(box() && box()->isVisible());
    QVERIFY2(box()->text().contains(QStringLiteral("is not an Interdict data set")),
             qPrintable(box()->text()));
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("AI platform restrictions – Interdict"));
    QVERIFY(statuses().front().startsWith(QStringLiteral("399 of 399")));
}

void MainWindowTest::readOnlySaysSo()
{
    openStarter(DataSet::Mode::ReadOnly);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("AI platform restrictions (read-only) – Interdict"));
    QCOMPARE(statuses().back(), QStringLiteral("Read-only: record.interdict"));
    QSignalSpy opened(&m_window->files(), &Files::opened);
    m_window->files().open(m_path); // it can be written
    QVERIFY(opened.wait());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("AI platform restrictions – Interdict"));
    QCOMPARE(statuses().back(), QStringLiteral("record.interdict"));
}

void MainWindowTest::closesDuringALoad()
{
    openStarter();
    m_window->files().open(m_path);
    QVERIFY(m_window->close());
    m_window.reset();
    QCOMPARE(workspace().columns().size(), Row(399));
}

void MainWindowTest::keysToggleViewsButOneStays()
{
    openStarter();
    QCOMPARE(shownViews(), QStringLiteral("map timeline"));
    press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(shownViews(), QStringLiteral("map timeline table"));
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shownViews(), QStringLiteral("timeline table"));
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(shownViews(), QStringLiteral("table"));
    for (const auto key : {Qt::Key_3, Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_3, Qt::Key_2, Qt::Key_1}) {
        press(key, Qt::ControlModifier);
        QVERIFY(!shownViews().isEmpty());
    }
    press(Qt::Key_F9);
    QVERIFY(!part<FacetPanel>().isVisible());
    press(Qt::Key_F10);
    QVERIFY(!part<EventCard>().isVisible());
    press(Qt::Key_F9);
    QVERIFY(part<FacetPanel>().isVisible());
}

void MainWindowTest::backAndForwardByKeys()
{
    openStarter();
    const auto type = [this](const char* text) {
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&part<QueryLine>(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&part<QueryLine>(), QLatin1String(text));
        QTest::keyClick(&part<QueryLine>(), Qt::Key_Return);
    };
    type("country:IT");
    type("country:FR");
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("country:FR"));
    part<TimelinePanel>().view().setFocus();
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("country:IT"));
    QCOMPARE(part<QueryLine>().text(), QStringLiteral("country:IT"));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(workspace().filter().isEmpty());
    press(Qt::Key_Left, Qt::AltModifier); // nothing is before it
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("country:IT"));
    press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(workspace().filter().isEmpty());
}

void MainWindowTest::daysBetweenTwoSelected()
{
    openStarter();
    press(Qt::Key_3, Qt::ControlModifier);
    clickLine(0);
    QCOMPARE(statuses().size(), 2);
    clickLine(7, Qt::ControlModifier);
    const Columns& columns = workspace().columns();
    QCOMPARE(workspace().selection(), (std::vector<Row>{0, 7}));
    const Day first = columns.startFirst[7] - columns.startLast[0];
    const Day last = columns.startLast[7] - columns.startFirst[0];
    QVERIFY(last > 0);
    const QString days =
        first == last ? QString::number(first) : QStringLiteral("%1 to %2").arg(first).arg(last);
    QCOMPARE(statuses()[1], QStringLiteral("· %1 day(s) between the two selected").arg(days));
    clickLine(3, Qt::ControlModifier);
    QCOMPARE(statuses()[1], QStringLiteral("· 3 event(s) selected"));
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(workspace().selection().empty());
    QCOMPARE(statuses().size(), 2);
}

void MainWindowTest::comesBackAsItWas()
{
    openStarter();
    m_window->resize(1300, 900);
    m_window->setShownViews({QStringLiteral("map"), QStringLiteral("table")});
    press(Qt::Key_F10);
    part<TimelinePanel>().view().setLaneBy(LaneBy::Concern);
    part<TimelinePanel>().view().setColourBy(ColourBy::Status);
    const MapMode mode = MapMode::FirstEvent;
    part<MapPanel>().view().setMode(mode);
    QHeaderView* header = part<EventTable>().view().horizontalHeader();
    header->resizeSection(0, 177);
    header->setSectionHidden(1, true);
    header->moveSection(header->visualIndex(3), 2);
    part<EventTable>().view().sortByColumn(2, Qt::DescendingOrder);
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:IT"), workspace().vocabulary(), workspace().gazetteer()));
    QCOMPARE(shownViews(), QStringLiteral("map table"));
    m_window->close();
    QCOMPARE(m_settings->filter.get(), QStringLiteral("country:IT"));
    m_window.reset();
    m_store->sync();

    m_store = std::make_unique<QSettings>(m_store->fileName(), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    makeWindow();
    QCOMPARE(m_window->size(), QSize(1300, 900));
    QCOMPARE(shownViews(), QStringLiteral("map table"));
    QVERIFY(!part<EventCard>().isVisible());
    QVERIFY(part<FacetPanel>().isVisible());
    QCOMPARE(part<TimelinePanel>().view().laneBy(), LaneBy::Concern);
    QCOMPARE(part<TimelinePanel>().view().colourBy(), ColourBy::Status);
    QCOMPARE(part<MapPanel>().view().mode(), mode);
    header = part<EventTable>().view().horizontalHeader();
    QCOMPARE(header->sectionSize(0), 177);
    QVERIFY(header->isSectionHidden(1));
    QCOMPARE(header->visualIndex(3), 2);
    QCOMPARE(header->sortIndicatorSection(), 2);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void MainWindowTest::chipIsRemovedByItsCross()
{
    openStarter();
    workspace().setFilter(*parseFilter(QStringLiteral("country:IT platform:ChatGPT"),
                                       workspace().vocabulary(), workspace().gazetteer()));
    QCoreApplication::processEvents();
    QList<Chip*> chips = part<ChipsBar>().findChildren<Chip*>();
    QCOMPARE(chips.size(), 2);
    QTest::mouseClick(chips[0], Qt::LeftButton, {}, QPoint(5, chips[0]->height() / 2)); // beside the cross
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("country:IT platform:ChatGPT"));
    QTest::mouseClick(chips[0], Qt::LeftButton, {}, chips[0]->crossRect().center());
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("platform:ChatGPT"));
    QCOMPARE(part<QueryLine>().text(), QStringLiteral("platform:ChatGPT"));
}

void MainWindowTest::selectionInTheTableIsEverywhere()
{
    openStarter();
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:IT"), workspace().vocabulary(), workspace().gazetteer()));
    press(Qt::Key_3, Qt::ControlModifier);
    clickLine(4);
    const Row row = workspace().result()[4];
    const QString title = workspace().brief(row).title;
    QCOMPARE(workspace().selection(), std::vector<Row>{row});
    QCOMPARE(cardTitle(), title);
    QVERIFY(part<MapPanel>().view().isChosen(QStringLiteral("IT")));
    const auto items = selectedOnTimeline();
    QCOMPARE(items.size(), std::size_t(1));
    QVERIFY2(items[0].contains(title), qPrintable(items[0]));
}

void MainWindowTest::selectionInTheTimelineIsEverywhere()
{
    openStarter();
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:JP"), workspace().vocabulary(), workspace().gazetteer()));
    press(Qt::Key_3, Qt::ControlModifier);
    part<TimelinePanel>().view().setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QCOMPARE(workspace().selection().size(), std::size_t(1));
    const Row row = workspace().selection()[0];
    QVERIFY(workspace().inResult(row));
    QCOMPARE(cardTitle(), workspace().brief(row).title);
    QVERIFY(part<EventCard>().isAncestorOf(QApplication::focusWidget())); // opened: the keys go to the card
    const auto chosen = part<EventTable>().view().selectionModel()->selectedRows();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(part<EventTable>().model().lineOf(row).value(), chosen[0].row());
}

void MainWindowTest::hoverIsEverywhere()
{
    openStarter();
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:IT"), workspace().vocabulary(), workspace().gazetteer()));
    press(Qt::Key_3, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QTableView& view = part<EventTable>().view();
    QTest::mouseMove(view.viewport(), view.visualRect(view.model()->index(2, 0)).center());
    QTRY_COMPARE(workspace().hover().row, std::optional(workspace().result()[2]));
    const auto& items = part<TimelinePanel>().view().layoutNow().items();
    QVERIFY(std::any_of(items.begin(), items.end(), [](const TimelineItem& item) { return item.hovered; }));
    MapView& map = part<MapPanel>().view();
    QTest::mouseMove(&map, map.rectOf(QStringLiteral("IT")).center());
    QTRY_COMPARE(workspace().hover().place, QStringLiteral("IT"));
    const auto& lanes = part<TimelinePanel>().view().layoutNow().lanes();
    QVERIFY(std::any_of(lanes.begin(), lanes.end(), [](const LaneBox& lane) { return lane.highlighted; }));
}

void MainWindowTest::previousAndNextByKeys()
{
    openStarter();
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:IT"), workspace().vocabulary(), workspace().gazetteer()));
    const auto result = workspace().result();
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(workspace().selection(), std::vector<Row>{result[1]});
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(workspace().selection(), std::vector<Row>{result[0]});
    QVERIFY(!part<EventCard>().previousAction()->isEnabled());
}

void MainWindowTest::copiesDetailsFromTheMenu()
{
    openStarter();
    QVERIFY(!part<EventCard>().copyAction()->isEnabled());
    workspace().select(0);
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(workspace().brief(0).title));
    const auto menuHolds = [this](const QString& menu, const QAction* action) {
        for (const QAction* entry : m_window->menuBar()->actions())
            if (entry->text() == menu)
                return entry->menu()->actions().contains(action);
        return false;
    };
    QVERIFY(menuHolds(QStringLiteral("&Edit"), part<EventCard>().copyAction()));
    QVERIFY(menuHolds(QStringLiteral("&Go"), part<EventCard>().previousAction()));
    QVERIFY(menuHolds(QStringLiteral("&Go"), part<EventCard>().nextAction()));
}

void MainWindowTest::tabWalksFromFilterToCard()
{
    openStarter();
    press(Qt::Key_3, Qt::ControlModifier);
    workspace().setFilter(
        *parseFilter(QStringLiteral("country:IT"), workspace().vocabulary(), workspace().gazetteer()));
    workspace().select(workspace().result()[0]);
    press(Qt::Key_F, Qt::ControlModifier);
    const std::vector<std::pair<QString, QWidget*>> parts{
        {QStringLiteral("query"), &part<QueryLine>()},        {QStringLiteral("chips"), &part<ChipsBar>()},
        {QStringLiteral("facets"), &part<FacetPanel>()},      {QStringLiteral("map"), &part<MapPanel>()},
        {QStringLiteral("timeline"), &part<TimelinePanel>()}, {QStringLiteral("table"), &part<EventTable>()},
        {QStringLiteral("card"), &part<EventCard>()}};
    const auto where = [&]() -> QString {
        const QWidget* focused = QApplication::focusWidget();
        for (const auto& [name, widget] : parts)
            if (focused && (widget == focused || widget->isAncestorOf(focused)))
                return name;
        return QStringLiteral("top");
    };
    const auto walk = [&](Qt::Key key) {
        QStringList visited{where()};
        const QWidget* begin = QApplication::focusWidget();
        for (int i = 0; i < 300; ++i) {
            press(key);
            if (where() != visited.back())
                visited << where();
            if (QApplication::focusWidget() == begin)
                break;
        }
        return visited.join(u' ');
    };
    QCOMPARE(walk(Qt::Key_Tab), QStringLiteral("query chips facets map timeline table card top query"));
    QCOMPARE(walk(Qt::Key_Backtab), QStringLiteral("query top card table timeline map facets chips query"));
}

void MainWindowTest::everyActionHasItsOwnKey()
{
    openStarter();
    QHash<QKeySequence, QString> taken;
    for (const QAction* menu : m_window->menuBar()->actions()) {
        for (const QAction* action : menu->menu()->actions()) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!taken.contains(key), qPrintable(action->text() + taken.value(key)));
                taken.insert(key, action->text());
            }
        }
    }
    for (const char* key : {"Ctrl+N", "Ctrl+O", "Ctrl+Shift+S", "Ctrl+Q", "Ctrl+F", "F1"})
        QVERIFY2(taken.contains(QKeySequence(QLatin1String(key))), key); // whatever the desktop's own keys
}

void MainWindowTest::theMatrixComesByItsKey()
{
    openStarter();
    auto* matrix = m_window->findChild<MatrixPanel*>();
    QVERIFY(!matrix->isVisible()); // not at the first start
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(matrix->isVisible());
    matrix->view().setSpec({Facet::Platform, Facet::Measure, MatrixValue::InForce, MatrixOrder::Name});
    matrix->view().setFocus();
    QTest::keyClick(&matrix->view(), Qt::Key_Down);
    QTest::keyClick(&matrix->view(), Qt::Key_Left);
    QTest::keyClick(&matrix->view(), Qt::Key_Return);
    QCOMPARE(workspace().result().size(), std::size_t(matrix->view().table().total.count));
    QVERIFY(workspace().filter().inForceOn.has_value());
}

void MainWindowTest::keysAreListed()
{
    openStarter();
    press(Qt::Key_F1);
    auto* text = m_window->findChild<QTextBrowser*>();
    QVERIFY(text && text->isVisible());
    for (const char* said : {"Alt+Down", "Next event", "Ctrl+3", "Walk through events and lanes"})
        QVERIFY2(text->toPlainText().contains(QLatin1String(said)), said);
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QTextBrowser*>());
}

void MainWindowTest::darkComesAndGoes()
{
    openStarter();
    press(Qt::Key_3, Qt::ControlModifier);
    workspace().select(0);
    const auto ground = [this] {
        QCoreApplication::processEvents();
        return m_window->grab().toImage().pixelColor(m_window->width() / 2, m_window->height() - 8);
    };
    QVERIFY(ground().lightness() > 200);
    applyTheme(*qApp, Theme::darkTheme());
    QVERIFY(ground().lightness() < 60);
    QVERIFY(Theme::of(m_window->palette()).dark);
    applyTheme(*qApp, Theme::light());
    QVERIFY(ground().lightness() > 200);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
