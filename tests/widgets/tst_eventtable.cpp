// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table: the same result as everywhere, sorted by what values mean, selection and hover shared, copy as
// text.
#include "tests/support/starter.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/table/eventtable.h"
#include "widgets/table/eventtablemodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace interdict;

class EventTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheResult();
    void modelIsSound();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void sortsTitlesByText();
    void sortsDaysAsNumbers();
    void clickOnHeaderSorts();
    void clickSelects();
    void ctrlClickAdds();
    void takesTheSelectionOver();
    void selectionKeepsThePlace();
    void activates_data();
    void activates();
    void hovers();
    void copiesAsText();
    void copyHasOnlyShownColumns();
    void saysWhatToDoWhenEmpty();
    void waitsWhileHidden();
    void marksWhatIsInForce();
    void stateComesBack();
    void refusesOtherStates();
    void keepsOneColumn();

private:
    QModelIndex at(int line, const QString& column) const;
    void click(int line, Qt::KeyboardModifiers keys = {});
    std::vector<Row> shownRows() const;

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<EventTable> m_table;
};

void EventTableTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_table = std::make_unique<EventTable>(m_starter->workspace);
    m_table->resize(1200, 500);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
}

void EventTableTest::cleanup()
{
    m_table.reset();
    m_starter.reset();
}

QModelIndex EventTableTest::at(int line, const QString& column) const
{
    return m_table->model().index(line, m_table->model().columnOf(column));
}

void EventTableTest::click(int line, Qt::KeyboardModifiers keys)
{
    QTableView& view = m_table->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, keys,
                      view.visualRect(at(line, QStringLiteral("title"))).center());
}

std::vector<Row> EventTableTest::shownRows() const
{
    std::vector<Row> rows;
    for (int line = 0; line < m_table->model().rowCount(); ++line)
        rows.push_back(m_table->model().rowAt(line));
    return rows;
}

void EventTableTest::showsTheResult()
{
    for (const QString& filter :
         {QString(), QStringLiteral("platform:DeepSeek"), QStringLiteral("country:IT")}) {
        m_starter->filter(filter);
        const auto result = m_starter->workspace.result();
        QCOMPARE(shownRows(), std::vector<Row>(result.begin(), result.end()));
        QCOMPARE(at(0, QStringLiteral("title")).data().toString(),
                 m_starter->workspace.brief(result.front()).title);
    }
}

void EventTableTest::modelIsSound()
{
    EventTableModel model(m_starter->workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_starter->filter(QStringLiteral("platform:Grok"));
    model.refresh();
    QCOMPARE(model.rowCount(), int(m_starter->workspace.result().size()));
    model.sort(model.columnOf(QStringLiteral("title")), Qt::DescendingOrder);
    m_starter->workspace.setAsOf(dayOf(2026, 1, 20));
    model.refreshAsOf();
    m_starter->filter(QStringLiteral("\"no such phrase\""));
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
}

void EventTableTest::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isDown");
    const auto columns = eventColumns();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        QTest::addRow("%s up", qPrintable(columns[column].id)) << int(column) << false;
        QTest::addRow("%s down", qPrintable(columns[column].id)) << int(column) << true;
    }
}

void EventTableTest::sortsByEveryColumn()
{
    QFETCH(int, column);
    QFETCH(bool, isDown);
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    m_table->view().sortByColumn(column, isDown ? Qt::DescendingOrder : Qt::AscendingOrder);
    const EventTableModel& model = m_table->model();
    std::vector<Row> rows = shownRows();
    for (int line = 1; line < model.rowCount(); ++line) {
        const auto before = model.index(line - 1, column).data(EventTableModel::SortRole).toLongLong();
        const auto value = model.index(line, column).data(EventTableModel::SortRole).toLongLong();
        QVERIFY(isDown ? before >= value : before <= value);
        if (before == value)
            QVERIFY(model.rowAt(line - 1) < model.rowAt(line)); // ties stay by date
    }
    std::sort(rows.begin(), rows.end());
    const auto result = m_starter->workspace.result();
    QVERIFY(std::equal(rows.begin(), rows.end(), result.begin(), result.end()));
}

