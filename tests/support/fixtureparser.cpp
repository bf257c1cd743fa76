#include "support/fixtureparser.h"

#include <QRegularExpression>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// "key=value" words as a map; a word without "=" has an empty value.
QHash<QString, QString> optionsOf(const QStringList& words)
{
    QHash<QString, QString> options;
    for (const QString& word : words)
        options.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return options;
}

ManifestKind kindFrom(const QString& name)
{
    for (int i = 0; i <= static_cast<int>(ManifestKind::Unreadable); ++i) {
        const auto kind = static_cast<ManifestKind>(i);
        if (manifestKindName(kind) == name)
            return kind;
    }
    qFatal("fixture: unknown kind %s", qUtf8Printable(name));
}

std::optional<ManifestState> unusableState(const QString& kind)
{
    if (kind == "missing"_L1)
        return ManifestState::Missing;
    if (kind == "invalid"_L1)
        return ManifestState::Invalid;
    if (kind == "unreadable"_L1)
        return ManifestState::Unreadable;
    return std::nullopt;
}

} // namespace

Fixture FixtureParser::read()
{
    for (const QString& line : m_text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        if (words.first() == "package"_L1)
            readPackage(words);
        else
            readVersion(words);
    }
    return std::move(m_fixture);
}

void FixtureParser::readPackage(const QStringList& words)
{
    const auto options = optionsOf(words.sliced(2));
    FixturePackage package;
    package.listed.name = {words.at(1)};
    package.listed.id = m_nextId++;
    package.listed.repository = options.value(u"repo"_s);
    package.listed.createdAt = fixtureTime().addDays(-90);
    package.listed.updatedAt = fixtureTime().addDays(-1);
    package.completeness = options.contains(u"partial"_s) ? Completeness::Partial : Completeness::Whole;
    m_fixture.packages.push_back(std::move(package));
}

void FixtureParser::readVersion(const QStringList& words)
{
    if (words.size() < 2 || m_fixture.packages.empty())
        qFatal("fixture: cannot read \"%s\"", qUtf8Printable(words.join(u' ')));
    const auto options = optionsOf(words.sliced(2));
    if (const auto state = unusableState(words[1]))
        m_fixture.unusable.push_back({digest(words[0]), *state});
    else if (words[1] != "never"_L1 && words[1] != "again"_L1)
        addManifest(words[0], words[1], options);
    if (!options.contains(u"unlisted"_s))
        addListed(words[0], options);
}

void FixtureParser::addManifest(const QString& name, const QString& kind, const QHash<QString, QString>& options)
{
    Manifest manifest;
    manifest.digest = digest(name);
    manifest.kind = kindFrom(kind);
    manifest.mediaType = kind == "index"_L1 || options.contains(u"asindex"_s)
                             ? u"application/vnd.oci.image.index.v1+json"_s
                             : u"application/vnd.oci.image.manifest.v1+json"_s;
    manifest.artifactType = options.value(u"type"_s);
    manifest.size = options.value(u"bytes"_s, u"500"_s).toLongLong();
    manifest.layers = blobs(options.value(u"layers"_s));
    if (const auto config = blobs(options.value(u"config"_s)); !config.empty())
        manifest.config = config.front();
    manifest.children = children(options.value(u"children"_s));
    if (options.contains(u"subject"_s))
        manifest.subject = digest(options.value(u"subject"_s));
    manifest.hasSbom = options.contains(u"sbom"_s);
    manifest.hasProvenance = options.contains(u"provenance"_s);
    m_fixture.manifests.push_back(std::move(manifest));
}

void FixtureParser::addListed(const QString& name, const QHash<QString, QString>& options)
{
    ListedVersion version;
    version.id = {m_nextId++};
    version.digest = digest(name);
    version.createdAt = fixtureTime().addSecs(-60LL * m_minutes++);
    version.updatedAt = version.createdAt;
    if (options.contains(u"days"_s)) {
        version.createdAt = fixtureTime().addDays(-options.value(u"days"_s).toLongLong());
        version.updatedAt = version.createdAt;
    }
    static const QRegularExpression place(u"\\{(\\w+)\\}"_s);
    for (QString tag : options.value(u"tags"_s).split(u',', Qt::SkipEmptyParts)) {
        for (auto match = place.match(tag); match.hasMatch(); match = place.match(tag))
            tag.replace(match.captured(0), digest(match.captured(1)).hex());
        version.tags.append({tag});
    }
    m_fixture.packages.back().versions.push_back(std::move(version));
}

Digest FixtureParser::digest(const QString& name)
{
    const Digest digest = named(name);
    m_fixture.names.insert(digest, name);
    return digest;
}

std::vector<BlobReference> FixtureParser::blobs(const QString& list)
{
    std::vector<BlobReference> blobs;
    for (const QString& blob : list.split(u',', Qt::SkipEmptyParts)) {
        const QString size = blob.section(u':', 1);
        blobs.push_back({digest(blob.section(u':', 0, 0)), size == "?"_L1 ? kUnknownSize : size.toLongLong(), {}});
    }
    return blobs;
}

std::vector<ChildReference> FixtureParser::children(const QString& list)
{
    std::vector<ChildReference> children;
    for (const QString& entry : list.split(u',', Qt::SkipEmptyParts)) {
        ChildReference child;
        child.digest = digest(entry.section(u'@', 0, 0));
        child.platform = entry.section(u'@', 1).section(u'>', 0, 0);
        if (const QString attests = entry.section(u'>', 1); !attests.isEmpty())
            child.attests = digest(attests);
        children.push_back(std::move(child));
    }
    return children;
}

} // namespace slipway::test
