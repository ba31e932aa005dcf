// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the shipped data as files: every kind in every format, read back from disk; files that are no
// figures, or no longer.
#include "model/exchange/import/tablereader.h"
#include "tests/support/madefigure.h"
#include "tests/support/random.h"
#include "tests/support/shipped.h"

#include <QBuffer>
#include <QDir>
#include <QImageReader>
#include <QImageWriter>
#include <QTest>

using namespace interdict;
using namespace interdict::test;

namespace {

const QString deepSeek = QStringLiteral("platform:DeepSeek");

struct Case : Starter
{
    QString file(const QString& name) const { return out.filePath(name); }
    QStringList files() const { return QDir(out.path()).entryList(QDir::Files, QDir::Name); }
    Result<QStringList> write(const FigureSpec& spec, const QString& name)
    {
        return madeFigure(workspace, spec).and_then([&](const Figure& figure) {
            return writeFigure(figure, madeStamp(workspace, spec), *figureFormatOf(name), file(name));
        });
    }
    QTemporaryDir out;
};

QByteArray bytesOf(const QString& format, Case& made, const FigureSpec& spec)
{
    const auto figure = madeFigure(made.workspace, spec);
    FigureFileOptions options;
    options.dpi = 48; // small, so that many can be tried
    return figure ? figureBytes(*figure, madeStamp(made.workspace, spec), *figureFormatOf(u'.' + format),
                                options)
                        .value_or(QByteArray())
                  : QByteArray();
}

QString errorOf(const Result<FigureStamp>& read)
{
    return read ? QString() : read.error().message;
}

const QStringList carriers{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                           QStringLiteral("webp")};

void carrierRows()
{
    QTest::addColumn<QString>("ending");
    for (const QString& ending : carriers)
        QTest::newRow(qPrintable(ending)) << ending;
}

} // namespace

class FigureFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsFollowTheEnding_data();
    void formatsFollowTheEnding();
    void everyKindReadsBack_data();
    void everyKindReadsBack();
    void numbersReadBack_data();
    void numbersReadBack();
    void severalPagesBecomeSeveralFiles();
    void severalPagesComeAllOrNone();
    void replacesWholeOrNotAtAll();
    void tellsWhyItCannotWrite_data();
    void tellsWhyItCannotWrite();
    void equalInputGivesEqualBytes_data();
    void equalInputGivesEqualBytes();
    void mapOverTime();
    void foreignFilesAreNoFigures_data();
    void foreignFilesAreNoFigures();
    void tellsFiguresOfNewerPrograms();
    void cutFilesDoNoHarm_data();
    void cutFilesDoNoHarm();
    void flippedBitsDoNoHarm_data();
    void flippedBitsDoNoHarm();
    void hugeMetadataDoNoHarm();
};

void FigureFileTest::formatsFollowTheEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("svg") << QStringLiteral("/a.b/figure.svg") << int(FigureFormat::Svg);
    QTest::newRow("capitals") << QStringLiteral("FIGURE.PNG") << int(FigureFormat::Png);
    QTest::newRow("webp") << QStringLiteral("x.y.webp") << int(FigureFormat::WebP);
    QTest::newRow("none") << QStringLiteral("svg") << -1;
    QTest::newRow("unknown") << QStringLiteral("a.jpeg") << -1;
}

void FigureFileTest::formatsFollowTheEnding()
{
    QFETCH(QString, name);
    const auto format = figureFormatOf(name);
    QTEST(format ? int(*format) : -1, "format");
}

void FigureFileTest::everyKindReadsBack_data()
{
    QTest::addColumn<FigureKind>("kind");
    QTest::addColumn<QString>("ending");
    for (const KeyOf<FigureKind>& kind : figureKinds())
        for (const QString& ending : carriers)
            QTest::addRow("%s as %s", kind.key, qPrintable(ending)) << kind.value << ending;
}

