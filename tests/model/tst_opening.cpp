// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are let in and files that are turned away, each with its own words; and that no bytes, however
// damaged, bring the program down.
#include "model/store/connection.h"
#include "model/store/upgrading.h"
#include "tests/support/shipped.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <random>

using namespace interdict;

namespace {

void runSql(const QString& path, const char* sql)
{
    SQLite::Database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

// Permissions mean nothing to root, as whom tests may run: then the rest of the scope runs as nobody.
class WithoutPrivileges
{
public:
    explicit WithoutPrivileges(const QString& folder)
        : m_wasRoot(::geteuid() == 0)
    {
        constexpr uid_t nobody = 65534;
        if (!m_wasRoot)
            return;
        const QStringList files = QDir(folder).entryList(QDir::Files | QDir::NoDotAndDotDot);
        for (const QString& name : files + QStringList{QStringLiteral(".")})
            if (::chown(qPrintable(QDir(folder).filePath(name)), nobody, nobody) != 0)
                qFatal("chown");
        if (::setresuid(nobody, nobody, 0) != 0)
            qFatal("setresuid");
    }
    ~WithoutPrivileges()
    {
        if (m_wasRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("setresuid");
    }
    Q_DISABLE_COPY_MOVE(WithoutPrivileges)

private:
    bool m_wasRoot;
};

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void turnsAway_data();
    void turnsAway();
    void turnsAwayOtherContent_data();
    void turnsAwayOtherContent();
    void neverReplacesAFile();
    void cannotCreateWhereThereIsNoFolder();
    void unreadableFile();
    void readOnlyWhenAsked();
    void readingLeavesNothingBeside();
    void readOnlyFile();
    void readOnlyFolder();
    void readOnlyFolderWithJournal();
    void busyFile();
    void runsNothingOfTheFile();
    void migratesInOrderAndAtOnce();
    void failedMigrationChangesNothing();
    void olderFileIsMigratedAfterACopy();
    void olderReadOnlyFileIsMigratedInMemory();
    void newerFileIsNotMigrated();
    void schemaScriptsAreWhole();
    void loadingCanBeCancelled();
    void flippedBytesNeverCrash();
    void cutOffFilesNeverCrash();

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void makeFolderReadOnly(bool readOnly) const;
    store::Opened openedOlder(bool readOnly) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOpening::cleanup()
{
    makeFolderReadOnly(false);
}

void TestOpening::makeFolderReadOnly(bool readOnly) const
{
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner |
                                                (readOnly ? QFile::Permissions() : QFile::WriteOwner));
}

// A file of version 1 by a schema of the test's own.
store::Opened TestOpening::openedOlder(bool readOnly) const
{
    writeFile(path("0001.sql"), "CREATE TABLE t (a); INSERT INTO t VALUES (1);");
    store::Opened opened;
    opened.path = path("older.interdict");
    opened.database = store::connectTo(opened.path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    store::migrate(*opened.database, m_folder->path());
    opened.readOnly = readOnly;
    return opened;
}

void TestOpening::turnsAway_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("said");
    const QByteArray good = fileBytes(QStringLiteral(":/data/starter.interdict"));
    const auto with = [&good](qsizetype at, const QByteArray& bytes) {
        QByteArray changed = good;
        return changed.replace(at, bytes.size(), bytes);
    };
    const QString no = QStringLiteral("is not an Interdict data set"), broken = QStringLiteral("is damaged");
    QTest::newRow("empty") << QByteArray() << Error::Kind::NotADataSet << no;
    QTest::newRow("text") << QByteArray("title,date\nx,2025") << Error::Kind::NotADataSet << no;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(500, 'x')
                             << Error::Kind::NotADataSet << no;
    QTest::newRow("another program's SQLite")
        << with(68, QByteArray("\0\0\0\x01", 4)) << Error::Kind::NotADataSet << no;
    QTest::newRow("no application's SQLite") << with(68, QByteArray(4, 0)) << Error::Kind::NotADataSet << no;
    QTest::newRow("only the magic") << good.left(16) << Error::Kind::Damaged << broken;
    QTest::newRow("half a header") << good.left(80) << Error::Kind::Damaged << broken;
    QTest::newRow("half the file") << good.left(good.size() / 2) << Error::Kind::Damaged << broken;
    QTest::newRow("no pages") << good.left(100) << Error::Kind::Damaged << broken;
    QTest::newRow("page size") << with(16, QByteArray("\x03\x03", 2)) << Error::Kind::Damaged << broken;
    QTest::newRow("schema page") << with(100, QByteArray(200, 'x')) << Error::Kind::Damaged << broken;
    QTest::newRow("a page within") << with(40 * qsizetype(4096), QByteArray(4096, 'x'))
                                   << Error::Kind::Damaged << broken;
    QTest::newRow("version 0") << with(60, QByteArray(4, 0)) << Error::Kind::Damaged << broken;
    QTest::newRow("negative version") << with(60, QByteArray(4, '\xff')) << Error::Kind::Damaged << broken;
    QTest::newRow("too new") << with(60, QByteArray("\0\0\0\x63", 4)) << Error::Kind::TooNew
                             << QStringLiteral("was written by Interdict " INTERDICT_VERSION
                                               ", which this version");
}

void TestOpening::turnsAway()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QString, said);
    writeFile(path("x.interdict"), bytes);
    const auto opened = DataSet::open(path("x.interdict"));
    QVERIFY(!opened.has_value());
    QVERIFY2(opened.error().message.contains(said),
             qPrintable(opened.error().message + opened.error().detail));
    QVERIFY(opened.error().message.startsWith(path("x.interdict")));
    QCOMPARE(opened.error().kind, kind);
    QCOMPARE(fileBytes(path("x.interdict")), bytes); // left as it was
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("x.interdict")});
}

