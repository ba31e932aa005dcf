// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The card: what it says of an event, where its links and jumps lead, and what it says with nothing selected.
#include "model/analysis/facttext.h"
#include "tests/support/starter.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/casechain.h"
#include "widgets/detail/eventcard.h"
#include "widgets/detail/eventfacts.h"
#include "widgets/detail/resultpage.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QtTest>

using namespace interdict;

class EventCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void standsOnADay_data();
    void standsOnADay();
    void daysBetweenTwo_data();
    void daysBetweenTwo();
    void namesIntervals_data();
    void namesIntervals();
    void sumsUpTheResult();
    void frequentValuesChoose();
    void emptyResultSaysWhatToDo();
    void showsEveryField();
    void showsTextAsText();
    void opensOnlyWebAddresses_data();
    void opensOnlyWebAddresses();
    void linksOpen();
    void caseIsInOrder();
    void caseJumps();
    void longCasesAreShortened();
    void walksThroughTheResult();
    void walksInFromOutside();
    void keysWalk();
    void twoSelectedShowTheDaysBetween();
    void severalAreListed();
    void copiesDetails();
    void waitsWhileHidden();
    void textCanBeSelected();

private:
    Row rowOf(const char* uid) const;
    QString cardText() const;
    LinkButton* link(const QString& text) const;
    void openHostileDataSet(const QStringList& addresses);

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<EventCard> m_card;
    QStringList m_opened;
};

void EventCardTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_card = std::make_unique<EventCard>(m_starter->workspace);
    m_opened.clear();
    m_card->setOpenUrl([this](const QUrl& url) { m_opened.append(url.toString()); });
    m_card->resize(320, 900);
    m_card->show();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void EventCardTest::cleanup()
{
    m_card.reset();
    m_starter.reset();
}

Row EventCardTest::rowOf(const char* uid) const
{
    const auto row = m_starter->workspace.rowOf(QLatin1String(uid));
    if (!row)
        qFatal("no event %s", uid);
    return *row;
}

QString EventCardTest::cardText() const
{
    QStringList texts;
    for (const QLabel* label : m_card->findChildren<QLabel*>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

LinkButton* EventCardTest::link(const QString& text) const
{
    for (LinkButton* found : m_card->findChildren<LinkButton*>()) {
        if (found->text() == text && found->isVisible())
            return found;
    }
    return nullptr;
}

void EventCardTest::standsOnADay_data()
{
    QTest::addColumn<QString>("uid");
    QTest::addColumn<Day>("asOf");
    QTest::addColumn<QString>("text");
    const auto today = test::fixedToday;
    const auto suspended = QStringLiteral("kr-pipc-deepseek-download-suspension-2025");
    QTest::newRow("goes on") << QStringLiteral("it-garante-deepseek-block-2025") << today
                             << QStringLiteral("In force · 663 day(s)");
    QTest::newRow("before it began") << suspended << dayOf(2025, 2, 14)
                                     << QStringLiteral("Not yet in force on 14 Feb 2025");
    QTest::newRow("first day") << suspended << dayOf(2025, 2, 15) << QStringLiteral("In force · 0 day(s)");
    QTest::newRow("last day") << suspended << dayOf(2025, 4, 27) << QStringLiteral("In force · 71 day(s)");
    QTest::newRow("lifted") << suspended << today << QStringLiteral("Lifted 28 Apr 2025 · 72 day(s)");
    QTest::newRow("end unknown") << QStringLiteral("nz-mbie-chatgpt-block-2023") << today
                                 << QStringLiteral("Lifted · end unknown");
    QTest::newRow("partial end") << QStringLiteral("us-nyc-tiktok-ban-2023") << today
                                 << QStringLiteral("Possibly in force · 869–1196 day(s)");
    QTest::newRow("partial start, known end") << QStringLiteral("us-house-cao-copilot-ban-2024") << today
                                              << QStringLiteral("Lifted 17 Sep 2025 · 535–565 day(s)");
    QTest::newRow("does not restrict") << QStringLiteral("it-garante-deepseek-inquiry-2025") << today
                                       << QStringLiteral("Closed 30 Jan 2025");
    QTest::newRow("bill superseded") << QStringLiteral("ru-mincifry-ai-bill-2026") << today
                                     << QStringLiteral("Superseded");
}

void EventCardTest::standsOnADay()
{
    QFETCH(QString, uid);
    QFETCH(Day, asOf);
    m_starter->workspace.setAsOf(asOf);
    const Row row = rowOf(qPrintable(uid));
    const Standing standing =
        standingOf(m_starter->workspace, row, m_starter->workspace.event(row), QLocale::c());
    QString text = standing.text;
    QTEST(text.remove(QLatin1Char(',')), "text");
}

void EventCardTest::daysBetweenTwo_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("begins");
    QTest::newRow("days") << QStringLiteral("it-garante-deepseek-inquiry-2025")
                          << QStringLiteral("it-garante-deepseek-block-2025")
                          << QStringLiteral("2 day(s) between");
    QTest::newRow("either order") << QStringLiteral("it-garante-deepseek-block-2025")
                                  << QStringLiteral("it-garante-deepseek-inquiry-2025")
                                  << QStringLiteral("2 day(s) between");
    QTest::newRow("month") << QStringLiteral("it-garante-deepseek-block-2025")
                           << QStringLiteral("it-garante-deepseek-isp-letter-2025")
                           << QStringLiteral("91–121 day(s) between");
}

void EventCardTest::daysBetweenTwo()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, begins);
    const QString text =
        betweenText(m_starter->workspace, rowOf(qPrintable(a)), rowOf(qPrintable(b)), QLocale::c());
    QVERIFY2(text.startsWith(begins), qPrintable(text));
}