void FigureFileTest::everyKindReadsBack()
{
    QFETCH(FigureKind, kind);
    QFETCH(QString, ending);
    Case made;
    made.filter(deepSeek);
    const FigureSpec spec = specOf(kind);
    const auto written = made.write(spec, QStringLiteral("figure.") + ending);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message + written.error().detail));
    QCOMPARE(*written, QStringList{made.file(QStringLiteral("figure.") + ending)});
    QCOMPARE(made.files().size(), 1); // nothing is left beside it
    const auto stamp = readFigureStamp(written->front());
    QVERIFY2(stamp, qPrintable(errorOf(stamp)));
    QVERIFY(*stamp == madeStamp(made.workspace, spec));
    QCOMPARE(stamp->spec.filter, deepSeek);
    if (ending == QLatin1String("png"))
        QCOMPARE(QImageReader(written->front()).size(), QSize(2246, 1588));
}

void FigureFileTest::numbersReadBack_data()
{
    QTest::addColumn<FigureKind>("kind");
    for (const KeyOf<FigureKind>& kind : figureKinds())
        QTest::newRow(kind.key) << kind.value;
}

void FigureFileTest::numbersReadBack()
{
    QFETCH(FigureKind, kind);
    Case made;
    made.filter(deepSeek);
    const FigureSpec spec = specOf(kind);
    const auto figure = madeFigure(made.workspace, spec);
    QVERIFY2(figure, figure ? "" : qPrintable(figure.error().message));
    const std::vector<NumberTable> tables = figure->numbers();
    QCOMPARE(tables.size(), std::size_t(1));
    for (const char* name : {"numbers.csv", "numbers.xlsx"}) {
        QVERIFY(made.write(spec, QLatin1String(name)));
        TableOptions options;
        options.headerRow = 1;
        const auto read = readTable(made.file(QLatin1String(name)), options);
        QVERIFY(read);
        const TableSheet& sheet = read->sheets.front();
        QCOMPARE(sheet.header, tables[0].headers);
        QCOMPARE(sheet.rows.size(), tables[0].rows.size());
        QVERIFY(!sheet.rows.empty());
    }
}

void FigureFileTest::severalPagesBecomeSeveralFiles()
{
    Case made;
    FigureSpec spec = specOf(FigureKind::Timeline, QStringLiteral("slide"));
    spec.extent = FigureExtent::All;
    const auto figure = madeFigure(made.workspace, spec);
    QVERIFY(figure);
    QVERIFY2(figure->pages() > 2, qPrintable(QString::number(figure->pages())));
    const FigureStamp stamp = madeStamp(made.workspace, spec);
    const auto written = writeFigure(*figure, stamp, FigureFormat::Svg, made.file(QStringLiteral("a.b.svg")));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->size(), figure->pages());
    QCOMPARE(made.files().size(), figure->pages());
    const int digits = int(QString::number(figure->pages()).size());
    QCOMPARE(made.files().front(), QStringLiteral("a.b-%1.svg").arg(1, digits, 10, QLatin1Char('0')));
    QCOMPARE(made.files().back(), QStringLiteral("a.b-%1.svg").arg(figure->pages()));
    for (const QString& name : *written)
        QVERIFY(readFigureStamp(name) == stamp);
    QVERIFY(fileBytes(written->at(0)) != fileBytes(written->at(1)));
    const auto pdf = writeFigure(*figure, stamp, FigureFormat::Pdf, made.file(QStringLiteral("a.pdf")));
    QCOMPARE(*pdf, QStringList{made.file(QStringLiteral("a.pdf"))});
}

// The second page's name is taken by a folder.
void FigureFileTest::severalPagesComeAllOrNone()
{
    Case made;
    FigureSpec spec = specOf(FigureKind::Timeline, QStringLiteral("slide"));
    spec.extent = FigureExtent::All;
    const auto figure = madeFigure(made.workspace, spec);
    QVERIFY(figure);
    const QStringList names =
        figureFileNames(made.file(QStringLiteral("x.svg")), FigureFormat::Svg, figure->pages());
    QVERIFY(QDir().mkdir(names[1]));
    writeFile(names[0], "as it was");
    const auto written = writeFigure(*figure, madeStamp(made.workspace, spec), FigureFormat::Svg,
                                     made.file(QStringLiteral("x.svg")));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(QDir::toNativeSeparators(names[1])),
             qPrintable(written.error().message));
    QCOMPARE(fileBytes(names[0]), QByteArray("as it was"));
    QCOMPARE(made.files(), QStringList{QFileInfo(names[0]).fileName()});
}

