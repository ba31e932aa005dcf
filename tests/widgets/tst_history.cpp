// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// History: what a revision changed, side by side; restoring one, taking one back, bringing back the deleted.
#include "tests/support/starter.h"
#include "widgets/history/comparisonmodel.h"
#include "widgets/history/eventhistory.h"
#include "widgets/history/revisionsmodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QtTest>

using namespace interdict;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

Event withTitle(const QString& title)
{
    Event event;
    event.uid = QStringLiteral("x");
    event.title = title;
    return event;
}

Revision revisionOf(int number, std::optional<Event> event, std::int64_t change = 1)
{
    return {QStringLiteral("x"), number, {}, std::move(event), change};
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsOfChanges_data();
    void wordsOfChanges();
    void timesAreLocal();
    void comparesStates();
    void marksWordsForEars();
    void takesBackWhatIsLeft_data();
    void takesBackWhatIsLeft();
    void dropsLostRelations();
    void listsRevisions();
    void showsFieldsSideBySide();
    void keysChooseARevision();
    void restores();
    void takesBackAnOldChange();
    void offersTheOthers();
    void bringsBackADeletedEvent();
    void tellsWhyNothingWasSaved();
    void followsTheRecord();
    void readOnlyChangesNothing();
    void standsInANarrowWindow();

private:
    Workspace& workspace() { return m_starter->workspace; }
    Event event(const QString& uid) { return workspace().event(*workspace().rowOf(uid)); }
    // Saves the event with what `change` makes of it.
    void edit(const QString& uid, const QString& what, const std::function<void(Event&)>& change);
    void editItaly();
    void open(const QString& uid = italy);
    QPushButton* button(const QString& text) const;
    void press(const QString& text) { QTest::mouseClick(button(text), Qt::LeftButton); }
    void chooseRow(int row);
    QStringList changes() const; // as listed
    QStringList fields() const;  // compared
    QString says() const;

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<EventHistory> m_history;
    QListView* m_list = nullptr;
    QTableView* m_table = nullptr;
    int m_minute = 0;
};

void HistoryTest::init()
{
    m_minute = 0;
    m_starter = std::make_unique<test::Starter>();
    workspace().setStamper([this] {
        return Stamp{QStringLiteral("Anna"),
                     QStringLiteral("2026-11-24T10:%1:00Z").arg(m_minute++, 2, 10, QLatin1Char('0'))};
    });
}

void HistoryTest::cleanup()
{
    m_history.reset();
    m_starter.reset();
}

void HistoryTest::edit(const QString& uid, const QString& what, const std::function<void(Event&)>& change)
{
    const Event before = event(uid);
    Event after = before;
    change(after);
    const auto saved = workspace().save({{before, after}}, what);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
}

// Revisions 2 (title and note), 3 (summary), 4 (title again).
void HistoryTest::editItaly()
{
    edit(italy, QStringLiteral("Edit the block"), [](Event& e) {
        e.title = QStringLiteral("A second title");
        e.note = QStringLiteral("A note.");
    });
    edit(italy, QStringLiteral("Summarise"), [](Event& e) { e.summary += QStringLiteral(" More."); });
    edit(italy, QStringLiteral("Rename"), [](Event& e) { e.title = QStringLiteral("A third title"); });
}

void HistoryTest::open(const QString& uid)
{
    m_history = std::make_unique<EventHistory>(workspace(), uid);
    m_history->show();
    QVERIFY(QTest::qWaitForWindowActive(m_history.get()));
    m_list = m_history->findChild<QListView*>();
    m_table = m_history->findChild<QTableView*>();
    new QAbstractItemModelTester(m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_history.get());
    new QAbstractItemModelTester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_history.get());
}

QPushButton* HistoryTest::button(const QString& text) const
{
    for (QPushButton* found : m_history->findChildren<QPushButton*>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    qFatal("no button %s", qPrintable(text));
}

void HistoryTest::chooseRow(int row)
{
    const QModelIndex index = m_list->model()->index(row, 0);
    m_list->scrollTo(index);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(index).center());
    QCOMPARE(m_list->currentIndex().row(), row);
}

QStringList HistoryTest::changes() const
{
    QStringList all;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        all << m_list->model()->index(row, RevisionsModel::Changed).data().toString();
    return all;
}

QStringList HistoryTest::fields() const
{
    QStringList all;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        all << m_table->model()->index(row, ComparisonModel::Field).data().toString();
    return all;
}

