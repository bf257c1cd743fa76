#include "integration/servedowner.h"
#include "integration/storageruns.h"
#include "models/usetable.h"
#include "settings/profile.h"
#include "storage/storageoverview.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Two hubs have torch, whose two images stand on one base; llm has a layer of one of them.
const QByteArray kHandMade = R"({
  "version": 1, "anchor": "2025-11-21T14:32:00Z", "owner": { "login": "handmade", "id": 9, "type": "Organization" },
  "layers": {
    "base": { "size": 2000, "digest": "sha256:%a", "diffId": "sha256:%b" },
    "ca": { "size": 3000, "digest": "sha256:%c", "diffId": "sha256:%d" },
    "own": { "size": 70000, "digest": "sha256:%e", "diffId": "sha256:%f" }
  },
  "packages": [
    { "name": "torch-cpu", "id": 1, "visibility": "private", "repository": "one",
      "createdAt": "2025-01-01T00:00:00Z", "updatedAt": "2025-11-20T00:00:00Z", "versions": [
        { "id": 11, "createdAt": "2025-11-20T00:00:00Z", "updatedAt": "2025-11-20T00:00:00Z", "tags": ["v1"],
          "image": { "platform": "linux/amd64", "layers": ["base", "ca"], "config": { "cmd": ["cpu"] } } }] },
    { "name": "torch-gpu", "id": 2, "visibility": "private", "repository": "two",
      "createdAt": "2025-01-01T00:00:00Z", "updatedAt": "2025-11-01T00:00:00Z", "versions": [
        { "id": 21, "createdAt": "2025-11-01T00:00:00Z", "updatedAt": "2025-11-01T00:00:00Z", "tags": ["v1"],
          "image": { "platform": "linux/amd64", "layers": ["base"], "config": { "cmd": ["gpu"] } } }] },
    { "name": "llm-cpu", "id": 3, "visibility": "private", "repository": "two",
      "createdAt": "2025-01-01T00:00:00Z", "updatedAt": "2025-03-01T00:00:00Z", "versions": [
        { "id": 31, "createdAt": "2025-03-01T00:00:00Z", "updatedAt": "2025-03-01T00:00:00Z", "tags": ["v1"],
          "image": { "platform": "linux/amd64", "layers": ["ca", "own"], "config": { "cmd": ["llm"] } } }] }
  ] })";

QByteArray handMade()
{
    QByteArray state = kHandMade;
    for (const char digit : {'a', 'b', 'c', 'd', 'e', 'f'})
        state.replace(QByteArray("%") + digit, QByteArray(64, digit));
    return state;
}

/// name: unique shared stored
QStringList shownRows(const FigureTable& table)
{
    QStringList rows;
    for (const auto& row : table.rows)
        rows.append(u"%1: %2 %3 %4"_s.arg(row.cells[0].exact.isEmpty() ? row.cells[0].text : row.cells[0].exact,
                                          row.cells[2].exact, row.cells[3].exact, row.cells[4].exact));
    rows.sort();
    return rows;
}

QStringList toldRows(const QJsonArray& parts, const QString& member)
{
    QStringList rows;
    for (const auto& part : parts)
        if (part[u"versions"_s].toInteger() > 0)
            rows.append(u"%1: %2 %3 %4"_s.arg(part[member].toString())
                            .arg(part[u"exclusiveBytes"_s].toInteger())
                            .arg(part[u"sharedBytes"_s].toInteger())
                            .arg(part[u"storedBytes"_s].toInteger()));
    rows.sort();
    return rows;
}

/// name: versions
QStringList toldCounts(const QJsonArray& parts, const QString& member)
{
    QStringList rows;
    for (const auto& part : parts)
        if (part[u"versions"_s].toInteger() > 0)
            rows.append(u"%1: %2"_s.arg(part[member].toString()).arg(part[u"versions"_s].toInteger()));
    rows.sort();
    return rows;
}

