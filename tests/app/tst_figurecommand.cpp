// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict figure, run as a shell runs it: what it writes, says and returns.
#include "tests/support/atshell.h"

#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

using namespace interdict;

namespace {

// The data set and the day, so that equal orders give equal bytes.
const QString fixed = QStringLiteral(" --data record.interdict --date 2026-11-24");

QString textOf(const QByteArray& svg)
{
    QString text;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            text += xml.readElementText(QXmlStreamReader::IncludeChildElements) + u'\n';
    return xml.hasError() ? xml.errorString() : text;
}

} // namespace

class FigureCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryFormat_data();
    void writesEveryFormat();
    void equalOrdersGiveEqualBytes_data();
    void equalOrdersGiveEqualBytes();
    void standardOutputIsTheFile_data();
    void standardOutputIsTheFile();
    void rowsAreThoseOfTheFilter_data();
    void rowsAreThoseOfTheFilter();
    void takesTitlesAndSizes();
    void dpiIsThePicturesSize();
    void severalPagesAreNamed();
    void likeMakesTheSameAgain();
    void specIsSavedChangedAndReused();
    void framesEndOnTheDay();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    AtShellOutcome figure(const QString& arguments) const
    {
        return m_shell.line(QStringLiteral("interdict figure ") + arguments + fixed);
    }

    AtShell m_shell;
};

void FigureCommandTest::writesEveryFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("svg") << "f.svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << "f.pdf" << QByteArray("%PDF-");
    QTest::newRow("png") << "f.png" << QByteArray("\x89PNG");
    QTest::newRow("csv") << "f.csv" << QByteArray();
    QTest::newRow("xlsx") << "f.xlsx" << QByteArray("PK");
    QTest::newRow("in capitals") << "f.PNG" << QByteArray("\x89PNG");
}

void FigureCommandTest::writesEveryFormat()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    const auto outcome = figure(QStringLiteral("map --dpi 96 -o ") + file);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.code, 0);
    const QByteArray bytes = m_shell.read(file.toUtf8());
    QVERIFY(bytes.size() > 200);
    QVERIFY(bytes.startsWith(begins));
}

void FigureCommandTest::equalOrdersGiveEqualBytes_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"svg", "pdf", "png", "csv", "xlsx"})
        QTest::newRow(format) << format;
}

void FigureCommandTest::equalOrdersGiveEqualBytes()
{
    QFETCH(QString, format);
    const QString order = QStringLiteral("table --dpi 96 --filter country:IT -o %1.") + format;
    QCOMPARE(figure(order.arg(QStringLiteral("a"))).code, 0);
    const QByteArray first = m_shell.read(("a." + format).toUtf8());
    QVERIFY(!first.isEmpty());
    for (int run = 0; run < 4; ++run) { // what hangs on a seed comes out otherwise in one of two runs
        QCOMPARE(figure(order.arg(QStringLiteral("b"))).code, 0);
        QCOMPARE(m_shell.read(("b." + format).toUtf8()), first);
    }
}

void FigureCommandTest::standardOutputIsTheFile_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"svg", "pdf", "png", "csv", "xlsx"})
        QTest::newRow(format) << format;
}

void FigureCommandTest::standardOutputIsTheFile()
{
    QFETCH(QString, format);
    const QString order = QStringLiteral("table --dpi 96 --filter country:IT");
    const auto printed = figure(order + QStringLiteral(" -o - --format ") + format);
    QCOMPARE(printed.err, QByteArray());
    QCOMPARE(figure(order + QStringLiteral(" -o t.") + format).code, 0);
    QVERIFY(!printed.out.isEmpty());
    QCOMPARE(printed.out, m_shell.read(("t." + format).toUtf8()));
}

void FigureCommandTest::rowsAreThoseOfTheFilter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("everything") << "''";
    QTest::newRow("a country") << "country:IT";
    QTest::newRow("two conditions") << "'platform:DeepSeek inforce:2025-06-30'";
}

void FigureCommandTest::rowsAreThoseOfTheFilter()
{
    QFETCH(QString, filter);
    const auto counted =
        m_shell.line(QStringLiteral("interdict query --count --data record.interdict --filter ") + filter);
    QCOMPARE(counted.code, 0);
    const auto printed = figure(QStringLiteral("table --extent all -o - --format csv --filter ") + filter);
    QCOMPARE(printed.code, 0);
    QVERIFY(m_shell.write("rows.csv", printed.out));
    // Counted by another reader of CSV, since cells may hold line ends.
    const auto rows = m_shell.line(QStringLiteral(
        "python3 -c 'import csv; print(len(list(csv.reader(open(\"rows.csv\", newline=\"\")))) - 1)'"));
    QCOMPARE(rows.out, counted.out);
}

