#include "bench/measure.h"
#include "domain/snapshotbuilder.h"
#include "drift/finddrift.h"
#include "drift/lockmaking.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPairs = 5000;
constexpr int kLayers = 30;
constexpr int kShared = 5;
/// The median of some runs in milliseconds of processor time: what one core needs, whoever else uses the machine.
template<typename Function>
double medianCpuMs(int runs, Function function)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double begin = cpuMs();
        function();
        times.push_back(cpuMs() - begin);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

constexpr int kPackages = 60; ///< in each SBOM

Digest digestOf(const QString& name)
{
    return Digest::of(name.toUtf8());
}

/// 5,000 pairs of siblings on two bases: every tenth diverges, every tenth has another CUDA, every tenth another numpy,
/// every tenth stands on an older base.
class Organisation final
{
public:
    Organisation()
        : m_builder({u"northquay"_s, 7, OwnerKind::Organization}, time())
    {
        for (int base = 0; base < 2; ++base)
            add(u"base-cpu"_s, base == 0 ? u"latest"_s : u"v1"_s, layersOf(u"base-cpu"_s, 4, 0), base);
        addPackage(u"base-cpu"_s);
        for (int pair = 0; pair < kPairs; ++pair) {
            const QString stem = u"app%1"_s.arg(pair, 5, 10, QLatin1Char('0'));
            add(stem + u"-cpu"_s, u"latest"_s, layersOf(stem, kShared, 0), pair);
            addPackage(stem + u"-cpu"_s);
            add(stem + u"-gpu"_s, u"latest"_s, layersOf(stem, pair % 10 == 0 ? kShared - 1 : kShared, 1), pair);
            addPackage(stem + u"-gpu"_s);
        }
        snapshot = withConfigs(std::move(m_builder).build(), m_configs);
    }

    SnapshotPtr snapshot;
    ReadSboms sboms;

private:
    static QDateTime time() { return {QDate(2026, 11, 21), QTime(12, 0), QTimeZone::UTC}; }

    /// Layers of which the first `shared` are the stem's, the others a side's own.
    static std::vector<BlobReference> layersOf(const QString& stem, int shared, int side)
    {
        std::vector<BlobReference> layers;
        for (int i = 0; i < kLayers; ++i) {
            const QString own = i < 4 && shared >= 4 ? u"base"_s : i < shared ? stem : stem + QString::number(side);
            layers.push_back({digestOf(own + u'/' + QString::number(i)), 1'000'000 + i, {}});
        }
        return layers;
    }

    void add(const QString& package, const QString& tag, std::vector<BlobReference> layers, int number)
    {
        const QString name = package + u'/' + tag;
        Manifest manifest;
        manifest.digest = digestOf(name);
        manifest.kind = ManifestKind::Image;
        manifest.mediaType = u"application/vnd.oci.image.manifest.v1+json"_s;
        manifest.size = 5000;
        manifest.config = BlobReference{digestOf(name + u"/config"_s), 5000, {}};
        manifest.layers = std::move(layers);
        ImageConfig config;
        config.platform = u"linux/amd64"_s;
        config.env = {u"PATH=/usr/local/bin:/usr/bin:/bin"_s, u"LANG=C.UTF-8"_s, u"PYTHON_VERSION=3.11.10"_s,
                      u"CUDA_VERSION=%1"_s.arg(number % 10 == 1 ? u"12.2.0"_s : u"12.1.1"_s)};
        const QString base = number % 10 == 2 ? u"v1"_s : u"latest"_s;
        config.labels = {{u"org.opencontainers.image.base.name"_s, u"ghcr.io/northquay/base-cpu:"_s + base},
                         {u"org.opencontainers.image.base.digest"_s, digestOf(u"base-cpu/"_s + base).toString()},
                         {u"org.opencontainers.image.revision"_s, u"0123456789abcdef0123456789abcdef01234567"_s}};
        m_configs.insert(manifest.config->digest, config);
        std::vector<SbomPackage> packages;
        for (int i = 0; i < kPackages; ++i) {
            const bool isOther = number % 10 == 3 && i == 7 && package.endsWith(u"gpu"_s);
            packages.push_back({u"package-%1"_s.arg(i, 3, 10, QLatin1Char('0')), isOther ? u"2.0.2"_s : u"1.26.4"_s});
        }
        sboms.sboms.insert(manifest.digest, makeSbom(std::move(packages)));
        m_builder.addManifest(manifest);
        ListedVersion version;
        version.id = {++m_id};
        version.digest = manifest.digest;
        version.tags = {{tag}};
        version.createdAt = time().addSecs(-m_id);
        version.updatedAt = version.createdAt;
        m_versions.push_back(std::move(version));
    }

