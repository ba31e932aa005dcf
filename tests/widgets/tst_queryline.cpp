// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The query line: text becomes the filter, the filter becomes text, and what cannot be read says so.
#include "tests/support/starter.h"
#include "widgets/facets/querycompletion.h"
#include "widgets/facets/queryline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace interdict;

class QueryLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheFilter();
    void enterApplies();
    void typingAppliesAfterAPause();
    void saysWhatIsWrong();
    void anErrorChangesNothing();
    void anErrorGoesWithTheNextKey();
    void escapeRestores();
    void leavingNormalises();
    void otherViewsWin();
    void completes_data();
    void completes();
    void completionReplacesThePiece();

private:
    void type(const QString& text);
    QLabel* message() const;

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<QWidget> m_window;
    QueryLine* m_line = nullptr;
    QLineEdit* m_other = nullptr;
};

void QueryLineTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_window = std::make_unique<QWidget>();
    m_line = new QueryLine(m_starter->workspace, m_window.get());
    m_other = new QLineEdit(m_window.get());
    m_line->setGeometry(10, 10, 600, 30);
    m_other->setGeometry(10, 120, 600, 30);
    m_window->resize(640, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_line->setFocus();
}

void QueryLineTest::cleanup()
{
    m_window.reset();
    m_starter.reset();
}

void QueryLineTest::type(const QString& text)
{
    m_line->selectAll();
    QTest::keyClick(m_line, Qt::Key_Delete);
    QTest::keyClicks(m_line, text);
    m_line->findChild<QCompleter*>()->popup()->hide();
}

QLabel* QueryLineTest::message() const
{
    return m_window->findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
}

void QueryLineTest::showsTheFilter()
{
    QVERIFY(m_line->text().isEmpty());
    m_starter->filter(QStringLiteral("platform:DeepSeek country:IT"));
    QCOMPARE(m_line->text(), filterText(m_starter->workspace.filter()));
    QVERIFY(!m_line->text().isEmpty());
}

void QueryLineTest::enterApplies()
{
    type(QStringLiteral("country:Italy platform:deepseek"));
    QTest::keyClick(m_line, Qt::Key_Return);
    QCOMPARE(m_starter->workspace.filter()[Facet::Country].anyOf, QStringList{QStringLiteral("IT")});
    QCOMPARE(m_line->text(), filterText(m_starter->workspace.filter()));
    QVERIFY(m_line->text().contains(QLatin1String("country:IT")));
}

void QueryLineTest::typingAppliesAfterAPause()
{
    QSignalSpy changed(&m_starter->workspace, &Workspace::filterChanged);
    type(QStringLiteral("platform:DeepSeek"));
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_line->text(), QStringLiteral("platform:DeepSeek")); // as typed, while being edited
    QVERIFY(m_line->hasFocus());
}

void QueryLineTest::saysWhatIsWrong()
{
    const QString text = QStringLiteral("platform:DeepSeek country:Nowhere");
    type(text);
    QTRY_VERIFY(m_line->hasError());
    const auto parsed = parseFilter(text, m_starter->workspace.vocabulary(), m_starter->gazetteer);
    QVERIFY(!parsed);
    QCOMPARE(m_line->errorText(), parsed.error().message());
    QVERIFY(message()->isVisible());
    QVERIFY(message()->geometry().top() >= m_line->geometry().bottom());
    QVERIFY(m_line->hasFocus());
    QCOMPARE(m_line->text(), text);
    QTest::keyClick(m_line, Qt::Key_Return);
    QCOMPARE(m_line->cursorPosition(), parsed.error().column - 1);
}

void QueryLineTest::anErrorChangesNothing()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    const Filter before = m_starter->workspace.filter();
    type(QStringLiteral("country:"));
    QTest::keyClick(m_line, Qt::Key_Return);
    QVERIFY(m_line->hasError());
    QCOMPARE(m_starter->workspace.filter(), before);
}

void QueryLineTest::anErrorGoesWithTheNextKey()
{
    type(QStringLiteral("country:"));
    QTest::keyClick(m_line, Qt::Key_Return);
    QVERIFY(m_line->hasError());
    m_line->end(false);
    QTest::keyClicks(m_line, QStringLiteral("I"));
    QVERIFY(!m_line->hasError());
    QVERIFY(!message()->isVisible());
}

void QueryLineTest::escapeRestores()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    const Filter before = m_starter->workspace.filter();
    type(QStringLiteral("country:IT"));
    QTRY_VERIFY(m_starter->workspace.filter() != before); // applied while typing
    QTest::keyClick(m_line, Qt::Key_Escape);
    QCOMPARE(m_starter->workspace.filter(), before);
    QCOMPARE(m_line->text(), filterText(before));
    QCOMPARE(m_line->cursorPosition(), m_line->text().size()); // to write on
}

void QueryLineTest::leavingNormalises()
{
    type(QStringLiteral("country:Italy"));
    m_other->setFocus();
    QCOMPARE(m_line->text(), QStringLiteral("country:IT"));
    QCOMPARE(m_starter->workspace.filter()[Facet::Country].anyOf, QStringList{QStringLiteral("IT")});
}

void QueryLineTest::otherViewsWin()
{
    type(QStringLiteral("country:"));
    QTRY_VERIFY(m_line->hasError());
    m_starter->filter(QStringLiteral("platform:Grok"));
    QCOMPARE(m_line->text(), QStringLiteral("platform:Grok"));
    QVERIFY(!m_line->hasError());
}

void QueryLineTest::completes_data()
{
    QTest::addColumn<QString>("text"); // the cursor stands at its end
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("start");
    QTest::newRow("key") << QStringLiteral("pla") << QStringLiteral("platform:") << 0;
    QTest::newRow("key without") << QStringLiteral("-sta") << QStringLiteral("-status:") << 0;
    QTest::newRow("second key") << QStringLiteral("country:IT beg") << QStringLiteral("begins:") << 11;
    QTest::newRow("value by label") << QStringLiteral("country:ita") << QStringLiteral("IT") << 8;
    QTest::newRow("most frequent value") << QStringLiteral("platform:") << QStringLiteral("DeepSeek") << 9;
    QTest::newRow("value after comma") << QStringLiteral("country:IT,fran") << QStringLiteral("FR") << 11;
    QTest::newRow("value in brackets")
        << QStringLiteral("concern:all(data_handling, transp") << QStringLiteral("transparency") << 26;
    QTest::newRow("nothing typed") << QString() << QString() << 0;
    QTest::newRow("in quotes") << QStringLiteral("\"pla") << QString() << 0;
    QTest::newRow("already there") << QStringLiteral("country:IT") << QString() << 8;
}

void QueryLineTest::completes()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const Completions found = completionsAt(text, int(text.size()), m_starter->workspace);
    if (first.isEmpty()) {
        QCOMPARE(found.offers.size(), std::size_t(0));
        return;
    }
    QVERIFY(!found.offers.empty());
    QCOMPARE(found.offers.front().insert, first);
    QTEST(found.start, "start");
    QCOMPARE(found.start + found.length, int(text.size()));
}

void QueryLineTest::completionReplacesThePiece()
{
    m_line->selectAll();
    QTest::keyClicks(m_line, QStringLiteral("platform:Grok country:ita"));
    QAbstractItemView* popup = m_line->findChild<QCompleter*>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_line->text(), QStringLiteral("platform:Grok country:IT"));
    QTRY_COMPARE(m_starter->workspace.filter()[Facet::Country].anyOf, QStringList{QStringLiteral("IT")});
}

QTEST_MAIN(QueryLineTest)
#include "tst_queryline.moc"
