#include "integration/storageruns.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kGib = 1 << 30;

QString gib(const QJsonValue& bytes, int digits = 2)
{
    return QString::number(static_cast<double>(bytes.toInteger()) / kGib, 'f', digits);
}

} // namespace

/// The figures of `slipwayctl storage`, its document and its text, against simulators in processes of their own and the
/// demo's own.
class CtlStorageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void documentOfTheDemo();
    void membersOfTheDocument_data();
    void membersOfTheDocument();
    void groups_data();
    void groups();
    void historyGoesBackSoManyDays_data();
    void historyGoesBackSoManyDays();
    void textForPeople();
    void withoutHistory();
    void policiesOfTheProfile_data();
    void policiesOfTheProfile();
    void lockFilesProtect();
    void badOptions_data();
    void badOptions();

private:
    StorageRuns m_runs;
};

void CtlStorageTest::initTestCase()
{
    const auto outcome = StorageRuns::storage(m_runs.demo());
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QVERIFY2(outcome.errors.isEmpty(), outcome.errors.constData());
}

/// The figures that the demo's author counted (resources/demo/README.md).
void CtlStorageTest::documentOfTheDemo()
{
    const auto document = m_runs.demoDocument();
    QCOMPARE(document[u"owner"_s].toString(), u"northquay"_s);
    QCOMPARE(document[u"fetchedAt"_s].toString(), kDemoNow);
    QCOMPARE(document[u"complete"_s].toBool(), true);
    QCOMPARE(document[u"versions"_s].toInteger(), 547);
    QCOMPARE(gib(document[u"storedBytes"_s]), u"18.71"_s);
    QCOMPARE(gib(document[u"logicalBytes"_s]), u"154.90"_s);
    QVERIFY(document[u"sharedBytes"_s].toInteger() < document[u"storedBytes"_s].toInteger());
    QVERIFY(document[u"manifestBytes"_s].toInteger() > 0);
    // resources/demo/README.md, "the policy frees".
    QCOMPARE(document[u"reclaimableBytes"_s].toInteger(), 5'626'112'786);
    const auto reclaimable = document[u"reclaimable"_s].toObject();
    QCOMPARE(reclaimable[u"policy"_s].toString(), u"profile"_s);
    QCOMPARE(reclaimable[u"files"_s].toArray().first().toString(), u":/demo/northquay.cleanup.yaml"_s);
    QCOMPARE(reclaimable[u"exact"_s].toBool(), true);
    QCOMPARE(sumOf(reclaimable[u"packages"_s].toArray(), u"versions"_s), reclaimable[u"versions"_s].toInteger());
    QVERIFY(sumOf(reclaimable[u"packages"_s].toArray(), u"bytes"_s) <= document[u"reclaimableBytes"_s].toInteger());
    QCOMPARE(document[u"budgetBytes"_s].toInteger(), 20 * kGib);
    QCOMPARE(document[u"budgetFrom"_s].toString(), u"profile"_s);
    QCOMPARE(document[u"usedFraction"_s].toDouble(),
             static_cast<double>(document[u"storedBytes"_s].toInteger()) / static_cast<double>(20 * kGib));
    QCOMPARE(document[u"forecast"_s].toObject(), (QJsonObject{{u"outlook"_s, u"crosses"_s},
                                                              {u"crossesAt"_s, u"2025-12-17T00:00:00Z"_s},
                                                              {u"earliest"_s, u"2025-12-13T00:00:00Z"_s},
                                                              {u"latest"_s, u"2025-12-21T00:00:00Z"_s},
                                                              {u"bytesPerDay"_s, 57405969},
                                                              {u"points"_s, 93}}));
    QCOMPARE(document[u"forecastMissing"_s], QJsonValue(QJsonValue::Null));
    const auto cost = document[u"monthlyCost"_s].toObject();
    QCOMPARE(QString::number(cost[u"storage"_s].toDouble(), 'f', 2), u"4.68"_s);
    QCOMPARE(cost[u"egress"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(QString::number(cost[u"total"_s].toDouble(), 'f', 2), u"154.68"_s);
    QCOMPARE(document[u"incidents"_s].toObject(),
             (QJsonObject{{u"quarter"_s, u"2025-Q4"_s}, {u"count"_s, 0}, {u"breaches"_s, QJsonArray()}}));
    QCOMPARE(sumOf(document[u"kinds"_s].toArray(), u"versions"_s), 547);
    QCOMPARE(sumOf(document[u"ages"_s].toArray(), u"versions"_s), 547);
    QCOMPARE(document[u"ages"_s].toArray().size(), 6);
}

void CtlStorageTest::membersOfTheDocument_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("members");
    const QString figures =
        u"bounds complete exclusiveBytes %1logicalBytes manifestBytes %2sharedBytes storedBytes unreadVersions "
        "unsizedBlobs versions"_s;
    QTest::newRow("document")
        << QString()
        << u"ages billed budgetBytes budgetFrom budgets complete families fetchedAt forecast "
           "forecastMissing group groups history incidents kinds logicalBytes manifestBytes "
           "monthlyCost notWeighed owner problems reclaimable reclaimableBytes sharedBytes storedBytes "
           "usedFraction versions"_s;
    QTest::newRow("group") << u"groups"_s << figures.arg(u"family hub "_s, u"name "_s);
    QTest::newRow("kind") << u"kinds"_s << figures.arg(u"kind "_s, QString());
    QTest::newRow("age") << u"ages"_s << u"age "_s + figures.arg(QString(), QString());
    QTest::newRow("budget") << u"budgets"_s
                            << u"budgetBytes complete family hub incidents over storedBytes usedFraction versions "
                               "versionsWithoutManifest"_s;
    QTest::newRow("whole family")
        << u"families"_s << figures.arg(u"family "_s, QString()).replace(u"sharedBytes"_s, u"packages sharedBytes"_s);
    QTest::newRow("forecast") << u"forecast"_s << u"bytesPerDay crossesAt earliest latest outlook points"_s;
    QTest::newRow("cost") << u"monthlyCost"_s << u"currency egress runner storage total"_s;
    QTest::newRow("billed") << u"billed"_s
                            << u"currency month net otherNet otherSkus reason status storageGigabyteHours storageNet "
                               "transferGigabytes transferNet"_s;
    QTest::newRow("reclaimable") << u"reclaimable"_s
                                 << u"exact families files packages policy skippedPackages unasked unknownVersions "
                                    "unreadLocks unsizedBlobs versions"_s;
    QTest::newRow("reclaimable families") << u"reclaimable.families"_s << u"bytes family versions"_s;
    QTest::newRow("reclaimable packages") << u"reclaimable.packages"_s << u"bytes package versions"_s;
    QTest::newRow("incidents") << u"incidents"_s << u"breaches count quarter"_s;
    QTest::newRow("history") << u"history"_s << u"at storedBytes"_s;
    QTest::newRow("not weighed") << u"notWeighed"_s << u"blobs versions"_s;
}

void CtlStorageTest::membersOfTheDocument()
{
    QFETCH(const QString, path);
    const auto document = m_runs.demoDocument();
    QJsonValue part = document;
    for (const auto& step : path.split(u'.', Qt::SkipEmptyParts))
        part = part[step];
    const auto rows = part.isArray() ? part.toArray() : QJsonArray{part};
    QVERIFY(!rows.isEmpty());
    for (const auto& row : rows)
        QTEST(row.toObject().keys().join(u' '), "members");
}

void CtlStorageTest::groups_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("last");
    // Seven hubs, the base's and the package no rule knows.
    QTest::newRow("usual") << QString() << 9 << u"Base and infrastructure"_s << u"5.94"_s << u"Unassigned"_s;
    QTest::newRow("hub") << u"hub"_s << 9 << u"Base and infrastructure"_s << u"5.94"_s << u"Unassigned"_s;
    QTest::newRow("family") << u"family"_s << 12 << u"Base and infrastructure / family runtimes"_s << u"5.42"_s
                            << u"Unassigned"_s;
    QTest::newRow("package") << u"package"_s << 36 << u"vph-detect-gpu"_s << u"2.97"_s << u"ci-scratch"_s;
}

void CtlStorageTest::groups()
{
    QFETCH(const QString, group);
    const auto document = m_runs.demoDocument(group.isEmpty() ? QStringList() : QStringList{u"--group"_s, group});
    QCOMPARE(document[u"group"_s].toString(), group.isEmpty() ? u"hub"_s : group);
    const auto groups = document[u"groups"_s].toArray();
    QTEST(static_cast<int>(groups.size()), "count");
    QTEST(groups.first()[u"name"_s].toString(), "first");
    QTEST(gib(groups.first()[u"storedBytes"_s]), "stored");
    QTEST(groups.last()[u"name"_s].toString(), "last");
    // Logical bytes and versions add up, stored bytes do not: groups share blobs.
    QCOMPARE(sumOf(groups, u"logicalBytes"_s), document[u"logicalBytes"_s].toInteger());
    QCOMPARE(sumOf(groups, u"versions"_s), 547);
    QVERIFY(sumOf(groups, u"storedBytes"_s) > document[u"storedBytes"_s].toInteger());
    QVERIFY(sumOf(groups, u"exclusiveBytes"_s) < document[u"storedBytes"_s].toInteger());
    for (qsizetype i = 1; i < groups.size(); ++i)
        QVERIFY(groups[i - 1][u"storedBytes"_s].toInteger() >= groups[i][u"storedBytes"_s].toInteger());
    const auto whole = group == "family"_L1 || group == "package"_L1 ? QJsonValue(u"Unassigned"_s) : QJsonValue::Null;
    QCOMPARE(groups.last()[u"hub"_s].toString(), u"Unassigned"_s);
    QCOMPARE(groups.last()[u"family"_s], whole);
}

void CtlStorageTest::historyGoesBackSoManyDays_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("points");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("stored");
    // A reading a day, one an hour ago, and the present; what was stored on a day as resources/demo/README.md tells.
    QTest::newRow("usual") << QStringList{} << 92 << u"2025-08-23T14:32:00Z"_s << u"13.8"_s;
    QTest::newRow("thirty") << QStringList{u"--days"_s, u"30"_s} << 32 << u"2025-10-22T14:32:00Z"_s << u"17.3"_s;
    QTest::newRow("fifteen") << QStringList{u"--days=15"_s} << 17 << u"2025-11-06T14:32:00Z"_s << u"17.9"_s;
    // The past begins 92 days ago, and what was stored then nobody told.
    QTest::newRow("all") << QStringList{u"--days"_s, u"36500"_s} << 94 << u"2025-08-21T14:32:00Z"_s << QString();
}

