#include "views/inventory/detailssubject.h"

#include "models/summary.h"

#include <chrono>

namespace slipway
{

namespace
{

/// Going through rows with the arrow keys asks for nothing until it stops.
constexpr std::chrono::milliseconds kSettle{120};

} // namespace

DetailsSubject::DetailsSubject(QObject* parent)
    : QObject(parent)
{
    m_isAsking.setSingleShot(true);
    m_isAsking.setInterval(kSettle);
    connect(&m_isAsking, &QTimer::timeout, this, &DetailsSubject::askForDocuments);
}

DetailsSubject::~DetailsSubject() = default;

void DetailsSubject::setItem(InventoryPtr inventory, const InventoryItem& item)
{
    const Digest before = digest();
    m_inventory = std::move(inventory);
    m_item = item;
    if (digest() != before || before.isNull()) {
        m_choice = 0;
        m_manifest.reset();
        m_wanted.clear();
        askSoon();
    }
    m_images = m_inventory ? contentVersions(*m_inventory, version()) : std::vector<RowIndex>();
}

void DetailsSubject::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    if (isInSight && m_isDue)
        askSoon();
    if (!isInSight && m_isAsking.isActive()) {
        m_isAsking.stop();
        m_isDue = true;
    }
}

void DetailsSubject::askSoon()
{
    m_isDue = !m_isInSight;
    if (m_isInSight)
        m_isAsking.start();
}

void DetailsSubject::chooseImage(int index)
{
    m_choice = index;
    askSoon();
    Q_EMIT changed();
}

RowIndex DetailsSubject::image() const
{
    return m_choice < static_cast<int>(m_images.size()) ? m_images[static_cast<size_t>(m_choice)] : kNoRow;
}

Digest DetailsSubject::digestOf(RowIndex version) const
{
    return version == kNoRow ? Digest() : m_inventory->snapshot->digestOf(version);
}

QStringList DetailsSubject::platforms() const
{
    QStringList platforms;
    for (const RowIndex row : m_images)
        platforms.append(m_inventory->platformsOf(row).value(0, digestOf(row).shortForm()));
    return platforms;
}

std::optional<Digest> DetailsSubject::configOf(RowIndex version) const
{
    if (version == kNoRow)
        return std::nullopt;
    const auto* manifest = m_inventory->snapshot->manifestOf(m_inventory->snapshot->versions[version]);
    if (!manifest || manifest->config == kNoRow)
        return std::nullopt;
    return m_inventory->snapshot->blobs[manifest->config].digest;
}

std::optional<Result<QByteArray>> DetailsSubject::configDocument() const
{
    const auto digest = configDigest();
    return digest && m_configDigest == *digest ? std::optional(m_config) : std::nullopt;
}

std::optional<ImageConfig> DetailsSubject::config() const
{
    if (const auto known = m_inventory ? knownConfig(*m_inventory->snapshot, image()) : std::nullopt)
        return known;
    const auto digest = configDigest();
    if (!digest || !m_configs.contains(*digest))
        return std::nullopt;
    return m_configs.value(*digest);
}

void DetailsSubject::askForDocuments()
{
    m_wanted.clear();
    if (version() == kNoRow) {
        Q_EMIT settled();
        return;
    }
    auto missingConfig = configDigest();
    if (missingConfig == m_configDigest && m_config)
        missingConfig.reset();
    ask(version(), version() == image() ? missingConfig : std::nullopt);
    if (version() != image() && missingConfig)
        ask(image(), missingConfig);
}

void DetailsSubject::ask(RowIndex version, const std::optional<Digest>& config)
{
    m_wanted.append(digestOf(version));
    Q_EMIT documentsWanted(m_item.package()->name, digestOf(version), config);
}

void DetailsSubject::takeDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                                   const std::optional<Result<QByteArray>>& configBytes)
{
    if (!m_wanted.removeOne(manifest))
        return;
    if (manifest == digest()) {
        m_manifest = manifestBytes;
        m_manifestReadAt = m_clock.now();
    }
    if (configBytes)
        takeConfig(manifest, *configBytes);
    Q_EMIT changed();
    if (!isWaiting())
        Q_EMIT settled();
}

void DetailsSubject::takeConfig(const Digest& manifest, const Result<QByteArray>& bytes)
{
    const RowIndex row = digestOf(image()) == manifest ? image() : version();
    const auto digest = configOf(row);
    if (!digest)
        return;
    m_configDigest = *digest;
    m_config = bytes;
    if (!bytes)
        return;
    if (const auto config = parseImageConfig(*digest, *bytes))
        m_configs.insert(*digest, *config);
}

} // namespace slipway
