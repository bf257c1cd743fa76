#include "support/printsnapshot.h"

#include "core/format.h"

#include <QSet>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

class SnapshotPrinter final
{
public:
    SnapshotPrinter(const Snapshot& snapshot, const Fixture& fixture)
        : m_snapshot(snapshot)
        , m_fixture(fixture)
    {
    }

    QStringList print()
    {
        m_lines.append(u"owner %1 %2 at %3%4"_s.arg(m_snapshot.owner.login)
                           .arg(m_snapshot.owner.id)
                           .arg(formatTimestamp(m_snapshot.fetchedAt), m_snapshot.complete ? u""_s : u" incomplete"_s));
        for (const auto& package : m_snapshot.packages)
            printPackage(package);
        printUnlisted();
        for (const auto& problem : m_snapshot.problems)
            m_lines.append(u"problem %1 %2 %3"_s.arg(errorKindName(problem.kind), problem.subject, problem.detail));
        QStringList configs;
        for (auto it = m_snapshot.configs.cbegin(); it != m_snapshot.configs.cend(); ++it)
            configs.append(u"config %1 %2 %3"_s.arg(m_fixture.nameOf(it.key()), it->platform, it->env.join(u' ')));
        configs.sort();
        return m_lines + configs;
    }

private:
    void printPackage(const PackageRow& package)
    {
        m_lines.append(u"package %1 id=%2 visibility=%3 count=%4 repo=%5 %6..%7%8"_s.arg(package.name.value)
                           .arg(package.id)
                           .arg(int(package.visibility))
                           .arg(package.versionCount)
                           .arg(package.repository, formatTimestamp(package.createdAt),
                                formatTimestamp(package.updatedAt), package.complete ? u""_s : u" partial"_s));
        for (const auto& version : m_snapshot.versionsOf(package)) {
            QStringList tags;
            for (const TagText tag : m_snapshot.tagsOf(version))
                tags.append(tag.toString());
            m_lines.append(
                u"  version %1 %2 [%3] %4..%5"_s.arg(m_fixture.nameOf(m_snapshot.digestOf(version)))
                    .arg(version.id.value)
                    .arg(tags.join(u' '), formatTimestamp(version.createdAt()), formatTimestamp(version.updatedAt())));
            if (const auto* manifest = m_snapshot.manifestOf(version))
                m_lines.append(u"    "_s + describe(*manifest));
            m_listed.insert(m_snapshot.digestOf(version));
        }
    }

    void printUnlisted()
    {
        QStringList lines;
        for (const auto& manifest : m_snapshot.manifests) {
            if (!m_listed.contains(manifest.digest))
                lines.append(u"unlisted %1 %2"_s.arg(m_fixture.nameOf(manifest.digest), describe(manifest)));
        }
        lines.sort();
        m_lines += lines;
    }

    QString blob(RowIndex row) const
    {
        return u"%1:%2"_s.arg(m_fixture.nameOf(m_snapshot.blobs[row].digest)).arg(m_snapshot.blobs[row].size);
    }

    QString describe(const ManifestRow& manifest) const
    {
        QStringList words{manifestKindName(manifest.kind)};
        if (manifest.state != ManifestState::Read)
            words.append(u"state=%1"_s.arg(int(manifest.state)));
        words.append(u"%1 B"_s.arg(manifest.size));
        words.append(m_snapshot.words[manifest.mediaType]);
        if (manifest.artifactType != 0)
            words.append(u"type="_s + m_snapshot.words[manifest.artifactType]);
        if (manifest.config != kNoRow)
            words.append(u"config="_s + blob(manifest.config));
        for (const RowIndex layer : m_snapshot.layersOf(manifest))
            words.append(u"layer="_s + blob(layer));
        for (const auto& child : m_snapshot.childrenOf(manifest)) {
            QString word = u"child="_s + digestName(child.manifest) + u'@' + m_snapshot.words[child.platform];
            if (child.attests != kNoRow)
                word += u'>' + digestName(child.attests);
            words.append(word);
        }
        if (const auto subject = m_snapshot.subjectOf(manifest))
            words.append(u"subject="_s + m_fixture.nameOf(*subject));
        if (manifest.hasSbom)
            words.append(u"sbom"_s);
        if (manifest.hasProvenance)
            words.append(u"provenance"_s);
        return words.join(u' ');
    }

    QString digestName(RowIndex manifest) const { return m_fixture.nameOf(m_snapshot.manifests[manifest].digest); }

    const Snapshot& m_snapshot;
    const Fixture& m_fixture;
    QSet<Digest> m_listed;
    QStringList m_lines;
};

} // namespace

QStringList printSnapshot(const Snapshot& snapshot, const Fixture& fixture)
{
    return SnapshotPrinter(snapshot, fixture).print();
}

} // namespace slipway::test
