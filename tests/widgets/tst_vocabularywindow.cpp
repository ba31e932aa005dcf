// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary window by keys and clicks: add, rename, merge, remove, recolour, describe, reorder; what an
// edit touches is shown first; nothing is lost or changed unawares.
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/vocabulary/colourfield.h"
#include "widgets/vocabulary/entriesmodel.h"
#include "widgets/vocabulary/entryform.h"
#include "widgets/vocabulary/usesdialog.h"
#include "widgets/vocabulary/usesmodel.h"
#include "widgets/vocabulary/vocabularywindow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace interdict;

namespace {
const QString chatGpt = QStringLiteral("ChatGPT");
} // namespace

class VocabularyWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsAllEntries();
    void renamesAPlatform();
    void cancelsARenaming();
    void addsATerm();
    void mergesAPlatform();
    void removesWhatIsUnused();
    void doesNotRemoveWhatIsUsed();
    void movesByKeysAndByMouse();
    void recoloursATerm();
    void tellsWhatIsWrong();
    void keepsWhatProgramsReckonWith();
    void showsWhatCountsAsInForce();
    void asksBeforeTypedTextIsLost();
    void keepsTypedTextBesideAnotherStep();
    void showsUses();
    void looksAtAReadOnlyDataSet();

private:
    Workspace& workspace() { return m_starter->workspace; }
    const Vocabulary& words() { return workspace().vocabulary(); }
    template <typename Part>
    Part* part(const char* name)
    {
        for (Part* each : m_window->findChildren<Part*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }
    QPushButton* button(const QString& text, QWidget* in = nullptr)
    {
        for (auto* each : (in ? in : m_window.get())->findChildren<QPushButton*>())
            if (each->text().remove(u'&') == text)
                return each;
        return nullptr;
    }
    void click(const QString& text, QWidget* in = nullptr)
    {
        QVERIFY2(button(text, in), qPrintable(text));
        QVERIFY2(button(text, in)->isEnabled(), qPrintable(text));
        QTest::mouseClick(button(text, in), Qt::LeftButton);
    }
    template <typename Control>
    Control* control(EntryField field)
    {
        return qobject_cast<Control*>(m_window->form()->control(field));
    }
    void type(EntryField field, const QString& text)
    {
        auto* edit = control<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    UsesDialog* dialog()
    {
        const auto open = m_window->findChildren<UsesDialog*>();
        for (UsesDialog* each : open)
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QString status() { return part<QLabel>("What came of it")->text(); }
    QStringList names()
    {
        QStringList names;
        const auto* model = part<QTableView>("Entries, in order")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, EntriesModel::Name).data().toString();
        return names;
    }
    QString lastStep()
    {
        return workspace().steps()->empty() ? QString() : workspace().steps()->front().what;
    }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<VocabularyWindow> m_window;
};

void VocabularyWindowTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_window = std::make_unique<VocabularyWindow>(workspace(), nullptr);
    m_window->show();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void VocabularyWindowTest::cleanup()
{
    m_window.reset();
    m_starter.reset();
}

void VocabularyWindowTest::listsAllEntries()
{
    auto* kinds = part<QListWidget>("Lists");
    auto* table = part<QTableView>("Entries, in order");
    new QAbstractItemModelTester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 this);
    QCOMPARE(kinds->count(), 8);
    kinds->setFocus();
    for (int i = 0; i < 8; ++i) {
        QVERIFY(table->model()->rowCount() > 2);
        QVERIFY(table->currentIndex().isValid());
        QTest::keyClick(kinds, Qt::Key_Down);
    }
    QCOMPARE(kinds->currentItem()->text(), QStringLiteral("Platforms"));
    QCOMPARE(table->model()->rowCount(), int(words().platforms().size()));
    const auto& platforms = words().platforms();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const auto& name = platforms[std::size_t(row)].name;
        QCOMPARE(table->model()->index(row, EntriesModel::Name).data().toString(), name);
        QCOMPARE(table->model()->index(row, EntriesModel::Events).data().toString().toInt(),
                 int(workspace().rowsNaming(std::nullopt, name).size()));
    }
}