void FigureFileTest::replacesWholeOrNotAtAll()
{
    Case made;
    writeFile(made.file(QStringLiteral("f.svg")), "before");
    FigureSpec spec = specOf(FigureKind::Map);
    const auto figure = madeFigure(made.workspace, spec);
    QVERIFY(figure);
    FigureFileOptions options;
    options.dpi = 1e6;
    writeFile(made.file(QStringLiteral("f.png")), "before");
    QVERIFY(!writeFigure(*figure, madeStamp(made.workspace, spec), FigureFormat::Png,
                         made.file(QStringLiteral("f.png")), options));
    QCOMPARE(fileBytes(made.file(QStringLiteral("f.png"))), QByteArray("before"));
    QVERIFY(made.write(spec, QStringLiteral("f.svg")));
    QVERIFY(fileBytes(made.file(QStringLiteral("f.svg"))).startsWith("<?xml"));
}

void FigureFileTest::tellsWhyItCannotWrite_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("no folder") << QStringLiteral("none/f.svg") << QStringLiteral("there is no folder");
    QTest::newRow("a folder") << QStringLiteral("folder.svg") << QStringLiteral("is a folder");
}

void FigureFileTest::tellsWhyItCannotWrite()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    Case made;
    QVERIFY(QDir(made.out.path()).mkdir(QStringLiteral("folder.svg")));
    const auto written = made.write(specOf(FigureKind::Map), name);
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(words), qPrintable(written.error().message));
    QVERIFY(written.error().message.contains(QDir::toNativeSeparators(made.file(name))));
}

void FigureFileTest::equalInputGivesEqualBytes_data()
{
    QTest::addColumn<QString>("ending");
    for (const KeyOf<FigureFormat>& format : figureFormats())
        QTest::newRow(format.key) << QString::fromLatin1(format.key);
}

void FigureFileTest::equalInputGivesEqualBytes()
{
    QFETCH(QString, ending);
    Case first, second; // two copies of the data set at two places
    const FigureSpec spec = specOf(FigureKind::Timeline);
    const QByteArray bytes = bytesOf(ending, first, spec);
    QVERIFY(bytes.size() > 100);
    QVERIFY(bytes == bytesOf(ending, second, spec));
}

void FigureFileTest::mapOverTime()
{
    Case made;
    const FigureSpec spec = specOf(FigureKind::Map, QStringLiteral("slide"));
    const std::vector<Day> days{dayOf(2024, 6, 1), dayOf(2025, 3, 1), dayOf(2026, 6, 1)};
    FigureFrames frames;
    frames.count = int(days.size());
    frames.figure = [&](int frame) {
        made.workspace.setAsOf(days[std::size_t(frame)]);
        FigureSpec each = spec;
        each.asOf = days[std::size_t(frame)];
        return madeFigure(made.workspace, each, false);
    };
    int told = 0;
    frames.progress = [&told](double) { return ++told > 0; };
    FigureFileOptions options;
    options.dpi = 96;
    const FigureStamp stamp = madeStamp(made.workspace, spec);
    const QString path = made.file(QStringLiteral("map.webp"));
    const auto written = writeFigureAnimation(frames, stamp, path, options);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message + written.error().detail));
    QCOMPARE(told, 3);
    const QByteArray bytes = fileBytes(path);
    QCOMPARE(bytes.count("ANMF"), 3);
    QVERIFY2(bytes.size() < 1'000'000, qPrintable(QString::number(bytes.size())));
    QVERIFY(readFigureStamp(path) == stamp);
}

void FigureFileTest::foreignFilesAreNoFigures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QByteArray png;
    QBuffer buffer(&png);
    QImage(4, 4, QImage::Format_Mono).save(&buffer, "PNG");
    const QString notOurs = QStringLiteral("no figure made by Interdict");
    const QString noPicture = QStringLiteral("no PNG, SVG, PDF or WebP");
    QTest::newRow("png") << png << notOurs;
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << notOurs;
    QTest::newRow("broken xml") << QByteArray("<svg><a></svg>") << notOurs;
    QTest::newRow("pdf") << QByteArray("%PDF-1.4\n%%EOF") << notOurs;
    QTest::newRow("webp") << QByteArray("RIFF\4\0\0\0WEBP", 12) << notOurs;
    QTest::newRow("text") << QByteArray("figure") << noPicture;
    QTest::newRow("nothing") << QByteArray() << noPicture;
}