QString HistoryTest::says() const
{
    for (const QLabel* label : m_history->findChildren<QLabel*>())
        if (label->accessibleName() == QStringLiteral("What became of it"))
            return label->isVisible() ? label->text() : QString();
    return {};
}

void HistoryTest::wordsOfChanges_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    QTest::newRow("shipped") << 0 << QStringLiteral("First record");
    QTest::newRow("edited") << 1 << QStringLiteral("Title");
    QTest::newRow("same") << 2 << QStringLiteral("No field");
    QTest::newRow("deleted") << 3 << QStringLiteral("Deleted");
    QTest::newRow("brought back") << 4 << QStringLiteral("Brought back");
}

void HistoryTest::wordsOfChanges()
{
    QFETCH(int, at);
    const std::vector<Revision> revisions{
        revisionOf(1, withTitle(QStringLiteral("a")), 0), revisionOf(2, withTitle(QStringLiteral("b"))),
        revisionOf(3, withTitle(QStringLiteral("b"))), revisionOf(4, std::nullopt),
        revisionOf(5, withTitle(QStringLiteral("b")))};
    QTEST(changeWords(revisions, static_cast<std::size_t>(at)), "words");
    QCOMPARE(changeWords(std::vector{revisionOf(1, withTitle({}), 7)}, 0), QStringLiteral("Added"));
}

void HistoryTest::timesAreLocal()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Rome");
    const QString rome = timeText(QStringLiteral("2026-11-24T23:30:00Z"), german);
    zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
    QCOMPARE(rome, QStringLiteral("25.11.26 00:30"));
    QCOMPARE(timeText(QStringLiteral("long ago"), german), QStringLiteral("long ago"));
    QCOMPARE(timeText({}, german), QString());
}

void HistoryTest::comparesStates()
{
    Event before = withTitle(QStringLiteral("A ban of it"));
    before.measure = QStringLiteral("block");
    Event after = before;
    after.title = QStringLiteral("A block of it");
    const auto compare = [&](const std::optional<Event>& a, const std::optional<Event>& b, bool all) {
        return compareStates(a, b, workspace().vocabulary(), workspace().gazetteer(), QLocale::c(), all);
    };
    const auto rows = compare(before, after, false);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].field, EventField::Title);
    QVERIFY(rows[0].isChanged);
    QCOMPARE(joined(rows[0].before), before.title);
    QCOMPARE(joined(rows[0].after), after.title);
    QCOMPARE(rows[0].before[1], (WordPiece{WordPiece::Kind::Removed, QStringLiteral("ban ")}));
    QCOMPARE(rows[0].after[1], (WordPiece{WordPiece::Kind::Added, QStringLiteral("block ")}));
    QCOMPARE(compare(before, after, true).size(), std::size_t(eventFieldCount));
    for (const FieldRow& row : compare(std::nullopt, after, false)) { // all that it has, and nothing marked
        QVERIFY(row.before.empty());
        QCOMPARE(row.after.size(), 1U);
        QCOMPARE(row.after[0].kind, WordPiece::Kind::Same);
    }
    QVERIFY(compare(before, before, false).empty());
}

void HistoryTest::marksWordsForEars()
{
    const std::vector<WordPiece> pieces{{WordPiece::Kind::Same, QStringLiteral("A ")},
                                        {WordPiece::Kind::Removed, QStringLiteral("ban ")},
                                        {WordPiece::Kind::Same, QStringLiteral("of it")}};
    QCOMPARE(marked(pieces), QStringLiteral("A [removed: ban] of it"));
}

void HistoryTest::takesBackWhatIsLeft_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<bool>("changes");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("conflicts");
    QTest::newRow("the first record") << 0 << false << QString() << QString();
    QTest::newRow("half changed again") << 1 << true << QStringLiteral("Note") << QStringLiteral("Title");
    QTest::newRow("kept since") << 2 << true << QStringLiteral("Summary") << QString();
    QTest::newRow("the last") << 3 << true << QStringLiteral("Title") << QString();
}

void HistoryTest::takesBackWhatIsLeft()
{
    QFETCH(int, at);
    QFETCH(bool, changes);
    Event one = withTitle(QStringLiteral("a")), two = one;
    two.title = QStringLiteral("b");
    two.note = QStringLiteral("n");
    Event three = two;
    three.summary = QStringLiteral("s");
    Event four = three;
    four.title = QStringLiteral("c");
    const std::vector<Revision> revisions{revisionOf(1, one, 0), revisionOf(2, two), revisionOf(3, three),
                                          revisionOf(4, four)};
    const TakeBack taken = takeBack(revisions, static_cast<std::size_t>(at));
    QCOMPARE(taken.change.has_value(), changes);
    QTEST(labelsOf(taken.taken), "taken");
    QTEST(labelsOf(taken.conflicts), "conflicts");
    if (taken.change) {
        QVERIFY(sameContent(*taken.change->before, four));
        QCOMPARE(changedFields(four, *taken.change->after), taken.taken);
    }
}

