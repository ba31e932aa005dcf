// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that the program was made for, asked in the real window by clicks and keys on the shipped
// data. The answers were worked out from the JSON Lines by another program.
#include "app/mainwindow.h"
#include "app/session.h"
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/facets/facetsection.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QTableView>
#include <QtTest>

using namespace interdict;

namespace {

// Finds a value by its label, also below other values.
QModelIndex find(const QAbstractItemModel& model, const QString& label, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == label)
            return index;
        if (const QModelIndex below = find(model, label, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

class FiveQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whichCountriesForbidDeepSeekOnOfficialDevicesToday();
    void whatWasInForceOnADay();
    void whichStatesActedInWhichOrderOutOfWhichConcern();
    void whatHappenedInItalyFromInquiryToLifting();
    void whichMembersActedOnCrossBorderTransfer();

private:
    void choose(Facet facet, const QString& label);
    void clickButton(const QString& name);
    void clickItem(const QString& viewClass, const QString& nameStart);
    QString status() const { return m_window->statusBar()->findChild<QLabel*>()->text(); }
    QStringList column(const QString& title);
    QStringList countriesOfResult() const;
    Workspace& workspace() { return m_session->workspace; }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    Settings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void FiveQuestionsTest::init()
{
    test::failOnWarnings();
    const QString path = m_folder.filePath(QStringLiteral("starter.interdict"));
    if (!QFile::exists(path))
        QVERIFY(QFile::copy(QStringLiteral(":/data/starter.interdict"), path));
    m_session = std::make_unique<Session>(test::fixedToday);
    QVERIFY(m_session->workspace.open(DataSet::open(path).value()).has_value());
    m_window = std::make_unique<MainWindow>(m_session->workspace, m_session->geometry, m_settings);
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QCOMPARE(status(),
             QStringLiteral("399 of 399 event(s) · 51 country(ies) · 170 in force on 24 November 2026"));
}

void FiveQuestionsTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

// As a person would: type into the facet's search line, click the value that is found, clear the line.
void FiveQuestionsTest::choose(Facet facet, const QString& label)
{
    auto* panel = m_window->findChild<FacetPanel*>();
    FacetSection* section = panel->section(facet);
    auto* search = section->findChild<QLineEdit*>();
    const bool canSearch = search && search->isVisibleTo(section);
    if (canSearch) {
        panel->ensureWidgetVisible(search);
        QTest::mouseClick(search, Qt::LeftButton);
        QTest::keyClicks(search, label);
    }
    FacetView& view = section->view();
    QModelIndex index;
    QTRY_VERIFY2((index = find(*view.model(), label)).isValid(), qPrintable(label));
    QCoreApplication::processEvents();
    const QPoint centre = view.visualRect(index).center();
    const QPoint inPanel = view.viewport()->mapTo(panel->widget(), centre);
    panel->ensureVisible(inPanel.x(), inPanel.y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    if (canSearch)
        QTest::keyClick(search, Qt::Key_Escape);
}

void FiveQuestionsTest::clickButton(const QString& name)
{
    for (auto* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text().remove(u'&') == name)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(QStringLiteral("no button ") + name));
}

// Clicks a drawn item where it is not covered by another, found as assistive technology finds it.
void FiveQuestionsTest::clickItem(const QString& viewClass, const QString& nameStart)
{
    QWidget* view = nullptr;
    for (auto* widget : m_window->findChildren<QWidget*>())
        if (QLatin1String(widget->metaObject()->className()) == QStringLiteral("interdict::") + viewClass)
            view = widget;
    QVERIFY2(view, qPrintable(viewClass));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(view);
    QVERIFY(list);
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface* item = list->child(i);
        if (!item->text(QAccessible::Name).startsWith(nameStart))
            continue;
        const QRect rect = item->rect();
        for (int y = rect.top(); y <= rect.bottom(); y += 2)
            for (int x = rect.left(); x <= rect.right(); x += 2)
                if (list->childAt(x, y) == item)
                    return QTest::mouseClick(view, Qt::LeftButton, {}, view->mapFromGlobal(QPoint(x, y)));
    }
    QFAIL(qPrintable(nameStart + QStringLiteral(" is not to be seen")));
}

// What the table shows in a column, from top to bottom.
QStringList FiveQuestionsTest::column(const QString& title)
{
    auto* table = m_window->findChild<QTableView*>();
    const QAbstractItemModel* model = table->model();
    for (int at = 0; at < model->columnCount(); ++at) {
        if (model->headerData(at, Qt::Horizontal).toString() != title)
            continue;
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, at).data().toString();
        return texts;
    }
    return {};
}

QStringList FiveQuestionsTest::countriesOfResult() const
{
    QStringList codes;
    for (const Row row : m_session->workspace.result())
        codes << m_session->workspace.columns().countryCode(row);
    codes.removeDuplicates();
    codes.sort();
    return codes;
}

void FiveQuestionsTest::whichCountriesForbidDeepSeekOnOfficialDevicesToday()
{
    choose(Facet::Platform, QStringLiteral("DeepSeek"));
    choose(Facet::Measure, QStringLiteral("Ban on official devices"));
    clickButton(QStringLiteral("In force then"));
    QCOMPARE(countriesOfResult(),
             QStringLiteral("AU BE CA CZ DE DK GB JP KR LT NL NO NZ SE TW US").split(u' '));
    QCOMPARE(status(),
             QStringLiteral("47 of 399 event(s) · 16 country(ies) · 47 in force on 24 November 2026"));
}

void FiveQuestionsTest::whatWasInForceOnADay()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("inforce:2025-02-10"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(
        countriesOfResult(),
        QStringLiteral("AF AT AU BE BR CA CN DE DK EU FR GB IE IN IT JO JP KG KR LV NL NO NZ PH SO TW US")
            .split(u' '));
    QVERIFY2(status().startsWith(QStringLiteral("134 of 399 event(s) · 26 country(ies)")),
             qPrintable(status()));
}

void FiveQuestionsTest::whichStatesActedInWhichOrderOutOfWhichConcern()
{
    choose(Facet::Platform, QStringLiteral("DeepSeek"));
    choose(Facet::Country, QStringLiteral("United States"));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier); // the table, in order of start
    QStringList states;
    const QStringList places = column(QStringLiteral("Subdivision"));
    const QStringList concerns = column(QStringLiteral("Concerns"));
    QCOMPARE(places.size(), 43);
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].isEmpty())
            continue;
        states << places[i];
        QVERIFY2(!concerns[i].isEmpty(), qPrintable(places[i]));
        if (places[i] == u"New York")
            QCOMPARE(concerns[i],
                     QStringLiteral(
                         "Data handling, Foreign government access, Censorship, Intellectual property"));
    }
    QCOMPARE(states,
             QStringLiteral("Arkansas,Florida,North Carolina,North Dakota,Nevada,Texas,Texas,Pennsylvania,"
                            "New York,Virginia,Texas,Iowa,Georgia,Tennessee,Montana,South Dakota,Nebraska,"
                            "Tennessee,Oklahoma,Alabama,North Dakota,Kansas,Louisiana")
                 .split(u','));
}

