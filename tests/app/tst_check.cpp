// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict check on the shipped record, and on one that was spoilt.
#include "app/check.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QBuffer>
#include <QtTest>

using namespace interdict;

namespace {

struct Outcome
{
    ExitCode code = ExitCode::Ok;
    QString text;
};

Outcome check(const CheckCommand& command)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const ExitCode code = runCheck(command, out);
    return {code, QString::fromUtf8(out.data())};
}

} // namespace

class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedRecord();
    void tellsOfWhatTheFilterFinds();
    void tellsErrors();
    void refusesDamage();
};

void CheckTest::shippedRecord()
{
    const test::Starter starter;
    const Outcome all = check({starter.path, {}, false});
    QCOMPARE(all.code, ExitCode::Ok);
    QVERIFY2(all.text.contains(QStringLiteral("399 event(s) looked at: 0 error(s), ")), qPrintable(all.text));
    QVERIFY(all.text.contains(QStringLiteral("doubt: nz-mbie-chatgpt-block-2023, End: ")));
    QCOMPARE(check({starter.path, {}, true}).text.count(u'\n'), 1);
}

void CheckTest::tellsOfWhatTheFilterFinds()
{
    const test::Starter starter;
    const QString text = check({starter.path, QStringLiteral("country:NZ"), false}).text;
    QVERIFY(text.contains(QStringLiteral("nz-mbie-chatgpt-block-2023")));
    QVERIFY(!text.contains(QStringLiteral("us-nd-deepseek-ban-2025")));
    QCOMPARE(check({starter.path, QStringLiteral("contry:NZ"), false}).code, ExitCode::Usage);
}

void CheckTest::tellsErrors()
{
    test::Starter starter;
    const Row row = *starter.workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025"));
    const Event before = starter.workspace.event(row);
    Event after = before;
    after.sources[0].url = QStringLiteral("ftp://example.org/");
    QVERIFY(starter.workspace.save({{before, after}}, QStringLiteral("Spoil")));
    const Outcome outcome = check({starter.path, {}, true});
    QCOMPARE(outcome.code, ExitCode::Failed);
    QVERIFY2(outcome.text.startsWith(QStringLiteral("error: it-garante-deepseek-block-2025, Sources 1: ")),
             qPrintable(outcome.text));
}

void CheckTest::refusesDamage()
{
    const test::Starter starter;
    QByteArray bytes = fileBytes(starter.path);
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 8192; ++i)
        bytes[i] = '\xFF';
    const QString path = starter.path + QStringLiteral(".damaged.interdict");
    writeFile(path, bytes);
    QCOMPARE(check({path, {}, false}).code, ExitCode::Failed);
}

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
