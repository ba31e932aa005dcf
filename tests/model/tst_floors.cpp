// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The house has three floors and arrows only go down: reads every include and the libraries that each floor
// links.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

class FloorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includes_data();
    void includes();
    void modelLinksNoScreen();
    void everySourceNamesItsLicence();
    void detectsAnUpwardArrow();
};

namespace {

const QString root = QStringLiteral(INTERDICT_SOURCE_DIR);

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesIn(const QString& folder)
{
    QStringList files;
    QDirIterator it(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    return files;
}

QStringList includesOf(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"][^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList names;
    for (const auto& match : include.globalMatch(text))
        names << match.captured(1); // with the opening < or "
    return names;
}

// Includes that go against `forbidden`, a pattern on the name with its opening sign.
QStringList against(const QStringList& includes, const QString& forbidden)
{
    return includes.filter(QRegularExpression(forbidden));
}

} // namespace

void FloorsTest::includes_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");

    // Qt Gui's and Qt Widgets' headers by name; the model may use Qt Core alone.
    QTest::newRow("model knows no screen")
        << "model"
        << "^\"(widgets|app)/"
           "|^<(QtGui|QtWidgets|QtCharts|QtSvg|QWidget|QPaint|QPixmap|QImage|QColor|QIcon|QFont|"
           "QPalette|QPolygon|QTransform|QPen|QBrush|QGui|QApplication|QUndo|QAction|QValidator|"
           "QTextDocument)";
    QTest::newRow("widgets know no SQL and nothing above") << "widgets"
                                                           << "^\"app/|sqlite3\\.h|SQLiteCpp|^<QtSql|^<QSql";
    QTest::newRow("app knows no SQL") << "app"
                                      << "sqlite3\\.h|SQLiteCpp|^<QtSql|^<QSql";
    QTest::newRow("values know no store") << "model/event"
                                          << "^\"model/(?!event/|error)";
    QTest::newRow("vocabulary stands on values") << "model/vocabulary"
                                                 << "^\"model/(?!event/|vocabulary/|error)";
    QTest::newRow("exploring reads columns, not the disk") << "model/explore"
                                                           << "^\"model/(store|exchange|workspace)";
}

void FloorsTest::includes()
{
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    const QStringList files = sourcesIn(folder);
    QVERIFY2(!files.isEmpty(), qPrintable(folder));
    for (const QString& file : files) {
        const QStringList wrong = against(includesOf(read(file)), forbidden);
        QVERIFY2(wrong.isEmpty(), qPrintable(file + QStringLiteral(" includes ") + wrong.join(u' ')));
    }
}

void FloorsTest::modelLinksNoScreen()
{
    const QString cmake = read(root + QStringLiteral("/model/CMakeLists.txt"));
    QVERIFY(cmake.contains(QStringLiteral("Qt6::Core")));
    for (const char* library : {"Qt6::Gui", "Qt6::Widgets", "Qt6::Svg", "interdict_widgets", "interdict_app"})
        QVERIFY2(!cmake.contains(QLatin1String(library)), library);
    QVERIFY(
        !read(root + QStringLiteral("/widgets/CMakeLists.txt")).contains(QStringLiteral("interdict_app")));
}

void FloorsTest::everySourceNamesItsLicence()
{
    for (const char* folder : {"model", "widgets", "app", "tests"})
        for (const QString& file : sourcesIn(QLatin1String(folder)))
            QVERIFY2(
                read(file).left(200).contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")),
                qPrintable(file));
}

void FloorsTest::detectsAnUpwardArrow()
{
    const QStringList includes =
        includesOf(QStringLiteral("#include <QColor>\n  # include \"app/main.h\"\nint x;\n"));
    QCOMPARE(includes, (QStringList{QStringLiteral("<QColor"), QStringLiteral("\"app/main.h")}));
    QCOMPARE(against(includes, QStringLiteral("^\"app/")), QStringList{QStringLiteral("\"app/main.h")});
}

QTEST_GUILESS_MAIN(FloorsTest)
#include "tst_floors.moc"