    void addPackage(const QString& name)
    {
        ListedPackage package;
        package.name = {name};
        package.id = ++m_id;
        package.repository = u"hub%1"_s.arg(m_id % 50);
        if (name != "base-cpu"_L1)
            package.repository = u"hub"_s + name.first(5);
        m_builder.addPackage(package, std::exchange(m_versions, {}), Completeness::Whole);
    }

    SnapshotBuilder m_builder;
    std::vector<ListedVersion> m_versions;
    QHash<Digest, ImageConfig> m_configs;
    std::int64_t m_id = 0;
};

DriftPolicy policy()
{
    DriftPolicy made;
    made.cuda = Glob::parse(u"12.1.*"_s).value();
    made.shared.push_back({std::nullopt, std::nullopt, SharedLayersBy::Count, kShared});
    return made;
}

void measureChecks(const DriftFacts& facts)
{
    size_t found = 0;
    const double together = medianCpuMs(9, [&] { found = findDrift(facts).findings.size(); });
    std::printf("%zu findings\n", found);
    row("all checks", together);
    for (const auto check : {DriftCheck::Lock, DriftCheck::CpuGpu, DriftCheck::Identical, DriftCheck::Base,
                             DriftCheck::Cuda, DriftCheck::Sbom}) {
        const double alone = medianCpuMs(5, [&] { found += findDrift(facts, {check}).findings.size(); });
        row(("  " + driftCheckName(check).toLatin1() + " alone").constData(), alone, "all checks", alone / together);
    }
}

void measureLock(const DriftFacts& facts)
{
    const auto made = makeLock(facts.snapshot, facts.graph, facts.classes, facts.policy);
    const QByteArray text = writeBuildLock(made.lock);
    std::printf("the lock file: %.1f MB, %zu images\n", static_cast<double>(text.size()) / 1e6,
                made.lock.images.size());
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const double plainWrite = medianCpuMs(5, [&] { static_cast<void>(document.toJson(QJsonDocument::Indented)); });
    const double plainParse = medianCpuMs(5, [&] { static_cast<void>(QJsonDocument::fromJson(text)); });
    row("JSON alone, written", plainWrite);
    row("JSON alone, parsed", plainParse);
    const double write = medianCpuMs(5, [&] {
        static_cast<void>(writeBuildLock(makeLock(facts.snapshot, facts.graph, facts.classes, facts.policy).lock));
    });
    row("lock write: made and written", write, "JSON written", write / plainWrite);
    const double verify = medianCpuMs(5, [&] {
        const auto read = parseBuildLock(text, u"lock"_s);
        DriftFacts with = facts;
        with.lock = &read->lock;
        static_cast<void>(findDrift(with, {DriftCheck::Lock}));
    });
    row("lock verify: read and compared", verify, "JSON parsed", verify / plainParse);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Organisation organisation;
    const auto classes = classify(*organisation.snapshot, {});
    const ReferenceGraph graph(*organisation.snapshot);
    const auto rules = policy();
    const auto lock = makeLock(*organisation.snapshot, graph, classes, rules).lock;
    const DriftFacts facts{*organisation.snapshot, graph, classes, rules, &lock, &organisation.sboms};
    std::printf("%zu packages, %d layers in each image\n", organisation.snapshot->packages.size(), kLayers);
    measureChecks(facts);
    measureLock(facts);
    return 0;
}