void EventCardTest::namesIntervals_data()
{
    QTest::addColumn<Day>("first");
    QTest::addColumn<Day>("last");
    QTest::addColumn<QString>("text");
    QTest::newRow("day") << dayOf(2025, 1, 30) << dayOf(2025, 1, 30) << QStringLiteral("2025-01-30");
    QTest::newRow("month") << dayOf(2024, 2, 1) << dayOf(2024, 2, 29) << QStringLiteral("2024-02");
    QTest::newRow("quarter") << dayOf(2025, 4, 1) << dayOf(2025, 6, 30) << QStringLiteral("2025-Q2");
    QTest::newRow("year") << dayOf(2025, 1, 1) << dayOf(2025, 12, 31) << QStringLiteral("2025");
    QTest::newRow("neither") << dayOf(2025, 1, 1) << dayOf(2025, 1, 30) << QString();
}

void EventCardTest::namesIntervals()
{
    QFETCH(Day, first);
    QFETCH(Day, last);
    const auto date = partialDateOf({first, last});
    QTEST(date ? date->text() : QString(), "text");
}

void EventCardTest::sumsUpTheResult()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QTRY_VERIFY(cardText().contains(QLatin1String("131 event(s)")));
    QVERIFY(cardText().contains(QLatin1String("27 country(ies)")));
    const auto result = m_starter->workspace.result();
    const auto steps = m_card->findChildren<CaseStepButton*>();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[0]->text(), m_starter->workspace.brief(result.front()).title);
    QCOMPARE(steps[1]->text(), m_starter->workspace.brief(result.back()).title);
    QTest::mouseClick(steps[1], Qt::LeftButton);
    QTRY_COMPARE(m_starter->workspace.current(), std::optional(result.back()));
}

void EventCardTest::frequentValuesChoose()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek country:IT"));
    // Of a chosen facet too: counts of the result, not of what other values would add.
    const auto platforms = frequentValues(m_starter->workspace, Facet::Platform, 4);
    QCOMPARE(platforms.front(),
             (ValueCount{QStringLiteral("DeepSeek"), std::uint32_t(m_starter->workspace.result().size())}));
    QVERIFY(std::none_of(platforms.begin(), platforms.end(),
                         [](const ValueCount& value) { return value.value == QLatin1String("TikTok"); }));
    QTRY_VERIFY(link(QStringLiteral("Investigation")) &&
                cardText().contains(QLatin1String("1 country(ies)")));
    QTest::mouseClick(link(QStringLiteral("Investigation")), Qt::LeftButton);
    QTRY_COMPARE(m_starter->workspace.filter()[Facet::Measure].anyOf,
                 QStringList{QStringLiteral("investigation")});
}