void CtlStorageTest::historyGoesBackSoManyDays()
{
    QFETCH(const QStringList, options);
    const auto document = m_runs.demoDocument(options);
    const auto history = document[u"history"_s].toArray();
    QTEST(static_cast<int>(history.size()), "points");
    QTEST(history.first()[u"at"_s].toString(), "first");
    QFETCH(const QString, stored);
    if (!stored.isEmpty())
        QCOMPARE(gib(history.first()[u"storedBytes"_s], 1), stored);
    QCOMPARE(history.last()[u"at"_s].toString(), kDemoNow);
    QCOMPARE(history.last()[u"storedBytes"_s], document[u"storedBytes"_s]);
    // The forecast does not depend on what is shown.
    QCOMPARE(document[u"forecast"_s][u"points"_s].toInt(), 93);
}

void CtlStorageTest::textForPeople()
{
    const auto outcome = StorageRuns::storage(m_runs.demo({u"--group"_s, u"family"_s}));
    QCOMPARE(outcome.code, 0);
    const QByteArray forecast = "Forecast     It grows by 54.7 MiB a day and crosses the budget on 2025-12-17, "
                                "2025-12-13 at the earliest and 2025-12-21 at the latest.";
    const QByteArrayList lines{
        "northquay: 547 versions, as of just now",
        "Stored       18.7 GiB, 93 % of the budget of 20.0 GiB",
        "Reclaimable  5.24 GiB in 59 versions, by northquay.cleanup.yaml",
        forecast,
        "Cost         $154.68 a month: storage $4.68, runner $150.00, egress is not known",
        "Billed       not permitted: GitHub tells owners and billing managers only",
        "Incidents    none in 2025-Q4",
        "FAMILY                                       STORED    UNIQUE    SHARED   LOGICAL  VERSIONS",
        "Base and infrastructure / family runtimes  5.42 GiB  1.36 GiB  4.06 GiB  30.7 GiB        85",
        "Unassigned                                     44 B      42 B       2 B      44 B         1",
        "FAMILY IN ALL HUBS    STORED    UNIQUE    SHARED   LOGICAL  VERSIONS",
        "torch               7.26 GiB  5.56 GiB  2.00 GiB  48.7 GiB       125",
    };
    const auto printed = outcome.output.split('\n');
    for (const auto& line : lines)
        QVERIFY2(printed.contains(line), line + "\n\n" + outcome.output);
}