void HistoryTest::dropsLostRelations()
{
    Event event = withTitle({});
    event.relations = {{QStringLiteral("here"), {}}, {QStringLiteral("gone"), {}}};
    const QStringList lost =
        dropLostRelations(event, [](const QString& uid) { return uid == QStringLiteral("here"); });
    QCOMPARE(lost, QStringList{QStringLiteral("gone")});
    QCOMPARE(event.relations.size(), 1U);
    QCOMPARE(event.relations[0].uid, QStringLiteral("here"));
}

void HistoryTest::listsRevisions()
{
    editItaly();
    open();
    QCOMPARE(changes(), (QStringList{QStringLiteral("Title"), QStringLiteral("Summary"),
                                     QStringLiteral("Title, Note"), QStringLiteral("First record")}));
    const auto text = [&](int row, int column) {
        return m_list->model()->index(row, column).data().toString();
    };
    QCOMPARE(text(0, RevisionsModel::When), timeText(QStringLiteral("2026-11-24T10:02:00Z"), QLocale()));
    QCOMPARE(text(0, RevisionsModel::Editor), QStringLiteral("Anna"));
    QCOMPARE(text(2, RevisionsModel::Step), QStringLiteral("Edit the block"));
    QCOMPARE(text(3, RevisionsModel::Step), QString());
    QVERIFY(m_history->windowTitle().contains(QStringLiteral("A third title")));
    const QString spoken = m_list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("Revision 3; ")) && spoken.endsWith(QStringLiteral("Summary")),
             qPrintable(spoken));
}

void HistoryTest::showsFieldsSideBySide()
{
    editItaly();
    open();
    QCOMPARE(fields(), QStringList{QStringLiteral("Title")});
    chooseRow(2);
    QCOMPARE(fields(), (QStringList{QStringLiteral("Title"), QStringLiteral("Note")}));
    QCOMPARE(m_table->model()->index(0, ComparisonModel::After).data().toString(),
             QStringLiteral("A second title"));

    auto* against = m_history->findChild<QComboBox*>();
    against->setFocus();
    QTest::keyClick(against, Qt::Key_Down); // with the present
    QCOMPARE(fields(), (QStringList{QStringLiteral("Title"), QStringLiteral("Summary")}));
    QCOMPARE(m_table->model()->index(0, ComparisonModel::After).data().toString(),
             QStringLiteral("A third title"));
    QTest::keyClick(m_history->windowHandle(), Qt::Key_A, Qt::AltModifier); // all fields
    QTRY_COMPARE(fields().size(), qsizetype(eventFieldCount));
}

void HistoryTest::keysChooseARevision()
{
    editItaly();
    open();
    QVERIFY(m_list->hasFocus());
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(fields(), QStringList{QStringLiteral("Summary")});
    QTest::keyClick(m_list, Qt::Key_End);
    QVERIFY(fields().contains(QStringLiteral("Sources"))); // the first record: all of it
    QTest::keyClick(m_list, Qt::Key_Escape);
    QVERIFY(!m_history->isVisible());
}