void FigureFileTest::foreignFilesAreNoFigures()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.any"));
    QVERIFY(errorOf(readFigureStamp(path)).contains(QStringLiteral("There is no file")));
    writeFile(path, bytes);
    const QString error = errorOf(readFigureStamp(path));
    QVERIFY2(error.contains(words), qPrintable(error));
    QVERIFY(error.contains(QDir::toNativeSeparators(path)));
}

void FigureFileTest::tellsFiguresOfNewerPrograms()
{
    Case made;
    QByteArray svg = bytesOf(QStringLiteral("svg"), made, specOf(FigureKind::Map));
    QVERIFY(svg.contains("&quot;format&quot;:1"));
    svg.replace("&quot;format&quot;:1", "&quot;format&quot;:99");
    const QString path = made.file(QStringLiteral("newer.svg"));
    writeFile(path, svg);
    const auto read = readFigureStamp(path);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::TooNew);
    QVERIFY(read.error().message.startsWith(QDir::toNativeSeparators(path)));
}

void FigureFileTest::cutFilesDoNoHarm_data()
{
    carrierRows();
}

// Whatever is cut off: either the stamp is whole, or it is told that it is not.
void FigureFileTest::cutFilesDoNoHarm()
{
    QFETCH(QString, ending);
    Case made;
    made.filter(deepSeek);
    const FigureSpec spec = specOf(FigureKind::Timeline);
    const FigureStamp stamp = madeStamp(made.workspace, spec);
    const QByteArray bytes = bytesOf(ending, made, spec);
    QVERIFY(!bytes.isEmpty());
    const QString path = made.file(QStringLiteral("cut.any"));
    int refused = 0;
    for (int part = 0; part < 40; ++part) {
        writeFile(path, bytes.left(bytes.size() * part / 40));
        const auto read = readFigureStamp(path);
        QVERIFY(!read || *read == stamp);
        refused += read ? 0 : 1;
    }
    QVERIFY(refused > 0);
}

void FigureFileTest::flippedBitsDoNoHarm_data()
{
    carrierRows();
}

void FigureFileTest::flippedBitsDoNoHarm()
{
    QFETCH(QString, ending);
    Case made;
    made.filter(deepSeek);
    const QByteArray bytes = bytesOf(ending, made, specOf(FigureKind::Timeline));
    QVERIFY(!bytes.isEmpty());
    const QString path = made.file(QStringLiteral("flipped.any"));
    quint32 state = 1;
    for (int round = 0; round < 40; ++round) {
        QByteArray flipped = bytes;
        for (int i = 0; i < 20; ++i) {
            state = state * 1664525 + 1013904223;
            const auto at = static_cast<qsizetype>(state >> 3) % flipped.size();
            flipped[at] = char(flipped[at] ^ (1 << (state & 7)));
        }
        writeFile(path, flipped);
        const auto read = readFigureStamp(path);
        QVERIFY(read || !read.error().message.isEmpty());
    }
}

void FigureFileTest::hugeMetadataDoNoHarm()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("huge.any"));
    // A text that unpacks to a thousand times its size.
    QByteArray png;
    QBuffer buffer(&png);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("interdict"), QString(16 << 20, u'a'));
    QVERIFY(writer.write(QImage(4, 4, QImage::Format_Mono)));
    QVERIFY(png.size() < 1 << 20);
    writeFile(path, png);
    QVERIFY(!readFigureStamp(path));
    // Entities that stand for ten others each.
    QByteArray svg = "<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 12; ++i)
        svg += "<!ENTITY a" + QByteArray::number(i) + " \"" +
               ("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    svg += "]><svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><f:figure "
           "xmlns:f=\"urn:interdict:figure\">&a11;</f:figure></metadata></svg>";
    writeFile(path, svg);
    QVERIFY(!readFigureStamp(path));
    writeFile(path, "<svg xmlns=\"http://www.w3.org/2000/svg\">" + QByteArray("<g>").repeated(1'000'000));
    QVERIFY(!readFigureStamp(path));
    QFile large(path);
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((qint64(256) << 20) + 1));
    large.close();
    QVERIFY(errorOf(readFigureStamp(path)).contains(QStringLiteral("larger than a figure")));
}

QTEST_MAIN(FigureFileTest)
#include "tst_figurefile.moc"
