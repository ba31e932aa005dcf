// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Briefings as files: as the command writes them, all or none for many values, and from the window.
#include "app/briefing.h"
#include "app/briefingdialog.h"
#include "app/briefingfiles.h"
#include "app/briefingmaker.h"
#include "app/mainwindow.h"
#include "model/englishplurals.h"
#include "model/map/mapgeometry.h"
#include "tests/support/quiet.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include <set>

namespace interdict {

using test::fixedToday;
using test::Starter;

namespace {

template <typename Button>
Button* button(QWidget& dialog, const char* words)
{
    for (Button* each : dialog.findChildren<Button*>())
        if (each->text().remove(u'&').contains(QLatin1String(words)))
            return each;
    return nullptr;
}

QComboBox* combo(QWidget& dialog, const char* name)
{
    for (QComboBox* each : dialog.findChildren<QComboBox*>())
        if (each->accessibleName() == QLatin1String(name))
            return each;
    return nullptr;
}

} // namespace

class tst_BriefingCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachFormatIsTheSameTwice_data();
    void eachFormatIsTheSameTwice();
    void standardOutputTakesOne();
    void aBriefingForEachCountry();
    void namesOfValuesAreNamesOfFiles();
    void cancelLeavesTheFolderAsItWas();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void neverOverTheDataSet();
    void dialogOffersWhatThereIs();
    void windowSavesWhatIsShown();
    void windowSavesOneForEach();
    void windowTellsWhatFails();

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    BriefingOptions options(const char* output, const char* filter) const;

    EnglishPlurals m_plurals;
    std::unique_ptr<Starter> m_starter;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BriefingCommand::initTestCase()
{
    QCoreApplication::installTranslator(&m_plurals);
}

void tst_BriefingCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_starter = std::make_unique<Starter>();
}

BriefingOptions tst_BriefingCommand::options(const char* output, const char* filter) const
{
    BriefingOptions options;
    options.data = m_starter->path;
    options.output = path(output);
    options.filter = QLatin1String(filter);
    options.made = fixedToday;
    return options;
}

void tst_BriefingCommand::eachFormatIsTheSameTwice_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF-");
    QTest::newRow("html") << "html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("odt") << "odt" << QByteArray("PK");
    QTest::newRow("md") << "md" << QByteArray("# Restrictions on AI platforms in Italy\n");
}

void tst_BriefingCommand::eachFormatIsTheSameTwice()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, begin);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    for (const char* name : {"one.", "two."}) {
        BriefingOptions asked = options(name, "country:IT");
        asked.output += ending;
        QCOMPARE(runBriefing(asked, out), ExitCode::Ok);
    }
    const QByteArray bytes = fileBytes(path("one.") + ending);
    QVERIFY(bytes.startsWith(begin));
    QCOMPARE(fileBytes(path("two.") + ending), bytes);
    QVERIFY(out.data().isEmpty());
    // The ending is only a guess; the format goes before it.
    BriefingOptions asked = options("three.txt", "country:IT");
    asked.format = briefingFormatOf(u'.' + ending);
    QCOMPARE(runBriefing(asked, out), ExitCode::Ok);
    QCOMPARE(fileBytes(path("three.txt")), bytes);
    QCOMPARE(files().size(), 3); // and nothing beside them
}

void tst_BriefingCommand::standardOutputTakesOne()
{
    BriefingOptions asked = options("", "country:IT");
    asked.output = QStringLiteral("-");
    asked.format = BriefingFormat::Markdown;
    asked.asOf = dayOf(2025, 2, 10);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QCOMPARE(runBriefing(asked, out), ExitCode::Ok);
    QVERIFY(out.data().contains("On 10 February 2025, **2 restrictions are in force**"));
}

