#include "domain/snapshotbuilder.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QTest>

#include <map>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Everything the organisations below may list: images and indexes with shared layers and children, a signature, what
/// hangs on others, and what cannot be used.
Fixture everything()
{
    QString text = u"package all\n"_s;
    for (int i = 0; i < 12; ++i)
        text += u" i%1 image layers=base:100,l%2:%2,o%1:7 config=c%1:1\n"_s.arg(i).arg(i % 4);
    for (int i = 0; i < 5; ++i)
        text +=
            u" x%1 index children=i%2@linux/amd64,i%3@linux/arm64,s%4@unknown/unknown>i%2,u%1@linux/s390x\n"_s.arg(i)
                .arg(i * 2)
                .arg(i * 2 + 1)
                .arg(i % 3);
    for (int i = 0; i < 3; ++i)
        text +=
            u" s%1 image layers=statement%1:3 provenance\n r%1 artifact subject=x%1 type=note layers=n:2\n"_s.arg(i);
    text += u" deep index children=x0,x1\n"_s;
    for (int i = 0; i < 5; ++i)
        text += u" u%1 %2\n"_s.arg(i).arg(i % 2 == 0 ? u"missing"_s : u"invalid"_s);
    return Fixture::parse(text);
}

/// An organisation that changes by chance. Two builders are told of it: one everything anew, one only what changed.
class ChangingOrganization final
{
public:
    explicit ChangingOrganization(unsigned seed)
        : m_random(seed)
        , m_fixture(everything())
    {
        for (int i = 0; i < 6; ++i)
            m_packages[u"p%1"_s.arg(i)] = randomVersions();
    }

    [[nodiscard]] const Fixture& fixture() const { return m_fixture; }