void EventCardTest::emptyResultSaysWhatToDo()
{
    m_starter->filter(QStringLiteral("country:NP platform:Grok"));
    QTRY_VERIFY(cardText().contains(QLatin1String("No event found")));
    QTest::mouseClick(link(QStringLiteral("Clear all filters")), Qt::LeftButton);
    QTRY_VERIFY(m_starter->workspace.filter().isEmpty());
}

void EventCardTest::showsEveryField()
{
    const Row row = rowOf("it-garante-deepseek-block-2025");
    m_starter->workspace.select(row);
    const Event event = m_starter->workspace.event(row);
    const QString text = cardText();
    for (const QString& expected :
         {event.title, event.summary, event.authority, event.note, QStringLiteral("Italy"),
          QStringLiteral("30 January 2025"), QStringLiteral("General public"),
          QStringLiteral("Data handling, Cross-border transfer, Transparency"), QStringLiteral("China"),
          QStringLiteral("High")}) {
        QVERIFY2(text.contains(expected), qPrintable(expected));
    }
    for (const Source& source : event.sources)
        QVERIFY2(text.contains(source.title.toHtmlEscaped()), qPrintable(source.title));
}

// A data set from elsewhere, with one event whose texts try to be more than text.
void EventCardTest::openHostileDataSet(const QStringList& addresses)
{
    const QString path = m_starter->dir.filePath(QStringLiteral("hostile.interdict"));
    auto dataSet =
        DataSet::create(path, {QStringLiteral("Hostile"), {}, {}}, m_starter->workspace.vocabulary());
    QVERIFY(dataSet.has_value());
    Event event;
    event.uid = QStringLiteral("hostile");
    event.title = QStringLiteral("<b>Bold</b> & <img src=x>");
    event.start = *PartialDate::ofDay(2025, 1, 1);
    event.country = QStringLiteral("IT");
    event.authority = QStringLiteral("<i>Authority</i>");
    event.platforms = {QStringLiteral("DeepSeek")};
    event.measure = QStringLiteral("advisory");
    event.scope = QStringLiteral("government");
    event.status = QStringLiteral("in_force");
    event.concerns = {QStringLiteral("data_handling")};
    event.confidence = QStringLiteral("high");
    event.summary = QStringLiteral("<a href=\"https://evil.example\">click</a>");
    for (const QString& address : addresses)
        event.sources.push_back(
            {QStringLiteral("<u>Source</u>"), QStringLiteral("<s>Press</s>"), address, {}});
    const auto added = dataSet->addEvents(std::span<const Event>(&event, 1), m_starter->gazetteer, {});
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
    QVERIFY(m_starter->workspace.open(std::move(*dataSet)).has_value());
    m_starter->workspace.select(0);
}

void EventCardTest::showsTextAsText()
{
    openHostileDataSet({QStringLiteral("https://a.example/?q=\"><b>x")});
    for (const QLabel* label : m_card->findChildren<QLabel*>()) {
        const QString text = label->text();
        if (label->textFormat() == Qt::PlainText || !label->isVisible())
            continue;
        QVERIFY2(!text.contains(QLatin1String("<u>")) && !text.contains(QLatin1String("<s>")),
                 qPrintable(text));
    }
    QVERIFY(cardText().contains(QLatin1String("<b>Bold</b> & <img src=x>"))); // as it stands in the data
}

void EventCardTest::opensOnlyWebAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << QStringLiteral("https://www.example.org/a?b=c#d") << true;
    QTest::newRow("http") << QStringLiteral("http://example.org") << true;
    QTest::newRow("capitals") << QStringLiteral("HTTPS://example.org/") << true;
    QTest::newRow("javascript") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
    QTest::newRow("mail") << QStringLiteral("mailto:a@example.org") << false;
    QTest::newRow("no host") << QStringLiteral("https:///x") << false;
    QTest::newRow("no scheme") << QStringLiteral("www.example.org") << false;
    QTest::newRow("empty") << QString() << false;
}

void EventCardTest::opensOnlyWebAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, opens);
    QCOMPARE(openableUrl(address).has_value(), opens);
    if (address.isEmpty())
        return;
    openHostileDataSet({address});
    int links = 0;
    for (const QLabel* label : m_card->findChildren<QLabel*>())
        links += label->textFormat() == Qt::RichText && label->isVisible() ? 1 : 0;
    QCOMPARE(links, opens ? 1 : 0);
    QCOMPARE(cardText().contains(QLatin1String("not a web address")), !opens);
}

