#include "integration/storageruns.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList namesOf(const QJsonArray& rows, const QString& member)
{
    QStringList names;
    for (const auto& row : rows)
        names.append(row[member].toString());
    return names;
}

} // namespace

/// What `slipwayctl storage` says of what could not be listed, read or weighed.
class CtlStorageLacksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incompleteIsTheLeast();
    void nothingWeighedIsNoZero();
    void whatWasNotListedIsNoZero();

private:
    StorageRuns m_runs;
};

/// The package "warts" lists manifests that are missing, no JSON, or not what their digest says.
void CtlStorageLacksTest::incompleteIsTheLeast()
{
    const auto arguments =
        m_runs.served({u"--state"_s, StorageRuns::source(u"tests/simulator/data/organisation.json"_s)}, u"warts"_s);
    const auto outcome = StorageRuns::storage(arguments, u"ghp_owner"_s);
    QVERIFY2(outcome.code == 5, outcome.errors.constData());
    const auto document = StorageRuns::documentOf(outcome);
    QCOMPARE(document[u"complete"_s].toBool(), false);
    QCOMPARE(namesOf(document[u"problems"_s].toArray(), u"kind"_s).size(), 3);
    const auto unread = document[u"notWeighed"_s][u"versions"_s].toArray();
    QCOMPARE(namesOf(unread, u"package"_s), (QStringList{u"warts"_s, u"warts"_s, u"warts"_s}));
    QCOMPARE(unread[0].toObject().keys(), (QStringList{u"digest"_s, u"id"_s, u"package"_s}));
    QCOMPARE(sumOf(document[u"groups"_s].toArray(), u"unreadVersions"_s), 3);
    // What the registry does not have, or is no manifest, stores nothing: that spoils no point of a trend.
    QCOMPARE(document[u"history"_s].toArray().size(), 1);
    QCOMPARE(document[u"forecastMissing"_s][u"points"_s].toInt(-1), 1);
    const auto text =
        StorageRuns::storage(arguments.first(8) + QStringList{u"--offline"_s, u"--group"_s, u"package"_s});
    QCOMPARE(text.code, 5);
    QVERIFY2(text.output.contains("Stored       at least 64.3 MiB, 0 % of"), text.output.constData());
    for (const auto* line : {"Logical      at least ", "Shared       at least ", "a month: storage at least $"})
        QVERIFY2(text.output.contains(line), text.output.constData());
    QVERIFY2(text.output.contains("Cost         at least $"), text.output.constData());
    QVERIFY2(text.output.contains("3 versions whose manifest is not known"), text.output.constData());
    // What the three hold may be in another package too: then less is only its own.
    QVERIFY2(text.output.contains("\nwarts "), text.output.constData());
    QVERIFY2(QString::fromUtf8(text.output).contains(u" MiB  ≤ "_s), text.output.constData());
    for (const auto& group : document[u"groups"_s].toArray())
        QCOMPARE(group[u"complete"_s].toBool(), group[u"unreadVersions"_s].toInt() == 0);
    // What is missing elsewhere may hold what only a whole part seems to have.
    for (const auto& group : document[u"groups"_s].toArray()) {
        const bool isWhole = group[u"complete"_s].toBool();
        const QJsonObject bounds{{u"stored"_s, isWhole ? u"exact"_s : u"least"_s},
                                 {u"exclusive"_s, isWhole ? u"most"_s : u"least"_s},
                                 {u"shared"_s, u"least"_s}};
        QCOMPARE(group[u"bounds"_s].toObject(), bounds);
    }
    QVERIFY2(text.output.contains("3 problems: the inventory is incomplete."), text.output.constData());
}