void CtlStorageTest::withoutHistory()
{
    const auto arguments = m_runs.served({u"--demo"_s, u"siriusscan"_s}, u"fresh"_s);
    const auto outcome = StorageRuns::storage(arguments);
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const auto document = StorageRuns::documentOf(outcome);
    QCOMPARE(gib(document[u"storedBytes"_s]), u"3.65"_s);
    QCOMPARE(document[u"forecast"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(document[u"forecastMissing"_s].toObject(),
             (QJsonObject{{u"points"_s, 1}, {u"pointsNeeded"_s, 8}, {u"days"_s, 0}, {u"daysNeeded"_s, 7}}));
    QCOMPARE(document[u"history"_s].toArray().size(), 1);
    const auto text = StorageRuns::storage(arguments.first(8) + QStringList{u"--offline"_s});
    QVERIFY2(text.output.contains("Not known: 1 of 8 days with a reading, over 0 of 7 days."), text.output.constData());
}

void CtlStorageTest::policiesOfTheProfile_data()
{
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("freed"); // GiB; empty: not known
    QTest::addColumn<QByteArray>("says");
    const QByteArray rules = "version: 1\nowner: northquay\n";
    const QByteArray named = rules + "policies:\n  - { file: policy.yaml }\n";
    // What the demo's own policy frees by `untagged` (README.md: 2.49 GiB) is what the usual one frees.
    QTest::newRow("none") << rules << QByteArray("version: 1\n") << u"2.49"_s << QByteArray("by the usual policy");
    QTest::newRow("nothing goes") << named << QByteArray("version: 1\n") << u"0.00"_s
                                  << QByteArray("Reclaimable  0 B in 0 versions, by policy.yaml");
    QTest::newRow("misspelt") << named << QByteArray("version: 1\nuntaged: {olderThan: 1d}\n") << QString()
                              << QByteArray("policy.yaml:2:1");
    QTest::newRow("a target") << named + "targets:\n  - { name: demo-01, kind: swarm }\n"
                              << QByteArray("version: 1\nprotect: {lockFiles: [build-lock.json]}\n") << u"0.00"_s
                              << QByteArray("at most, for not asked: demo-01; build-lock.json was not read: ");
}

void CtlStorageTest::policiesOfTheProfile()
{
    QFETCH(const QByteArray, profile);
    QFETCH(const QByteArray, policy);
    QFETCH(const QByteArray, says);
    for (const auto& [name, text] : {std::pair{u"team.yaml"_s, profile}, std::pair{u"policy.yaml"_s, policy}}) {
        QFile file(m_runs.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    const QStringList options{u"--profile"_s, m_runs.path(u"team.yaml"_s)};
    const auto bytes = m_runs.demoDocument(options)[u"reclaimableBytes"_s];
    QTEST(bytes.isNull() ? QString() : gib(bytes), "freed");
    const auto outcome = StorageRuns::storage(m_runs.demo(options));
    QCOMPARE(outcome.code, 0);
    QVERIFY2((outcome.output + outcome.errors).contains(says), (outcome.output + outcome.errors).constData());
}

/// What a lock file names stays; one that cannot be read is named, and why.
void CtlStorageTest::lockFilesProtect()
{
    const auto write = [this](const QString& name, const QByteArray& text) {
        QFile file(m_runs.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"team.yaml"_s, "version: 1\nowner: northquay\npolicies:\n  - { file: policy.yaml }\n"));
    QFile lock(StorageRuns::source(u"resources/demo/northquay.build-lock.json"_s));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    QVERIFY(write(u"lock.json"_s, lock.readAll()));
    const QByteArray policy = "version: 1\nrules: [{tags: '*', olderThan: 1d}]\nprotect: {deployed: false";
    const QStringList options{u"--profile"_s, m_runs.path(u"team.yaml"_s)};
    const auto found = [&](const QByteArray& locks) {
        return write(u"policy.yaml"_s, policy + locks + "}\n")
                   ? m_runs.demoDocument(options)[u"reclaimable"_s].toObject()
                   : QJsonObject();
    };
    const auto unlocked = found({});
    const auto locked = found(", lockFiles: [lock.json]");
    QVERIFY(unlocked[u"exact"_s].toBool() && locked[u"exact"_s].toBool());
    QVERIFY(locked[u"versions"_s].toInt() > 0);
    QVERIFY(locked[u"versions"_s].toInt() < unlocked[u"versions"_s].toInt());
    const auto unread = found(", lockFiles: [lock.json, gone.json]");
    QCOMPARE(unread[u"versions"_s], locked[u"versions"_s]);
    QCOMPARE(unread[u"exact"_s], QJsonValue(false));
    QCOMPARE(unread[u"unasked"_s], QJsonArray{u"gone.json"_s});
    const auto why = unread[u"unreadLocks"_s].toArray().at(0).toObject();
    QCOMPARE(why[u"file"_s].toString(), u"gone.json"_s);
    const QByteArray text = StorageRuns::storage(m_runs.demo(options)).output;
    QVERIFY2(text.contains("; at most, for gone.json was not read: "), text.constData());
    QCOMPARE(text.count("gone.json"), 2); // its name, and its path in the reason
    QVERIFY2(why[u"message"_s].toString().contains(m_runs.path(u"gone.json"_s)),
             qPrintable(why[u"message"_s].toString()));
}

void CtlStorageTest::badOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const QByteArray grouping = "--group is hub, family or package (";
    QTest::newRow("group") << QStringList{u"--group"_s, u"image"_s} << grouping + "image)";
    QTest::newRow("group of another case") << QStringList{u"--group"_s, u"Hub"_s} << grouping + "Hub)";
    QTest::newRow("empty group") << QStringList{u"--group="_s} << QByteArray("--group is hub, family or package");
    const QByteArray days = "--days takes a whole number from 1 to 36500 (";
    for (const auto& text : {u"0"_s, u"-3"_s, u"1.5"_s, u"week"_s, u"36501"_s, u"99999999999"_s})
        QTest::addRow("days %s", qPrintable(text)) << QStringList{u"--days="_s + text} << days + text.toUtf8() + ')';
    QTest::newRow("argument") << QStringList{u"now"_s} << QByteArray("storage takes no argument (now)");
    QTest::newRow("option of another command")
        << QStringList{u"--filter"_s, u"x"_s} << QByteArray("storage has no option --filter");
}

void CtlStorageTest::badOptions()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, says);
    const auto outcome = StorageRuns::storage(m_runs.demo(options));
    QVERIFY2(outcome.code == 2, outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(says), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

QTEST_GUILESS_MAIN(CtlStorageTest)
#include "tst_ctlstorage.moc"
