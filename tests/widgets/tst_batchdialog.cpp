// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/starter.h"
#include "widgets/editor/batchdialog.h"
#include "widgets/editor/batchpreview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace interdict;

class BatchDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void listsChangesBeforeTheyHappen();
    void refusesWhatWouldBeWrong();
    void savesOneStep();
};

namespace {

std::vector<Event> someEvents(const Workspace& workspace, int count)
{
    std::vector<Event> events;
    for (Row row = 0; row < static_cast<Row>(count); ++row)
        events.push_back(workspace.event(row * 7));
    return events;
}

} // namespace

void BatchDialogTest::edits_data()
{
    QTest::addColumn<BatchEdit>("edit");
    QTest::addColumn<QString>("result");
    using Action = BatchEdit::Action;
    const auto row = [](const char* name, EventField field, Action action, const QStringList& values,
                        const char* result) {
        QTest::addRow("%s", name) << BatchEdit{field, action, values} << QString::fromLatin1(result);
    };
    row("set", EventField::Status, Action::Set, {QStringLiteral("lifted")}, "lifted|A,B|x|old");
    row("clear", EventField::Status, Action::Set, {}, "|A,B|x|old");
    row("add", EventField::Platforms, Action::Add, {QStringLiteral("B"), QStringLiteral("C")},
        "in_force|A,B,C|x|old");
    row("remove", EventField::Platforms, Action::Remove, {QStringLiteral("A")}, "in_force|B|x|old");
    row("concern", EventField::Concerns, Action::Add, {QStringLiteral("y")}, "in_force|A,B|x,y|old");
    row("append", EventField::Note, Action::Add, {QStringLiteral("new")}, "in_force|A,B|x|old\n\nnew");
    row("append again", EventField::Note, Action::Add, {QStringLiteral("old")}, "in_force|A,B|x|old");
    row("not editable so", EventField::Title, Action::Set, {QStringLiteral("t")}, "in_force|A,B|x|old");
}

void BatchDialogTest::edits()
{
    QFETCH(BatchEdit, edit);
    Event event;
    event.status = QStringLiteral("in_force");
    event.platforms = {QStringLiteral("A"), QStringLiteral("B")};
    event.concerns = {QStringLiteral("x")};
    event.note = QStringLiteral("old");
    const Event after = applied(edit, event);
    QTEST(QStringList({after.status, after.platforms.join(u','), after.concerns.join(u','), after.note})
              .join(u'|'),
          "result");
}

void BatchDialogTest::listsChangesBeforeTheyHappen()
{
    test::Starter starter;
    BatchPreview preview(starter.workspace, someEvents(starter.workspace, 10));
    QAbstractItemModelTester tester(&preview);
    QCOMPARE(preview.changes().size(), 0u);
    preview.setEdit({EventField::Platforms, BatchEdit::Action::Add, {QStringLiteral("Grok")}});
    int stays = 0;
    for (int row = 0; row < preview.rowCount(); ++row) {
        const bool had =
            starter.workspace.event(static_cast<Row>(row * 7)).platforms.contains(QStringLiteral("Grok"));
        QCOMPARE(preview.index(row, 2).data().toString() == QStringLiteral("stays"), had);
        stays += had;
    }
    QCOMPARE(static_cast<int>(preview.changes().size()), preview.rowCount() - stays);
}

void BatchDialogTest::refusesWhatWouldBeWrong()
{
    test::Starter starter;
    BatchPreview preview(starter.workspace, someEvents(starter.workspace, 4));
    preview.setEdit({EventField::Measure, BatchEdit::Action::Set, {QStringLiteral("nonsense")}});
    QCOMPARE(preview.refused(), 4);
    QVERIFY(preview.changes().empty());
    QVERIFY(preview.index(0, 3).data().toString().contains(QStringLiteral("nonsense")));
}

void BatchDialogTest::savesOneStep()
{
    test::Starter starter;
    BatchDialog dialog(starter.workspace, someEvents(starter.workspace, 6));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto combos = dialog.findChildren<QComboBox*>();
    combos[0]->setFocus();
    QTest::keyClicks(combos[0], QStringLiteral("Note"));
    auto* field = qobject_cast<QLineEdit*>(dialog.findChild<QStackedWidget*>()->currentWidget());
    QVERIFY(field);
    auto* save = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(field, QStringLiteral("Checked against the gazette."));
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    const auto steps = starter.workspace.steps().value();
    QCOMPARE(steps.size(), 1u);
    QCOMPARE(steps[0].events, 6);
    QVERIFY(starter.workspace.event(7).note.endsWith(QStringLiteral("gazette.")));
}

QTEST_MAIN(BatchDialogTest)
#include "tst_batchdialog.moc"
