// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Review as values: its verbs, what validation says of it, and its way through files and back.
#include "model/edit/batchedit.h"
#include "model/edit/reviewing.h"
#include "model/edit/validation.h"
#include "model/exchange/datadictionary.h"
#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"
#include "model/exchange/jsonlines.h"
#include "model/exchange/recordexport.h"
#include "model/explore/filter.h"
#include "tests/support/recordparts.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace interdict;

namespace {

const Day today = dayOf(2026, 11, 24);

std::vector<Event> someEvents()
{
    std::vector<Event> events(shippedEvents().begin(), shippedEvents().begin() + 4);
    events[1].review = ReviewState::Draft;
    events[2].review = ReviewState::Submitted;
    events[2].comments = {{QStringLiteral("title"), QStringLiteral("=Why?\nWhen; and where"),
                           QStringLiteral("Ben"), stamp().when, true},
                          {{}, QStringLiteral("All of it."), QStringLiteral("Ada"), stamp().when, false}};
    return events;
}

ImportPlan planned(const QByteArray& bytes, const QString& name, const DataSet& dataSet)
{
    const ImportTable table = readTable(bytes, name).value();
    const TableSheet& sheet = likeliestSheet(table);
    return planImport(table, sheet, guessMapping(table, sheet, shippedVocabulary(), shippedGazetteer()),
                      {dataSet, shippedGazetteer(), today})
        .value();
}

} // namespace

class ReviewingModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verbs();
    void filterShows_data();
    void filterShows();
    void findings();
    void batch();
    void roundTrips_data();
    void roundTrips();
    void workbookHasComments();
    void imports_data();
    void imports();
    void otherReviewColumnsAreLeftAlone();
    void dictionaryTells();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DataSet> m_dataSet;
};

void ReviewingModelTest::init()
{
    const QString path = m_folder.filePath(QStringLiteral("some.interdict"));
    m_dataSet.reset();
    QFile::remove(path);
    m_dataSet = std::make_unique<DataSet>(std::move(*DataSet::create(path, {}, shippedVocabulary())));
}

void ReviewingModelTest::verbs()
{
    const std::vector<Event> events = someEvents();
    const auto changes = reviewChanges(events, ReviewState::Published);
    QCOMPARE(changes.size(), std::size_t(2)); // the others are
    QCOMPARE(changes[0].before->review, ReviewState::Draft);
    QCOMPARE(changedFields(*changes[0].before, *changes[0].after), std::vector{EventField::Review});
    QCOMPARE(reviewStepName(changes, ReviewState::Published), QStringLiteral("Publish 2 event(s)"));
    const std::vector one{changes[0]};
    QCOMPARE(reviewStepName(one, ReviewState::Submitted),
             QStringLiteral("Submit “%1”")
                 .arg(one[0].after->title.size() > 60 ? one[0].after->title.left(59) + u'…'
                                                      : one[0].after->title));
    QCOMPARE(nextReviewState(ReviewState::Draft), std::optional(ReviewState::Submitted));
    QCOMPARE(nextReviewState(ReviewState::Submitted), std::optional(ReviewState::Published));
    QVERIFY(!nextReviewState(ReviewState::Published));
    for (const ReviewState state : reviewStates) {
        QCOMPARE(reviewFromText(reviewLabel(state)), std::optional(state));
        QCOMPARE(reviewFromText(reviewCode(state).toUpper()), std::optional(state));
    }
    QVERIFY(!reviewFromText(QStringLiteral("good")) && !reviewFromText({}));
    QCOMPARE(fieldOf({QStringLiteral("date"), {}, {}, {}, false}), std::optional(EventField::Start));
    for (const char* key : {"", "colour", "review", "comments"})
        QVERIFY(!fieldOf({QLatin1String(key), {}, {}, {}, false}));
}

void ReviewingModelTest::filterShows_data()
{
    QTest::addColumn<QStringList>("any");
    QTest::addColumn<QStringList>("none");
    QTest::addColumn<QString>("shown"); // P, S, D
    QTest::newRow("nothing chosen") << QStringList() << QStringList() << "P";
    QTest::newRow("drafts") << QStringList{"draft"} << QStringList() << "D";
    QTest::newRow("two") << QStringList{"draft", "published"} << QStringList() << "PD";
    QTest::newRow("no drafts") << QStringList() << QStringList{"draft"} << "PS";
}

void ReviewingModelTest::filterShows()
{
    QFETCH(QStringList, any);
    QFETCH(QStringList, none);
    Filter filter;
    filter[Facet::Review].anyOf = any;
    filter[Facet::Review].noneOf = none;
    QString shown;
    for (const ReviewState state : reviewStates)
        if (showsReview(filter, state))
            shown += reviewLabel(state)[0];
    QTEST(shown, "shown");
    for (const ReviewState state : reviewStates) {
        QVERIFY(showsReview(withUnpublished(filter, true), state));
        QCOMPARE(showsReview(withUnpublished(filter, false), state), state == ReviewState::Published);
    }
}

void ReviewingModelTest::findings()
{
    const auto found = [](const Event& event) {
        QStringList texts;
        for (const Finding& finding : validate(event, shippedVocabulary(), shippedGazetteer(), today))
            if (finding.field >= EventField::Review)
                texts << QStringLiteral("%1 %2 %3")
                             .arg(QLatin1String(info(finding.field).key))
                             .arg(finding.part)
                             .arg(finding.severity == Finding::Severity::Error ? "error" : "doubt");
        return texts.join(u'|');
    };
    Event event = shippedEvents().front();
    QCOMPARE(found(event), QString());
    event.comments = {{{}, QStringLiteral("Why?"), {}, {}, true}};
    QCOMPARE(found(event), QString());
    event.comments.push_back({QStringLiteral("title"), QStringLiteral("So?"), {}, {}, false});
    QCOMPARE(found(event), QStringLiteral("review -1 doubt"));
    event.review = ReviewState::Submitted;
    QCOMPARE(found(event), QString());
    event.comments.push_back({QStringLiteral("title"), QStringLiteral("  "), {}, {}, false});
    QCOMPARE(found(event), QStringLiteral("comments 2 error"));
}

