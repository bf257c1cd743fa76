#include "simulator/generatedtree.h"

#include "simulator/fastdigest.h"
#include "simulator/layerbytes.h"
#include "simulator/manifesttext.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

// These texts are put together by hand: a million of them are made in a second or two.

QByteArray quotedDigest(const Digest& digest)
{
    return '"' + digest.toString().toLatin1() + '"';
}

QByteArray descriptor(const QByteArray& mediaType, const Digest& digest, qint64 size, const QByteArray& more = {})
{
    return "{\"mediaType\":\"" + mediaType + "\",\"digest\":" + quotedDigest(digest)
           + ",\"size\":" + QByteArray::number(size) + more + '}';
}

QByteArray bytesOf(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

TreePart manifestPart(TreePart::Role role, QLatin1StringView mediaType, QByteArray bytes)
{
    const auto digest = fastDigest(bytes);
    return {role, digest, bytesOf(mediaType), std::move(bytes)};
}

TreePart blobPart(QByteArray bytes)
{
    const auto digest = fastDigest(bytes);
    return {TreePart::Role::Blob, digest, {}, std::move(bytes)};
}

QByteArray manifestHead(QLatin1StringView mediaType)
{
    return R"({"schemaVersion":2,"mediaType":")" + bytesOf(mediaType) + '"';
}

QByteArray imageText(const QByteArray& config, const QByteArray& layers, const QByteArray& annotations = {})
{
    auto text = manifestHead(mediatype::kOciManifest) + R"(,"config":)" + config + R"(,"layers":[)" + layers + ']';
    if (!annotations.isEmpty())
        text += R"(,"annotations":{)" + annotations + '}';
    return text + '}';
}

QByteArray platformText(const QByteArray& architecture, const QByteArray& os)
{
    return R"(,"platform":{"architecture":")" + architecture + R"(","os":")" + os + R"("})";
}

PoolLayer poolLayer(const QString& name, std::int64_t size)
{
    const LayerBytes bytes(name, size);
    return {{name, size}, bytes.digest(), bytes.diffId()};
}

QByteArray timeText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).toString(Qt::ISODate).toLatin1();
}

} // namespace

const std::array<QByteArray, 2>& sharedBlobs()
{
    static const std::array<QByteArray, 2> kBlobs{
        R"({"architecture":"unknown","os":"unknown","config":{},"rootfs":{"type":"layers","diff_ids":[]}})"_ba,
        R"({"architecture":"","os":"","config":{},"rootfs":{"type":"layers","diff_ids":[]}})"_ba,
    };
    return kBlobs;
}

int treeRows(TreeKind kind)
{
    switch (kind) {
    case TreeKind::Leftover:
    case TreeKind::Single:
        return 1;
    case TreeKind::Multi:
        return 5;
    case TreeKind::SignedMulti:
        return 6;
    }
    return 0;
}

TreeWriter::TreeWriter(quint64 seed, int packages)
    : m_seed(seed)
{
    m_layers.reserve(kBaseLayers + static_cast<std::size_t>(packages) * kPackageLayers);
    for (int i = 0; i < kBaseLayers; ++i)
        m_layers.push_back(poolLayer(u"generated/%1/base-%2"_s.arg(seed).arg(i), 200'000 + 61'803 * i));
    for (int package = 0; package < packages; ++package) {
        for (int i = 0; i < kPackageLayers; ++i) {
            const auto size = LayerBytes::kSmallest + static_cast<std::int64_t>(random(package, -1 - i) % 8192);
            m_layers.push_back(poolLayer(u"generated/%1/%2-%3"_s.arg(seed).arg(package).arg(i), size));
        }
    }
}

/// splitmix64 over the three numbers.
quint64 TreeWriter::random(qint64 package, qint64 number) const
{
    quint64 z = m_seed * 0x9e3779b97f4a7c15ULL + static_cast<quint64>(package) * 0xbf58476d1ce4e5b9ULL
                + static_cast<quint64>(number) * 0x94d049bb133111ebULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

TreeWriter::Image TreeWriter::image(const GeneratedTree& tree, const QByteArray& architecture) const
{
    const auto dice = random(tree.package, tree.number);
    const auto own = kBaseLayers + static_cast<std::size_t>(tree.package) * kPackageLayers;
    const std::array chosen{&m_layers[static_cast<std::size_t>(tree.package % kBaseLayers)], &m_layers[own + dice % 4],
                            &m_layers[own + 4 + dice / 4 % 4]};
    QByteArray layers;
    QByteArray diffIds;
    for (const auto* layer : chosen) {
        layers +=
            (layers.isEmpty() ? "" : ",") + descriptor(bytesOf(mediatype::kOciLayer), layer->digest, layer->layer.size);
        diffIds += (diffIds.isEmpty() ? "" : ",") + quotedDigest(layer->diffId);
    }
    const auto revision = QByteArray::number(dice, 16).rightJustified(16, '0');
    auto config =
        blobPart(R"({"created":")" + timeText(tree.pushedAt) + R"(","architecture":")" + architecture
                 + R"(","os":"linux","config":{"Env":["PATH=/usr/bin"],"Labels":{"org.opencontainers.image.revision":")"
                 + revision + R"("}},"rootfs":{"type":"layers","diff_ids":[)" + diffIds + "]}}");
    auto text = imageText(descriptor(bytesOf(mediatype::kOciConfig), config.digest, config.bytes.size()), layers);
    return {manifestPart(TreePart::Role::Image, mediatype::kOciManifest, std::move(text)), std::move(config)};
}

