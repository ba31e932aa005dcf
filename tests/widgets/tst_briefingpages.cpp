// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing on paper: how strips are divided into pages, and that no page of the shipped record breaks a
// rule.
#include "model/englishplurals.h"
#include "model/map/mapgeometry.h"
#include "tests/support/starter.h"
#include "widgets/briefing/briefingpages.h"
#include "widgets/briefing/pagestrips.h"
#include "widgets/figure/figurefonts.h"

#include <QImage>
#include <QTest>

namespace interdict {

using test::fixedToday;
using test::Starter;
using Strips = std::vector<PageStrip>;

namespace {

QString toText(const std::vector<PlacedPage>& pages)
{
    QStringList texts;
    for (const PlacedPage& page : pages) {
        QStringList strips;
        for (const PlacedStrip& placed : page)
            strips << QStringLiteral("%1@%2").arg(placed.strip).arg(placed.y);
        texts << strips.join(u' ');
    }
    return texts.join(QStringLiteral(" | "));
}

Briefing briefingOf(Starter& starter, const QString& filter)
{
    starter.filter(filter);
    return makeBriefing(starter.workspace, {{}, fixedToday, QStringLiteral("interdict")}).value();
}

} // namespace

class tst_BriefingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strips_data();
    void strips();
    void pagesKeepTheirRules_data();
    void pagesKeepTheirRules();
    void everyWordIsOnAPage();
    void longCellGoesOn();
    void pageIsDrawn();
    void pdfIsTheSameTwice();
    void citationsLeadToTheirSources();
    void unknownPaperIsRefused();

private:
    BriefingPictures pictures(Starter& starter, const QString& page);
    EnglishPlurals m_plurals;
    MapGeometry m_geometry;
};

void tst_BriefingPages::initTestCase()
{
    QCoreApplication::installTranslator(&m_plurals);
    auto geometry = MapGeometry::shipped();
    QVERIFY(geometry);
    m_geometry = std::move(*geometry);
}

BriefingPictures tst_BriefingPages::pictures(Starter& starter, const QString& page)
{
    auto made = BriefingPictures::make(starter.workspace, m_geometry, BriefingPages::textWidth(page),
                                       FigureTheme::Print, true);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return std::move(*made);
}

void tst_BriefingPages::strips_data()
{
    QTest::addColumn<Strips>("strips");
    QTest::addColumn<QString>("pages");

    QTest::newRow("none") << Strips{} << "";
    QTest::newRow("one page") << Strips{{10, 40}, {10, 40}} << "0@0 1@50";
    QTest::newRow("space is dropped at the top") << Strips{{0, 60}, {20, 40}} << "0@0 | 1@0";
    QTest::newRow("a heading goes along") << Strips{{0, 70}, {0, 20, true}, {0, 30}} << "0@0 | 1@0 2@20";
    QTest::newRow("a chain goes along")
        << Strips{{0, 50}, {0, 10, true}, {0, 10, true}, {0, 40}} << "0@0 | 1@0 2@10 3@20";
    QTest::newRow("the head is repeated")
        << Strips{{0, 10, true}, {0, 50, false, 0}, {0, 50, false, 0}, {0, 50, false, 0}}
        << "0@0 1@10 | 0@0 2@10 | 0@0 3@10";
    QTest::newRow("not after the table")
        << Strips{{0, 10, true}, {0, 80, false, 0}, {0, 30}} << "0@0 1@10 | 2@0";
    QTest::newRow("a chain higher than a page is divided")
        << Strips{{0, 60, true}, {0, 60, true}, {0, 60}} << "0@0 | 1@0 | 2@0";
    QTest::newRow("what is higher than a page stands alone")
        << Strips{{0, 20}, {0, 150}, {0, 20}} << "0@0 | 1@0 | 2@0";
}

void tst_BriefingPages::strips()
{
    QFETCH(Strips, strips);
    QTEST(toText(paginate(strips, 100)), "pages");
}

void tst_BriefingPages::pagesKeepTheirRules_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("paper");
    for (const char* paper : {"a4", "letter"})
        for (const char* filter : {"country:IT", "platform:DeepSeek", "bloc:EU27", "", "country:XK",
                                   "platform:Replika status:superseded"})
            QTest::addRow("%s, %s", filter, paper) << filter << paper;
}

void tst_BriefingPages::pagesKeepTheirRules()
{
    QFETCH(QString, filter);
    QFETCH(QString, paper);
    Starter starter;
    const Briefing briefing = briefingOf(starter, filter);
    const double width = BriefingPages::textWidth(paper);
    constexpr double room = 900;
    const BriefingPictures shown = pictures(starter, paper);
    const auto strips = stripsOf(briefing, shown, figureFont({}, 10), Theme::print(), width, room);
    std::vector<PageStrip> sizes;
    for (const StripContent& content : strips) {
        QVERIFY2(content.right() <= width + 0.5, qPrintable(content.text())); // nothing beyond the right edge
        for (const StripLine& line : content.lines)
            QVERIFY2(line.baseline.y() <= content.strip.height, qPrintable(content.text()));
        for (const auto& [kind, rect] : content.pictures)
            QVERIFY(rect.height() <= room);
        sizes.push_back(content.strip);
    }
    const auto pages = paginate(sizes, room);
    int next = 0;
    for (const PlacedPage& page : pages) {
        QVERIFY(!page.empty());
        for (const PlacedStrip& placed : page) {
            const PageStrip& strip = sizes[static_cast<std::size_t>(placed.strip)];
            QVERIFY(placed.y >= 0 && placed.y + strip.height <= room);
            if (placed.strip == next)
                ++next; // else a head that is repeated
            else
                QCOMPARE(placed.strip, sizes[static_cast<std::size_t>(page[1].strip)].head);
        }
        if (&page != &pages.back()) // no heading, head row, picture or first line ends a page
            QVERIFY2(!sizes[static_cast<std::size_t>(page.back().strip)].keepsNext,
                     qPrintable(strips[static_cast<std::size_t>(page.back().strip)].text()));
    }
    QCOMPARE(next, static_cast<int>(strips.size()));
}

