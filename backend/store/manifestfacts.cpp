#include "store/manifestfacts.h"

#include <QDataStream>
#include <QIODevice>

namespace slipway
{

namespace
{

/// Raised whenever the form or the rules that decide a manifest's kind change: older rows are then made anew.
constexpr quint8 kForm = 1;
constexpr quint32 kMostEntries = 65'535;

void put(QDataStream& out, const Digest& digest)
{
    const QByteArray raw = digest.raw();
    out.writeRawData(raw.constData(), Digest::kSize);
}

Digest takeDigest(QDataStream& in)
{
    QByteArray raw(Digest::kSize, '\0');
    if (in.readRawData(raw.data(), Digest::kSize) != Digest::kSize)
        in.setStatus(QDataStream::ReadPastEnd);
    return Digest::fromRaw(raw);
}

void put(QDataStream& out, const std::optional<Digest>& digest)
{
    out << digest.has_value();
    if (digest)
        put(out, *digest);
}

std::optional<Digest> takeOptionalDigest(QDataStream& in)
{
    bool has = false;
    in >> has;
    if (!has)
        return std::nullopt;
    return takeDigest(in);
}

void put(QDataStream& out, const BlobReference& blob)
{
    put(out, blob.digest);
    out << qint64(blob.size) << blob.mediaType.toUtf8();
}

BlobReference takeBlob(QDataStream& in)
{
    BlobReference blob;
    blob.digest = takeDigest(in);
    qint64 size = 0;
    QByteArray type;
    in >> size >> type;
    blob.size = size;
    blob.mediaType = QString::fromUtf8(type);
    return blob;
}

quint32 takeCount(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > kMostEntries) {
        in.setStatus(QDataStream::ReadCorruptData);
        return 0;
    }
    return count;
}

void putChildren(QDataStream& out, const std::vector<ChildReference>& children)
{
    out << static_cast<quint32>(children.size());
    for (const auto& child : children) {
        put(out, child.digest);
        out << qint64(child.size) << child.mediaType.toUtf8() << child.platform.toUtf8();
        put(out, child.attests);
    }
}

void takeChildren(QDataStream& in, std::vector<ChildReference>& children)
{
    for (quint32 left = takeCount(in); left > 0; --left) {
        ChildReference child;
        child.digest = takeDigest(in);
        qint64 size = 0;
        QByteArray type;
        QByteArray platform;
        in >> size >> type >> platform;
        child.size = size;
        child.mediaType = QString::fromUtf8(type);
        child.platform = QString::fromUtf8(platform);
        child.attests = takeOptionalDigest(in);
        children.push_back(std::move(child));
    }
}

} // namespace

QByteArray packManifest(const Manifest& manifest)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kForm << static_cast<quint8>(manifest.kind) << manifest.hasSbom << manifest.hasProvenance
        << qint64(manifest.size) << manifest.mediaType.toUtf8() << manifest.artifactType.toUtf8()
        << manifest.config.has_value();
    if (manifest.config)
        put(out, *manifest.config);
    out << static_cast<quint32>(manifest.layers.size());
    for (const auto& layer : manifest.layers)
        put(out, layer);
    putChildren(out, manifest.children);
    put(out, manifest.subject);
    return bytes;
}

std::optional<Manifest> unpackManifest(const Digest& digest, const QByteArray& packed)
{
    QDataStream in(packed);
    in.setVersion(QDataStream::Qt_6_0);
    quint8 form = 0;
    quint8 kind = 0;
    qint64 size = 0;
    QByteArray mediaType;
    QByteArray artifactType;
    bool hasConfig = false;
    Manifest manifest;
    manifest.digest = digest;
    in >> form >> kind >> manifest.hasSbom >> manifest.hasProvenance >> size >> mediaType >> artifactType >> hasConfig;
    if (form != kForm || kind > static_cast<quint8>(ManifestKind::Unreadable))
        return std::nullopt;
    manifest.kind = static_cast<ManifestKind>(kind);
    manifest.size = size;
    manifest.mediaType = QString::fromUtf8(mediaType);
    manifest.artifactType = QString::fromUtf8(artifactType);
    if (hasConfig)
        manifest.config = takeBlob(in);
    for (quint32 left = takeCount(in); left > 0; --left)
        manifest.layers.push_back(takeBlob(in));
    takeChildren(in, manifest.children);
    manifest.subject = takeOptionalDigest(in);
    if (in.status() != QDataStream::Ok)
        return std::nullopt;
    return manifest;
}

} // namespace slipway