/// Only that package: what is stored nobody knows.
void CtlStorageLacksTest::nothingWeighedIsNoZero()
{
    QFile organisation(StorageRuns::source(u"tests/simulator/data/organisation.json"_s));
    QVERIFY(organisation.open(QIODevice::ReadOnly));
    auto state = QJsonDocument::fromJson(organisation.readAll()).object();
    QJsonArray warts;
    for (const auto& package : state[u"packages"_s].toArray())
        if (package[u"name"_s] == u"warts"_s)
            warts.append(package);
    state.insert(u"packages"_s, warts);
    QFile file(m_runs.path(u"warts.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(state).toJson()) > 0);
    file.close();
    const auto arguments = m_runs.served({u"--state"_s, file.fileName()}, u"unweighed"_s);
    const auto outcome = StorageRuns::storage(arguments, u"ghp_owner"_s);
    QVERIFY2(outcome.code == 5, outcome.errors.constData());
    const auto document = StorageRuns::documentOf(outcome);
    for (const auto& member : {u"storedBytes"_s, u"logicalBytes"_s, u"sharedBytes"_s, u"usedFraction"_s})
        QVERIFY2(document.contains(member) && document[member].isNull(), qPrintable(member));
    QVERIFY(document[u"monthlyCost"_s][u"storage"_s].isNull());
    const auto budget = document[u"budgets"_s].toArray().first();
    for (const auto& member : {u"storedBytes"_s, u"usedFraction"_s, u"over"_s})
        QVERIFY2(budget[member].isNull(), qPrintable(member));
    QCOMPARE(budget[u"versions"_s].toInt(), 4); // one is an index that was read, and has no bytes
    QCOMPARE(budget[u"versionsWithoutManifest"_s].toInt(), 3);
    const auto text = StorageRuns::storage(arguments.first(8) + QStringList{u"--offline"_s});
    QCOMPARE(text.code, 5);
    for (const auto* line :
         {"Stored       – (nothing could be weighed)\n", "Logical      – (nothing could be weighed)\n",
          "Shared       – (nothing could be weighed)\n", "Not weighed  3 versions whose manifest is not known\n",
          "Cost         at least $150.00 a month: storage is not known, runner $150.00,"})
        QVERIFY2(text.output.contains(line), text.output.constData());
    // A budget and a group of nothing else say what is missing, and a budget for nothing that there is none.
    QFile profile(m_runs.path(u"warts.profile.yaml"_s));
    QVERIFY(profile.open(QIODevice::WriteOnly)
            && profile.write("version: 1\nowner: sirius-test\nclassification: [{ name: \"*\", hub: odd }]\n"
                             "budgets: [{ storage: 20 }, { hub: odd, storage: 1 }, { hub: none, storage: 2 }]\n")
                   > 0);
    profile.close();
    const auto rows = StorageRuns::storage(
        arguments.first(8) + QStringList{u"--offline"_s, u"--profile"_s, profile.fileName(), u"--group"_s, u"hub"_s});
    QCOMPARE(rows.code, 5);
    for (const auto* pattern : {"\nodd +– +1\\.00 GiB +–  3 versions without a manifest: nothing could be weighed\n",
                                "\nnone +0 B +2\\.00 GiB +0 %  no such images\n",
                                "\nodd +– +– +– +– +4  3 versions without a manifest: nothing could be weighed\n"}) {
        const QRegularExpression row(QString::fromUtf8(pattern));
        QVERIFY2(row.match(QString::fromUtf8(rows.output)).hasMatch(), rows.output.constData());
    }
}

/// A package whose versions nobody listed has none that are unread, and is unknown all the same.
void CtlStorageLacksTest::whatWasNotListedIsNoZero()
{
    const auto arguments =
        m_runs.served({u"--state"_s, StorageRuns::source(u"tests/simulator/data/organisation.json"_s), u"--fault"_s,
                       u"status=500,route=*/packages/container/team*app/versions*"_s},
                      u"unlisted"_s, {u"--group"_s, u"package"_s});
    const auto outcome = StorageRuns::storage(arguments, u"ghp_owner"_s);
    QVERIFY2(outcome.code == 5, outcome.errors.constData());
    const auto groups = StorageRuns::documentOf(outcome)[u"groups"_s].toArray();
    const auto app = std::ranges::find_if(groups, [](const auto& group) { return group[u"name"_s] == u"team/app"_s; });
    QVERIFY(app != groups.end());
    QCOMPARE((*app)[u"unreadVersions"_s].toInt(), 0);
    QCOMPARE((*app)[u"complete"_s].toBool(), false);
    const auto text =
        StorageRuns::storage(arguments.first(8) + QStringList{u"--offline"_s, u"--group"_s, u"package"_s});
    static const QRegularExpression row(u"\nteam/app +– +– +– +– +0  no data yet\n"_s);
    QVERIFY2(row.match(QString::fromUtf8(text.output)).hasMatch(), text.output.constData());
}

QTEST_GUILESS_MAIN(CtlStorageLacksTest)
#include "tst_ctlstoragelacks.moc"
