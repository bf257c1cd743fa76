#include "drift/driftreading.h"
#include "integration/builtimages.h"
#include "integration/dockerregistry.h"
#include "integration/servedowner.h"
#include "integration/watchedsession.h"
#include "models/driftcomparison.h"

#include <QCoroTask>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList linesOf(const DriftReport& report)
{
    QStringList lines;
    for (const auto& finding : report.findings) {
        QString line = u"%1 %2:%3 %4"_s.arg(driftCheckName(finding.check), finding.image, finding.tag, finding.other);
        if (finding.divergesAtLayer > 0)
            line += u" at layer %1 of %2"_s.arg(finding.divergesAtLayer).arg(finding.count);
        else if (finding.count > 0)
            line += u" by %1"_s.arg(finding.count);
        lines.append(line);
    }
    for (const auto& gap : report.gaps)
        lines.append(u"? %1 %2:%3"_s.arg(driftCheckName(gap.check), gap.image, gap.tag));
    return lines;
}

/// An SPDX 2.3 document of packages, "name version" each.
QByteArray spdx(const QStringList& packages)
{
    QStringList rows;
    for (const auto& package : packages)
        rows.append(uR"({"SPDXID":"SPDXRef-%1","name":"%1","versionInfo":"%2","downloadLocation":"NOASSERTION"})"_s.arg(
            package.section(u' ', 0, 0), package.section(u' ', 1)));
    return (uR"({"spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","SPDXID":"SPDXRef-DOCUMENT","name":"built",)"_s
            + uR"("documentNamespace":"https://example.org/built","creationInfo":{"created":"2025-11-21T14:32:00Z",)"_s
            + uR"("creators":["Tool: a test"]},"packages":[%1]})"_s.arg(rows.join(u',')))
        .toUtf8();
}

} // namespace

/// Drift of real images: built by buildah on one base, attested by cosign, pushed to Debian's docker-registry, read by
/// the whole program. GitHub's list of them is the simulator's.
class BuiltImagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoOnOneBaseShareIt();
    void theBaseMovesOn();
    void packagesOfAnAttestation();
    void packagesOfTwoBuilds();
    void cleanupTestCase();

private:
    /// What the window's look for drift finds of these.
    void look(const QByteArray& listed);
    /// The layers of two images side by side.
    [[nodiscard]] LayerLadder ladder(const QString& left, const QString& right) const;
    [[nodiscard]] QStringList madeBy(const QString& image) const;
    [[nodiscard]] LadderSide side(const ComparedImage& image, RowIndex row) const;

    std::unique_ptr<DockerRegistry> m_registry;
    std::unique_ptr<BuiltImages> m_images;
    Digest m_oldBase;
    Digest m_newBase;
    Digest m_appCpu;
    Digest m_appGpu;
    QByteArray m_together; ///< everything on one base
    QByteArray m_moved;    ///< after the base was built anew
    std::shared_ptr<const DriftGround> m_ground;
};

void BuiltImagesTest::initTestCase()
{
    m_registry = std::make_unique<DockerRegistry>();
    QVERIFY(m_registry->isListening());
    m_images = std::make_unique<BuiltImages>(m_registry->host(), u"acme"_s);
    const auto& host = m_images;
    m_oldBase = host->build(u"scratch"_s, {{u"os"_s, "Debian 13"}, {u"python"_s, "3.13.4"}}, {},
                            {u"base-cpu:12.1.1"_s, u"base-cpu:latest"_s});
    QVERIFY(!m_oldBase.isNull());
    m_appCpu = host->build(u"base-cpu:latest"_s, {{u"app"_s, "the app"}}, {}, {u"app-cpu:latest"_s});
    m_appGpu = host->build(u"base-cpu:latest"_s, {{u"cuda"_s, "12.1.1"}, {u"app"_s, "the app"}},
                           {u"CUDA_VERSION=12.1.1"_s}, {u"app-gpu:latest"_s});
    QVERIFY(!m_appCpu.isNull() && !m_appGpu.isNull());
    QVERIFY(!host->build(u"base-cpu:latest"_s, {{u"same"_s, "one for both"}}, {},
                         {u"same-cpu:latest"_s, u"same-gpu:latest"_s})
                 .isNull());
    m_together = host->listed();

    m_newBase = host->build(u"scratch"_s, {{u"os"_s, "Debian 13"}, {u"python"_s, "3.13.5"}}, {},
                            {u"base-cpu:12.1.2"_s, u"base-cpu:latest"_s});
    QVERIFY(!m_newBase.isNull() && m_newBase != m_oldBase);
    QVERIFY(!host->build(u"base-cpu:12.1.1"_s, {{u"tool"_s, "the tool"}}, {}, {u"tool-cpu:latest"_s}).isNull());
    // On no base: somebody put its lower layers together by hand.
    QVERIFY(!host->build(u"scratch"_s, {{u"os"_s, "Debian 13"}, {u"python"_s, "own"}, {u"tool"_s, "the tool"}},
                         {u"CUDA_VERSION=12.1.1"_s}, {u"tool-gpu:latest"_s})
                 .isNull());
    m_moved = host->listed();
}