void tst_BriefingCommand::aBriefingForEachCountry()
{
    std::map<QString, int> countries;
    for (const Event& event : shippedEvents())
        if (event.platforms.contains(QStringLiteral("DeepSeek")))
            ++countries[event.country];
    BriefingOptions asked = options("out.md", "platform:DeepSeek");
    asked.each = Facet::Country;
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QCOMPARE(runBriefing(asked, out), ExitCode::Ok);
    QByteArray index;
    for (const auto& [country, events] : countries) {
        const QString file = m_folder->filePath(QStringLiteral("out-%1.md").arg(country));
        index += QStringLiteral("%1\t%2\t%3\n").arg(file, country).arg(events).toUtf8();
        QVERIFY2(fileBytes(file).contains(QStringLiteral("**%1 act").arg(events).toUtf8()), qPrintable(file));
    }
    QCOMPARE(out.data(), index);
    QCOMPARE(files().size(), static_cast<qsizetype>(countries.size()));
    QVERIFY(fileBytes(path("out-IT.md")).startsWith("# Restrictions on DeepSeek in Italy\n"));
}

void tst_BriefingCommand::namesOfValuesAreNamesOfFiles()
{
    const std::vector<BriefingValue> values{{QStringLiteral("Any Chinese AI model")},
                                            {QStringLiteral("../../etc")},
                                            {QStringLiteral("any-chinese ai model")},
                                            {QStringLiteral("豆包")},
                                            {QStringLiteral("unknown")}};
    QCOMPARE(
        briefingFileNames(QStringLiteral("/tmp/a.b/out.pdf"), values),
        (QStringList{QStringLiteral("/tmp/a.b/out-Any-Chinese-AI-model.pdf"),
                     QStringLiteral("/tmp/a.b/out-etc.pdf"),
                     QStringLiteral("/tmp/a.b/out-any-chinese-ai-model-2.pdf"),
                     QStringLiteral("/tmp/a.b/out-豆包.pdf"), QStringLiteral("/tmp/a.b/out-unknown.pdf")}));
    QCOMPARE(briefingFileNames(QStringLiteral("out"), {{QStringLiteral("IT")}}),
             QStringList{QStringLiteral("out-IT")});
}

void tst_BriefingCommand::cancelLeavesTheFolderAsItWas()
{
    writeFile(path("out-IT.md"), "what was there");
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    BriefingOptions asked = options("out.md", "");
    asked.each = Facet::Country;
    double last = 0;
    const auto written = writeBriefings(m_starter->workspace, MapGeometry::shipped().value(), asked,
                                        BriefingFormat::Markdown, [&last](double share) {
                                            const bool goesOn = share >= last && share < 0.8;
                                            last = share;
                                            return goesOn;
                                        });
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Cancelled);
    QVERIFY(last >= 0.8); // it had made most of them, and never went back
    QCOMPARE(files(), QStringList{QStringLiteral("out-IT.md")});
    QCOMPARE(fileBytes(path("out-IT.md")), QByteArray("what was there"));
}

void tst_BriefingCommand::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("each");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("code");
    QTest::newRow("ending") << "out.docx"
                            << ""
                            << "a4" << false << "" << 2;
    QTest::newRow("no format for standard output") << "-"
                                                   << ""
                                                   << "a4" << false << "" << 2;
    QTest::newRow("several to standard output") << "-"
                                                << ""
                                                << "a4" << true << "" << 2;
    QTest::newRow("a title for several") << "out.md"
                                         << ""
                                         << "a4" << true << "One" << 2;
    QTest::newRow("paper") << "out.pdf"
                           << "country:IT"
                           << "a3" << false << "" << 2;
    QTest::newRow("filter") << "out.md"
                            << "country:Atlantis"
                            << "a4" << false << "" << 2;
    QTest::newRow("no folder") << "none/out.md"
                               << "country:IT"
                               << "a4" << false << "" << 1;
}

void tst_BriefingCommand::whatIsWrongIsSaid()
{
    QFETCH(QString, output);
    QFETCH(QString, filter);
    QFETCH(QString, page);
    QFETCH(bool, each);
    QFETCH(QString, title);
    QFETCH(int, code);
    BriefingOptions asked = options("", "");
    asked.output = output == QLatin1String("-") ? output : m_folder->filePath(output);
    asked.filter = filter;
    asked.page = page;
    asked.title = title;
    if (each)
        asked.each = Facet::Country;
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QCOMPARE(static_cast<int>(runBriefing(asked, out)), code);
    QVERIFY(out.data().isEmpty());
    QVERIFY(files().isEmpty());
}

void tst_BriefingCommand::neverOverTheDataSet()
{
    BriefingOptions asked = options("", "country:IT");
    asked.output = m_starter->path;
    asked.format = BriefingFormat::Pdf;
    const QByteArray before = fileBytes(m_starter->path);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QCOMPARE(runBriefing(asked, out), ExitCode::Usage);
    QCOMPARE(fileBytes(m_starter->path), before);
}