void EventCardTest::linksOpen()
{
    const Row row = rowOf("it-garante-deepseek-block-2025");
    m_starter->workspace.select(row);
    const Event event = m_starter->workspace.event(row);
    QList<QLabel*> sources;
    for (QLabel* label : m_card->findChildren<QLabel*>()) {
        if (label->textFormat() == Qt::RichText)
            sources.append(label);
    }
    QCOMPARE(sources.size(), qsizetype(event.sources.size()));
    QTest::mouseClick(sources[0], Qt::LeftButton, {}, QPoint(12, 8));
    QCOMPARE(m_opened, QStringList{event.sources[0].url});
    sources[1]->setFocus();
    QTest::keyClick(sources[1], Qt::Key_Tab); // to its link
    m_opened.clear();
    QMetaObject::invokeMethod(sources[1], "linkActivated",
                              Q_ARG(QString, QStringLiteral("file:///etc/passwd")));
    QCOMPARE(m_opened, QStringList{event.sources[1].url}); // never what a label says

    Event archived = event;
    archived.sources.resize(1);
    archived.sources[0].kind = QStringLiteral("press");
    archived.sources[0].archivedUrl = QStringLiteral("https://web.archive.org/web/2025/x");
    QVERIFY(m_starter->workspace.save({{event, archived}}, QStringLiteral("Archive")));
    QTRY_VERIFY(cardText().contains(QStringLiteral("archived")));
    const auto labels = m_card->findChildren<QLabel*>();
    const auto label = std::find_if(labels.begin(), labels.end(), [](const QLabel* each) {
        return each->text().contains(QStringLiteral("archived&nbsp;copy")) ||
               each->text().contains(QStringLiteral("archived copy"));
    });
    QVERIFY(label != labels.end());
    QVERIFY((*label)->text().contains(QStringLiteral("press")));
    m_opened.clear();
    QMetaObject::invokeMethod(*label, "linkActivated", Q_ARG(QString, QStringLiteral("archived")));
    QCOMPARE(m_opened, QStringList{archived.sources[0].archivedUrl});
}

void EventCardTest::caseIsInOrder()
{
    const Row row = rowOf("it-garante-deepseek-block-2025");
    const auto steps = caseSteps(m_starter->workspace, m_starter->workspace.caseOf(row), QLocale::c());
    QCOMPARE(steps.size(), std::size_t(4));
    QVERIFY(std::is_sorted(steps.begin(), steps.end(),
                           [](const CaseStep& a, const CaseStep& b) { return a.row < b.row; }));
    QCOMPARE(steps[0].relation, QString());
    QCOMPARE(steps[1].relation, QStringLiteral("follows"));
    QCOMPARE(steps[2].relation, QStringLiteral("follows the event of 28 Jan 2025"));
    QCOMPARE(steps[0].date, QStringLiteral("28 Jan 2025 – 30 Jan 2025"));
}

void EventCardTest::caseJumps()
{
    m_starter->workspace.select(rowOf("it-garante-deepseek-block-2025"));
    auto steps = m_card->findChildren<CaseStepButton*>();
    QCOMPARE(steps.size(), 4);
    QVERIFY(steps[2]->isCurrent() && !steps[0]->isCurrent());
    steps[0]->setFocus();
    QTest::keyClick(steps[0], Qt::Key_Return);
    QTRY_COMPARE(m_starter->workspace.current(), std::optional(rowOf("it-garante-deepseek-inquiry-2025")));
    const auto* focused = qobject_cast<CaseStepButton*>(QApplication::focusWidget());
    QVERIFY(focused && focused->isCurrent()); // the keyboard stays in the case
}

void EventCardTest::longCasesAreShortened()
{
    const Row row = rowOf("us-nyc-tiktok-ban-2023");
    const std::vector<Row> all = m_starter->workspace.caseOf(row);
    QVERIFY(all.size() > 12);
    m_starter->workspace.select(row);
    QCOMPARE(m_card->findChildren<CaseStepButton*>().size(), 12);
    QTest::mouseClick(link(QStringLiteral("Show all %1 event(s) of the case").arg(all.size())),
                      Qt::LeftButton);
    QCOMPARE(m_card->findChildren<CaseStepButton*>().size(), qsizetype(all.size()));
    const std::vector<Row> near = nearSteps(all, all.back());
    QCOMPARE(near.size(), std::size_t(12));
    QCOMPARE(near.back(), all.back());
}