void VocabularyWindowTest::renamesAPlatform()
{
    m_window->showList(std::nullopt);
    m_window->choose(chatGpt);
    const auto uses = workspace().rowsNaming(std::nullopt, chatGpt).size();
    QVERIFY(!button(QStringLiteral("Save"))->isEnabled());
    type(EntryField::Name, QStringLiteral("GPT"));
    QTest::keyClick(control<QLineEdit>(EntryField::Name), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->windowTitle(),
             QStringLiteral("Rename platform \u201cChatGPT\u201d to \u201cGPT\u201d"));
    QCOMPARE(dialog()->findChild<UsesModel*>()->events(), int(uses));
    QVERIFY(workspace().steps()->empty());
    click(QStringLiteral("Save"), dialog());
    QCOMPARE(lastStep(), QStringLiteral("Rename platform \u201cChatGPT\u201d to \u201cGPT\u201d"));
    QCOMPARE(workspace().rowsNaming(std::nullopt, QStringLiteral("GPT")).size(), uses);
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), QStringLiteral("GPT"));
    QVERIFY(names().contains(QStringLiteral("GPT")));
    QVERIFY(!names().contains(chatGpt));
    QVERIFY(status().startsWith(QStringLiteral("Saved: Rename")));
}

void VocabularyWindowTest::cancelsARenaming()
{
    m_window->showList(std::nullopt);
    m_window->choose(chatGpt);
    type(EntryField::Name, QStringLiteral("GPT"));
    click(QStringLiteral("Save"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog());
    QVERIFY(workspace().steps()->empty());
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), QStringLiteral("GPT"));
    click(QStringLiteral("Discard"));
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), chatGpt);
}

void VocabularyWindowTest::addsATerm()
{
    m_window->showList(TermKind::Concern);
    click(QStringLiteral("Add…"));
    QVERIFY(control<QLineEdit>(EntryField::Name)->hasFocus());
    QTest::keyClicks(control<QLineEdit>(EntryField::Name), QStringLiteral("Election fraud"));
    QCOMPARE(control<QLineEdit>(EntryField::Code)->text(), QStringLiteral("election_fraud"));
    control<QPlainTextEdit>(EntryField::Description)->setFocus();
    QTest::keyClicks(control<QPlainTextEdit>(EntryField::Description), QStringLiteral("Votes"));
    click(QStringLiteral("Save"));
    QVERIFY(!dialog());
    QCOMPARE(lastStep(), QStringLiteral("Add concern \u201cElection fraud\u201d"));
    QCOMPARE(words().find(TermKind::Concern, QStringLiteral("election_fraud"))->description,
             QStringLiteral("Votes"));
    QCOMPARE(names().last(), QStringLiteral("Election fraud"));
}

void VocabularyWindowTest::mergesAPlatform()
{
    m_window->showList(std::nullopt);
    m_window->choose(chatGpt);
    click(QStringLiteral("Merge Into…"));
    QVERIFY(!button(QStringLiteral("Merge"), dialog())->isEnabled());
    auto* target = dialog()->target();
    QTRY_VERIFY(target->hasFocus());
    QTest::keyClicks(target, QStringLiteral("TikTok"));
    QCOMPARE(target->currentText(), QStringLiteral("TikTok"));
    const auto* uses = dialog()->findChild<UsesModel*>();
    QCOMPARE(uses->index(0, UsesModel::After).data().toString().count(QStringLiteral("TikTok")), 1);
    QVERIFY(!uses->index(0, UsesModel::After).data().toString().contains(chatGpt));
    click(QStringLiteral("Merge"), dialog());
    QCOMPARE(lastStep(), QStringLiteral("Merge platform \u201cChatGPT\u201d into \u201cTikTok\u201d"));
    QVERIFY(!words().platform(chatGpt));
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), QStringLiteral("TikTok"));
}