void ReviewingModelTest::batch()
{
    const Event event = shippedEvents().front();
    const BatchEdit edit{EventField::Review, BatchEdit::Action::Set, {QStringLiteral("submitted")}};
    QCOMPARE(applied(edit, event).review, ReviewState::Submitted);
    const BatchEdit nonsense{EventField::Review, BatchEdit::Action::Set, {QStringLiteral("so-so")}};
    QVERIFY(sameContent(applied(nonsense, event), event));
    QVERIFY(std::find(batchFields().begin(), batchFields().end(), EventField::Review) != batchFields().end());
}

void ReviewingModelTest::roundTrips_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << RecordFormat::Csv << "e.csv";
    QTest::newRow("workbook") << RecordFormat::Xlsx << "e.xlsx";
    QTest::newRow("JSON Lines") << RecordFormat::JsonLines << "e.jsonl";
}

void ReviewingModelTest::roundTrips()
{
    QFETCH(RecordFormat, format);
    QFETCH(QString, name);
    const std::vector<Event> events = someEvents();
    const QByteArray bytes = test::bytesOf(test::partOf(events), format);
    const ImportPlan fresh = planned(bytes, name, *m_dataSet);
    QCOMPARE(fresh.count(RowVerdict::New), 4);
    for (std::size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(fresh.rows[i].change.after->review, events[i].review);
        if (format == RecordFormat::JsonLines) // tables have the comments for reading
            QCOMPARE(fresh.rows[i].change.after->comments, events[i].comments);
    }
    QVERIFY(m_dataSet->addEvents(events, shippedGazetteer(), stamp()));
    QCOMPARE(planned(bytes, name, *m_dataSet).count(RowVerdict::Unchanged), 4);
}

void ReviewingModelTest::workbookHasComments()
{
    const std::vector<Event> events = someEvents();
    const QByteArray bytes = test::bytesOf(test::partOf(events), RecordFormat::Xlsx);
    const ImportTable book = readTable(bytes, QStringLiteral("e.xlsx")).value();
    const TableSheet* sheet = sheetNamed(book, QStringLiteral("Comments"));
    QVERIFY(sheet);
    QCOMPARE(sheet->rows.size(), std::size_t(2));
    QCOMPARE(sheet->rows[0].cells.value(sheet->header.indexOf(QStringLiteral("field"))),
             QStringLiteral("title"));
    QCOMPARE(sheet->rows[0].cells.value(sheet->header.indexOf(QStringLiteral("resolved"))),
             QStringLiteral("yes"));
    QCOMPARE(sheet->rows[1].cells.value(sheet->header.indexOf(QStringLiteral("text"))),
             QStringLiteral("All of it."));
}

void ReviewingModelTest::imports_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("result"); // of a new event
    QTest::newRow("code") << QByteArray("draft") << "draft";
    QTest::newRow("label") << QByteArray("Submitted") << "submitted";
    QTest::newRow("empty") << QByteArray() << "published";
    QTest::newRow("unknown") << QByteArray("approved") << "error";
}

void ReviewingModelTest::imports()
{
    QFETCH(QByteArray, cell);
    const QByteArray bytes = "Country,Date,App,Title,Review\nItaly,2025-01-30,DeepSeek,One,draft\n"
                             "Italy,2025-03-30,DeepSeek,Another title here,published\n"
                             "Norway,2025-01-30,DeepSeek,Two," +
                             cell + "\n";
    const PlannedRow row = planned(bytes, QStringLiteral("t.csv"), *m_dataSet).rows[2];
    const QString result =
        row.verdict == RowVerdict::Error ? QStringLiteral("error") : reviewCode(row.change.after->review);
    QTEST(result, "result");
    if (row.verdict == RowVerdict::Error)
        QVERIFY(row.problems.front().message.contains(QStringLiteral("published, submitted or draft")));
}

// A column that is called so and holds something else says nothing of the state, which stays.
void ReviewingModelTest::otherReviewColumnsAreLeftAlone()
{
    Event stored = someEvents()[1];
    stored.country = QStringLiteral("IT");
    QVERIFY(m_dataSet->addEvents({&stored, 1}, shippedGazetteer(), stamp()));
    const QByteArray bytes = "id,country,date,Review\n" + stored.uid.toUtf8() + ",IT," +
                             stored.start.text().toUtf8() + ",a thorough piece of work\n";
    const PlannedRow row = planned(bytes, QStringLiteral("t.csv"), *m_dataSet).rows[0];
    QVERIFY(row.verdict != RowVerdict::Error);
    QVERIFY(!row.change.after || row.change.after->review == ReviewState::Draft);
}

void ReviewingModelTest::dictionaryTells()
{
    const auto rows = workbookDictionary(shippedVocabulary());
    const auto it = std::find_if(rows.begin(), rows.end(), [](const DictionaryRow& row) {
        return row.field == QLatin1String("review");
    });
    QVERIFY(it != rows.end());
    QVERIFY(it->codes.contains(QStringLiteral("draft = Draft")));
    QVERIFY(std::any_of(rows.begin(), rows.end(),
                        [](const DictionaryRow& row) { return row.table == QLatin1String("comments"); }));
}

QTEST_GUILESS_MAIN(ReviewingModelTest)
#include "tst_reviewmodel.moc"