void EventCardTest::walksThroughTheResult()
{
    m_starter->filter(QStringLiteral("country:IT platform:DeepSeek"));
    const auto result = m_starter->workspace.result();
    QTest::mouseClick(link(QStringLiteral("Next ›")), Qt::LeftButton);
    QCOMPARE(m_starter->workspace.current(), std::optional(result[0]));
    QVERIFY(cardText().contains(QStringLiteral("1 of %1").arg(result.size())));
    QVERIFY(!m_card->previousAction()->isEnabled());
    QTest::mouseClick(link(QStringLiteral("Next ›")), Qt::LeftButton);
    QCOMPARE(m_starter->workspace.current(), std::optional(result[1]));
    m_starter->workspace.select(result.back());
    QVERIFY(!m_card->nextAction()->isEnabled());
    QVERIFY(!link(QStringLiteral("Next ›"))->isEnabled());
}

void EventCardTest::walksInFromOutside()
{
    m_starter->filter(QStringLiteral("country:IT platform:DeepSeek"));
    const std::vector<Row> result(m_starter->workspace.result().begin(), m_starter->workspace.result().end());
    m_starter->workspace.select(result[0] - 1);
    QVERIFY(cardText().contains(QLatin1String("outside the filter")));
    QVERIFY(!m_card->previousAction()->isEnabled());
    m_card->nextAction()->trigger();
    QCOMPARE(m_starter->workspace.current(), std::optional(result[0]));
}

void EventCardTest::keysWalk()
{
    m_starter->workspace.select(5);
    m_card->setFocus();
    QTest::keyClick(m_card.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_starter->workspace.current(), std::optional(Row(6)));
    QTest::keyClick(m_card.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_starter->workspace.current(), std::optional(Row(5)));
}

void EventCardTest::twoSelectedShowTheDaysBetween()
{
    const Row inquiry = rowOf("it-garante-deepseek-inquiry-2025");
    const Row block = rowOf("it-garante-deepseek-block-2025");
    m_starter->workspace.setSelection({inquiry, block});
    QVERIFY(cardText().contains(QLatin1String("2 day(s) between")));
    QVERIFY(cardText().contains(m_starter->workspace.event(block).summary)); // the current one in full
}

void EventCardTest::severalAreListed()
{
    m_starter->workspace.setSelection({3, 8, 5});
    QVERIFY(cardText().contains(QLatin1String("3 event(s) selected")));
    const auto steps = m_card->findChildren<CaseStepButton*>();
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[1]->text(), m_starter->workspace.brief(5).title);
    QTest::mouseClick(steps[2], Qt::LeftButton);
    QTRY_COMPARE(m_starter->workspace.selection(), std::vector<Row>{8});
}

void EventCardTest::copiesDetails()
{
    QVERIFY(!m_card->copyAction()->isEnabled());
    const Row row = rowOf("it-garante-deepseek-block-2025");
    m_starter->workspace.select(row);
    QTest::mouseClick(link(QStringLiteral("Copy")), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    const Event event = m_starter->workspace.event(row);
    QVERIFY(text.startsWith(event.title + QLatin1Char('\n')));
    QVERIFY(text.contains(QLatin1String("Scope: General public")));
    QVERIFY(text.contains(event.sources.back().url));
}

void EventCardTest::waitsWhileHidden()
{
    m_card->hide();
    m_starter->workspace.select(rowOf("it-garante-deepseek-block-2025"));
    m_card->show();
    QVERIFY(cardText().contains(QLatin1String("Italy orders DeepSeek")));
}

void EventCardTest::textCanBeSelected()
{
    const Row row = rowOf("it-garante-deepseek-block-2025");
    m_starter->workspace.select(row);
    const QString summary = m_starter->workspace.event(row).summary;
    for (QLabel* label : m_card->findChildren<QLabel*>()) {
        if (label->text() != summary)
            continue;
        label->setFocus();
        QTest::keyClick(label, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(label->selectedText(), summary);
        return;
    }
    QFAIL("the summary is not shown");
}

QTEST_MAIN(EventCardTest)
#include "tst_eventcard.moc"