void tst_BriefingPages::everyWordIsOnAPage()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:IT"));
    const auto pages =
        BriefingPages::make(briefing, pictures(starter, QStringLiteral("a4")), QStringLiteral("a4")).value();
    const QString text = pages.toText();
    for (const BriefingSection& section : briefing.sections)
        QVERIFY2(text.contains(section.title), qPrintable(section.title));
    QCOMPARE(text.count(QStringLiteral("[picture]")), 2);
    QVERIFY(text.contains(QStringLiteral("Order no. 574 of 1 October 2025, announced on 3 October.")));
    QVERIFY(text.count(QStringLiteral("Date | Act | Measure | Status")) >= 2); // repeated on the next page
    QVERIFY(pages.pages() < 12);
}

// A row that no page holds is divided, line by line, and keeps its head row.
void tst_BriefingPages::longCellGoesOn()
{
    Briefing briefing;
    briefing.title = QStringLiteral("Long");
    BriefingTable table{QStringLiteral("rows"), {QStringLiteral("Head")}, {100}, {}};
    table.rows.push_back({MeasureClass::Advice, {{{QStringLiteral("word ").repeated(6000)}}}});
    briefing.sections.push_back({BriefingPart::Table, QStringLiteral("All acts"), {table}});
    const auto pages = BriefingPages::make(briefing, {}, QStringLiteral("a4")).value();
    QVERIFY(pages.pages() > 4);
    QCOMPARE(pages.toText().count(QStringLiteral("Head\n")), pages.pages());
    QCOMPARE(pages.toText().count(QStringLiteral("word")), 6000);
}

void tst_BriefingPages::pageIsDrawn()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:IT"));
    const auto pages =
        BriefingPages::make(briefing, pictures(starter, QStringLiteral("letter")), QStringLiteral("letter"))
            .value();
    QCOMPARE(pages.size(), QSizeF(816, 1056));
    for (int page = 0; page < pages.pages(); ++page) {
        QImage image(pages.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        pages.paint(painter, page);
        painter.end();
        int ink = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                QVERIFY(colour != Qt::red); // the ground is whole
                ink += colour.lightness() < 128 ? 1 : 0;
                if (x < 40 || x >= image.width() - 40 || y < 30 || y >= image.height() - 30)
                    QCOMPARE(colour.rgb(), qRgb(255, 255, 255)); // margins are empty
            }
        QVERIFY(ink > 500);
    }
}

void tst_BriefingPages::pdfIsTheSameTwice()
{
    const auto bytes = [this] {
        Starter starter;
        const Briefing briefing = briefingOf(starter, QStringLiteral("country:IT"));
        const auto pages =
            BriefingPages::make(briefing, pictures(starter, QStringLiteral("a4")), QStringLiteral("a4"))
                .value();
        return briefingToPdf(
                   pages,
                   {briefing.title, {}, briefing.language, QStringLiteral("interdict"), fixedToday, {}})
            .value();
    };
    const QByteArray first = bytes();
    QVERIFY(first.startsWith("%PDF-"));
    QCOMPARE(bytes(), first);
}

void tst_BriefingPages::citationsLeadToTheirSources()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:IT"));
    const auto pages =
        BriefingPages::make(briefing, pictures(starter, QStringLiteral("a4")), QStringLiteral("a4")).value();
    const auto bookmarks = pages.bookmarks();
    QStringList titles;
    for (const PdfBookmark& bookmark : bookmarks)
        if (bookmark.level == 0)
            titles << bookmark.title;
    QStringList sections;
    for (const BriefingSection& section : briefing.sections)
        sections << section.title;
    QCOMPARE(titles, sections);
    const auto at = std::find_if(bookmarks.begin(), bookmarks.end(), [](const PdfBookmark& mark) {
        return mark.title == QLatin1String("Sources");
    });
    QVERIFY(at != bookmarks.end());
    const auto links = pages.links();
    QVERIFY(links.size() > 100); // most acts are told several times
    for (const PdfLink& link : links) {
        QVERIFY(link.to.page > at->to.page || (link.to.page == at->to.page && link.to.y > at->to.y));
        QVERIFY(QRectF({}, pages.size()).contains(link.rect));
        QVERIFY(link.rect.width() > 1 && link.rect.width() < 30 && link.rect.height() > 3);
    }
}

void tst_BriefingPages::unknownPaperIsRefused()
{
    const auto pages = BriefingPages::make({}, {}, QStringLiteral("a3"));
    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::BadInput);
    QVERIFY(pages.error().message.contains(QStringLiteral("a3")));
}

} // namespace interdict

QTEST_MAIN(interdict::tst_BriefingPages)
#include "tst_briefingpages.moc"