void FigureCommandTest::takesTitlesAndSizes()
{
    const auto outcome =
        figure(QStringLiteral("timeline --filter country:IT -o t.svg --size 178x120mm --title 'One & two' "
                              "--subtitle '' --caption 'Below' --no-source --theme grey --font-size 8"));
    QCOMPARE(outcome.err, QByteArray());
    const QByteArray svg = m_shell.read("t.svg");
    const QString text = textOf(svg);
    QVERIFY2(text.contains(QLatin1String("One & two")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Below")));
    QVERIFY(!text.contains(QLatin1String("AI platform restrictions")));
    QXmlStreamReader xml(svg);
    QVERIFY(xml.readNextStartElement());
    const QStringList box = xml.attributes().value(QLatin1String("viewBox")).toString().split(u' ');
    QCOMPARE(box.size(), 4);
    QVERIFY(std::abs(box[2].toDouble() - 178 / 25.4 * 96) < 1);
    QVERIFY(std::abs(box[3].toDouble() - 120 / 25.4 * 96) < 1);
}

void FigureCommandTest::dpiIsThePicturesSize()
{
    QCOMPARE(figure(QStringLiteral("map -o one.png --size 800x450 --dpi 96")).code, 0);
    QCOMPARE(figure(QStringLiteral("map -o two.png --size 800x450 --dpi 192 --transparent")).code, 0);
    const QImage one(m_shell.path("one.png"));
    const QImage two(m_shell.path("two.png"));
    QCOMPARE(one.size(), QSize(800, 450));
    QCOMPARE(two.size(), QSize(1600, 900));
    QCOMPARE(qRound(two.dotsPerMeterX() * 0.0254), 192);
    QCOMPARE(one.pixelColor(2, 2).alpha(), 255);
    QCOMPARE(two.pixelColor(2, 2).alpha(), 0);
}

void FigureCommandTest::severalPagesAreNamed()
{
    const auto outcome = figure(QStringLiteral("table --extent all --size a4 -o pages.svg"));
    QCOMPARE(outcome.code, 0);
    const QList<QByteArray> names = outcome.out.trimmed().split('\n');
    QVERIFY(names.size() > 3);
    QVERIFY2(names.front() == "pages-1.svg" || names.front() == "pages-01.svg", outcome.out.constData());
    for (const QByteArray& name : names)
        QVERIFY2(m_shell.read(name).startsWith("<?xml"), name.constData());
    const auto printed = figure(QStringLiteral("table --extent all --size a4 -o - --format svg"));
    QCOMPARE(printed.code, 2);
    QVERIFY2(printed.err.contains("--format pdf"), printed.err.constData());
}

void FigureCommandTest::likeMakesTheSameAgain()
{
    for (const char* ending : {"svg", "pdf", "png"}) {
        const QString name = QLatin1String(ending);
        const auto first =
            figure(QStringLiteral("timeline --filter 'platform:TikTok status:lifted' --lanes concern "
                                  "--size column --theme dark --dpi 96 -o first.") +
                   name);
        QCOMPARE(first.err, QByteArray());
        QCOMPARE(figure(QStringLiteral("--like first.%1 --dpi 96 -o again.%1").arg(name)).err, QByteArray());
        QCOMPARE(m_shell.read(("again." + name).toUtf8()), m_shell.read(("first." + name).toUtf8()));
    }
    QCOMPARE(figure(QStringLiteral("--like first.svg --theme print -o printed.svg")).code, 0);
    QVERIFY(m_shell.read("printed.svg") != m_shell.read("first.svg"));
}

void FigureCommandTest::specIsSavedChangedAndReused()
{
    QCOMPARE(figure(QStringLiteral("map --filter bloc:G7 --map events -o s.svg --save-spec s.json")).code, 0);
    auto spec = QJsonDocument::fromJson(m_shell.read("s.json")).object();
    QCOMPARE(spec.value(QLatin1String("filter")).toString(), QStringLiteral("bloc:G7"));
    QCOMPARE(spec.value(QLatin1String("map")).toString(), QStringLiteral("events"));
    QCOMPARE(figure(QStringLiteral("--spec s.json -o again.svg")).err, QByteArray());
    QCOMPARE(m_shell.read("again.svg"), m_shell.read("s.svg"));
    spec[QStringLiteral("map")] = QStringLiteral("first");
    QVERIFY(m_shell.write("s.json", QJsonDocument(spec).toJson()));
    QCOMPARE(figure(QStringLiteral("--spec s.json -o first.svg")).code, 0);
    QVERIFY(m_shell.read("first.svg") != m_shell.read("s.svg"));
}

void FigureCommandTest::framesEndOnTheDay()
{
    const auto outcome = figure(
        QStringLiteral("map -o m.webp --filter platform:DeepSeek --frames quarter --size 480x270 --dpi 96"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    const QByteArray bytes = m_shell.read("m.webp");
    QVERIFY(bytes.startsWith("RIFF"));
    QVERIFY(bytes.contains("ANIM"));
}

void FigureCommandTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message"); // a part of it

    QTest::newRow("no kind") << "-o x.svg" << 2 << "interdict figure map";
    QTest::newRow("no such kind") << "pie -o x.svg" << 2 << "chart:over-time";
    QTest::newRow("a chart without its kind") << "chart -o x.svg" << 2 << "chart:over-time";
    QTest::newRow("a kind of another") << "map:over-time -o x.svg" << 2 << "map:over-time";
    QTest::newRow("no output") << "map" << 2 << "--output";
    QTest::newRow("no known ending") << "map -o x.gif" << 2 << ".svg";
    QTest::newRow("no format to print") << "map -o -" << 2 << "--format svg";
    QTest::newRow("a choice of another kind")
        << "timeline -o x.svg --map events" << 2 << "--map says nothing of timeline. It is for: map";
    QTest::newRow("a choice of other charts")
        << "chart:ranking -o x.svg --bin day" << 2
        << "--bin says nothing of chart:ranking. It is for: chart:over-time";
    QTest::newRow("a choice that another takes away")
        << "chart:ranking -o x.svg --count jurisdictions --split concern" << 2
        << "--split says nothing of chart:ranking";
    QTest::newRow("a choice of charts for a map")
        << "map -o x.svg --by concern" << 2 << "It is for: chart:ranking, chart:diffusion";
    QTest::newRow("a facet of other charts")
        << "chart:diffusion -o x.svg --by country" << 2 << "platform, concern, developer, measure only";
    QTest::newRow("a bad size") << "map -o x.svg --size 12" << 2 << "two-columns";
    QTest::newRow("a size too small") << "map -o x.svg --size 20x20" << 2 << "178x120mm";
    QTest::newRow("a bad theme") << "map -o x.svg --theme blue" << 2 << "grey";
    QTest::newRow("a bad facet") << "matrix -o x.svg --rows colour" << 2 << "platform";
    QTest::newRow("no facet to do without") << "matrix -o x.svg --rows none" << 2 << "none";
    QTest::newRow("a bad day") << "map -o x.svg --as-of 2025-02-30" << 2 << "2025-02-30";
    QTest::newRow("bad days") << "timeline -o x.svg --days 2025..2024" << 2 << "2025-01..2025-06";
    QTest::newRow("a bad box") << "map -o x.svg --box 10,20,5,30" << 2 << "WEST,SOUTH,EAST,NORTH";
    QTest::newRow("a bad filter") << "map -o x.svg --filter country:Atlantis" << 2 << "olumn 9";
    QTest::newRow("nothing to show") << "map -o x.svg --filter country:AQ" << 2 << "o event passes";
    QTest::newRow("frames of a timeline") << "timeline -o x.webp" << 2 << "only a map";
    QTest::newRow("both beginnings") << "--like a.svg --spec b.json -o x.svg" << 2 << "--like";
    QTest::newRow("no such event") << "card --event nowhere -o x.svg" << 1 << "nowhere";
    QTest::newRow("a card of nothing") << "card -o x.svg" << 2 << "--event";
    QTest::newRow("no such folder") << "map -o no/such/x.svg" << 1 << "no/such";
    QTest::newRow("the data set itself") << "map --format svg -o record.interdict" << 2 << "data set itself";
    QTest::newRow("like no figure") << "--like record.interdict -o x.svg" << 1 << "record.interdict";
    QTest::newRow("like nothing") << "--like nothing.svg -o x.svg" << 1 << "nothing.svg";
    QTest::newRow("a spec that is none") << "--spec none.json -o x.svg" << 1 << "none.json";
    QTest::newRow("a spec with a wrong name") << "--spec wrong.json -o x.svg" << 1 << "\"chart.bim\"";
}

void FigureCommandTest::saysWhatIsWrong()
{
    QFETCH(QString, command);
    QFETCH(QString, message);
    QVERIFY(m_shell.write("none.json", "[1, 2"));
    QVERIFY(m_shell.write("wrong.json", R"({"kind": "map", "chart": {"bim": "day"}})"));
    const auto outcome = figure(command);
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message.toUtf8()), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(m_shell.path("x.svg")));
}

QTEST_MAIN(FigureCommandTest)
#include "tst_figurecommand.moc"
