#include "drift/imagebase.h"

#include "domain/tagshape.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// "ghcr.io/owner/name" of a reference.
QStringView repositoryOf(QStringView ref)
{
    if (const qsizetype at = ref.indexOf(u'@'); at >= 0)
        ref = ref.first(at);
    const qsizetype colon = ref.lastIndexOf(u':');
    return colon > ref.lastIndexOf(u'/') ? ref.first(colon) : ref;
}

/// ghcr.io, or containers.HOST of an Enterprise Server with hosts of their own.
bool isGithubs(const QString& ref)
{
    return ref.startsWith("ghcr.io/"_L1, Qt::CaseInsensitive) || ref.startsWith("containers."_L1, Qt::CaseInsensitive);
}

const QString kBaseDigest = u"org.opencontainers.image.base.digest"_s;
const QString kBaseName = u"org.opencontainers.image.base.name"_s;

/// The label `…base.name`, which as a rule follows `…base.digest`: labels stand by name.
QString nameBeside(const QMap<QString, QString>& labels, QMap<QString, QString>::const_iterator digest)
{
    const auto next = std::next(digest);
    return next != labels.cend() && next.key() == kBaseName ? *next : labels.value(kBaseName);
}

QString firstPolicyTag(const Snapshot& snapshot, const VersionRow& version)
{
    for (const TagText tag : snapshot.tagsOf(version))
        if (!parseReferrerTag(tag.utf8))
            return tag.toString();
    return {};
}

} // namespace

ImageConfig withDeclaredBase(ImageConfig config, const QByteArray& manifest)
{
    // Few have any: the others are not parsed.
    if (!manifest.contains("org.opencontainers.image.base.digest"))
        return config;
    const auto annotations = QJsonDocument::fromJson(manifest)["annotations"_L1].toObject();
    const QString digest = annotations[kBaseDigest].toString();
    // Of the same base the labels may tell the better name.
    if (digest.isEmpty() || config.labels.value(kBaseDigest) == digest)
        return config;
    config.labels.insert(kBaseDigest, digest);
    if (const QString name = annotations[kBaseName].toString(); !name.isEmpty())
        config.labels.insert(kBaseName, name);
    return config;
}

QString tagOfReference(const QString& ref)
{
    const QString withoutDigest = ref.section(u'@', 0, 0);
    const qsizetype repository = repositoryOf(ref).size();
    return repository < withoutDigest.size() ? withoutDigest.sliced(repository + 1) : QString();
}

ImageBases::ImageBases(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes)
    : m_snapshot(&snapshot)
    , m_graph(&graph)
    , m_bases(snapshot, graph, classes)
    , m_owner(u'/' + snapshot.owner.login.toLower() + u'/')
{
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        const auto variant = classes[package].variant;
        if (variant != Variant::BaseCpu && variant != Variant::BaseGpu)
            continue;
        for (const auto& version : snapshot.versionsOf(snapshot.packages[package]))
            m_baseVersions.insert(snapshot.digestOf(version), snapshot.rowOf(version));
    }
}

RowIndex ImageBases::packageOf(const QString& ref) const
{
    const QString repository = repositoryOf(ref).toString().toLower();
    const qsizetype owner = repository.indexOf(m_owner);
    if (owner < 0 || repository.first(owner).contains(u'/'))
        return kNoRow;
    const PackageName name{repository.sliced(owner + m_owner.size())};
    const auto isBeforeName = [](const PackageRow& package, const PackageName& wanted) {
        return package.name < wanted;
    };
    const auto& packages = m_snapshot->packages;
    const auto found = std::lower_bound(packages.begin(), packages.end(), name, isBeforeName);
    return found != packages.end() && found->name == name ? static_cast<RowIndex>(found - packages.begin()) : kNoRow;
}

const std::optional<Digest>& ImageBases::digestOf(const QString& text) const
{
    const auto known = m_digests.constFind(text);
    if (known != m_digests.cend())
        return *known;
    const auto digest = Digest::parse(text);
    return *m_digests.insert(text, digest ? std::optional(*digest) : std::nullopt);
}

const ImageBases::Place& ImageBases::placeOf(const QString& ref) const
{
    const auto known = m_places.constFind(ref);
    return known != m_places.cend() ? *known
                                    : *m_places.insert(ref, {packageOf(ref), tagOfReference(ref), isGithubs(ref)});
}

RowIndex ImageBases::versionWith(RowIndex package, const Digest& digest) const
{
    const auto versions = m_snapshot->versionsOf(m_snapshot->packages[package]);
    const auto found = std::ranges::find(versions, digest,
                                         [this](const VersionRow& version) { return m_snapshot->digestOf(version); });
    if (found == versions.end())
        return kNoRow;
    // A platform's image has no tag as a rule: its index stands for it.
    const RowIndex row = m_snapshot->rowOf(*found);
    if (!found->isTagged()) {
        for (const RowIndex parent : m_graph->parents(row))
            if (m_snapshot->versions[parent].isTagged())
                return parent;
    }
    return row;
}

ImageBase ImageBases::named(BaseSource source, const QString& ref, const Digest& digest) const
{
    const Place& place = placeOf(ref);
    ImageBase base{source, digest, ref, place.package, place.tag};
    if (base.package != kNoRow && !place.isGithubs && versionWith(base.package, digest) == kNoRow)
        base.package = kNoRow;
    if (base.package == kNoRow) {
        if (const auto version = m_baseVersions.constFind(digest); version != m_baseVersions.cend())
            base.package = m_snapshot->versions[*version].package;
    }
    if (base.tag.isEmpty() && base.package != kNoRow) {
        if (const RowIndex version = versionWith(base.package, digest); version != kNoRow)
            base.tag = firstPolicyTag(*m_snapshot, m_snapshot->versions[version]);
    }
    return base;
}

std::optional<ImageBase> ImageBases::baseOf(const PlatformImage& image, const LockedImage* locked) const
{
    if (const auto* config = image.config) {
        const auto told = config->labels.constFind(kBaseDigest);
        if (told != config->labels.cend()) {
            if (const auto& digest = digestOf(*told))
                return named(BaseSource::Label, nameBeside(config->labels, told), *digest);
        }
    }
    if (locked && locked->base)
        return named(BaseSource::Lock, locked->base->ref, locked->base->digest);
    const auto base = m_bases.baseOf(*image.manifest);
    if (base == BaseImages::kNone)
        return std::nullopt;
    const auto& digest = m_snapshot->manifests[m_bases.all()[base].manifest].digest;
    // A base stands on itself: that says nothing.
    return digest == image.manifest->digest ? std::nullopt : std::optional(named(BaseSource::Layers, {}, digest));
}

std::span<const RowIndex> ImageBases::baseLayersOf(const ManifestRow& image) const
{
    const auto base = m_bases.baseOf(image);
    if (base == BaseImages::kNone)
        return {};
    return m_snapshot->layersOf(m_snapshot->manifests[m_bases.all()[base].manifest]);
}

} // namespace slipway