void HistoryTest::restores()
{
    const Event first = event(italy);
    editItaly();
    open();
    QVERIFY(!button(QStringLiteral("Restore This Revision"))->isEnabled()); // it is the present
    chooseRow(3);
    QTest::keyClick(m_history->windowHandle(), Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(m_list->model()->rowCount(), 5);
    QVERIFY(sameContent(event(italy), first));
    QCOMPARE(m_list->currentIndex().row(), 0);
    QCOMPARE(m_list->model()->index(0, RevisionsModel::Step).data().toString(),
             QStringLiteral("Restore “A third title” to revision 1"));
    QVERIFY(says().startsWith(QStringLiteral("Saved")));
}

void HistoryTest::takesBackAnOldChange()
{
    const QString summary = event(italy).summary;
    editItaly();
    open();
    chooseRow(1);
    press(QStringLiteral("Take Back This Change"));
    const Event now = event(italy);
    QCOMPARE(now.summary, summary);
    QCOMPARE(now.title, QStringLiteral("A third title")); // what came later stays
    QCOMPARE(now.note, QStringLiteral("A note."));
    QCOMPARE(workspace().steps()->front().what, QStringLiteral("Take back revision 3 of “A third title”"));
}

void HistoryTest::offersTheOthers()
{
    const QString note = event(italy).note;
    editItaly();
    open();
    chooseRow(2);
    press(QStringLiteral("Take Back This Change"));
    QVERIFY2(says().contains(QStringLiteral("now: Title")), qPrintable(says()));
    QCOMPARE(event(italy).revision, 4); // asked first
    QPushButton* others = button(QStringLiteral("Take Back the Others"));
    QVERIFY(others->isVisible());
    QVERIFY(others->hasFocus());
    QTest::keyClick(others, Qt::Key_Space);
    const Event now = event(italy);
    QCOMPARE(now.note, note);
    QCOMPARE(now.title, QStringLiteral("A third title"));
    QVERIFY(!others->isVisible());
    chooseRow(3); // of revision 2 only the title is left, which was changed again
    press(QStringLiteral("Take Back This Change"));
    QVERIFY2(says().startsWith(QStringLiteral("Nothing was taken back")), qPrintable(says()));
    QVERIFY(!others->isVisible());
    chooseRow(0);
    QCOMPARE(says(), QString());
}

void HistoryTest::bringsBackADeletedEvent()
{
    const Event before = event(italy);
    auto deletion = workspace().deletionOf(std::vector{*workspace().rowOf(italy)});
    QVERIFY(deletion->size() > 1); // others relate to it
    const std::vector<EventChange> deleted = *deletion;
    QVERIFY(workspace().save(*deletion, QStringLiteral("Delete")));
    QVERIFY(!workspace().rowOf(italy));
    open();
    QCOMPARE(changes().front(), QStringLiteral("Deleted"));
    QVERIFY(m_history->windowTitle().contains(before.title));
    QVERIFY(!button(QStringLiteral("Restore This Revision"))->isEnabled());
    chooseRow(1);
    press(QStringLiteral("Restore This Revision"));
    QVERIFY2(workspace().rowOf(italy).has_value(), qPrintable(says()));
    for (const EventChange& change : deleted) // those that related to it do so again
        QVERIFY2(sameContent(event(change.uid()), *change.before), qPrintable(change.uid()));
    QCOMPARE(changes().front(), QStringLiteral("Brought back"));

    deletion = workspace().deletionOf(std::vector{*workspace().rowOf(italy)});
    QVERIFY(workspace().save(*deletion, QStringLiteral("Delete again")));
    QTRY_COMPARE(changes().front(), QStringLiteral("Deleted"));
    chooseRow(0);
    press(QStringLiteral("Take Back This Change")); // of a deletion: the same
    QVERIFY(sameContent(event(italy), before));
}

void HistoryTest::tellsWhyNothingWasSaved()
{
    editItaly();
    open();
    workspace().setStamper([] { return std::optional<Stamp>(); });
    chooseRow(1);
    press(QStringLiteral("Restore This Revision"));
    QCOMPARE(event(italy).revision, 4);
    QVERIFY2(says().contains(QStringLiteral("no editor")), qPrintable(says()));
}

void HistoryTest::followsTheRecord()
{
    editItaly();
    open();
    chooseRow(1);
    edit(italy, QStringLiteral("Elsewhere"), [](Event& e) { e.authority = QStringLiteral("Another"); });
    QCOMPARE(changes().front(), QStringLiteral("Authority"));
    QCOMPARE(m_list->currentIndex().row(), 2); // the same revision
    QCOMPARE(fields(), QStringList{QStringLiteral("Summary")});
}

void HistoryTest::readOnlyChangesNothing()
{
    editItaly();
    auto again = DataSet::open(m_starter->path, DataSet::Mode::ReadOnly);
    QVERIFY(again);
    QVERIFY(workspace().open(std::move(*again)));
    open();
    chooseRow(1);
    QVERIFY(!button(QStringLiteral("Restore This Revision"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Take Back This Change"))->isEnabled());
    QCOMPARE(changes().size(), 4);
}

void HistoryTest::standsInANarrowWindow()
{
    editItaly();
    open();
    auto* splitter = m_history->findChild<QSplitter*>();
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    m_history->resize(600, 560);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QTRY_VERIFY((m_history->resize(420, 560), m_history->width() == 420)); // once the layout has settled
}

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
