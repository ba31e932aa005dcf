// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chips bar: every condition of the filter is a chip, and its cross removes it.
#include "tests/support/starter.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/facets/chip.h"
#include "widgets/facets/chipsbar.h"

#include <QLabel>
#include <QtTest>

using namespace interdict;

class ChipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneChipACondition_data();
    void oneChipACondition();
    void crossRemovesItsOwn();
    void onlyTheCrossRemoves();
    void keysRemove_data();
    void keysRemove();
    void clearAll();
    void saysHowMuchWithoutAFilter();
    void heightStays();
    void manyChipsScroll();

private:
    std::vector<Chip*> chips() const;
    LinkButton* link(const QString& text) const;

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<ChipsBar> m_bar;
};

void ChipsTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_bar = std::make_unique<ChipsBar>(m_starter->workspace);
    m_bar->resize(900, m_bar->height());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void ChipsTest::cleanup()
{
    m_bar.reset();
    m_starter.reset();
}

std::vector<Chip*> ChipsTest::chips() const
{
    std::vector<Chip*> shown;
    for (Chip* chip : m_bar->findChildren<Chip*>()) {
        if (!chip->isHidden())
            shown.push_back(chip);
    }
    std::sort(shown.begin(), shown.end(), [](const Chip* a, const Chip* b) { return a->x() < b->x(); });
    return shown;
}

LinkButton* ChipsTest::link(const QString& text) const
{
    for (LinkButton* found : m_bar->findChildren<LinkButton*>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

void ChipsTest::oneChipACondition_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("none") << QString();
    QTest::newRow("one") << QStringLiteral("platform:DeepSeek");
    QTest::newRow("bloc") << QStringLiteral("bloc:EU27");
    QTest::newRow("several") << QStringLiteral(
        "country:IT,FR -status:rejected begins:2025 inforce:2025-02-10 garante");
}

void ChipsTest::oneChipACondition()
{
    QFETCH(QString, filter);
    m_starter->filter(filter);
    const auto conditions = describeFilter(m_starter->workspace.filter(), m_starter->workspace.vocabulary(),
                                           m_starter->gazetteer);
    const auto shown = chips();
    QCOMPARE(shown.size(), conditions.size());
    for (std::size_t number = 0; number < shown.size(); ++number) {
        QCOMPARE(shown[number]->accessibleName(),
                 QStringLiteral("Remove %1: %2").arg(conditions[number].label, conditions[number].value));
    }
}

void ChipsTest::crossRemovesItsOwn()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek concern:transparency country:IT"));
    const auto conditions = describeFilter(m_starter->workspace.filter(), m_starter->workspace.vocabulary(),
                                           m_starter->gazetteer);
    QTest::mouseClick(chips()[1], Qt::LeftButton, {}, chips()[1]->crossRect().center());
    QCOMPARE(m_starter->workspace.filter(), conditions[1].without);
    QCOMPARE(chips().size(), std::size_t(2));
}

void ChipsTest::onlyTheCrossRemoves()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QTest::mouseClick(chips()[0], Qt::LeftButton, {}, QPoint(10, 8));
    QCOMPARE(chips().size(), std::size_t(1));
}

void ChipsTest::keysRemove_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("delete") << int(Qt::Key_Delete);
    QTest::newRow("backspace") << int(Qt::Key_Backspace);
    QTest::newRow("enter") << int(Qt::Key_Return);
    QTest::newRow("space") << int(Qt::Key_Space);
}

void ChipsTest::keysRemove()
{
    QFETCH(int, key);
    m_starter->filter(QStringLiteral("platform:DeepSeek concern:transparency"));
    chips()[1]->setFocus();
    QTest::keyClick(chips()[1], static_cast<Qt::Key>(key));
    QCOMPARE(chips().size(), std::size_t(1));
    QVERIFY(chips()[0]->hasFocus()); // the keyboard goes on from the chip beside
    QTest::keyClick(chips()[0], static_cast<Qt::Key>(key));
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void ChipsTest::clearAll()
{
    QVERIFY(link(QStringLiteral("Clear all"))->isHidden());
    m_starter->filter(QStringLiteral("platform:DeepSeek begins:2025"));
    QVERIFY(!link(QStringLiteral("Clear all"))->isHidden());
    QTest::mouseClick(link(QStringLiteral("Clear all")), Qt::LeftButton);
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void ChipsTest::saysHowMuchWithoutAFilter()
{
    const QLabel* hint = m_bar->findChild<QLabel*>();
    QVERIFY(hint->isVisible());
    QCOMPARE(hint->text(), QStringLiteral("All 399 event(s)"));
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QVERIFY(!hint->isVisible());
}

void ChipsTest::heightStays()
{
    const int height = m_bar->height();
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QCOMPARE(m_bar->height(), height);
}

void ChipsTest::manyChipsScroll()
{
    m_bar->resize(320, m_bar->height());
    m_starter->filter(
        QStringLiteral("country:IT -country:US platform:DeepSeek concern:transparency measure:advisory "
                       "scope:government begins:2025 garante"));
    QTRY_VERIFY(link(QStringLiteral("›"))->isVisible());
    QCOMPARE(m_bar->width(), 320);
    QVERIFY(link(QStringLiteral("Clear all"))->geometry().right() <= m_bar->width());
    const int before = chips().back()->mapTo(m_bar.get(), QPoint()).x();
    QVERIFY(before > m_bar->width());
    chips().back()->setFocus(Qt::TabFocusReason);
    const int after = chips().back()->mapTo(m_bar.get(), QPoint()).x();
    QVERIFY2(after < m_bar->width(), "a chip with the focus is scrolled into sight");
    QTest::mouseClick(link(QStringLiteral("‹")), Qt::LeftButton);
    QVERIFY(chips().back()->mapTo(m_bar.get(), QPoint()).x() > after);
}

QTEST_MAIN(ChipsTest)
#include "tst_chips.moc"