template<typename Use, typename Name>
QStringList countsOf(const std::vector<Use>& uses, Name nameOf)
{
    QStringList rows;
    for (const auto& use : uses)
        rows.append(u"%1: %2"_s.arg(nameOf(use)).arg(use.versions));
    rows.sort();
    return rows;
}

StorageOverview overviewOf(const QByteArray& state, const ClassificationRules& rules)
{
    ServedOwner owner(state);
    const auto snapshot = owner.scan().value_or(nullptr);
    // The moment both states tell of.
    const auto now = QDateTime::fromString(kDemoNow, Qt::ISODate);
    return snapshot ? storageOverview(*snapshot, rules, now) : StorageOverview();
}

void compare(const StorageOverview& overview, const QJsonObject& document)
{
    QCOMPARE(document[u"storedBytes"_s].toInteger(), overview.size.stored);
    QCOMPARE(document[u"sharedBytes"_s].toInteger(), overview.size.shared);
    QCOMPARE(document[u"logicalBytes"_s].toInteger(), overview.size.logical);
    QCOMPARE(shownRows(useTable(overview, UseGrouping::Hub)), toldRows(document[u"groups"_s].toArray(), u"hub"_s));
    QCOMPARE(shownRows(useTable(overview, UseGrouping::Family)),
             toldRows(document[u"families"_s].toArray(), u"family"_s));
    QCOMPARE(shownRows(useTable(overview, UseGrouping::Kind)), toldRows(document[u"kinds"_s].toArray(), u"kind"_s));
    QCOMPARE(shownRows(useTable(overview, UseGrouping::Age)), toldRows(document[u"ages"_s].toArray(), u"age"_s));
    QCOMPARE(countsOf(overview.kinds, [](const KindUse& use) { return manifestKindName(use.kind); }),
             toldCounts(document[u"kinds"_s].toArray(), u"kind"_s));
    QCOMPARE(countsOf(overview.ages, [](const AgeUse& use) { return ageClassName(use.age); }),
             toldCounts(document[u"ages"_s].toArray(), u"age"_s));
}

} // namespace

/// The Storage page and `slipwayctl storage` tell the same of the same registry: each read by its own way.
class StorageAgreementTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onTheDemo();
    void onAHandMadeRegistry();

private:
    StorageRuns m_runs;
};

void StorageAgreementTest::onTheDemo()
{
    QFile state(StorageRuns::source(u"resources/demo/northquay.json"_s));
    QVERIFY(state.open(QIODevice::ReadOnly));
    const auto profile = loadProfile(StorageRuns::source(u"resources/demo/northquay.profile.yaml"_s));
    QVERIFY(profile);
    const auto overview = overviewOf(state.readAll(), profile->rules);
    QVERIFY(overview.families.size() > 3 && overview.kinds.size() == 7 && overview.ages.size() == 4);
    compare(overview, m_runs.demoDocument());
}

void StorageAgreementTest::onAHandMadeRegistry()
{
    QFile file(m_runs.path(u"handmade.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(handMade());
    file.close();
    const auto overview = overviewOf(handMade(), {});
    const auto torch = std::ranges::find(overview.families, u"torch"_s, &PlaceUse::name);
    QVERIFY(torch != overview.families.end());
    // By hand: base is torch's alone though two versions have it; ca is llm's too. Configs are of one version each.
    QCOMPARE(torch->size.shared, 2000 + 3000);
    QCOMPARE(torch->size.stored - torch->size.exclusive, 3000);
    const QString now = kDemoNow;
    const auto document = StorageRuns::documentOf(StorageRuns::storage(
        m_runs.served({u"--state"_s, file.fileName(), u"--now"_s, now}, u"handmade"_s, {u"--now"_s, now})));
    compare(overview, document);
}

QTEST_GUILESS_MAIN(StorageAgreementTest)
#include "tst_storageagreement.moc"