/// As buildx writes provenance: an image of the platform unknown/unknown with an in-toto statement for a layer.
TreeWriter::Image TreeWriter::attestation(const GeneratedTree& tree, const TreePart& subject) const
{
    const auto& shared = sharedBlobs()[0];
    static const auto kSharedDigest = fastDigest(shared);
    auto statement = blobPart(
        R"({"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://slsa.dev/provenance/v0.2","subject":[{"digest":{"sha256":")"
        + subject.digest.hex().toLatin1() + R"("}}],"predicate":{"invocation":)" + QByteArray::number(tree.number)
        + "}}");
    const auto layer = descriptor("application/vnd.in-toto+json", statement.digest, statement.bytes.size(),
                                  R"(,"annotations":{"in-toto.io/predicate-type":"https://slsa.dev/provenance/v0.2"})");
    auto text = imageText(descriptor(bytesOf(mediatype::kOciConfig), kSharedDigest, shared.size()), layer);
    return {manifestPart(TreePart::Role::Attestation, mediatype::kOciManifest, std::move(text)), std::move(statement)};
}

/// As cosign writes a classic signature.
TreeWriter::Image TreeWriter::signature(const TreePart& subject) const
{
    const auto& shared = sharedBlobs()[1];
    static const auto kSharedDigest = fastDigest(shared);
    auto payload =
        blobPart(R"({"critical":{"identity":{"docker-reference":""},"image":{"docker-manifest-digest":)"
                 + quotedDigest(subject.digest) + R"(},"type":"cosign container image signature"},"optional":null})");
    const auto layer =
        descriptor("application/vnd.dev.cosign.simplesigning.v1+json", payload.digest, payload.bytes.size(),
                   R"(,"annotations":{"dev.cosignproject.cosign/signature":"Z2VuZXJhdGVk"})");
    auto text = imageText(descriptor(bytesOf(mediatype::kOciConfig), kSharedDigest, shared.size()), layer);
    return {manifestPart(TreePart::Role::Signature, mediatype::kOciManifest, std::move(text)), std::move(payload)};
}

std::vector<TreePart> TreeWriter::parts(const GeneratedTree& tree) const
{
    auto amd = image(tree, "amd64");
    if (treeRows(tree.kind) == 1)
        return {std::move(amd.manifest), std::move(amd.config)};
    auto arm = image(tree, "arm64");
    std::array attestations{attestation(tree, amd.manifest), attestation(tree, arm.manifest)};
    QByteArray entries;
    const auto enter = [&entries](const TreePart& part, const QByteArray& more) {
        entries += (entries.isEmpty() ? "" : ",")
                   + descriptor(bytesOf(mediatype::kOciManifest), part.digest, part.bytes.size(), more);
    };
    enter(amd.manifest, platformText("amd64", "linux"));
    enter(arm.manifest, platformText("arm64", "linux"));
    for (std::size_t i = 0; i < attestations.size(); ++i) {
        const auto& subject = i == 0 ? amd.manifest : arm.manifest;
        enter(attestations[i].manifest,
              R"(,"annotations":{"vnd.docker.reference.digest":)" + quotedDigest(subject.digest)
                  + R"(,"vnd.docker.reference.type":"attestation-manifest"})" + platformText("unknown", "unknown"));
    }
    auto index = manifestPart(TreePart::Role::Index, mediatype::kOciIndex,
                              manifestHead(mediatype::kOciIndex) + R"(,"manifests":[)" + entries + "]}");
    std::vector<TreePart> parts;
    auto signedBy = tree.kind == TreeKind::SignedMulti ? std::optional(signature(index)) : std::nullopt;
    parts.push_back(std::move(index));
    for (auto* image : {&amd, &arm, &attestations[0], &attestations[1]})
        parts.push_back(std::move(image->manifest));
    if (signedBy)
        parts.push_back(std::move(signedBy->manifest));
    for (auto* image : {&amd, &arm, &attestations[0], &attestations[1]})
        parts.push_back(std::move(image->config));
    if (signedBy)
        parts.push_back(std::move(signedBy->config));
    return parts;
}

} // namespace slipway
