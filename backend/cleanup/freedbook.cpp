#include "cleanup/freedbook.h"

#include "domain/manifest.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Distinct blobs of a kept manifest, in the order of JournalEntry::holders.
std::vector<BlobReference> blobsOf(const JournalEntry& entry)
{
    std::vector<BlobReference> blobs;
    if (entry.manifest.isEmpty())
        return blobs;
    const auto manifest = parseManifest(entry.digest, entry.manifest, entry.mediaType);
    if (!manifest)
        return blobs;
    const auto add = [&](const BlobReference& blob) {
        if (!std::ranges::contains(blobs, blob.digest, &BlobReference::digest))
            blobs.push_back(blob);
    };
    std::ranges::for_each(manifest->layers, add);
    if (manifest->config)
        add(*manifest->config);
    return blobs;
}

} // namespace

void FreedBook::announce(const JournalEntry& entry)
{
    auto& holder = m_versions[entry.id];
    if (holder.fate == Fate::Announced)
        --m_announced;
    const auto blobs = blobsOf(entry);
    holder.alone = entry.freedBytes;
    holder.isCounted = entry.holders && entry.holders->size() == blobs.size();
    holder.fate = Fate::Announced;
    holder.blobs.clear();
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        auto& blob = m_blobs[blobs[i].digest];
        holder.blobs.push_back(blobs[i].digest);
        if (blob.holders || !holder.isCounted)
            continue;
        // The first line counts: what the journal did since is added here, while later ones may know of it or not.
        blob.holders = (*entry.holders)[i];
        blob.size = std::max(blobs[i].size, Bytes(0));
    }
    ++m_announced;
}

/// What is away without having been counted is known to some lines and not to others: it is never taken off, so that
/// too little is told, never too much.
void FreedBook::become(Holder& holder, Fate fate)
{
    const auto isAway = [](Fate one) { return one == Fate::Deleted || one == Fate::Gone; };
    const auto before = std::exchange(holder.fate, fate);
    m_announced -= before == Fate::Announced ? 1 : 0;
    if (before == fate)
        return;
    if (isAway(before) || isAway(fate))
        m_whole.reset();
    const int deleted = (fate == Fate::Deleted ? 1 : 0) - (before == Fate::Deleted ? 1 : 0);
    const int back = isAway(before) && !isAway(fate) ? 1 : !isAway(before) && isAway(fate) && holder.isCounted ? -1 : 0;
    m_deleted += static_cast<std::size_t>(deleted);
    if (!holder.isCounted) {
        m_alone += deleted * holder.alone;
        m_hasGaps = m_hasGaps || isAway(fate);
    }
    for (const Digest& digest : holder.blobs) {
        auto& blob = m_blobs[digest];
        m_counted -= blob.isFreed() ? blob.size : 0;
        blob.deleted += deleted;
        if (blob.holders)
            *blob.holders += back;
        m_counted += blob.isFreed() ? blob.size : 0;
    }
}

void FreedBook::add(const JournalEntry& entry)
{
    switch (entry.event) {
    case JournalEvent::Intended:
        announce(entry);
        return;
    case JournalEvent::Deleted:
        become(m_versions[entry.id], Fate::Deleted);
        return;
    case JournalEvent::Gone:
        become(m_versions[entry.id], Fate::Gone);
        return;
    case JournalEvent::Restored:
        become(m_versions[entry.id], Fate::There);
        return;
    case JournalEvent::Left:
    case JournalEvent::Failed:
        // Without a certain answer it may be away, whatever is said of it.
        if (auto& holder = m_versions[entry.id]; holder.fate == Fate::Announced && entry.isThere)
            become(holder, Fate::There);
        return;
    case JournalEvent::Ended:
        if (entry.freedBytes > 0)
            m_whole = entry.freedBytes;
        return;
    case JournalEvent::Begun:
    case JournalEvent::Untagging:
    case JournalEvent::Untagged:
        return;
    }
}

FreedSoFar FreedBook::freed() const
{
    if (m_whole)
        return {*m_whole, false};
    return {m_counted + m_alone, hasGaps() || m_announced > 0};
}

FreedSoFar freedOf(const std::vector<JournalEntry>& entries)
{
    FreedBook book;
    for (const auto& entry : entries)
        book.add(entry);
    return book.freed();
}

} // namespace slipway