void FiveQuestionsTest::whatHappenedInItalyFromInquiryToLifting()
{
    clickItem(QStringLiteral("MapView"), QStringLiteral("Italy"));
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("country:IT"));
    QVERIFY(status().startsWith(QStringLiteral("20 of 399")));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    auto* table = m_window->findChild<QTableView*>();
    const auto titles = column(QStringLiteral("Title"));
    const int row = static_cast<int>(
        titles.indexOf(QStringLiteral("Italy orders OpenAI to stop processing Italian users' data")));
    QVERIFY(row >= 0);
    table->scrollTo(table->model()->index(row, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 0)).center());
    QStringList chain;
    for (auto* button : m_window->findChildren<QAbstractButton*>())
        if (button->isVisible() &&
            QLatin1String(button->metaObject()->className()) == u"interdict::CaseStepButton")
            chain << button->text();
    QCOMPARE(chain.size(), 8);
    QCOMPARE(chain[0], titles[row]);
    QCOMPARE(chain[3], QStringLiteral("ChatGPT returns in Italy after OpenAI meets regulator's conditions"));
    QCOMPARE(chain[7], QStringLiteral("Rome court annuls the ChatGPT fine"));
}

void FiveQuestionsTest::whichMembersActedOnCrossBorderTransfer()
{
    clickButton(QStringLiteral("Blocs, regions"));
    choose(Facet::Country, QStringLiteral("European Union members"));
    choose(Facet::Concern, QStringLiteral("Cross-border transfer"));
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("bloc:EU27 concern:cross_border_transfer"));
    QCOMPARE(countriesOfResult(), QStringLiteral("BE CZ DE GR IE IT LT LU NL PL PT").split(u' '));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QStringList authorities = column(QStringLiteral("Authority"));
    QCOMPARE(authorities.size(), 20);
    authorities.removeDuplicates();
    QCOMPARE(authorities.size(), 14);
    QVERIFY(authorities.contains(QStringLiteral("Data Protection Commission (DPC)")));
}

QTEST_MAIN(FiveQuestionsTest)
#include "tst_fivequestions.moc"
