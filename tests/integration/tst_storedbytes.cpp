#include "domain/freedbytes.h"
#include "integration/dockerregistry.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "storage/measurestorage.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// What is measured against what a real registry has on its disk: Debian's docker-registry, filled by skopeo, keeps
/// every blob and every manifest in one file each, whichever repositories have it.
class StoredBytesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storedAndManifestsAreTheFiles();
    void freedIsWhatTheFilesLose_data();
    void freedIsWhatTheFilesLose();
    void cleanup();

private:
    [[nodiscard]] QString mirror(const QString& reference) const
    {
        return u"docker://%1/mirror/%2"_s.arg(m_registry->host(), reference);
    }
    void push(const QString& package, const QString& tag);
    /// The version that has this tag.
    [[nodiscard]] RowIndex tagged(const QString& package, const QString& tag) const;

    std::unique_ptr<ServedOwner> m_source;
    std::unique_ptr<DockerRegistry> m_registry;
    SnapshotPtr m_snapshot;
};

void StoredBytesTest::init()
{
    // Layers of all sizes: `os` in every image, `lib` in both packages, one that an image has twice, two indexes with
    // an image in common, one manifest in both packages, one image alone, and a signature.
    m_source = std::make_unique<ServedOwner>(Organisation()
                                                 .sizedLayer(u"os"_s, 70'001)
                                                 .sizedLayer(u"lib"_s, 30'123)
                                                 .sizedLayer(u"amd"_s, 5'017)
                                                 .sizedLayer(u"arm"_s, 6'211)
                                                 .sizedLayer(u"own"_s, 9'999)
                                                 .package(u"app"_s)
                                                 .image(u"amd"_s, {}, {u"os"_s, u"lib"_s, u"amd"_s})
                                                 .image(u"arm"_s, {}, {u"os"_s, u"arm"_s, u"arm"_s}, u"linux/arm64"_s)
                                                 .index(u"v1"_s, {u"v1"_s}, {u"amd"_s, u"arm@linux/arm64"_s})
                                                 .index(u"v0"_s, {u"v0"_s}, {u"amd"_s})
                                                 .signature(u"sig"_s, u"v1"_s)
                                                 .package(u"tool"_s)
                                                 .image(u"alone"_s, {u"alone"_s}, {u"os"_s, u"lib"_s, u"own"_s})
                                                 .image(u"amd"_s, {u"same"_s}, {u"os"_s, u"lib"_s, u"amd"_s})
                                                 .json());
    const auto snapshot = m_source->scan();
    QVERIFY(snapshot);
    m_snapshot = *snapshot;
    m_registry = std::make_unique<DockerRegistry>();
    QVERIFY(m_registry->isListening());
    for (const auto& version : m_snapshot->versions) {
        for (const TagText tag : m_snapshot->tagsOf(version))
            push(m_snapshot->packages[version.package].name.value, tag.toString());
    }
}

void StoredBytesTest::push(const QString& package, const QString& tag)
{
    const QString from = m_source->server().registryUrl().authority();
    const auto copied =
        run(u"skopeo"_s, {u"copy"_s, u"--all"_s, u"--preserve-digests"_s, u"--src-tls-verify=false"_s,
                          u"--dest-tls-verify=false"_s, u"--src-creds"_s, u"any:ghp_testtesttest"_s,
                          u"docker://%1/acme/%2:%3"_s.arg(from, package, tag), mirror(package + u':' + tag)});
    QVERIFY2(copied.code == 0, copied.errors.constData());
}

RowIndex StoredBytesTest::tagged(const QString& package, const QString& tag) const
{
    for (const auto& version : m_snapshot->versions) {
        if (m_snapshot->packages[version.package].name.value == package
            && std::ranges::contains(m_snapshot->tagsOf(version), Tag{tag}))
            return m_snapshot->rowOf(version);
    }
    return kNoRow;
}

void StoredBytesTest::storedAndManifestsAreTheFiles()
{
    const auto report = measureStorage(*m_snapshot, classify(*m_snapshot, {}), m_snapshot->fetchedAt);
    QCOMPARE(report.whole.versions, size_t(7));
    QVERIFY(report.whole.unreadVersions.empty() && report.whole.unsizedBlobs.empty());
    QVERIFY(report.whole.size.logical > report.whole.size.stored);
    QCOMPARE(report.whole.size.stored + report.whole.manifestBytes, m_registry->bytesOnDisk());
}

void StoredBytesTest::freedIsWhatTheFilesLose_data()
{
    QTest::addColumn<QStringList>("deleted"); // package:tag
    QTest::newRow("an image that shares layers") << QStringList{u"tool:alone"_s};
    QTest::newRow("a manifest that the other package has too") << QStringList{u"tool:same"_s};
    QTest::newRow("an index alone") << QStringList{u"app:v1"_s};
    QTest::newRow("all tags of a package") << QStringList{u"tool:alone"_s, u"tool:same"_s};
}

void StoredBytesTest::freedIsWhatTheFilesLose()
{
    QFETCH(QStringList, deleted);
    const qint64 before = m_registry->bytesOnDisk();
    std::vector<RowIndex> rows;
    for (const auto& name : std::as_const(deleted)) {
        rows.push_back(tagged(name.section(u':', 0, 0), name.section(u':', 1)));
        QVERIFY(rows.back() != kNoRow);
        const auto gone = run(u"skopeo"_s, {u"delete"_s, u"--tls-verify=false"_s, mirror(name)});
        QVERIFY2(gone.code == 0, gone.errors.constData());
    }
    QVERIFY(m_registry->collectGarbage());
    qint64 manifests = 0;
    for (const RowIndex row : rows) {
        const bool isElsewhere = std::ranges::any_of(m_snapshot->versions, [&](const VersionRow& other) {
            return other.manifest == m_snapshot->versions[row].manifest
                   && !std::ranges::contains(rows, m_snapshot->rowOf(other));
        });
        manifests += isElsewhere ? 0 : m_snapshot->manifestOf(m_snapshot->versions[row])->size;
    }
    const auto freed = freedByDeleting(*m_snapshot, BlobUsage(*m_snapshot).references(), rows);
    QCOMPARE(freed.owner + manifests, before - m_registry->bytesOnDisk());
}

void StoredBytesTest::cleanup()
{
    m_registry.reset();
    m_source.reset();
}

QTEST_GUILESS_MAIN(StoredBytesTest)
#include "tst_storedbytes.moc"