void TestOpening::turnsAwayOtherContent_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a table is missing") << QByteArray("DROP TABLE draft");
    QTest::newRow("an index is missing") << QByteArray("DROP INDEX event_columns");
    QTest::newRow("a column is missing") << QByteArray("ALTER TABLE event DROP COLUMN note");
    QTest::newRow("a column has another name")
        << QByteArray("ALTER TABLE event RENAME COLUMN note TO remark");
    QTest::newRow("a view for a table") << QByteArray("ALTER TABLE saved_view RENAME TO old; "
                                                      "CREATE VIEW saved_view AS SELECT * FROM old");
    QTest::newRow("no text index") << QByteArray("DROP TABLE event_search");
    QTest::newRow("says nothing about itself") << QByteArray("DELETE FROM dataset");
    QTest::newRow("an id beyond any") << QByteArray("INSERT INTO term (id, kind, code, position, label) "
                                                    "VALUES (99999999, 'scope', 'x', 99, 'X')");
    QTest::newRow("too many terms") << QByteArray(
        "WITH RECURSIVE n (i) AS (VALUES (1) UNION SELECT i + 1 FROM n WHERE i < 300) "
        "INSERT INTO term (kind, code, position, label) SELECT 'scope', 's' || i, i, 'S' FROM n");
}

void TestOpening::turnsAwayOtherContent()
{
    QFETCH(const QByteArray, sql);
    const QString file = copyShipped(m_folder->path());
    runSql(file, sql.constData());
    const auto opened = DataSet::open(file);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().kind, Error::Kind::Damaged);
}

void TestOpening::neverReplacesAFile()
{
    writeFile(path("x.interdict"), "mine");
    const auto made = DataSet::create(path("x.interdict"), {}, shippedVocabulary());
    QVERIFY(!made.has_value());
    QVERIFY(made.error().message.contains(QStringLiteral("exists already")));
    QCOMPARE(fileBytes(path("x.interdict")), QByteArray("mine"));
}

