#include "scratchstore.h"
#include "store/packing.h"
#include "store/versionpacker.h"
#include "store/versionunpacker.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QTest>

#include <map>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Manifest manifestOf(int number)
{
    Manifest manifest;
    manifest.digest = named(QString::number(number));
    manifest.mediaType = u"application/vnd.oci.image.manifest.v1+json"_s;
    manifest.size = 400 + number % 50;
    if (number % 7 == 3) { // an index of its neighbours, of one far away and of one that nobody lists
        manifest.kind = ManifestKind::Index;
        for (const int child : {number - 1, number - 2, number - 1'501, -number}) {
            const auto attests = child < 0 ? std::optional(named(QString::number(number - 1))) : std::nullopt;
            manifest.children.push_back(
                {named(QString::number(child)), 5, {}, u"linux/arm%1"_s.arg(child % 3), attests});
        }
        return manifest;
    }
    manifest.kind = number % 7 == 4 ? ManifestKind::Artifact : ManifestKind::Image;
    if (manifest.kind == ManifestKind::Artifact) {
        manifest.subject = named(QString::number(number - 1));
        manifest.artifactType = u"application/x-%1"_s.arg(number % 5);
    } else {
        manifest.config = BlobReference{named(u"c%1"_s.arg(number)), 100, {}};
    }
    for (int layer = 0; layer < number % 4; ++layer)
        manifest.layers.push_back({named(u"l%1"_s.arg(number % (layer + 9))), 1'000, {}});
    return manifest;
}

/// Packages of thousands of versions, several parts each, that change by chance; a snapshot of them at any time.
class BigPackages final
{
public:
    BigPackages()
    {
        for (int package = 0; package < 2; ++package)
            add(package, 4'000);
    }

    void add(int package, int total)
    {
        for (int i = 0; i < total; ++i)
            m_versions[package][1'000 * package + ++m_next * 3] = randomTags();
    }
    void remove(int package, std::int64_t firstId, std::int64_t lastId)
    {
        std::erase_if(m_versions[package],
                      [&](const auto& entry) { return entry.first >= firstId && entry.first <= lastId; });
    }
    void retag(int package)
    {
        auto& versions = m_versions[package];
        std::next(versions.begin(), below(int(versions.size())))->second = randomTags();
    }
    void removeSome(int package)
    {
        std::erase_if(m_versions[package], [this](const auto&) { return below(400) == 0; });
    }
    void drop(int package) { m_versions.erase(package); }
    [[nodiscard]] std::int64_t lowestId(int package) { return m_versions[package].begin()->first; }

    SnapshotPtr build()
    {
        SnapshotBuilder builder({u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime());
        for (const auto& [package, versions] : m_versions) {
            std::vector<ListedVersion> rows;
            for (const auto& [id, tags] : versions) {
                const auto manifest = manifestOf(static_cast<int>(id));
                const QDateTime created = id % 11 == 0 ? QDateTime() : fixtureTime().addSecs(id);
                const QDateTime updated = id % 13 == 0 ? QDateTime() : fixtureTime().addSecs(id + id % 5);
                rows.push_back({{id}, manifest.digest, created, updated, tags});
                if (id % 17 != 0)
                    m_known.insert(manifest.digest, manifest);
            }
            builder.addPackage(
                {{u"p%1"_s.arg(package)}, package, Visibility::Public, qint64(versions.size()), {}, {}, {}},
                std::move(rows), Completeness::Whole);
        }
        for (const auto& [package, versions] : m_versions) {
            for (const auto& [id, tags] : versions)
                addKnown(builder, manifestOf(static_cast<int>(id)).digest);
        }
        return std::move(builder).build();
    }

    /// What a scan would have kept by now.
    [[nodiscard]] std::vector<NewDocument> documents() const
    {
        std::vector<NewDocument> documents;
        for (const auto& manifest : m_known)
            documents.push_back({manifest.digest, {"{}", manifest.mediaType}, manifest});
        return documents;
    }

private:
    /// What was read once is known for ever, and what it names too, whether that is still listed or not.
    void addKnown(SnapshotBuilder& builder, const Digest& digest)
    {
        const auto known = m_known.constFind(digest);
        if (known == m_known.cend())
            return;
        builder.addManifest(*known);
        for (const auto& child : known->children) {
            addKnown(builder, child.digest);
            if (child.attests)
                addKnown(builder, *child.attests);
        }
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    QList<Tag> randomTags()
    {
        QList<Tag> tags;
        for (int left = below(4) == 0 ? 1 + below(2) : 0; left > 0; --left)
            tags.append({u"v%1.%2"_s.arg(below(50)).arg(left)});
        return tags;
    }

    std::mt19937 m_random{7};
    std::map<int, std::map<std::int64_t, QList<Tag>>> m_versions;
    QHash<Digest, Manifest> m_known;
    int m_next = 0;
};

/// Where two printed snapshots part; empty if they are the same.
QString difference(const QString& what, const QStringList& actual, const QStringList& expected)
{
    const auto [a, b] = std::ranges::mismatch(actual, expected);
    if (a == actual.end() && b == expected.end())
        return {};
    return what + u": "_s + (a == actual.end() ? QString() : *a) + u" | "_s + (b == expected.end() ? QString() : *b);
}

/// Saves, and looks whether the packed form and the rows give back what was saved.
QString saveAndCompare(ScratchStore& scratch, BigPackages& packages)
{
    const auto snapshot = packages.build();
    if (!scratch.save(packages.documents()) || !scratch.store().saveSnapshot(scratchScope(), *snapshot))
        return u"not saved"_s;
    const auto expected = printSnapshot(*snapshot, {});
    auto packed = difference(u"packed"_s, printSnapshot(*scratch.latest(), {}), expected);
    if (!packed.isEmpty())
        return packed;
    const auto history = scratch.store().history(scratchScope()).value();
    const auto rows = scratch.store().snapshotAt(history.back().id).value();
    return difference(u"rows"_s, printSnapshot(*rows, {}), expected);
}

class TestParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverChangesComesBack()
    {
        ScratchStore scratch;
        BigPackages packages;
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        QVERIFY(scratch.count(u"SELECT count(*) FROM head_parts"_s) > 4);
        packages.add(1, 1);
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.retag(0);
        packages.retag(0);
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.removeSome(0);
        packages.add(0, 700);
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.remove(0, packages.lowestId(0), packages.lowestId(0)); // the first of the first part
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.remove(1, 4'000, 9'000); // whole parts
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.add(2, 5);
        packages.remove(1, 0, 1'000'000); // all there is
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        packages.drop(0);
        packages.add(1, 3'000);
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions WHERE until IS NULL"_s),
                 qint64(scratch.latest()->versions.size()));
    }

    void oneVersionMoreChangesOnePart()
    {
        ScratchStore scratch;
        BigPackages packages;
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        scratch.execute(u"CREATE TABLE before AS SELECT package, first_id, hash FROM head_parts"_s);
        const qint64 rows = scratch.count(u"SELECT count(*) FROM versions"_s);
        packages.add(0, 1);
        QCOMPARE(saveAndCompare(scratch, packages), QString());
        QCOMPARE(scratch.count(u"SELECT count(*) FROM head_parts WHERE (package, first_id, hash) NOT IN "
                               "(SELECT package, first_id, hash FROM before)"_s),
                 1);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions"_s), rows + 1);
    }

    void numbersComeBack()
    {
        Packer packer;
        const std::vector<std::int64_t> numbers{0,
                                                1,
                                                -1,
                                                63,
                                                -64,
                                                64,
                                                127,
                                                128,
                                                1'763'000'000'000,
                                                std::numeric_limits<std::int64_t>::max(),
                                                std::numeric_limits<std::int64_t>::min()};
        for (const auto number : numbers)
            packer.difference(number);
        packer.text("Zürich");
        const QByteArray bytes = packer.take();
        Unpacker unpacker(bytes);
        for (const auto number : numbers)
            QCOMPARE(unpacker.difference(), number);
        QCOMPARE(unpacker.text(), QByteArrayView("Zürich"));
        QVERIFY(unpacker.isAtEnd());
    }

    /// Cut anywhere, or with any byte changed: refused or read as something, never a crash.
    void damagedPartsAreSurvived()
    {
        const auto fixture = Fixture::parse(u"package p\n x index tags=v1 children=a@linux/amd64,b@unknown/unknown>a\n"
                                            " a image layers=l:1,m:2 config=c:3\n b artifact subject=a layers=n:4\n"
                                            " gone missing"_s);
        const auto snapshot = fixture.build();
        VersionPacker packer(*snapshot);
        packer.enterPackage(snapshot->packages.front());
        const std::vector<RowIndex> rows{3, 2, 1, 0};
        const QByteArray packed = packer.pack(rows);
        SnapshotTables whole;
        QVERIFY(unpackVersions(packed, 0, whole));
        QCOMPARE(whole.snapshot.manifests.size(), 4U);
        for (qsizetype length = 0; length < packed.size(); ++length) {
            SnapshotTables tables;
            QVERIFY(!unpackVersions(packed.first(length), 0, tables));
        }
        for (qsizetype at = 0; at < packed.size(); ++at) {
            for (const char byte : {'\0', '\x7f', '\xff'}) {
                QByteArray damaged = packed;
                damaged[at] = byte;
                SnapshotTables tables;
                (void)unpackVersions(damaged, 0, tables);
                QVERIFY(damaged == packed || contentHash(damaged) != contentHash(packed));
            }
        }
    }
};

SLIPWAY_TEST_SUITE(TestParts);

} // namespace

#include "test_parts.moc"
