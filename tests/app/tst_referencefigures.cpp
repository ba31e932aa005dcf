// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the shipped data on a fixed day, beside those that were accepted (tests/figures): where each
// thing stands as text, and of a few the pixels. A change is shown on a page in the build folder. Where a
// change is meant, ./dev figures accept takes the new ones.
#include "model/englishplurals.h"
#include "model/map/mapgeometry.h"
#include "tests/support/figurechanges.h"
#include "tests/support/starter.h"
#include "widgets/figure/figure.h"

#include <QFontDatabase>
#include <QPainter>
#include <QtTest>

using namespace interdict;

namespace {

// Text is as wide as its font makes it, so it has to be the same one everywhere.
const QString pinnedFont = QStringLiteral("Noto Sans");

struct Reference
{
    const char* name;
    const char* filter;
    void (*fill)(FigureSpec& spec);
    bool hasPicture = false;
};

void chart(FigureSpec& spec, ChartKind kind)
{
    spec.kind = FigureKind::Chart;
    spec.chart.kind = kind;
}

void map(FigureSpec& spec, MapMode mode = MapMode::StrictestInForce)
{
    spec.kind = FigureKind::Map;
    spec.mapMode = mode;
}

void page(FigureSpec& spec, const char* key)
{
    spec.page = QLatin1String(key);
}

const std::vector<Reference>& references()
{
    using Spec = FigureSpec;
    static const std::vector<Reference> all{
        {"timeline", "", [](Spec& spec) { page(spec, "a4-landscape"); }},
        {"timeline-column", "platform:DeepSeek country:IT,FR,US,KR", [](Spec& spec) { page(spec, "column"); },
         true},
        {"timeline-concerns-dark", "bloc:EU27",
         [](Spec& spec) {
             page(spec, "slide");
             spec.lanes = LaneBy::Concern;
             spec.colours = ColourBy::Status;
             spec.theme = FigureTheme::Dark;
         }},
        {"timeline-pages", "platform:TikTok",
         [](Spec& spec) {
             page(spec, "letter");
             spec.extent = FigureExtent::All;
         }},
        {"timeline-days", "country:US",
         [](Spec& spec) {
             page(spec, "two-columns");
             spec.extent = FigureExtent::Visible;
             spec.days = DayInterval{dayOf(2024, 12, 1), dayOf(2025, 6, 30)};
         }},
        {"map", "",
         [](Spec& spec) {
             map(spec);
             page(spec, "slide");
         }},
        {"map-column", "platform:DeepSeek",
         [](Spec& spec) {
             map(spec);
             page(spec, "column");
         },
         true},
        {"map-grey", "platform:DeepSeek",
         [](Spec& spec) {
             map(spec);
             spec.freeSize = QSizeF(480, 320);
             spec.theme = FigureTheme::Grey;
         },
         true},
        {"map-events-europe", "",
         [](Spec& spec) {
             map(spec, MapMode::Events);
             page(spec, "two-columns");
             spec.extent = FigureExtent::Visible;
             spec.box = GeoBox{-12, 34, 35, 62};
         }},
        {"map-first-dark", "concern:data_handling",
         [](Spec& spec) {
             map(spec, MapMode::FirstEvent);
             page(spec, "slide-4-3");
             spec.theme = FigureTheme::Dark;
         }},
        {"map-days", "platform:DeepSeek",
         [](Spec& spec) {
             map(spec);
             page(spec, "a4");
             spec.eachDay = {dayOf(2025, 1, 31), dayOf(2025, 2, 28), dayOf(2025, 6, 30), dayOf(2026, 6, 30)};
         }},
        {"over-time", "", [](Spec& spec) { chart(spec, ChartKind::OverTime); }},
        {"over-time-column", "platform:DeepSeek,TikTok",
         [](Spec& spec) {
             chart(spec, ChartKind::OverTime);
             page(spec, "column");
             spec.chart.split = Facet::Platform;
             spec.chart.bin = TimeBin::Quarter;
         },
         true},
        {"over-time-cumulative", "",
         [](Spec& spec) {
             chart(spec, ChartKind::OverTime);
             page(spec, "slide");
             spec.chart.split = Facet::Concern;
             spec.chart.cumulative = true;
         }},
        {"in-force", "", [](Spec& spec) { chart(spec, ChartKind::InForce); }},
        {"ranking", "",
         [](Spec& spec) {
             chart(spec, ChartKind::Ranking);
             spec.chart.by = Facet::Country;
             spec.chart.most = 12;
         }},
        {"diffusion", "",
         [](Spec& spec) {
             chart(spec, ChartKind::Diffusion);
             spec.theme = FigureTheme::Grey;
         }},
        {"durations", "", [](Spec& spec) { chart(spec, ChartKind::Durations); }},
        {"capability", "platform:DeepSeek", [](Spec& spec) { chart(spec, ChartKind::Capability); }},
        {"matrix", "", [](Spec& spec) { spec.kind = FigureKind::Matrix; }},
        {"matrix-strictest", "bloc:G7",
         [](Spec& spec) {
             spec.kind = FigureKind::Matrix;
             page(spec, "two-columns");
             spec.matrix.value = MatrixValue::Strictest;
             spec.matrix.order = MatrixOrder::Name;
         },
         true},
        {"table", "country:IT", [](Spec& spec) { spec.kind = FigureKind::Table; }},
        {"card", "",
         [](Spec& spec) {
             spec.kind = FigureKind::Card;
             spec.event = QStringLiteral("it-garante-deepseek-block-2025");
             page(spec, "column");
         },
         true},
        {"panels", "",
         [](Spec& spec) {
             page(spec, "a4");
             spec.each = Facet::Platform;
             spec.panels = 4;
         }},
        {"bare", "country:FR",
         [](Spec& spec) {
             spec.freeSize = QSizeF(400, 260);
             spec.title =
                 QStringLiteral("A title that is long enough to need more than one line of this figure");
             spec.subtitle = QString();
             spec.caption = QStringLiteral("A caption");
             spec.showLegend = spec.showSource = false;
         },
         true},
    };
    return all;
}

QString storedPath(const char* name, const char* ending)
{
    return QStringLiteral(INTERDICT_SOURCE_DIR "/tests/figures/%1.%2")
        .arg(QLatin1String(name), QLatin1String(ending));
}

QString storedText(const char* name)
{
    QFile file(storedPath(name, "txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QImage drawn(const Figure& figure)
{
    QImage picture(figure.size().toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    figure.paint(painter, 0);
    return picture;
}

} // namespace

class ReferenceFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAsAccepted_data();
    void isAsAccepted();
    void noneIsLeftOver();
    void cleanupTestCase();
    void tellsSmallChanges();

private:
    Result<Figure> made(const Reference& reference);
    void accept(const Reference& reference, const QString& text, const QImage& picture);

    const bool m_accepts = qEnvironmentVariableIsSet("INTERDICT_ACCEPT_FIGURES");
    ChangesPage m_page{QStringLiteral(INTERDICT_BIN_DIR "/../figures")};
    test::Starter m_starter;
    MapGeometry m_geometry;
};

void ReferenceFiguresTest::initTestCase()
{
    QCoreApplication::installTranslator(new EnglishPlurals(qApp));
    QVERIFY2(QFontDatabase::families().contains(pinnedFont), "install fonts-noto-core");
    auto geometry = MapGeometry::shipped();
    QVERIFY(geometry.has_value());
    m_geometry = std::move(*geometry);
}

Result<Figure> ReferenceFiguresTest::made(const Reference& reference)
{
    FigureSpec spec;
    spec.font = pinnedFont;
    reference.fill(spec);
    spec.filter = QLatin1String(reference.filter);
    m_starter.filter(spec.filter);
    return Figure::make(m_starter.workspace, m_geometry, spec, true);
}

void ReferenceFiguresTest::isAsAccepted_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < references().size(); ++i)
        QTest::newRow(references()[i].name) << static_cast<int>(i);
}

void ReferenceFiguresTest::isAsAccepted()
{
    QFETCH(int, index);
    const Reference& reference = references()[static_cast<std::size_t>(index)];
    const auto figure = made(reference);
    QVERIFY2(figure.has_value(), figure ? "" : qPrintable(figure.error().message));
    const QString text = figure->toText();
    QVERIFY(text.count(u'\n') > 3);
    const QImage after = drawn(*figure);
    if (m_accepts)
        return accept(reference, text, reference.hasPicture ? after : QImage());
    const QString accepted = storedText(reference.name);
    const QImage before = reference.hasPicture ? QImage(storedPath(reference.name, "png")) : QImage();
    const PictureDifference difference =
        reference.hasPicture ? differenceOf(before, after) : PictureDifference();
    if (text == accepted && !difference.isChange)
        return;
    m_page.add(QLatin1String(reference.name), before, after, difference.picture,
               changedLines(accepted, text));
    QFAIL(qPrintable(
        QStringLiteral("%1 is drawn otherwise (%2 pixels): look at %3, then ./dev figures accept if it "
                       "is meant\n%4")
            .arg(QLatin1String(reference.name))
            .arg(difference.count)
            .arg(QDir::cleanPath(m_page.path()), changedLines(accepted, text).left(1500))));
}

void ReferenceFiguresTest::accept(const Reference& reference, const QString& text, const QImage& picture)
{
    QDir().mkpath(QStringLiteral(INTERDICT_SOURCE_DIR "/tests/figures"));
    QFile file(storedPath(reference.name, "txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = text.toUtf8();
    QCOMPARE(file.write(bytes), bytes.size());
    // A picture that has not changed stays as it is, byte for byte.
    const QImage before(storedPath(reference.name, "png"));
    if (!picture.isNull() && (before.isNull() || differenceOf(before, picture).count > 0))
        QVERIFY(picture.convertToFormat(QImage::Format_RGB888).save(storedPath(reference.name, "png")));
}

// A reference that no figure is compared with says nothing.
void ReferenceFiguresTest::noneIsLeftOver()
{
    QStringList known;
    for (const Reference& reference : references()) {
        known << QLatin1String(reference.name) + QStringLiteral(".txt");
        if (reference.hasPicture)
            known << QLatin1String(reference.name) + QStringLiteral(".png");
    }
    known.sort();
    QDir folder(QStringLiteral(INTERDICT_SOURCE_DIR "/tests/figures"));
    const QStringList there = folder.entryList(QDir::Files, QDir::Name);
    for (const QString& file : there)
        if (m_accepts && !known.contains(file))
            QVERIFY(folder.remove(file));
    QStringList left = folder.entryList(QDir::Files, QDir::Name);
    left.sort();
    QCOMPARE(left, known);
}

void ReferenceFiguresTest::cleanupTestCase()
{
    if (!m_page.names().isEmpty())
        qInfo("%lld figures are drawn otherwise: %s", static_cast<long long>(m_page.names().size()),
              qPrintable(m_page.names().join(QStringLiteral(", "))));
}

// The comparison itself: a mark that moves by a pixel is seen, another rounding of edges is not.
void ReferenceFiguresTest::tellsSmallChanges()
{
    QImage before(300, 200, QImage::Format_RGB32);
    before.fill(Qt::white);
    QImage rounded = before;
    rounded.fill(qRgb(254, 255, 253));
    QVERIFY(!differenceOf(before, rounded).isChange);
    QImage moved = before;
    QPainter painter(&before);
    painter.fillRect(100, 100, 8, 8, Qt::black);
    painter.end();
    painter.begin(&moved);
    painter.fillRect(101, 100, 8, 8, Qt::black);
    painter.end();
    QCOMPARE(differenceOf(before, moved).count, 16);
    QVERIFY(differenceOf(before, moved).isChange);
    QVERIFY(differenceOf(before, moved.copy(0, 0, 300, 199)).isChange);
    QCOMPARE(changedLines(QStringLiteral("a\nb\nc"), QStringLiteral("a\nx\nc\nd")),
             QStringLiteral("- b\n+ x\n+ d\n"));
}

QTEST_MAIN(ReferenceFiguresTest)
#include "tst_referencefigures.moc"