void tst_BriefingCommand::dialogOffersWhatThereIs()
{
    m_starter->filter(QStringLiteral("country:IT"));
    BriefingDialog dialog(m_starter->workspace, nullptr);
    const QComboBox* each = combo(dialog, "Number of briefings");
    QCOMPARE(each->itemText(0), QStringLiteral("One, of the 20 events shown"));
    QVERIFY(each->findText(QStringLiteral("One for each: platform (9)")) > 0);
    QCOMPARE(each->findText(QStringLiteral("each: country"), Qt::MatchContains), -1); // there is one only
    combo(dialog, "Format")->setCurrentIndex(3);
    QVERIFY(!combo(dialog, "Paper")->isEnabled());
    button<QCheckBox>(dialog, "Cases")->setChecked(false);
    const BriefingOptions options = dialog.options();
    QCOMPARE(options.format, std::optional(BriefingFormat::Markdown));
    QCOMPARE(options.without, std::vector{BriefingPart::Cases});
    QVERIFY(!options.each);
}

void tst_BriefingCommand::windowSavesWhatIsShown()
{
    const MapGeometry geometry = MapGeometry::shipped().value();
    Settings settings;
    MainWindow window(m_starter->workspace, geometry, settings);
    window.show();
    window.activateWindow();
    QTRY_VERIFY(window.isActiveWindow());
    m_starter->filter(QStringLiteral("country:IT"));
    m_starter->workspace.setAsOf(dayOf(2025, 2, 10));
    QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(window.findChild<BriefingDialog*>());
    auto* dialog = window.findChild<BriefingDialog*>();
    combo(*dialog, "Format")->setCurrentIndex(3);
    QTest::mouseClick(button<QPushButton>(*dialog, "Save"), Qt::LeftButton);
    QTRY_VERIFY(window.findChild<QFileDialog*>());
    auto* where = window.findChild<QFileDialog*>();
    QVERIFY(
        where->selectedFiles().front().endsWith(QStringLiteral("Restrictions on AI platforms in Italy.md")));
    auto* name = where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setFocus();
    name->selectAll();
    QGuiApplication::clipboard()->setText(path("shown")); // the ending comes by itself
    QTest::keySequence(name, QKeySequence::Paste);
    QTest::mouseClick(where->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(window.statusBar()->currentMessage().endsWith(path("shown.md")));
    QVERIFY(fileBytes(path("shown.md")).contains("On 10 February 2025, **2 restrictions are in force**"));
    QCOMPARE(m_starter->workspace.result().size(), std::size_t(20)); // the window's own filter stays
}

void tst_BriefingCommand::windowSavesOneForEach()
{
    QWidget window;
    m_starter->filter(QStringLiteral("country:IT,FR"));
    BriefingMaker maker(m_starter->workspace, &window);
    QSignalSpy told(&maker, &BriefingMaker::told);
    BriefingOptions asked = options("out.html", "");
    asked.format = BriefingFormat::Html;
    asked.each = Facet::Country;
    maker.write(asked);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 20000);
    QVERIFY(told[0][0].toString().startsWith(QStringLiteral("2 briefings saved in ")));
    QCOMPARE(files(), (QStringList{QStringLiteral("out-FR.html"), QStringLiteral("out-IT.html")}));
    // Off the window's thread it makes the same bytes.
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QCOMPARE(runBriefing(options("same.html", "country:IT"), out), ExitCode::Ok);
    QCOMPARE(fileBytes(path("out-IT.html")), fileBytes(path("same.html")));
}

void tst_BriefingCommand::windowTellsWhatFails()
{
    QWidget window;
    BriefingMaker maker(m_starter->workspace, &window);
    QSignalSpy failed(&maker, &BriefingMaker::failed);
    BriefingOptions asked = options("none/out.md", "");
    asked.format = BriefingFormat::Markdown;
    maker.write(asked);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(failed[0][0].value<Error>().message.contains(QStringLiteral("there is no folder")));
}

} // namespace interdict

QTEST_MAIN(interdict::tst_BriefingCommand)
#include "tst_briefingcommand.moc"