void BuiltImagesTest::look(const QByteArray& listed)
{
    const ServedOwner github(listed);
    const QTemporaryDir folder;
    Target target;
    target.owner = u"acme"_s;
    target.apiUrl = github.server().apiUrl();
    target.registryUrl = m_registry->url();
    target.token = u"ghp_testtesttest"_s;
    target.apiVersion = apiVersion();
    target.dataFolder = folder.path();
    target.clock = Clock(QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate));
    WatchedSession watched;
    QSignalSpy looks(&watched.session.drift(), &DriftDesk::looked);
    watched.session.drift().want();
    watched.session.open(target);
    QVERIFY(QTest::qWaitFor([&] { return !looks.isEmpty(); }, kPatience));
    m_ground = looks.last()[0].value<DriftLookPtr>()->ground;
    QVERIFY(m_ground->isWhole);
    end(watched);
}

LadderSide BuiltImagesTest::side(const ComparedImage& image, RowIndex row) const
{
    const auto blob = configOf(m_ground->snapshot(), row);
    const auto* config = blob ? m_ground->configOf(*blob) : nullptr;
    return comparedSide(*m_ground, image, row, config ? std::optional(*config) : std::nullopt);
}

LayerLadder BuiltImagesTest::ladder(const QString& left, const QString& right) const
{
    const auto compared = compareImages(*m_ground, left, right);
    if (!compared || compared->pairs.size() != 1)
        return {};
    return compareLayers(side(compared->left, compared->pairs[0].left).layers,
                         side(compared->right, compared->pairs[0].right).layers);
}

/// The step of the build that made each layer.
QStringList BuiltImagesTest::madeBy(const QString& image) const
{
    const auto compared = compareImages(*m_ground, image, image);
    QStringList steps;
    if (compared)
        for (const auto& layer : side(compared->left, compared->pairs[0].left).layers)
            steps.append(layer.step.section(u" in "_s, -1).trimmed());
    return steps;
}

void BuiltImagesTest::twoOnOneBaseShareIt()
{
    look(m_together);
    QCOMPARE(m_ground->report.checked, 5);
    QCOMPARE(linesOf(m_ground->report), QStringList{u"identical same-gpu:latest same-cpu"_s});
    const auto apps = ladder(u"app-cpu:latest"_s, u"app-gpu:latest"_s);
    QCOMPARE(apps.prefix, 2U); // the base's
    QCOMPARE(apps.rungs.size(), 4U);
    QCOMPARE(ladder(u"same-cpu:latest"_s, u"same-gpu:latest"_s).divergence(), std::nullopt);
    QCOMPARE(ladder(u"base-cpu:latest"_s, u"app-cpu:latest"_s).prefix, 2U);
    QCOMPARE(madeBy(u"app-gpu:latest"_s), (QStringList{u"/os"_s, u"/python"_s, u"/cuda"_s, u"/app"_s}));
    const auto expected = expectedShared(*m_ground, m_appCpu, m_appGpu);
    QCOMPARE(expected, 2U);
}

