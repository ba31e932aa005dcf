// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, making and copying data sets from the window: what comes of it, what is said when it fails, and
// work behind a dialog that is cancelled or outlived.
#include "app/files.h"
#include "tests/support/quiet.h"
#include "tests/support/starter.h"

#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QSemaphore>

using namespace interdict;

namespace {

// Work that tells of `part` and then waits until it may go on or is asked to stop.
struct Step
{
    QSemaphore begun, goOn;
    std::atomic<int> asked = 0, stopped = 0;

    auto work(double part)
    {
        return [this, part](const Background::Progress& progress) -> Result<int> {
            begun.release();
            while (!goOn.tryAcquire(1, 1)) {
                ++asked;
                if (progress(part))
                    continue;
                ++stopped;
                return failure(Error::Kind::Cancelled, {});
            }
            return 7;
        };
    }
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAndRemembers();
    void whatCannotBeOpenedChangesNothing_data();
    void whatCannotBeOpenedChangesNothing();
    void missingFileLeavesTheRecentOnes();
    void recentOnesAreTheLatestTen();
    void menuOffersTheRecentOnes();
    void newDataSetHasTheTermsInUse();
    void newDataSetWithoutOneOpenHasTheShippedTerms();
    void newNeverReplaces();
    void copyIsWhole();
    void copyOverItselfIsRefused();
    void takesOneDroppedFile();
    void dialogShowsProgressAndCancels();
    void doneWorkIsHandedOver();
    void endRightAfterWork();
    void openingAnotherForgetsTheFirst();
    void endWaitsForWork();

private:
    QString path(const char* name) const { return m_starter->dir.filePath(QLatin1String(name)); }
    QString write(const char* name, const QByteArray& bytes) const;
    void open(const QString& file);
    QString closeBox(); // the message box's text

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Files* m_files = nullptr;
};

void FilesTest::init()
{
    test::failOnWarnings();
    m_window.reset();
    m_starter = std::make_unique<test::Starter>();
    m_store = std::make_unique<QSettings>(path("settings.ini"), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    m_window = std::make_unique<QWidget>();
    m_files = new Files(m_starter->workspace, *m_settings, m_window.get());
    m_window->show();
}

QString FilesTest::write(const char* name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

void FilesTest::open(const QString& file)
{
    QSignalSpy opened(m_files, &Files::opened);
    m_files->open(file);
    QVERIFY(opened.wait());
}

QString FilesTest::closeBox()
{
    QMessageBox* box = nullptr;
    const auto shown = [&] {
        box = m_window->findChild<QMessageBox*>();
        return box && box->isVisible();
    };
    if (!QTest::qWaitFor(shown))
        return QStringLiteral("no message");
    const QString text = box->text();
    QTest::mouseClick(box->button(QMessageBox::Ok), Qt::LeftButton);
    return QTest::qWaitFor([&] { return !m_window->findChild<QMessageBox*>(); }) ? text
                                                                                 : QStringLiteral("stays");
}

void FilesTest::opensAndRemembers()
{
    const QString other = path("other.interdict");
    QVERIFY(QFile::copy(m_starter->path, other));
    open(other);
    QCOMPARE(m_starter->workspace.dataSet().path(), other);
    QCOMPARE(m_starter->workspace.columns().size(), Row(399));
    QCOMPARE(m_settings->lastFile.get(), other);
    QCOMPARE(m_settings->recentFiles.get(), QStringList{other});
}

void FilesTest::whatCannotBeOpenedChangesNothing_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << QString() << QStringLiteral("There is no file ");
    QTest::newRow("text") << QStringLiteral("text") << QStringLiteral("is not an Interdict data set");
    QTest::newRow("damaged") << QStringLiteral("half") << QStringLiteral("is damaged");
    QTest::newRow("too new") << QStringLiteral("version") << QStringLiteral("which this version");
}

void FilesTest::whatCannotBeOpenedChangesNothing()
{
    QFETCH(const QString, change);
    QFETCH(const QString, said);
    const QByteArray good = bytesOf(m_starter->path);
    if (change == u"text")
        write("bad.interdict", "title,date");
    else if (change == u"half")
        write("bad.interdict", good.left(good.size() / 2));
    else if (change == u"version")
        write("bad.interdict", QByteArray(good).replace(60, 4, QByteArray("\0\0\0\x63", 4)));
    m_starter->filter(QStringLiteral("country:IT"));
    QSignalSpy changed(&m_starter->workspace, &Workspace::dataSetChanged);
    m_files->open(path("bad.interdict"));
    const QString text = closeBox();
    QVERIFY2(text.contains(said), qPrintable(text));
    QVERIFY2(text.contains(path("bad.interdict")), qPrintable(text));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_starter->workspace.dataSet().path(), m_starter->path);
    QCOMPARE(m_starter->workspace.result().size(), 20U);
    QCOMPARE(m_settings->recentFiles.get(), QStringList());
}

void FilesTest::missingFileLeavesTheRecentOnes()
{
    const QString gone = path("gone.interdict"), broken = write("broken.interdict", "text");
    m_settings->recentFiles.set({gone, broken, m_starter->path});
    m_files->open(gone);
    closeBox();
    m_files->open(broken);
    closeBox();
    QCOMPARE(m_settings->recentFiles.get(), (QStringList{broken, m_starter->path}));
}

void FilesTest::recentOnesAreTheLatestTen()
{
    for (int i = 0; i < 12; ++i)
        m_files->noteOpened(path("%1").arg(i));
    m_files->noteOpened(path("5"));
    QStringList names;
    for (const QString& recent : m_settings->recentFiles.get())
        names << QFileInfo(recent).fileName();
    QCOMPARE(names.join(u' '), QStringLiteral("5 11 10 9 8 7 6 4 3 2"));
}

void FilesTest::menuOffersTheRecentOnes()
{
    QMenu menu;
    m_files->addActionsTo(menu);
    QMenu* recent = menu.findChild<QMenu*>();
    QVERIFY(recent);
    Q_EMIT recent->aboutToShow();
    QCOMPARE(recent->actions().size(), 1);
    QVERIFY(!recent->actions().front()->isEnabled());
    const QString other = path("this & that.interdict");
    QVERIFY(QFile::copy(m_starter->path, other));
    m_files->noteOpened(other);
    Q_EMIT recent->aboutToShow();
    QCOMPARE(recent->actions().size(), 1);
    QCOMPARE(recent->actions().front()->text(), QStringLiteral("this && that.interdict"));
    QSignalSpy opened(m_files, &Files::opened);
    recent->actions().front()->trigger();
    QVERIFY(opened.wait());
    QCOMPARE(opened.front().front().toString(), other);
}

void FilesTest::newDataSetHasTheTermsInUse()
{
    const auto before = QDateTime::currentDateTimeUtc().addSecs(-1);
    QSignalSpy opened(m_files, &Files::opened);
    m_files->createAt(path("mine.interdict"));
    QVERIFY(opened.wait());
    const DataSet& mine = m_starter->workspace.dataSet();
    QCOMPARE(mine.path(), path("mine.interdict"));
    QCOMPARE(mine.info().title, QStringLiteral("mine"));
    const auto created = QDateTime::fromString(mine.info().created, Qt::ISODate);
    QVERIFY2(mine.info().created.endsWith(u'Z'), qPrintable(mine.info().created));
    QVERIFY(before <= created && created <= QDateTime::currentDateTimeUtc());
    QCOMPARE(m_starter->workspace.columns().size(), Row(0));
    QVERIFY(mine.vocabulary() == DataSet::open(m_starter->path)->vocabulary());
}

void FilesTest::newDataSetWithoutOneOpenHasTheShippedTerms()
{
    Workspace nothing(m_starter->gazetteer, test::fixedToday);
    auto* files = new Files(nothing, *m_settings, m_window.get());
    QSignalSpy opened(files, &Files::opened);
    files->createAt(path("mine.interdict"));
    QVERIFY(opened.wait());
    QVERIFY(nothing.vocabulary() == m_starter->workspace.vocabulary());
}

void FilesTest::newNeverReplaces()
{
    const QString mine = write("mine.interdict", "mine");
    m_files->createAt(mine);
    QVERIFY(closeBox().contains(QStringLiteral("exists already")));
    QCOMPARE(bytesOf(mine), QByteArray("mine"));
    QCOMPARE(m_starter->workspace.dataSet().path(), m_starter->path);
}

void FilesTest::copyIsWhole()
{
    const QString copy = path("copy.interdict");
    QSignalSpy copied(m_files, &Files::copied);
    m_files->saveCopyTo(copy);
    QVERIFY(copied.wait());
    QCOMPARE(copied.front().front().toString(), copy);
    QCOMPARE(m_starter->workspace.dataSet().path(), m_starter->path);
    open(copy);
    QCOMPARE(m_starter->workspace.columns().size(), Row(399));
}

void FilesTest::copyOverItselfIsRefused()
{
    const QByteArray before = bytesOf(m_starter->path);
    const QString link = path("link.interdict");
    QVERIFY(QFile::link(m_starter->path, link));
    for (const QString& target : {m_starter->path, link}) {
        m_files->saveCopyTo(target);
        const QString text = closeBox();
        QVERIFY2(text.contains(QStringLiteral("is this data set itself. Choose another name")),
                 qPrintable(text));
    }
    QCOMPARE(bytesOf(m_starter->path), before);
}

void FilesTest::takesOneDroppedFile()
{
    const auto dropped = [](const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        return Files::droppedFile(&data);
    };
    const QUrl file = QUrl::fromLocalFile(m_starter->path), page(QStringLiteral("https://example.org/x"));
    QCOMPARE(dropped({file}), m_starter->path);
    QCOMPARE(dropped({file, file}), QString());
    QCOMPARE(dropped({page}), QString());
    QCOMPARE(dropped({}), QString());
}

void FilesTest::dialogShowsProgressAndCancels()
{
    Step step;
    bool isDone = false;
    Background background(m_window.get(), nullptr);
    background.run<int>(QStringLiteral("Counting"), step.work(0.4),
                        [&](const Result<int>&) { isDone = true; });
    QVERIFY(step.begun.tryAcquire(1, 5000));
    auto* dialog = m_window->findChild<QProgressDialog*>();
    QTRY_VERIFY(dialog->isVisible());
    QTRY_COMPARE(dialog->value(), 400);
    QCOMPARE(dialog->labelText(), QStringLiteral("Counting"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
    QTRY_COMPARE(step.stopped.load(), 1);
    QTRY_VERIFY(!m_window->findChild<QProgressDialog*>());
    QVERIFY(!isDone);
}

void FilesTest::doneWorkIsHandedOver()
{
    Step step;
    int number = 0;
    Background background(m_window.get(), nullptr);
    background.run<int>(QStringLiteral("Counting"), step.work(1.0), [&](const Result<int>& result) {
        number = *result;
        QVERIFY(!m_window->findChild<QProgressDialog*>()->isVisible()); // out of the way of what comes now
    });
    QTRY_VERIFY(m_window->findChild<QProgressDialog*>()->isVisible());
    step.goOn.release();
    QTRY_COMPARE(number, 7);
    QTRY_VERIFY(!m_window->findChild<QProgressDialog*>());
}

void FilesTest::endRightAfterWork()
{
    Step step;
    step.goOn.release();
    auto background = std::make_unique<Background>(m_window.get(), nullptr);
    int number = 0;
    background->run<int>({}, step.work(1.0), [&](const Result<int>& result) {
        number = *result;
        QCoreApplication::exit(); // before anything else is done
    });
    QCoreApplication::exec();
    QCOMPARE(number, 7);
    background.reset();
}

void FilesTest::openingAnotherForgetsTheFirst()
{
    QVERIFY(QFile::copy(m_starter->path, path("a.interdict")));
    QVERIFY(QFile::copy(m_starter->path, path("b.interdict")));
    QSignalSpy opened(m_files, &Files::opened);
    m_files->open(path("a.interdict"));
    m_files->open(path("b.interdict"));
    QTRY_VERIFY(!m_window->findChild<QProgressDialog*>());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_starter->workspace.dataSet().path(), path("b.interdict"));
}

// As when the window closes in the midst of it: afterwards nothing runs that could touch what is gone.
void FilesTest::endWaitsForWork()
{
    Step step;
    bool isDone = false;
    auto background = std::make_unique<Background>(m_window.get(), nullptr);
    for (int i = 0; i < 2; ++i)
        background->run<int>({}, step.work(0.1), [&](const Result<int>&) { isDone = true; });
    QVERIFY(step.begun.tryAcquire(1, 5000));
    background.reset();
    const int asked = step.asked;
    QVERIFY(step.stopped >= 1);
    QTRY_VERIFY(!m_window->findChild<QProgressDialog*>());
    QCOMPARE(step.asked.load(), asked);
    QVERIFY(!isDone);
    m_files->open(m_starter->path);
    m_window.reset(); // with a load under way
}

QTEST_MAIN(FilesTest)
#include "tst_files.moc"
