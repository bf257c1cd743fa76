#include "domain/freedbytes.h"
#include "integration/servedowner.h"
#include "inventory/buildinventory.h"
#include "models/whatif.h"
#include "settings/profile.h"
#include "storage/consolidation.h"
#include "storage/measurestorage.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <set>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString demo(const QString& name)
{
    return qEnvironmentVariable("SLIPWAY_SOURCE") + u"/resources/demo/"_s + name;
}

QByteArray stateOf(const QString& organisation)
{
    QFile state(demo(organisation + u".json"_s));
    return state.open(QIODevice::ReadOnly) ? state.readAll() : QByteArray();
}

SnapshotPtr scanned(const QString& organisation)
{
    ServedOwner owner(stateOf(organisation));
    return owner.scan().value_or(nullptr);
}

/// The organisation as it was before its hubs shared a base: each has built one of its own, with other digests for the
/// same layers, on which its images stand.
class ForkedState final
{
public:
    explicit ForkedState(const QByteArray& state)
        : m_root(QJsonDocument::fromJson(state).object())
        , m_layers(m_root[u"layers"_s].toObject())
    {
        QJsonArray packages = m_root[u"packages"_s].toArray();
        for (const auto& package : packages)
            if (package[u"name"_s].toString().startsWith(u"base-"_s))
                noteBases(package.toObject());
        for (QJsonValueRef package : packages)
            if (const QString hub = package.toObject()[u"repository"_s].toString();
                !hub.isEmpty() && hub != "platform"_L1)
                package = forked(package.toObject(), hub);
        for (QJsonValueRef package : packages)
            package = withForks(package.toObject());
        m_root[u"packages"_s] = packages;
        m_root[u"layers"_s] = m_layers;
    }

    [[nodiscard]] QByteArray json() const { return QJsonDocument(m_root).toJson(QJsonDocument::Compact); }
    /// Of all layers that are there only because bases are not shared.
    [[nodiscard]] Bytes bytes() const { return m_bytes; }

private:
    struct Base {
        QString package;
        QString platform;
        QStringList layers;
    };

    void noteBases(const QJsonObject& package)
    {
        for (const auto& version : package[u"versions"_s].toArray())
            if (version[u"key"_s].toString().startsWith(u"12.1.1/"_s) && version[u"image"_s].isObject())
                m_bases.push_back({package[u"name"_s].toString(), version[u"image"_s][u"platform"_s].toString(),
                                   version[u"image"_s][u"layers"_s].toVariant().toStringList()});
        // What stands on the larger base begins with the smaller one as well.
        std::ranges::stable_sort(m_bases, std::ranges::greater{}, [](const Base& base) { return base.layers.size(); });
    }
    QString forkOf(const QString& layer, const QString& hub)
    {
        const QString name = layer + u'@' + hub;
        if (m_layers.contains(name))
            return name;
        QJsonObject copy = m_layers[layer].toObject();
        const auto other = [&](const QString& what) {
            return QString(u"sha256:"_s
                           + QString::fromLatin1(
                               QCryptographicHash::hash((what + name).toUtf8(), QCryptographicHash::Sha256).toHex()));
        };
        copy[u"digest"_s] = other(u"digest "_s);
        copy[u"diffId"_s] = other(u"diff "_s);
        m_bytes += copy[u"size"_s].toInteger();
        m_layers[name] = copy;
        return name;
    }
    QStringList forkOf(const Base& base, const QString& hub)
    {
        QStringList layers;
        for (const auto& layer : base.layers)
            layers.append(forkOf(layer, hub));
        return layers;
    }
    QJsonObject forked(QJsonObject package, const QString& hub)
    {
        QJsonArray versions = package[u"versions"_s].toArray();
        for (QJsonValueRef each : versions) {
            QJsonObject version = each.toObject();
            QJsonObject image = version.value(u"image"_s).toObject();
            QStringList layers = image.value(u"layers"_s).toVariant().toStringList();
            for (const Base& base : m_bases) {
                if (image.value(u"platform"_s).toString() != base.platform
                    || layers.first(std::min(layers.size(), base.layers.size())) != base.layers)
                    continue;
                layers = forkOf(base, hub) + layers.sliced(base.layers.size());
                m_forks.insert({base.package + u' ' + base.platform, hub});
                break;
            }
            if (image.isEmpty())
                continue;
            image[u"layers"_s] = QJsonArray::fromStringList(layers);
            version[u"image"_s] = image;
            each = version;
        }
        package[u"versions"_s] = versions;
        return package;
    }
    /// The hubs' bases, as versions of the base packages.
    QJsonObject withForks(QJsonObject package)
    {
        QJsonArray versions = package[u"versions"_s].toArray();
        for (const Base& base : m_bases)
            for (const auto& [what, hub] : m_forks) {
                if (base.package != package[u"name"_s].toString() || what != base.package + u' ' + base.platform)
                    continue;
                const QString tag = hub + u'-' + base.platform.section(u'/', 1);
                versions.append(QJsonObject{
                    {u"key"_s, tag},
                    {u"id"_s, 990'000'000 + ++m_made},
                    {u"createdAt"_s, package[u"createdAt"_s]},
                    {u"updatedAt"_s, package[u"createdAt"_s]},
                    {u"tags"_s, QJsonArray{tag}},
                    {u"image"_s, QJsonObject{{u"platform"_s, base.platform},
                                             {u"layers"_s, QJsonArray::fromStringList(forkOf(base, hub))},
                                             {u"config"_s, QJsonObject{{u"created"_s, package[u"createdAt"_s]}}}}}});
            }
        package[u"versions"_s] = versions;
        return package;
    }

    QJsonObject m_root;
    QJsonObject m_layers;
    std::vector<Base> m_bases;
    std::set<std::pair<QString, QString>> m_forks; ///< the base, the hub that has its own
    Bytes m_bytes = 0;
    int m_made = 0;
};

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
    void sharedBasesFreeTheirLayers();
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

/// The seeds' "consolidated from 25 to 18 GiB": where each hub has a base of its own, sharing one frees these bases'
/// layers, to the byte, and what is left is what the demo stores.
void DemoStorageTest::sharedBasesFreeTheirLayers()
{
    const ForkedState forked(stateOf(u"northquay"_s));
    ServedOwner owner(forked.json());
    const auto snapshot = owner.scan().value_or(nullptr);
    QVERIFY(snapshot);
    QVERIFY(snapshot->complete);
    const auto profile = loadProfile(demo(u"northquay.profile.yaml"_s));
    QVERIFY(profile);
    const auto ground = whatIfGround(buildInventory(snapshot, profile->rules));
    auto wish = consolidationOf(usualWhatIf(ground, profile->prices.over({})));
    wish.retention = {};
    const auto result = consolidate(*snapshot, ReferenceGraph(*snapshot), ground.classes, wish,
                                    QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate));
    QCOMPARE(gib(forked.bytes(), 2), u"1.27"_s);
    QCOMPARE(result.stored.savedByDropping(), 0);
    QCOMPARE(result.stored.savedBySharing(), forked.bytes());
    QCOMPARE(gib(result.stored.before - forked.bytes(), 2), u"18.71"_s);
    QCOMPARE(gib(result.stored.afterSharing, 2), u"18.71"_s);
    QVERIFY(result.imagesMoved > 100);
}

QTEST_GUILESS_MAIN(DemoStorageTest)
#include "tst_demostorage.moc"