void EventTableTest::sortsTitlesByText()
{
    m_starter->filter(QStringLiteral("country:IT"));
    m_table->view().sortByColumn(m_table->model().columnOf(QStringLiteral("title")), Qt::AscendingOrder);
    QStringList titles;
    for (int line = 0; line < m_table->model().rowCount(); ++line)
        titles.append(at(line, QStringLiteral("title")).data().toString());
    QStringList sorted = titles;
    std::sort(sorted.begin(), sorted.end(),
              [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    QCOMPARE(titles, sorted);
    QVERIFY(titles.size() == 20);
}

void EventTableTest::sortsDaysAsNumbers()
{
    m_table->view().sortByColumn(m_table->model().columnOf(QStringLiteral("days")), Qt::DescendingOrder);
    const QString most = at(0, QStringLiteral("days")).data().toString();
    QVERIFY2(most.contains(QLatin1String(",")) || most.size() > 3, qPrintable(most)); // years, not "999"
    const int last = m_table->model().rowCount() - 1;
    QCOMPARE(at(last, QStringLiteral("days")).data().toString(), QString());
}

void EventTableTest::clickOnHeaderSorts()
{
    QHeaderView* header = m_table->view().horizontalHeader();
    const int country = m_table->model().columnOf(QStringLiteral("country"));
    const QPoint place(header->sectionViewportPosition(country) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(at(0, QStringLiteral("country")).data().toString(), QStringLiteral("Afghanistan"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(at(0, QStringLiteral("country")).data().toString() > QLatin1String("United States"));
}

void EventTableTest::clickSelects()
{
    click(3);
    QCOMPARE(m_starter->workspace.selection(), std::vector<Row>{m_table->model().rowAt(3)});
    click(5);
    QCOMPARE(m_starter->workspace.current(), std::optional(m_table->model().rowAt(5)));
    QTest::keyClick(&m_table->view(), Qt::Key_Down);
    QCOMPARE(m_starter->workspace.current(), std::optional(m_table->model().rowAt(6)));
}

void EventTableTest::ctrlClickAdds()
{
    click(5);
    click(2, Qt::ControlModifier);
    const EventTableModel& model = m_table->model();
    QCOMPARE(m_starter->workspace.selection(), (std::vector<Row>{model.rowAt(5), model.rowAt(2)}));
    click(5, Qt::ControlModifier);
    QCOMPARE(m_starter->workspace.selection(), std::vector<Row>{model.rowAt(2)});
}

void EventTableTest::takesTheSelectionOver()
{
    m_starter->workspace.setSelection({4, 9, 2});
    QModelIndexList selected = m_table->view().selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    QCOMPARE(selected.size(), 3);
    QCOMPARE(selected[0].row(), 2);
    QCOMPARE(selected[2].row(), 9);
    QCOMPARE(m_table->view().currentIndex().row(), 2);
    QCOMPARE(m_starter->workspace.selection(), (std::vector<Row>{4, 9, 2})); // not changed by being shown
    m_starter->workspace.clearSelection();
    QVERIFY(!m_table->view().selectionModel()->hasSelection());
}

void EventTableTest::selectionKeepsThePlace()
{
    QScrollBar* bar = m_table->view().verticalScrollBar();
    bar->setValue(100);
    m_starter->workspace.select(m_table->model().rowAt(105)); // in sight
    QCOMPARE(bar->value(), 100);
    m_starter->workspace.select(m_table->model().rowAt(300)); // out of sight
    QVERIFY(bar->value() > 200);
    const QRect shown = m_table->view().visualRect(at(300, QStringLiteral("date")));
    QVERIFY(m_table->view().viewport()->rect().contains(shown.center()));
    m_starter->filter(QStringLiteral("platform:DeepSeek,TikTok"));
    QCOMPARE(m_starter->workspace.selection().size(), std::size_t(1)); // outlives the filter
}

void EventTableTest::activates_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("double click") << false;
    QTest::newRow("enter") << true;
}

void EventTableTest::activates()
{
    QFETCH(bool, byKey);
    QSignalSpy activated(&m_starter->workspace, &Workspace::eventActivated);
    click(3);
    if (byKey)
        QTest::keyClick(&m_table->view(), Qt::Key_Return);
    else
        QTest::mouseDClick(m_table->view().viewport(), Qt::LeftButton, {},
                           m_table->view().visualRect(at(3, QStringLiteral("title"))).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(m_starter->workspace.current(), std::optional(m_table->model().rowAt(3)));
}

void EventTableTest::hovers()
{
    QWidget* viewport = m_table->view().viewport();
    QTest::mouseMove(viewport, m_table->view().visualRect(at(4, QStringLiteral("title"))).center());
    QTRY_COMPARE(m_starter->workspace.hover().row, std::optional(m_table->model().rowAt(4)));
    const QColor shaded = viewport->grab().toImage().pixelColor(
        m_table->view().visualRect(at(4, QStringLiteral("title"))).topRight() + QPoint(-3, 3));
    const QColor plain = viewport->grab().toImage().pixelColor(
        m_table->view().visualRect(at(6, QStringLiteral("title"))).topRight() + QPoint(-3, 3));
    QVERIFY(shaded != plain);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(viewport, &leave);
    QVERIFY(!m_starter->workspace.hover().row);
}

void EventTableTest::copiesAsText()
{
    m_starter->filter(QStringLiteral("country:IT platform:DeepSeek"));
    m_starter->workspace.setSelection({m_table->model().rowAt(1), m_table->model().rowAt(0)});
    QTest::keyClick(&m_table->view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QLatin1String("Date\tEnd\tCountry\tSubdivision\tTitle")));
    QCOMPARE(lines[1].section(QLatin1Char('\t'), 0, 2), QStringLiteral("28 Jan 2025\t30 Jan 2025\tItaly"));
    QCOMPARE(lines[1].count(QLatin1Char('\t')), lines[0].count(QLatin1Char('\t')));
    QTest::keyClick(&m_table->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), lines.mid(1).join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void EventTableTest::copyHasOnlyShownColumns()
{
    QHeaderView* header = m_table->view().horizontalHeader();
    for (int column = 0; column < m_table->model().columnCount(); ++column)
        header->setSectionHidden(column, column > 2);
    header->moveSection(2, 0); // country first
    m_starter->workspace.select(m_table->model().rowAt(0));
    QCOMPARE(m_table->selectedText(true), QStringLiteral("Country\tDate\tEnd\nTaiwan\t2019\t\n"));
}

void EventTableTest::saysWhatToDoWhenEmpty()
{
    m_starter->filter(QStringLiteral("country:NP platform:Grok"));
    QVERIFY(!m_table->view().isVisible());
    for (LinkButton* link : m_table->findChildren<LinkButton*>()) {
        if (link->text() == QLatin1String("Clear all filters")) {
            QVERIFY(link->isVisible());
            QTest::mouseClick(link, Qt::LeftButton);
        }
    }
    QVERIFY(m_starter->workspace.filter().isEmpty());
    QVERIFY(m_table->view().isVisible());
}

void EventTableTest::waitsWhileHidden()
{
    m_table->hide();
    m_starter->filter(QStringLiteral("country:IT"));
    QCOMPARE(m_table->model().rowCount(), 399);
    m_starter->workspace.select(m_starter->workspace.result()[1]);
    m_table->show();
    QCOMPARE(m_table->model().rowCount(), 20);
    QCOMPARE(m_table->view().currentIndex().row(), 1);
}

void EventTableTest::marksWhatIsInForce()
{
    const auto row = m_starter->workspace.rowOf(QStringLiteral("kr-pipc-deepseek-download-suspension-2025"));
    QVERIFY(row);
    const int line = *m_table->model().lineOf(*row);
    QCOMPARE(at(line, QStringLiteral("inforce")).data().toString(), QString());
    QCOMPARE(at(line, QStringLiteral("days")).data().toString(), QStringLiteral("72"));
    m_starter->workspace.setAsOf(dayOf(2025, 2, 20));
    QCOMPARE(at(line, QStringLiteral("inforce")).data().toString(), QStringLiteral("Yes"));
    QCOMPARE(at(line, QStringLiteral("days")).data().toString(), QStringLiteral("5"));
}

void EventTableTest::stateComesBack()
{
    QHeaderView* header = m_table->view().horizontalHeader();
    header->moveSection(0, 3);
    header->resizeSection(2, 173);
    header->setSectionHidden(m_table->model().columnOf(QStringLiteral("authority")), false);
    m_table->view().sortByColumn(m_table->model().columnOf(QStringLiteral("country")), Qt::DescendingOrder);
    EventTable other(m_starter->workspace);
    other.show();
    QVERIFY(other.restoreState(m_table->saveState()));
    QCOMPARE(other.view().horizontalHeader()->visualIndex(0), 3);
    QCOMPARE(other.view().horizontalHeader()->sectionSize(2), 173);
    QVERIFY(!other.view().isColumnHidden(other.model().columnOf(QStringLiteral("authority"))));
    QCOMPARE(other.model().rowAt(0), m_table->model().rowAt(0));
    QVERIFY(other.model().rowAt(0) != 0);
}

void EventTableTest::refusesOtherStates()
{
    QVERIFY(!m_table->restoreState({}));
    QVERIFY(!m_table->restoreState("{\"columns\":\"a,b\",\"header\":\"\"}"));
    QCOMPARE(m_table->model().rowCount(), 399);
}

void EventTableTest::keepsOneColumn()
{
    const auto links = m_table->findChildren<LinkButton*>();
    const auto found = std::find_if(links.begin(), links.end(), [](const LinkButton* link) {
        return link->text() == QLatin1String("Columns");
    });
    QVERIFY(found != links.end());
    auto* menu = m_table->findChild<QMenu*>();
    QTest::mouseClick(*found, Qt::LeftButton);
    QTRY_VERIFY(menu->isVisible());
    for (QAction* action : menu->actions()) {
        if (action->isCheckable())
            action->setChecked(false);
    }
    int shown = 0;
    for (int column = 0; column < m_table->model().columnCount(); ++column)
        shown += m_table->view().isColumnHidden(column) ? 0 : 1;
    QCOMPARE(shown, 1);
    menu->close();
}

QTEST_MAIN(EventTableTest)
#include "tst_eventtable.moc"
