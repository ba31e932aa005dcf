// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The writers of PNG, SVG, PDF and WebP: what they write is read back here by other means than their own
// checks.
#include "tests/support/samplepages.h"
#include "widgets/figure/animationwriter.h"
#include "widgets/figure/pdfwriter.h"
#include "widgets/figure/pngwriter.h"
#include "widgets/figure/svgcleaning.h"
#include "widgets/figure/svgwriter.h"
#include "widgets/figure/xmp.h"

#include <QBuffer>
#include <QImageReader>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace interdict;
using namespace interdict::test;

namespace {

// Of every element of a name.
QStringList attributesIn(const QByteArray& svg, const char* element, const char* attribute)
{
    QStringList values;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String(element) &&
            xml.attributes().hasAttribute(QLatin1String(attribute)))
            values << xml.attributes().value(QLatin1String(attribute)).toString();
    }
    return values;
}

QStringList textsIn(const QByteArray& svg, const char* element)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String(element))
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

QImage drawn(const QByteArray& svg, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(svg).render(&painter);
    return image;
}

// The share of pixels that differ clearly.
double difference(const QImage& a, const QImage& b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 100 ? 1 : 0;
    return double(different) / (a.width() * a.height());
}

QImage plain(int number)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 40 % 360, 200, 200));
    image.setPixel(number, 1, 0);
    return image;
}

AnimationFrames plainFrames(int count)
{
    return {count, [](int frame) { return Result<QImage>(plain(frame)); }, 0.5};
}

} // namespace

class PageWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paperIsExact_data();
    void paperIsExact();
    void numbersAreRounded_data();
    void numbersAreRounded();
    void svgHoldsItsTexts();
    void svgHasItsTrueSize();
    void svgIsSmall();
    void svgJoinsEqualGroups();
    void svgLooksAsDrawn();
    void svgIsTransparentOnRequest();
    void pngHasItsDotsAndTexts();
    void pngIsTransparentOnRequest();
    void pngRefusesTooManyPixels();
    void animationHoldsItsPictures();
    void animationCanBeCancelled();
    void animationTellsWhatWentWrong();
    void equalInputGivesEqualBytes();
    void rdfReadsBack();
    void lastPacketCounts();
};

void PageWritersTest::paperIsExact_data()
{
    QTest::addColumn<QSizeF>("pixels");
    QTest::addColumn<QSizeF>("paper");
    QTest::newRow("A4") << QSizeF(794, 1123) << QSizeF(210, 297);
    QTest::newRow("A4 landscape") << QSizeF(1123, 794) << QSizeF(297, 210);
    QTest::newRow("Letter") << QSizeF(816, 1056) << QSizeF(215.9, 279.4);
    QTest::newRow("column") << QSizeF(96, 480) << QSizeF(25.4, 127);
    QTest::newRow("near A4") << QSizeF(800, 1123) << QSizeF(800 * 25.4 / 96, 1123 * 25.4 / 96);
}

void PageWritersTest::paperIsExact()
{
    QFETCH(QSizeF, pixels);
    QFETCH(QSizeF, paper);
    QVERIFY(std::abs(paperSize(pixels).width() - paper.width()) < 0.01);
    QVERIFY(std::abs(paperSize(pixels).height() - paper.height()) < 0.01);
}

void PageWritersTest::numbersAreRounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("whole", "12", "12");
    row("many decimals", "12.345678", "12.35");
    row("zeros", "1.20000", "1.2");
    row("point at the end", "3.001", "3");
    row("below zero", "-0.001", "0");
    row("path", "M1.23456,-2 L3e-05,4.5 Z", "M1.23,-2 L0,4.5 Z");
    row("matrix", "matrix(0.0602345,0,0,1,0,1e+03)", "matrix(0.06,0,0,1,0,1000)");
    row("points", "0.5,0.5 10,10 ", "0.5,0.5 10,10");
    row("words", "none", "none");
    row("a sign alone", "- e", "- e");
}

void PageWritersTest::numbersAreRounded()
{
    QFETCH(QString, text);
    QTEST(roundedNumbers(text, 2), "expected");
}