    SnapshotPtr buildAnew()
    {
        SnapshotBuilder builder({u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime());
        for (const auto& manifest : m_fixture.manifests)
            builder.addManifest(manifest);
        for (const auto& [name, versions] : m_packages)
            add(builder, name);
        return std::move(builder).build();
    }

    SnapshotPtr buildFrom(const Snapshot& previous, const QSet<PackageName>& changed)
    {
        auto builder = SnapshotBuilder::continuing(previous, changed, fixtureTime());
        for (const auto& name : changed) {
            if (m_packages.contains(name.value))
                add(builder, name.value);
        }
        return std::move(builder).build();
    }

    /// Changes a few packages, or makes or deletes one; tells which.
    QSet<PackageName> change()
    {
        QSet<PackageName> changed;
        for (int i = below(3); i >= 0; --i) {
            const QString name = u"p%1"_s.arg(below(8));
            changed.insert({name});
            if (below(5) == 0)
                m_packages.erase(name);
            else if (below(3) == 0 || !m_packages.contains(name))
                m_packages[name] = randomVersions();
            else
                retag(m_packages[name]);
        }
        return changed;
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    QList<Tag> randomTags()
    {
        QList<Tag> tags;
        if (below(3) == 0)
            tags.append({u"v%1"_s.arg(below(9))});
        if (below(4) == 0) {
            const QString subject = m_fixture.manifests[static_cast<size_t>(below(8))].digest.hex();
            tags.append({u"sha256-"_s + subject + QStringList{u".sig"_s, u".att"_s, u".sbom"_s, u""_s}[below(4)]});
        }
        return tags;
    }

    std::vector<ListedVersion> randomVersions()
    {
        std::vector<ListedVersion> versions;
        for (const auto& listed : m_fixture.packages.front().versions) {
            if (below(3) != 0)
                continue;
            versions.push_back(listed);
            versions.back().tags = randomTags();
            versions.back().updatedAt = listed.createdAt.addDays(below(5));
        }
        return versions;
    }

    void retag(std::vector<ListedVersion>& versions)
    {
        if (!versions.empty())
            versions[static_cast<size_t>(below(int(versions.size())))].tags = randomTags();
    }

    void add(SnapshotBuilder& builder, const QString& name)
    {
        const auto& versions = m_packages[name];
        for (const auto& version : versions)
            addKnown(builder, version.digest);
        builder.addPackage({{name}, 1, Visibility::Private, qint64(versions.size()), {}, {}, {}}, versions,
                           Completeness::Whole);
    }

    /// As a scan does from what the store knows: the manifest, and what it names.
    void addKnown(SnapshotBuilder& builder, const Digest& digest)
    {
        const auto bad = std::ranges::find(m_fixture.unusable, digest, &FixtureUnusable::digest);
        if (bad != m_fixture.unusable.end())
            builder.markUnusable(digest, bad->state);
        const auto manifest = std::ranges::find(m_fixture.manifests, digest, &Manifest::digest);
        if (manifest == m_fixture.manifests.end())
            return;
        builder.addManifest(*manifest);
        for (const auto& child : manifest->children) {
            const auto known = std::ranges::find(m_fixture.manifests, child.digest, &Manifest::digest);
            if (known != m_fixture.manifests.end())
                addKnown(builder, child.digest);
        }
    }

    std::mt19937 m_random;
    Fixture m_fixture;
    std::map<QString, std::vector<ListedVersion>> m_packages;
};

class TestContinuedSnapshot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatBuildingAnewGives()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            ChangingOrganization organization(seed);
            auto snapshot = organization.buildAnew();
            for (int step = 0; step < 25; ++step) {
                snapshot = organization.buildFrom(*snapshot, organization.change());
                const auto anew = organization.buildAnew();
                const auto expected = printSnapshot(*anew, organization.fixture());
                const auto actual = printSnapshot(*snapshot, organization.fixture());
                QVERIFY2(actual == expected, qPrintable(u"seed %1, step %2\n%3\n---\n%4"_s.arg(seed).arg(step).arg(
                                                 actual.join(u'\n'), expected.join(u'\n'))));
                QCOMPARE(snapshot->blobs.size(), anew->blobs.size());
                QCOMPARE(snapshot->layers.size(), anew->layers.size());
                QCOMPARE(snapshot->children.size(), anew->children.size());
                QCOMPARE(snapshot->subjects.size(), anew->subjects.size());
                QCOMPARE(snapshot->tags.byteTotal(), anew->tags.byteTotal());
                QCOMPARE(snapshot->unasked.size(), anew->unasked.size());
            }
        }
    }

    void removedTagUndoesTheKind()
    {
        const QString listed = u"package p\n a image\npackage q\n a again%1 layers=x:1"_s;
        const auto tagged = Fixture::parse(listed.arg(u" tags=sha256-{b}.sbom"_s));
        const auto before = tagged.build();
        QCOMPARE(before->manifests[0].kind, ManifestKind::Sbom);
        auto builder = SnapshotBuilder::continuing(*before, {{u"q"_s}}, fixtureTime());
        const auto after = std::move(builder).build();
        QCOMPARE(after->manifests[0].kind, ManifestKind::Image);
        QVERIFY(before->manifests[0].hasSbom && !after->manifests[0].hasSbom);
    }

    void configsStayProblemsDoNot()
    {
        const auto fixture = Fixture::parse(u"package p\n a image config=c:1\npackage q\n b image config=d:1"_s);
        const Error problem{ErrorKind::Network, u"q"_s, {}, std::nullopt};
        const auto before = withConfigs(fixture.build(), {{named(u"c"_s), {}}, {named(u"d"_s), {}}}, {problem});
        QVERIFY(!before->complete);
        const QDateTime later = fixtureTime().addDays(1);
        const auto after = SnapshotBuilder::continuing(*before, {{u"q"_s}}, later).build();
        QVERIFY(after->complete);
        QVERIFY(after->problems.empty());
        QCOMPARE(after->fetchedAt, later);
        QCOMPARE(after->configs.keys(), QList<Digest>{named(u"c"_s)});
    }

    void manifestIsAddedToAKeptPackage()
    {
        const auto fixture = Fixture::parse(u"package p\n a never\n b image"_s);
        const auto before = fixture.build();
        auto builder = SnapshotBuilder::continuing(*before, {}, fixtureTime());
        QVERIFY(builder.knowsManifest(named(u"b"_s)) && !builder.knowsManifest(named(u"a"_s)));
        Manifest manifest;
        manifest.digest = named(u"a"_s);
        manifest.kind = ManifestKind::Artifact;
        builder.addManifest(manifest);
        const auto after = std::move(builder).build();
        QCOMPARE(after->kindOf(after->versions[fixture.row(*after, u"a"_s)]), ManifestKind::Artifact);
    }
};

SLIPWAY_TEST_SUITE(TestContinuedSnapshot);

} // namespace

#include "test_continuedsnapshot.moc"
