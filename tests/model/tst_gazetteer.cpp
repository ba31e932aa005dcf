// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names, groups and the compiled form of the gazetteer that the build made.
#include "model/vocabulary/gazetteer.h"

#include <QFile>
#include <QTest>

using namespace interdict;

namespace {

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray& shippedTsv()
{
    static const QByteArray tsv = fileBytes(QStringLiteral(":/data/gazetteer.tsv"));
    return tsv;
}

const Gazetteer& shipped()
{
    static const Gazetteer gazetteer = *Gazetteer::fromTsv(shippedTsv());
    return gazetteer;
}

QByteArray source(const char* name)
{
    return fileBytes(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/") + QLatin1String(name));
}

const QByteArray oneCountry = R"({"3166-1": [{"alpha_2": "IT", "alpha_3": "ITA", "name": "Italy"}]})";
const QByteArray oneSubdivision = R"({"3166-2": [{"code": "IT-25", "name": "Lombardia", "type": "Region"}]})";
const QByteArray header = "code,name,lon,lat,minlon,minlat,maxlon,maxlat\n";
const QByteArray oneBloc = R"({"blocs": [{"code": "X", "label": "Bloc X", "members": ["IT"]}],
                               "regions": {"Europe": {"Southern Europe": ["IT"]}}})";

} // namespace

class TestGazetteer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryCountryAndSubdivision();
    void resolvesNames_data();
    void resolvesNames();
    void resolvesItsOwnCodesAndNames();
    void resolvesGroups_data();
    void resolvesGroups();
    void groupsAreOrderedAndDistinct();
    void unionHasAnAnchor();
    void compiledFormRoundTrips();
    void refusesBadTsv_data();
    void refusesBadTsv();
    void compiles();
    void refusesBadSources_data();
    void refusesBadSources();
    void readsFast();
};

void TestGazetteer::holdsEveryCountryAndSubdivision()
{
    qsizetype countries = 0, withPoint = 0;
    for (const Place& place : shipped().places()) {
        countries += place.isSubdivision() ? 0 : 1;
        withPoint += place.point ? 1 : 0;
        QVERIFY2(!place.name.isEmpty(), qPrintable(place.code));
        QVERIFY2(shipped().find(place.country), qPrintable(place.code));
        QCOMPARE(shipped().find(place.code), &place);
    }
    QCOMPARE(countries, 249 + 2);                                      // ISO's, EU, XK
    QCOMPARE(withPoint, source("map/points.csv").count('\n') - 1 + 1); // without the header, with the EU
    QCOMPARE(shipped().find(QStringLiteral("IT"))->name, QStringLiteral("Italy"));
    QCOMPARE(shipped().find(QStringLiteral("IT"))->alpha3, QStringLiteral("ITA"));
    QCOMPARE(shipped().find(QStringLiteral("US-TX"))->country, QStringLiteral("US"));
    QCOMPARE(shipped().find(QStringLiteral("US-TX"))->type, QStringLiteral("State"));
    QCOMPARE(shipped().find(QStringLiteral("KR"))->isoName, QStringLiteral("Korea, Republic of"));
    QVERIFY(!shipped().find(QStringLiteral("QQ")));
    QCOMPARE(shipped().name(QStringLiteral("QQ")), QStringLiteral("QQ"));
}