void TestOpening::cannotCreateWhereThereIsNoFolder()
{
    const auto made = DataSet::create(path("none/x.interdict"), {}, shippedVocabulary());
    QCOMPARE(made.error().kind, Error::Kind::NoAccess);
    QCOMPARE(DataSet::open(path("none/x.interdict")).error().kind, Error::Kind::NotFound);
    QVERIFY(DataSet::open(path("none")).error().message.startsWith(QStringLiteral("There is no file ")));
    QCOMPARE(DataSet::open(m_folder->path()).error().kind, Error::Kind::NotADataSet);
    QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
    QCOMPARE(DataSet::open(path("pipe")).error().kind, Error::Kind::NotADataSet);
}

void TestOpening::unreadableFile()
{
    const QString file = copyShipped(m_folder->path());
    QFile::setPermissions(file, QFile::WriteOwner);
    const WithoutPrivileges scope(m_folder->path());
    const auto opened = DataSet::open(file);
    QCOMPARE(opened.error().kind, Error::Kind::NoAccess);
    QVERIFY(opened.error().message.contains(QStringLiteral("permissions")));
}

void TestOpening::readOnlyWhenAsked()
{
    auto dataSet = DataSet::open(copyShipped(m_folder->path()), DataSet::Mode::ReadOnly);
    QVERIFY(dataSet->isReadOnly());
    const Event event = anyEvent(QStringLiteral("new"));
    const auto added = dataSet->addEvents(std::span(&event, 1), shippedGazetteer(), stamp());
    QCOMPARE(added.error().kind, Error::Kind::ReadOnly);
    QVERIFY(added.error().message.contains(QStringLiteral("Save a copy")));
    QCOMPARE(dataSet->addMilestones({}).error().kind, Error::Kind::ReadOnly);
    QCOMPARE(dataSet->loadColumns(shippedGazetteer())->size(), Row(shippedEvents().size()));
}

void TestOpening::readingLeavesNothingBeside()
{
    const QString file = copyShipped(m_folder->path());
    runSql(file, "PRAGMA journal_mode = WAL");
    const QByteArray before = fileBytes(file);
    for (const auto mode : {DataSet::Mode::ReadOnly, DataSet::Mode::ReadWrite})
        QVERIFY(DataSet::open(file, mode)->loadColumns(shippedGazetteer()).has_value());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("starter.interdict")});
    QVERIFY(fileBytes(file) == before);
}

void TestOpening::readOnlyFile()
{
    const QString file = copyShipped(m_folder->path());
    QFile::setPermissions(file, QFile::ReadOwner);
    const WithoutPrivileges scope(m_folder->path());
    const auto dataSet = DataSet::open(file);
    QVERIFY2(dataSet.has_value(), dataSet ? "" : qPrintable(dataSet.error().message));
    QVERIFY(dataSet->isReadOnly());
    QCOMPARE(dataSet->loadColumns(shippedGazetteer())->size(), Row(shippedEvents().size()));
}

// As on a CD. Once written to, a file is in WAL mode, which wants files beside it.
void TestOpening::readOnlyFolder()
{
    const QString file = copyShipped(m_folder->path());
    const Event event = anyEvent(QStringLiteral("new"));
    QVERIFY(DataSet::open(file)->addEvents(std::span(&event, 1), shippedGazetteer(), stamp()).has_value());
    const WithoutPrivileges scope(m_folder->path());
    makeFolderReadOnly(true);
    const auto dataSet = DataSet::open(file);
    QVERIFY2(dataSet.has_value(),
             dataSet ? "" : qPrintable(dataSet.error().message + dataSet.error().detail));
    QVERIFY(dataSet->isReadOnly());
    QCOMPARE(dataSet->loadColumns(shippedGazetteer())->size(), Row(shippedEvents().size() + 1));
    QVERIFY(dataSet->idOf(event.uid).has_value());
}