void BuiltImagesTest::theBaseMovesOn()
{
    look(m_moved);
    // buildah writes into the manifest what was built on, by the name it had in FROM.
    QCOMPARE(
        linesOf(m_ground->report),
        (QStringList{u"cpu-gpu tool-gpu:latest tool-cpu at layer 2 of 2"_s, u"identical same-gpu:latest same-cpu"_s,
                     u"base app-cpu:latest base-cpu:latest by 1"_s, u"base app-gpu:latest base-cpu:latest by 1"_s,
                     u"base same-cpu:latest base-cpu:latest by 1"_s, u"base same-gpu:latest base-cpu:latest by 1"_s,
                     u"base tool-cpu:latest base-cpu:12.1.1 by 1"_s}));
    const auto base = std::ranges::find(m_ground->report.findings, DriftCheck::Base, &DriftFinding::check);
    QCOMPARE(base->actual, m_oldBase.toString());
    QCOMPARE(base->expected, m_newBase.toString());
    QCOMPARE(ladder(u"tool-cpu:latest"_s, u"tool-gpu:latest"_s).prefix, 1U);
}

void BuiltImagesTest::packagesOfAnAttestation()
{
    QVERIFY(m_images->attest(u"app-cpu"_s, m_appCpu, spdx({u"numpy 1.26.4"_s, u"torch 2.3.1+cpu"_s})));
    QVERIFY(m_images->attest(u"app-gpu"_s, m_appGpu,
                             spdx({u"numpy 2.0.2"_s, u"torch 2.3.1+cu121"_s, u"nvidia-cublas 12.1.3"_s})));
    QVERIFY(m_images->isAttested(u"app-cpu"_s, m_appCpu));
    look(m_images->listed());
    const auto& findings = m_ground->report.findings;
    const auto sbom = std::ranges::find(findings, DriftCheck::Sbom, &DriftFinding::check);
    QVERIFY(sbom != findings.end());
    QCOMPARE(sbom->image, u"app-gpu"_s);
    QCOMPARE(sbom->expected, u"numpy 1.26.4"_s);
    QCOMPARE(sbom->actual, u"numpy 2.0.2"_s);
    QCOMPARE(m_ground->sboms.sboms.value(m_appGpu).packages.size(), 3U);
}

void BuiltImagesTest::packagesOfTwoBuilds()
{
    const Digest next = m_images->build(u"base-cpu:latest"_s, {{u"app"_s, "the next"}}, {}, {u"app-cpu:latest"_s});
    QVERIFY(!next.isNull() && next != m_appCpu);
    QVERIFY(m_images->attest(u"app-cpu"_s, next, spdx({u"numpy 2.0.2"_s, u"torch 2.3.1+cpu"_s})));
    QVERIFY(m_images->attest(u"app-cpu"_s, m_appCpu, spdx({u"numpy 1.26.4"_s, u"torch 2.3.1+cpu"_s})));
    ServedOwner owner(m_images->listed());
    owner.setRegistryUrl(m_registry->url());
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    QVERIFY((*snapshot)->complete);
    // Every statement that hangs on one of the two, read through the registry.
    QHash<Digest, Sbom> sboms;
    for (const Digest& image : {m_appCpu, next}) {
        const QString tag = u"sha256-"_s + image.toString().sliced(7) + u".att"_s;
        const auto& package = *std::ranges::find((*snapshot)->packages, PackageName{u"app-cpu"_s}, &PackageRow::name);
        const RowIndex version = versionTagged(**snapshot, package, tag.toUtf8());
        QVERIFY(version != kNoRow);
        const auto* manifest = (*snapshot)->manifestOf((*snapshot)->versions[version]);
        QCOMPARE(manifest->kind, ManifestKind::Attestation);
        const auto blob = (*snapshot)->blobs[(*snapshot)->layersOf(*manifest).front()].digest;
        const auto read = QCoro::waitFor(
            readBlobs({owner.registry(), owner.store()}, u"acme"_s, {WantedConfig{package.name, blob}}, {}));
        QVERIFY(read.problems.empty());
        const auto sbom = parseSbom(read.blobs.value(blob), tag);
        QVERIFY(sbom && *sbom);
        sboms.insert(image, **sbom);
    }
    QCOMPARE(compareSboms(sboms[m_appCpu], sboms[next]),
             (std::vector<SbomDifference>{{u"numpy"_s, u"1.26.4"_s, u"2.0.2"_s}}));
}

void BuiltImagesTest::cleanupTestCase()
{
    m_ground.reset();
    m_images.reset();
    m_registry.reset();
}

QTEST_GUILESS_MAIN(BuiltImagesTest)
#include "tst_builtimages.moc"
