#include "domain/freedbytes.h"
#include "integration/servedowner.h"
#include "inventory/buildinventory.h"
#include "models/whatif.h"
#include "settings/profile.h"
#include "storage/consolidation.h"
#include "storage/measurestorage.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString demo(const QString& name)
{
    return qEnvironmentVariable("SLIPWAY_SOURCE") + u"/resources/demo/"_s + name;
}

SnapshotPtr scanned(const QString& organisation)
{
    QFile state(demo(organisation + u".json"_s));
    if (!state.open(QIODevice::ReadOnly))
        return {};
    ServedOwner owner(state.readAll());
    return owner.scan().value_or(nullptr);
}

QString gib(Bytes bytes, int digits)
{
    return QString::number(static_cast<double>(bytes) / (1 << 30), 'f', digits);
}

} // namespace

/// The demo organisations, read through the simulator and measured. Another program has counted them from their states,
/// layers by name (resources/demo/measure.mjs and policy.mjs); its figures stand in resources/demo/README.md.
class DemoStorageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighsWhatItsAuthorCounted_data();
    void weighsWhatItsAuthorCounted();
    void dropsWhatItsPolicyFrees();
    void whatIfBeginsWithWhatCanBeSaved();
};

void DemoStorageTest::weighsWhatItsAuthorCounted_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("logical");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("northquay") << u"18.71"_s << u"154.9"_s
                               << u"image 258, index 109, attestation 86, signature 75, sbom 12, cache 3, artifact 4"_s;
    QTest::newRow("siriusscan") << u"3.65"_s << u"11.1"_s << u"image 114, index 57, attestation 114"_s;
}

void DemoStorageTest::weighsWhatItsAuthorCounted()
{
    const QString organisation = QString::fromUtf8(QTest::currentDataTag());
    const auto snapshot = scanned(organisation);
    QVERIFY(snapshot);
    const auto profile = loadProfile(demo(organisation + u".profile.yaml"_s));
    QVERIFY(profile);
    const auto report = measureStorage(*snapshot, classify(*snapshot, profile->rules), snapshot->fetchedAt);
    QStringList kinds;
    for (const auto& kind : report.kinds)
        kinds.append(u"%1 %2"_s.arg(manifestKindName(kind.kind)).arg(kind.figures.versions));
    QTEST(gib(report.whole.size.stored, 2), "stored");
    QTEST(gib(report.whole.size.logical, 1), "logical");
    QTEST(kinds.join(u", "_s), "kinds");
}

/// "untagged 24 trees 2.49": of images and indexes, older than 90 days.
void DemoStorageTest::dropsWhatItsPolicyFrees()
{
    const auto snapshot = scanned(u"northquay"_s);
    QVERIFY(snapshot);
    Consolidation wish;
    wish.retention.untaggedFor = std::chrono::days(90);
    const auto now = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate); // the anchor of its state
    const auto result = consolidate(*snapshot, ReferenceGraph(*snapshot), classify(*snapshot, {}), wish, now);
    QCOMPARE(gib(result.stored.savedByDropping(), 2), u"2.49"_s);
    QCOMPARE(result.stored.savedBySharing(), 0);
    const auto freed = freedByDeleting(*snapshot, BlobUsage(*snapshot).references(), result.dropped);
    QCOMPARE(freed.owner, result.stored.savedByDropping());
}

/// What the window shows at first. All images of the seven hubs begin with the same five layers, those of the proposed
/// base: sharing it has been done, and only dropping saves.
void DemoStorageTest::whatIfBeginsWithWhatCanBeSaved()
{
    const auto snapshot = scanned(u"northquay"_s);
    QVERIFY(snapshot);
    const auto profile = loadProfile(demo(u"northquay.profile.yaml"_s));
    QVERIFY(profile);
    const auto inventory = buildInventory(snapshot, profile->rules);
    const auto ground = whatIfGround(inventory);
    QCOMPARE(ground.hubs.size(), size_t{7});
    QCOMPARE(ground.bases[0].title, u"base-cpu:12.1.1"_s);
    QCOMPARE(ground.bases[1].title, u"base-gpu:12.1.1"_s);
    QVERIFY(ground.bases[1].isProposed && !ground.bases[2].isProposed);
    const auto now = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);
    const auto result = consolidate(*snapshot, *inventory->graph, ground.classes,
                                    consolidationOf(usualWhatIf(ground, profile->prices.over({}))), now);
    QCOMPARE(gib(result.stored.before, 2), u"18.71"_s);
    QCOMPARE(gib(result.stored.afterSharing, 1), u"13.6"_s);
    QCOMPARE(result.stored.savedBySharing(), 0);
    QCOMPARE(result.imagesWithoutBase, size_t{0});
    const auto freed = freedByDeleting(*snapshot, inventory->references, result.dropped);
    QCOMPARE(freed.owner, result.stored.savedByDropping());
}

QTEST_GUILESS_MAIN(DemoStorageTest)
#include "tst_demostorage.moc"