// Copied from a running program, with what it had not yet written back.
void TestOpening::readOnlyFolderWithJournal()
{
    const QString file = path("copy.interdict");
    {
        auto running = DataSet::open(copyShipped(m_folder->path()));
        const Event event = anyEvent(QStringLiteral("new"));
        QVERIFY(running->addEvents(std::span(&event, 1), shippedGazetteer(), stamp()).has_value());
        QVERIFY(QFile::copy(running->path(), file));
        QVERIFY(QFile::copy(running->path() + QStringLiteral("-wal"), file + QStringLiteral("-wal")));
    }
    const WithoutPrivileges scope(m_folder->path());
    makeFolderReadOnly(true);
    const auto dataSet = DataSet::open(file);
    QVERIFY2(dataSet.has_value(),
             dataSet ? "" : qPrintable(dataSet.error().message + dataSet.error().detail));
    QVERIFY(dataSet->isReadOnly());
    QCOMPARE(dataSet->path(), file);
    QVERIFY(dataSet->idOf(QStringLiteral("new")).has_value());
}

void TestOpening::busyFile()
{
    auto dataSet = DataSet::open(copyShipped(m_folder->path()));
    SQLite::Database other(dataSet->path().toStdString(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN EXCLUSIVE");
    const Event event = anyEvent(QStringLiteral("new"));
    const auto added = dataSet->addEvents(std::span(&event, 1), shippedGazetteer(), stamp());
    QVERIFY(!added.has_value());
    QVERIFY2(added.error().message.contains(QStringLiteral("in use by another program")),
             qPrintable(added.error().message));
    other.exec("ROLLBACK");
    QVERIFY(dataSet->addEvents(std::span(&event, 1), shippedGazetteer(), stamp()).has_value());
}

void TestOpening::runsNothingOfTheFile()
{
    const QString file = copyShipped(m_folder->path());
    runSql(file, "CREATE TRIGGER trap AFTER INSERT ON event BEGIN DELETE FROM milestone; END;"
                 "CREATE VIEW bait AS SELECT * FROM event");
    auto dataSet = DataSet::open(file);
    QVERIFY2(dataSet.has_value(), dataSet ? "" : qPrintable(dataSet.error().message));
    const Event event = anyEvent(QStringLiteral("new"));
    QVERIFY(dataSet->addEvents(std::span(&event, 1), shippedGazetteer(), stamp()).has_value());
    QCOMPARE(dataSet->milestones()->size(), shippedMilestones().size());
}

void TestOpening::migratesInOrderAndAtOnce()
{
    writeFile(path("0001.sql"), "CREATE TABLE t (a); INSERT INTO t VALUES (1);");
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    QCOMPARE(store::latestVersion(m_folder->path()), 1);
    store::migrate(database, m_folder->path());
    QCOMPARE(store::numberFrom(database, "PRAGMA user_version"), 1);
    writeFile(path("0002.sql"), "ALTER TABLE t ADD COLUMN b;");
    writeFile(path("0003.sql"), "UPDATE t SET b = a + 1;");
    writeFile(path("0005.sql"), "nonsense, never reached for want of 0004");
    QCOMPARE(store::latestVersion(m_folder->path()), 3);
    QCOMPARE(store::missingPart(database, m_folder->path()), QStringLiteral("t"));
    store::migrate(database, m_folder->path());
    QCOMPARE(store::numberFrom(database, "PRAGMA user_version"), 3);
    QCOMPARE(store::numberFrom(database, "SELECT b FROM t"), 2);
    QCOMPARE(store::missingPart(database, m_folder->path()), QString());
}

void TestOpening::failedMigrationChangesNothing()
{
    writeFile(path("0001.sql"), "CREATE TABLE t (a);");
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    store::migrate(database, m_folder->path());
    writeFile(path("0002.sql"), "CREATE TABLE u (a);");
    writeFile(path("0003.sql"), "INSERT INTO nowhere VALUES (1);");
    QVERIFY_EXCEPTION_THROWN(store::migrate(database, m_folder->path()), SQLite::Exception);
    QCOMPARE(store::numberFrom(database, "PRAGMA user_version"), 1);
    QCOMPARE(store::numberFrom(database, "SELECT count(*) FROM sqlite_schema"), 1);
}

void TestOpening::olderFileIsMigratedAfterACopy()
{
    store::Opened opened = openedOlder(false);
    writeFile(path("0002.sql"), "UPDATE t SET a = 2;");
    store::bringUpToDate(opened, m_folder->path());
    QCOMPARE(store::numberFrom(*opened.database, "SELECT a FROM t"), 2);
    QCOMPARE(store::numberFrom(*opened.database, "PRAGMA user_version"), 2);
    SQLite::Database copy(path("older.version-1.interdict").toStdString());
    QCOMPARE(store::numberFrom(copy, "SELECT a FROM t"), 1);
    QCOMPARE(store::numberFrom(copy, "PRAGMA user_version"), 1);
    store::bringUpToDate(opened, m_folder->path()); // nothing left to do
}

void TestOpening::olderReadOnlyFileIsMigratedInMemory()
{
    store::Opened opened = openedOlder(true);
    const QByteArray before = fileBytes(opened.path);
    writeFile(path("0002.sql"), "UPDATE t SET a = 2;");
    store::bringUpToDate(opened, m_folder->path());
    QCOMPARE(store::numberFrom(*opened.database, "SELECT a FROM t"), 2);
    QCOMPARE(fileBytes(opened.path), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.interdict")}).size(), 1);
}

void TestOpening::newerFileIsNotMigrated()
{
    store::Opened opened = openedOlder(false);
    opened.database->exec("PRAGMA user_version = 9");
    QVERIFY_EXCEPTION_THROWN(store::bringUpToDate(opened, m_folder->path()), store::Failure);
}

void TestOpening::schemaScriptsAreWhole()
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    store::migrate(database);
    QCOMPARE(store::numberFrom(database, "PRAGMA user_version"), store::latestVersion());
    QCOMPARE(store::numberFrom(database, "PRAGMA application_id"), std::int64_t(store::applicationId));
    QCOMPARE(QDir(store::schemaFolder).entryList().size(), qsizetype(store::latestVersion()));
}

void TestOpening::loadingCanBeCancelled()
{
    const DataSet dataSet = openShipped(m_folder->path());
    const auto columns = dataSet.loadColumns(shippedGazetteer(), [](double) { return false; });
    QCOMPARE(columns.error().kind, Error::Kind::Cancelled);
}

namespace {

// Everything that reads. What comes back does not matter, only that it comes back.
void readEverything(const QString& file)
{
    const auto dataSet = DataSet::open(file);
    if (!dataSet)
        return;
    const auto columns = dataSet->loadColumns(shippedGazetteer());
    for (std::int64_t id = 1; id < 400; id += 13) {
        static_cast<void>(dataSet->event(id));
        static_cast<void>(dataSet->caseOf(id));
    }
    static_cast<void>(dataSet->briefs(columns ? std::span(columns->id) : std::span<const std::int64_t>()));
    static_cast<void>(dataSet->milestones());
    static_cast<void>(dataSet->search({QStringLiteral("garante"), QStringLiteral("d*")}));
    static_cast<void>(dataSet->orderedBy(DataSet::TextField::Title));
}

} // namespace

void TestOpening::flippedBytesNeverCrash()
{
    const QByteArray good = fileBytes(QStringLiteral(":/data/starter.interdict"));
    std::mt19937 random(2026); // NOLINT: the same flips on every run
    std::uniform_int_distribution<qsizetype> anywhere(0, good.size() - 1), inHeader(16, 200);
    std::uniform_int_distribution<int> anyByte(0, 255);
    for (int round = 0; round < 60; ++round) {
        QByteArray bad = good;
        for (int flip = 0; flip < 1 + round / 4; ++flip)
            bad[round % 3 == 0 ? inHeader(random) : anywhere(random)] = static_cast<char>(anyByte(random));
        writeFile(path("bad.interdict"), bad);
        readEverything(path("bad.interdict"));
        QFile::remove(path("bad.interdict"));
    }
    readEverything(copyShipped(m_folder->path()));
}

void TestOpening::cutOffFilesNeverCrash()
{
    const QByteArray good = fileBytes(QStringLiteral(":/data/starter.interdict"));
    for (qsizetype size = 0; size < good.size(); size += good.size() / 20 + 97) {
        writeFile(path("cut.interdict"), good.left(size));
        QVERIFY(!DataSet::open(path("cut.interdict")).has_value());
    }
}

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
