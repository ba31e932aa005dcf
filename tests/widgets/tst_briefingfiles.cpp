// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing as a web page and as OpenDocument text: well-formed, whole in itself, safe against what data
// hold, equal where the data are equal.
#include "model/briefing/briefingtext.h"
#include "model/englishplurals.h"
#include "model/map/mapgeometry.h"
#include "tests/support/starter.h"
#include "widgets/briefing/briefinghtml.h"
#include "widgets/briefing/briefingodt.h"
#include "widgets/briefing/ziparchive.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <zip.h>

#include <map>
#include <set>

namespace interdict {

using test::fixedToday;
using test::Starter;

namespace {

Briefing briefingOf(Starter& starter, const QString& filter, Day made = fixedToday)
{
    starter.filter(filter);
    return makeBriefing(starter.workspace, {{}, made, QStringLiteral("interdict")}).value();
}

// What a hostile record could hold.
Briefing hostile()
{
    const QString text = QStringLiteral("</td><script>alert(1)</script> & \"quoted\" \x01 'single'");
    Briefing briefing;
    briefing.title = text;
    briefing.subtitle = text;
    briefing.stamp = text;
    briefing.provenance = text;
    briefing.language = QStringLiteral("en");
    BriefingTable table{text, {text}, {100}, {}};
    table.rows.push_back({MeasureClass::Lifting, {plain(text) + strong(text) + quiet(text)}});
    briefing.sections.push_back(
        {BriefingPart::Table,
         text,
         {BriefingHeading{text}, BriefingParagraph{plain(text), true}, BriefingList{{plain(text)}}, table,
          BriefingSources{
              {{{text, BriefingRun::Look::Plain, QStringLiteral("javascript:alert(1)")}},
               {{text, BriefingRun::Look::Plain, QStringLiteral("https://example.org/?a=1&b='2'")}}}}}});
    return briefing;
}

// Every element read; empty where it is well-formed.
QString faultOf(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? QStringLiteral("%1: %2").arg(reader.lineNumber()).arg(reader.errorString())
                             : QString();
}

QStringList matches(const QString& text, const char* pattern)
{
    QStringList found;
    for (auto it = QRegularExpression(QLatin1String(pattern)).globalMatch(text); it.hasNext();)
        found << it.next().captured(1);
    return found;
}

std::map<QByteArray, QByteArray> unzipped(const QByteArray& bytes)
{
    std::map<QByteArray, QByteArray> files;
    zip_error_t error;
    zip_source_t* source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!archive)
        return files;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        QByteArray content(static_cast<qsizetype>(stat.size), '\0');
        zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), stat.size);
        zip_fclose(file);
        files[stat.name] = content;
    }
    zip_discard(archive);
    return files;
}

} // namespace

class tst_BriefingFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void htmlIsWhole_data();
    void htmlIsWhole();
    void htmlIsAccessible();
    void htmlTakesNoOrdersFromData();
    void odtIsWhole();
    void odtTakesNoOrdersFromData();
    void odtBeginsWithItsType();
    void equalDataGiveEqualBytes();
    void zipTakesItsDay();

private:
    QString html(Starter& starter, const Briefing& briefing);
    QByteArray odt(Starter& starter, const Briefing& briefing);
    EnglishPlurals m_plurals;
    MapGeometry m_geometry;
};

void tst_BriefingFiles::initTestCase()
{
    QCoreApplication::installTranslator(&m_plurals);
    m_geometry = MapGeometry::shipped().value();
}

QString tst_BriefingFiles::html(Starter& starter, const Briefing& briefing)
{
    const auto light =
        BriefingPictures::make(starter.workspace, m_geometry, 800, FigureTheme::Light, true).value();
    const auto dark =
        BriefingPictures::make(starter.workspace, m_geometry, 800, FigureTheme::Dark, true).value();
    return QString::fromUtf8(briefingToHtml(briefing, light, dark, fixedToday).value());
}

QByteArray tst_BriefingFiles::odt(Starter& starter, const Briefing& briefing)
{
    const auto pictures =
        BriefingPictures::make(starter.workspace, m_geometry, 640, FigureTheme::Print, false).value();
    return briefingToOdt(briefing, pictures, fixedToday, QStringLiteral("a4")).value();
}

void tst_BriefingFiles::htmlIsWhole_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"country:IT", "platform:DeepSeek", "bloc:EU27", "country:XK", ""})
        QTest::newRow(filter) << filter;
}

void tst_BriefingFiles::htmlIsWhole()
{
    QFETCH(QString, filter);
    Starter starter;
    const Briefing briefing = briefingOf(starter, filter);
    const QString page = html(starter, briefing);
    QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">")));
    QCOMPARE(faultOf(QString(page).remove(QStringLiteral("<!DOCTYPE html>\n")).toUtf8()), QString());
    const QStringList ids = matches(page, "\\bid=\"([^\"]+)\"");
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    for (const QString& target : matches(page, "href=\"#([^\"]+)\"") + matches(page, "url\\(#([^)]+)\\)"))
        QVERIFY2(ids.contains(target), qPrintable(target));
    // It asks for nothing from elsewhere.
    for (const char* outside : {"<script", "<link", "@import", "src=\"http", "url(http", "<iframe"})
        QVERIFY2(!page.contains(QLatin1String(outside)), outside);
    for (const QString& link : matches(page, "<a href=\"(http[^>]*)>"))
        QVERIFY2(link.endsWith(QStringLiteral("rel=\"noreferrer\"")), qPrintable(link));
}