void TestGazetteer::resolvesNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: no place
    const auto row = [](const char* text, const char* code) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code);
    };
    row("KR", "KR");
    row("kr", "KR");
    row(" KOR ", "KR");
    row("South Korea", "KR");
    row("south-korea", "KR");
    row("Korea, Republic of", "KR");
    row("korea republic of", "KR");
    row("Republic of Korea", "KR");
    row("Congo, The Democratic Republic of the", "CD");
    row("Democratic Republic of the Congo", "CD");
    row("Congo", "CG");
    row("Côte d'Ivoire", "CI");
    row("cote d’ivoire", "CI");
    row("Ivory Coast", "CI");
    row("Russian Federation", "RU");
    row("Viet Nam", "VN");
    row("Türkiye", "TR");
    row("Turkey", "TR");
    row("The Netherlands", "NL");
    row("Bahamas", "BS");
    row("UK", "GB");
    row("USA", "US");
    row("United States of America", "US");
    row("Taiwan, Province of China", "TW");
    row("European Union", "EU");
    row("eu", "EU");
    row("Kosovo", "XK");
    row("Åland Islands", "AX");
    row("Georgia", "GE");
    row("US-GA", "US-GA");
    row("Texas", "US-TX");
    row("us-tx", "US-TX");
    row("New South Wales", "AU-NSW");
    row("Bavaria", "DE-BY");
    row("Bayern", "DE-BY");
    row("Lérida", "ES-L");
    row("Catalunya", "ES-CT");
    row("Sir Ynys Môn", "GB-AGY");
    row("Punjab", "");  // of India and of Pakistan
    row("Limburg", ""); // of Belgium and of the Netherlands
    row("Atlantis", "");
    row("", "");
    row("the", "");
    row(" , ", "");
}

void TestGazetteer::resolvesNames()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QCOMPARE(shipped().resolve(text).value_or(QString()), code);
}

void TestGazetteer::resolvesItsOwnCodesAndNames()
{
    for (const Place& place : shipped().places()) {
        QCOMPARE(shipped().resolve(place.code), std::optional(place.code));
        if (place.isSubdivision())
            continue;
        for (const QString& name : QStringList{place.name, place.isoName, place.alpha3} + place.aliases)
            if (!name.isEmpty())
                QVERIFY2(shipped().resolve(name) == place.code, qPrintable(name));
    }
}

void TestGazetteer::resolvesGroups_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* text, const char* code) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code);
    };
    row("EU27", "EU27");
    row("eu 27", "EU27");
    row("European Union members", "EU27");
    row("Five Eyes", "FVEY");
    row("fvey", "FVEY");
    row("eastern asia", "Eastern Asia");
    row("Antarctica", "Antarctica");
    row("Atlantis", "");
}

void TestGazetteer::resolvesGroups()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QCOMPARE(shipped().resolveGroup(text).value_or(QString()), code);
}

void TestGazetteer::groupsAreOrderedAndDistinct()
{
    const auto& groups = shipped().groups();
    QVERIFY(groups.size() < 64); // one bit each, and one for "unknown"
    QStringList codes;
    for (const PlaceGroup& group : groups)
        codes.append(group.code);
    QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), codes.size());
    QVERIFY(std::is_sorted(groups.begin(), groups.end(),
                           [](const PlaceGroup& a, const PlaceGroup& b) { return a.kind < b.kind; }));
    QCOMPARE(groups.front().code, QStringLiteral("EU27"));
    QCOMPARE(groups.front().members.size(), 27);
    const PlaceGroup* south = shipped().group(QStringLiteral("Southern Europe"));
    QVERIFY(south && south->members.contains(QStringLiteral("IT")));
    QCOMPARE(south->parent, QStringLiteral("Europe"));
    QVERIFY(shipped().group(QStringLiteral("Europe"))->members.contains(QStringLiteral("IT")));
}

void TestGazetteer::unionHasAnAnchor()
{
    const Place* place = shipped().find(QStringLiteral("EU"));
    QVERIFY(place);
    QCOMPARE(place->name, QStringLiteral("European Union"));
    QCOMPARE(place->point, std::optional(GeoPoint{4.35, 50.85}));
    QVERIFY(!place->isSubdivision());
}

void TestGazetteer::compiledFormRoundTrips()
{
    QCOMPARE(shipped().toTsv(), shippedTsv());
    const auto again = Gazetteer::fromTsv(shipped().toTsv());
    QVERIFY(again.has_value());
    QVERIFY(again->places() == shipped().places());
    QVERIFY(again->groups() == shipped().groups());
}