void VocabularyWindowTest::removesWhatIsUnused()
{
    Platform unused;
    unused.name = QStringLiteral("Unused");
    QVERIFY(workspace().save(addEntry(words(), unused)->record(), QStringLiteral("Add")));
    m_window->showList(std::nullopt);
    m_window->choose(unused.name);
    auto* table = part<QTableView>("Entries, in order");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(!dialog());
    QCOMPARE(lastStep(), QStringLiteral("Remove platform \u201cUnused\u201d"));
    QVERIFY(!words().platform(unused.name));
    QVERIFY(table->currentIndex().isValid());
}

void VocabularyWindowTest::doesNotRemoveWhatIsUsed()
{
    m_window->showList(std::nullopt);
    m_window->choose(chatGpt);
    click(QStringLiteral("Remove"));
    QVERIFY(dialog());
    const auto texts = dialog()->findChildren<QLabel*>();
    QVERIFY2(texts[0]->text().contains(QStringLiteral("What is used cannot be removed")),
             qPrintable(texts[0]->text()));
    QVERIFY(!button(QStringLiteral("Merge"), dialog())->isEnabled());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(words().platform(chatGpt));
}

void VocabularyWindowTest::movesByKeysAndByMouse()
{
    m_window->showList(TermKind::Concern);
    auto* table = part<QTableView>("Entries, in order");
    const QStringList before = names();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names().mid(0, 3), (QStringList{before[1], before[0], before[2]}));
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().mid(0, 3), (QStringList{before[1], before[0], before[2]}));
    QCOMPARE(lastStep(), QStringLiteral("Move concern \u201c%1\u201d").arg(before[0]));
    // What a drop of the first row below the third does.
    auto* model = qobject_cast<EntriesModel*>(table->model());
    const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0)}));
    QVERIFY(!model->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {}));
    QTRY_COMPARE(names().mid(0, 3), (QStringList{before[0], before[2], before[1]}));
    QCOMPARE(workspace().columns().table(Facet::Concern).codes[1], words().terms(TermKind::Concern)[0].code);
}

void VocabularyWindowTest::recoloursATerm()
{
    m_window->showList(TermKind::Concern);
    m_window->choose(QStringLiteral("fraud"));
    auto* colour = control<ColourField>(EntryField::Colour);
    QTest::mouseClick(button(QStringLiteral("Choose…"), colour), Qt::LeftButton);
    auto* chooser = colour->findChild<QColorDialog*>();
    QVERIFY(chooser);
    chooser->setCurrentColor(QColor(0x101010));
    chooser->accept();
    QCOMPARE(colour->colour(), QStringLiteral("#101010"));
    QVERIFY2(colour->note().contains(QStringLiteral("On dark it is drawn as")), qPrintable(colour->note()));
    QVERIFY(!colour->note().contains(QStringLiteral("On light")));
    click(QStringLiteral("Save"));
    QVERIFY(!dialog());
    QCOMPARE(lastStep(), QStringLiteral("Change concern \u201cFraud\u201d: Colour"));
    QCOMPARE(words().find(TermKind::Concern, QStringLiteral("fraud"))->colour, QStringLiteral("#101010"));
    click(QStringLiteral("As the Theme Draws It"), colour);
    click(QStringLiteral("Save"));
    QCOMPARE(words().find(TermKind::Concern, QStringLiteral("fraud"))->colour, QString());
}

void VocabularyWindowTest::tellsWhatIsWrong()
{
    m_window->showList(TermKind::Concern);
    m_window->choose(QStringLiteral("fraud"));
    type(EntryField::Name, QStringLiteral("data handling"));
    QVERIFY2(m_window->form()
                 ->findingText(EntryField::Name)
                 .contains(QStringLiteral("\u201cData handling\u201d already")),
             qPrintable(m_window->form()->findingText(EntryField::Name)));
    type(EntryField::Code, QStringLiteral("Not A Code"));
    QVERIFY(m_window->form()->findingText(EntryField::Code).contains(QStringLiteral("small letters")));
    click(QStringLiteral("Save"));
    QVERIFY(workspace().steps()->empty());
    QVERIFY(status().contains(QStringLiteral("already")));
    click(QStringLiteral("Discard"));
}