void tst_BriefingFiles::htmlIsAccessible()
{
    Starter starter;
    const QString page = html(starter, briefingOf(starter, QStringLiteral("country:IT")));
    QCOMPARE(page.count(QStringLiteral("<h1>")), 1);
    QCOMPARE(page.count(QStringLiteral("<desc>A map; restrictions are in force in Italy.</desc>")),
             2); // light and dark
    QCOMPARE(page.count(QStringLiteral("role=\"img\"")),
             4 + static_cast<int>(page.count(QStringLiteral("<span class=\"mark "))));
    QCOMPARE(page.count(QStringLiteral("<table ")), page.count(QStringLiteral("<table aria-label=\"")));
    QVERIFY(page.contains(QStringLiteral("<th scope=\"col\">Date</th>")));
    QVERIFY(page.contains(QStringLiteral("prefers-color-scheme:dark")));
    QVERIFY(page.contains(QStringLiteral("@media print")));
}

void tst_BriefingFiles::htmlTakesNoOrdersFromData()
{
    Starter starter;
    starter.filter(QStringLiteral("country:IT"));
    const QString page = html(starter, hostile());
    QCOMPARE(faultOf(QString(page).remove(QStringLiteral("<!DOCTYPE html>\n")).toUtf8()), QString());
    QVERIFY(!page.contains(QStringLiteral("<script")));
    QVERIFY(!page.contains(QStringLiteral("href=\"javascript")));
    QVERIFY(page.contains(QStringLiteral("href=\"https://example.org/?a=1&amp;b='2'\"")));
}

void tst_BriefingFiles::odtIsWhole()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("platform:DeepSeek"));
    const auto files = unzipped(odt(starter, briefing));
    QCOMPARE(files.size(), std::size_t(7));
    for (const auto& [name, content] : files)
        if (name.endsWith(".xml"))
            QVERIFY2(faultOf(content).isEmpty(), qPrintable(QString::fromLatin1(name) + faultOf(content)));
    const QString content = QString::fromUtf8(files.at("content.xml"));
    const QString styles = QString::fromUtf8(files.at("styles.xml"));
    QStringList known =
        matches(styles, "style:name=\"([^\"]+)\"") + matches(content, "style:name=\"([^\"]+)\"");
    for (const QString& style : matches(content, "(?:text|table|draw)(?::visited)?:style-name=\"([^\"]+)\""))
        QVERIFY2(known.contains(style), qPrintable(style));
    const QStringList marks = matches(content, "<text:bookmark text:name=\"([^\"]+)\"");
    for (const QString& target : matches(content, "xlink:href=\"#([^\"]+)\""))
        QVERIFY2(marks.contains(target), qPrintable(target));
    const QString manifest = QString::fromUtf8(files.at("META-INF/manifest.xml"));
    for (const auto& [name, bytes] : files)
        if (name != "mimetype" && !name.startsWith("META-INF"))
            QVERIFY2(manifest.contains(QLatin1String(name)), name.constData());
    QVERIFY(files.at("Pictures/map.png").startsWith("\x89PNG"));
    for (const BriefingSection& section : briefing.sections)
        QVERIFY(content.contains(
            QStringLiteral("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">%1</text:h>")
                .arg(section.title)));
    QVERIFY(content.contains(QStringLiteral("<table:table-header-rows>")));
}

void tst_BriefingFiles::odtTakesNoOrdersFromData()
{
    Starter starter;
    starter.filter(QStringLiteral("country:IT"));
    const auto files = unzipped(odt(starter, hostile()));
    for (const char* name : {"content.xml", "styles.xml", "meta.xml"})
        QCOMPARE(faultOf(files.at(name)), QString());
    QVERIFY(!files.at("content.xml").contains("javascript:"));
}

// The standard's own check for the type reads these bytes.
void tst_BriefingFiles::odtBeginsWithItsType()
{
    Starter starter;
    const QByteArray bytes = odt(starter, briefingOf(starter, QStringLiteral("country:IT")));
    QCOMPARE(bytes.mid(30, 8), QByteArray("mimetype"));
    QCOMPARE(bytes.mid(38, 39), QByteArray("application/vnd.oasis.opendocument.text"));
}

void tst_BriefingFiles::equalDataGiveEqualBytes()
{
    Starter one;
    Starter two;
    const auto filter = QStringLiteral("country:IT");
    QCOMPARE(html(one, briefingOf(one, filter)), html(two, briefingOf(two, filter)));
    QCOMPARE(odt(one, briefingOf(one, filter)), odt(two, briefingOf(two, filter)));
    // Made on another day, only the stamped day differs.
    const QString later = html(two, briefingOf(two, filter, fixedToday + 1));
    QCOMPARE(QString(later).replace(QStringLiteral("25 November 2026"), QStringLiteral("24 November 2026")),
             html(one, briefingOf(one, filter)));
}

void tst_BriefingFiles::zipTakesItsDay()
{
    const std::vector<ZipEntry> entries{{"a.txt", "alpha alpha alpha"}, {"b.txt", "beta", true}};
    const QByteArray bytes = zipped(entries, fixedToday).value();
    QCOMPARE(zipped(entries, fixedToday).value(), bytes);
    QVERIFY(zipped(entries, fixedToday + 1).value() != bytes);
    const auto files = unzipped(bytes);
    QCOMPARE(files.at("a.txt"), QByteArray("alpha alpha alpha"));
    QCOMPARE(files.at("b.txt"), QByteArray("beta"));
    QVERIFY(bytes.contains("beta")); // stored as it is
}

} // namespace interdict

QTEST_MAIN(interdict::tst_BriefingFiles)
#include "tst_briefingfiles.moc"