void PageWritersTest::svgHoldsItsTexts()
{
    const auto svg = svgBytes(SamplePages(), 0, sampleInfo());
    QVERIFY(svg);
    const QString texts = textsIn(*svg, "text").join(u'|'); // one a script
    for (const char* text : {"Page 1 & more  <", "Ελλάδα>", "Италия", "中文", "Turned"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    QCOMPARE(textsIn(*svg, "title").front(), sampleInfo().title);
    QCOMPARE(textsIn(*svg, "desc").front(), sampleInfo().description);
    QCOMPARE(attributesIn(*svg, "svg", "lang"), QStringList());
    QVERIFY(svg->contains("xml:lang=\"en\""));
    const QString fonts = attributesIn(*svg, "svg", "font-family").value(0);
    const QString real = QFontInfo(QGuiApplication::font()).family(); // not this system's alias of it
    QVERIFY2(fonts.startsWith(u'\'' + real + u'\'') && fonts.endsWith(QLatin1String("sans-serif")),
             qPrintable(fonts));
    QVERIFY(!svg->contains("\x01"));
}

void PageWritersTest::svgHasItsTrueSize()
{
    const auto svg = svgBytes(SamplePages(), 0, sampleInfo());
    QVERIFY(svg);
    QCOMPARE(attributesIn(*svg, "svg", "width"), QStringList{QStringLiteral("297mm")});
    QCOMPARE(attributesIn(*svg, "svg", "height"), QStringList{QStringLiteral("210mm")});
    QCOMPARE(attributesIn(*svg, "svg", "viewBox"), QStringList{QStringLiteral("0 0 1123 794")});
    const auto free = svgBytes(SamplePages(1, {321, 200.5}), 0, sampleInfo());
    QVERIFY(free);
    QCOMPARE(attributesIn(*free, "svg", "viewBox"), QStringList{QStringLiteral("0 0 321 200.5")});
    QCOMPARE(attributesIn(*free, "svg", "height"), QStringList{QStringLiteral("53.049mm")});
}

void PageWritersTest::svgIsSmall()
{
    SamplePages pages;
    pages.marks = 1000;
    const auto svg = svgBytes(pages, 0, sampleInfo());
    QVERIFY(svg);
    QVERIFY(svg->count("<circle") == 1000);
    QVERIFY2(svg->size() < 1000 * 100, qPrintable(QString::number(svg->size())));
    QVERIFY(!svg->contains("<g>\n</g>"));
}

void PageWritersTest::svgJoinsEqualGroups()
{
    struct Dots : SamplePages
    {
        void paint(QPainter& painter, int, bool) const override
        {
            for (int i = 0; i < 100; ++i) {
                painter.save();
                painter.setPen(Qt::NoPen);
                painter.setBrush(Qt::red);
                painter.drawEllipse(QPointF(i, i), 2, 2);
                painter.restore();
            }
        }
    };
    const auto svg = svgBytes(Dots(), 0, sampleInfo());
    QVERIFY(svg);
    QCOMPARE(svg->count("<circle"), 100);
    QCOMPARE(svg->count("<g "), 2); // the one around all, and that of the dots
}

void PageWritersTest::svgLooksAsDrawn()
{
    SamplePages pages;
    pages.marks = 400;
    const auto svg = svgBytes(pages, 0, sampleInfo());
    const auto image = picture(pages, 0, 96);
    QVERIFY(svg && image);
    const double share = difference(drawn(*svg, image->size()), *image);
    QVERIFY2(share < 0.003, qPrintable(QString::number(share)));
    QImage blank(image->size(), QImage::Format_RGB32);
    blank.fill(Qt::white);
    QVERIFY(difference(blank, *image) > 0.005); // so that the comparison can fail
}

void PageWritersTest::svgIsTransparentOnRequest()
{
    const auto opaque = svgBytes(SamplePages(), 0, sampleInfo());
    const auto clear = svgBytes(SamplePages(), 0, sampleInfo(), true);
    QVERIFY(opaque && clear);
    QCOMPARE(opaque->count("#ffffff") - clear->count("#ffffff"), 1);
}

void PageWritersTest::pngHasItsDotsAndTexts()
{
    auto png = pngBytes(SamplePages(), 0, sampleInfo(), 192);
    QVERIFY(png);
    QBuffer buffer(&*png);
    QImageReader reader(&buffer);
    QCOMPARE(reader.format(), QByteArray("png"));
    QCOMPARE(reader.text(QStringLiteral("Title")), sampleInfo().title);
    QCOMPARE(reader.text(QStringLiteral("interdict")).toUtf8(), sampleInfo().stamp);
    const QImage image = reader.read();
    QCOMPARE(image.size(), QSize(2246, 1588));
    QCOMPARE(image.dotsPerMeterX(), 7559);
    QCOMPARE(image.dotsPerMeterY(), 7559);
    QVERIFY(!image.hasAlphaChannel());
    QCOMPARE(stampInPng(*png), sampleInfo().stamp);
    QVERIFY(!stampInPng("nothing"));
}

void PageWritersTest::pngIsTransparentOnRequest()
{
    const auto png = pngBytes(SamplePages(), 0, sampleInfo(), 48, true);
    QVERIFY(png);
    const QImage image = QImage::fromData(*png);
    QCOMPARE(image.size(), QSize(562, 397));
    QCOMPARE(qAlpha(image.pixel(561, 396)), 0);
}

void PageWritersTest::pngRefusesTooManyPixels()
{
    for (const double dpi : {5000.0, 0.0, -1.0}) {
        const auto png = pngBytes(SamplePages(), 0, sampleInfo(), dpi);
        QVERIFY(!png);
        QCOMPARE(png.error().kind, Error::Kind::BadInput);
    }
}

void PageWritersTest::animationHoldsItsPictures()
{
    std::vector<double> told;
    AnimationFrames frames = plainFrames(5);
    frames.progress = [&told](double share) {
        told.push_back(share);
        return true;
    };
    const auto webp = animationBytes(frames, sampleInfo());
    QVERIFY2(webp, webp ? "" : qPrintable(webp.error().detail));
    QCOMPARE(told, (std::vector<double>{0.2, 0.4, 0.6, 0.8, 1}));
    QVERIFY(webp->startsWith("RIFF") && webp->mid(8, 4) == "WEBP");
    QCOMPARE(webp->count("ANMF"), 5);
    // ANIM holds the ground's colour, then how often it goes round: 0, for ever.
    QCOMPARE(webp->mid(webp->indexOf("ANIM") + 12, 2), QByteArray(2, '\0'));
    QCOMPARE(stampInPackets(*webp), sampleInfo().stamp);
}

void PageWritersTest::animationCanBeCancelled()
{
    AnimationFrames frames = plainFrames(5);
    int made = 0;
    frames.picture = [&made](int frame) {
        ++made;
        return Result<QImage>(plain(frame));
    };
    frames.progress = [](double share) { return share < 0.4; };
    const auto webp = animationBytes(frames, sampleInfo());
    QVERIFY(!webp);
    QCOMPARE(webp.error().kind, Error::Kind::Cancelled);
    QCOMPARE(made, 2);
}

void PageWritersTest::animationTellsWhatWentWrong()
{
    QVERIFY(!animationBytes(plainFrames(0), sampleInfo()));
    AnimationFrames frames = plainFrames(2);
    frames.picture = [](int frame) { return Result<QImage>(QImage(10 + frame, 10, QImage::Format_RGB32)); };
    QVERIFY(!animationBytes(frames, sampleInfo()));
    frames.picture = [](int) -> Result<QImage> {
        return failure(Error::Kind::BadInput, QStringLiteral("no"));
    };
    const auto failed = animationBytes(frames, sampleInfo());
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, QStringLiteral("no"));
}

void PageWritersTest::equalInputGivesEqualBytes()
{
    const SamplePages pages(2);
    QCOMPARE(*svgBytes(pages, 1, sampleInfo()), *svgBytes(pages, 1, sampleInfo()));
    QCOMPARE(*pngBytes(pages, 1, sampleInfo(), 96), *pngBytes(pages, 1, sampleInfo(), 96));
    QCOMPARE(*animationBytes(plainFrames(4), sampleInfo()), *animationBytes(plainFrames(4), sampleInfo()));
    const auto pdf = pdfBytes(pages, sampleInfo());
    QTest::qWait(1100); // a clock's second
    QCOMPARE(*pdf, *pdfBytes(pages, sampleInfo()));
}

void PageWritersTest::rdfReadsBack()
{
    const QByteArray packet = xmpPacket(sampleInfo(), QStringLiteral("image/webp"));
    QXmlStreamReader xml(packet);
    QStringList names;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement())
            names << xml.qualifiedName().toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char* name : {"x:xmpmeta", "rdf:RDF", "dc:title", "dc:language", "xmp:CreateDate"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
    QCOMPARE(stampInPackets(packet), sampleInfo().stamp);
    QVERIFY(!stampInPackets(packet.chopped(30)));
    QVERIFY(!stampInPackets("<?xpacket begin"));
}

void PageWritersTest::lastPacketCounts()
{
    PageInfo other = sampleInfo();
    other.stamp = "{}";
    const QByteArray both = "noise" + xmpPacket(sampleInfo(), QStringLiteral("a")) + "noise" +
                            xmpPacket(other, QStringLiteral("b"));
    QCOMPARE(stampInPackets(both), other.stamp);
    other.stamp.clear();
    QCOMPARE(stampInPackets(both.left(both.lastIndexOf("<?xpacket begin")) +
                            xmpPacket(other, QStringLiteral("b"))),
             sampleInfo().stamp);
}

QTEST_MAIN(PageWritersTest)
#include "tst_pagewriters.moc"