void VocabularyWindowTest::keepsWhatProgramsReckonWith()
{
    m_window->showList(TermKind::Relation);
    m_window->choose(QStringLiteral("supersedes"));
    click(QStringLiteral("Remove"));
    QVERIFY(!dialog());
    QVERIFY2(status().contains(QStringLiteral("so it stays")), qPrintable(status()));
    type(EntryField::Code, QStringLiteral("replaces"));
    QVERIFY(
        m_window->form()->findingText(EntryField::Code).contains(QStringLiteral("reckons with the code")));
    click(QStringLiteral("Discard"));
}

void VocabularyWindowTest::showsWhatCountsAsInForce()
{
    const int before = workspace().inForceCount();
    m_window->showList(TermKind::Status);
    m_window->choose(QStringLiteral("in_force"));
    QTest::mouseClick(control<QCheckBox>(EntryField::InForce), Qt::LeftButton, {}, QPoint(8, 8));
    click(QStringLiteral("Save"));
    QVERIFY(dialog());
    QVERIFY(dialog()->findChildren<QLabel*>()[0]->text().contains(QStringLiteral("counted anew")));
    click(QStringLiteral("Save"), dialog());
    QVERIFY(workspace().inForceCount() < before);
}

void VocabularyWindowTest::asksBeforeTypedTextIsLost()
{
    m_window->showList(TermKind::Concern);
    m_window->choose(QStringLiteral("fraud"));
    type(EntryField::Name, QStringLiteral("Scams"));
    auto* table = part<QTableView>("Entries, in order");
    const auto answer = [this](QMessageBox::StandardButton with) {
        QTimer::singleShot(0, this, [with] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            QTest::mouseClick(box->button(with), Qt::LeftButton);
        });
    };
    const int row = table->currentIndex().row();
    answer(QMessageBox::Cancel);
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(table->currentIndex().row(), row);
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), QStringLiteral("Scams"));
    answer(QMessageBox::Discard);
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), names().first());
}

void VocabularyWindowTest::keepsTypedTextBesideAnotherStep()
{
    m_window->showList(TermKind::Concern);
    m_window->choose(QStringLiteral("fraud"));
    type(EntryField::Name, QStringLiteral("Scams"));
    Platform added;
    added.name = QStringLiteral("Added elsewhere");
    QVERIFY(workspace().save(addEntry(words(), added)->record(), QStringLiteral("Add")));
    QCOMPARE(control<QLineEdit>(EntryField::Name)->text(), QStringLiteral("Scams"));
    click(QStringLiteral("Save"));
    QCOMPARE(words().label(TermKind::Concern, QStringLiteral("fraud")), QStringLiteral("Scams"));
    QVERIFY(words().platform(added.name));
}

void VocabularyWindowTest::showsUses()
{
    UsesModel uses(workspace(), TermKind::Confidence, QStringLiteral("high"), nullptr);
    const QAbstractItemModelTester tester(&uses, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(uses.events() > 10 && uses.milestones() > 0);
    QCOMPARE(uses.rowCount(), uses.events() + uses.milestones());
    QVERIFY(uses.index(uses.events(), UsesModel::Title)
                .data()
                .toString()
                .startsWith(QStringLiteral("Milestone: ")));
    const Row first = workspace().rowsNaming(TermKind::Confidence, QStringLiteral("high")).front();
    QCOMPARE(uses.index(0, UsesModel::Title).data().toString(), workspace().brief(first).title);
}

void VocabularyWindowTest::looksAtAReadOnlyDataSet()
{
    QVERIFY(workspace().open(std::move(*DataSet::open(m_starter->path, DataSet::Mode::ReadOnly))));
    m_window->showList(std::nullopt);
    m_window->choose(chatGpt);
    QVERIFY(!m_window->form()->isEnabled());
    for (const char* text : {"Add…", "Merge Into…", "Remove", "Save", "Discard"})
        QVERIFY2(!button(QString::fromUtf8(text))->isEnabled(), text);
    QVERIFY(status().contains(QStringLiteral("read-only")));
    auto* table = part<QTableView>("Entries, in order");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(words().platform(chatGpt));
}

QTEST_MAIN(VocabularyWindowTest)
#include "tst_vocabularywindow.moc"