void TestGazetteer::refusesBadTsv_data()
{
    QTest::addColumn<QByteArray>("tsv");
    QTest::newRow("other word") << QByteArray("spot\tIT\tItaly\t\t\t\t\t\t\n");
    QTest::newRow("too few fields") << QByteArray("place\tIT\tItaly\n");
    QTest::newRow("too many fields") << QByteArray("place\tIT\tItaly\t\t\t\t\t\t\t\n");
    QTest::newRow("no code") << QByteArray("place\t\tItaly\t\t\t\t\t\t\n");
    QTest::newRow("half a point") << QByteArray("place\tIT\tItaly\t\t\t\t\t12.5\t\n");
    QTest::newRow("a box of words") << QByteArray("place\tIT\tItaly\t\t\t\t\t\ta b c d\n");
    QTest::newRow("unknown kind of group") << QByteArray("group\t7\tX\tX\t\tIT\n");
    QTest::newRow("empty line") << QByteArray("\n");
}

void TestGazetteer::refusesBadTsv()
{
    QFETCH(const QByteArray, tsv);
    const auto gazetteer = Gazetteer::fromTsv("place\tFR\tFrance\t\t\t\t\t\t\n" + tsv);
    QVERIFY(!gazetteer.has_value());
    QVERIFY2(gazetteer.error().message.startsWith(QStringLiteral("Line 2 ")),
             qPrintable(gazetteer.error().message));
}

void TestGazetteer::compiles()
{
    const auto made = compileGazetteer(header + "IT,\"Italy, say \"\"Italia\"\"\",12.5,42.5,6,36,19,47\n",
                                       oneCountry, oneSubdivision, oneBloc);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->name(QStringLiteral("IT")), QStringLiteral("Italy, say \"Italia\""));
    QCOMPARE(made->find(QStringLiteral("IT"))->box, std::optional(GeoBox{6, 36, 19, 47}));
    QCOMPARE(made->name(QStringLiteral("IT-25")), QStringLiteral("Lombardia"));
    QCOMPARE(made->groups().size(), std::size_t(3));
}

void TestGazetteer::refusesBadSources_data()
{
    QTest::addColumn<QByteArray>("points");
    QTest::addColumn<QByteArray>("iso1");
    QTest::addColumn<QByteArray>("blocs");
    QTest::addColumn<QString>("said");
    const QByteArray point = "IT,Italy,12.5,42.5,6,36,19,47\n";
    QTest::newRow("header") << QByteArray("code,name\n") << oneCountry << oneBloc
                            << QStringLiteral("points.csv:1:");
    QTest::newRow("numbers") << header + "IT,Italy,12.5,x,6,36,19,47\n"
                             << oneCountry << oneBloc << QStringLiteral("points.csv:2:");
    QTest::newRow("unknown code") << header + "QQ,Nowhere,12.5,42.5,6,36,19,47\n"
                                  << oneCountry << oneBloc << QStringLiteral("QQ (Nowhere)");
    QTest::newRow("iso-codes") << header + point << QByteArray("{") << oneBloc
                               << QStringLiteral("ISO 3166-1");
    QTest::newRow("no blocs") << header + point << oneCountry << QByteArray("{}")
                              << QStringLiteral("blocs.json");
    QTest::newRow("unknown member") << header + point << oneCountry
                                    << QByteArray(oneBloc).replace("[\"IT\"]", "[\"QQ\"]")
                                    << QStringLiteral("member QQ");
}

void TestGazetteer::refusesBadSources()
{
    QFETCH(const QByteArray, points);
    QFETCH(const QByteArray, iso1);
    QFETCH(const QByteArray, blocs);
    QFETCH(const QString, said);
    const auto made = compileGazetteer(points, iso1, oneSubdivision, blocs);
    QVERIFY(!made.has_value());
    QVERIFY2(made.error().message.contains(said), qPrintable(made.error().message));
}

void TestGazetteer::readsFast()
{
    QBENCHMARK
    {
        QVERIFY(Gazetteer::fromTsv(shippedTsv()).has_value());
    }
}

QTEST_APPLESS_MAIN(TestGazetteer)
#include "tst_gazetteer.moc"
