#include "cleanup/restoreneeds.h"

#include "domain/manifest.h"
#include "domain/tagshape.h"

#include <utility>

namespace slipway
{

namespace
{

/// A manifest is one of its package.
using Place = std::pair<PackageName, Digest>;

} // namespace

std::vector<Digest> listedBy(const JournalEntry& entry)
{
    std::vector<Digest> digests;
    if (const auto manifest = parseManifest(entry.digest, entry.manifest, entry.mediaType))
        for (const auto& child : manifest->children)
            digests.push_back(child.digest);
    return digests;
}

RestoreNeeds restoreNeeds(const std::vector<JournalEntry>& away)
{
    QHash<Place, VersionId> ids;
    for (const auto& entry : away)
        ids.insert({entry.package, entry.digest}, entry.id);
    RestoreNeeds needs;
    const auto need = [&](const JournalEntry& of, const Digest& digest, bool hangsOnIt) {
        const auto other = ids.constFind({of.package, digest});
        if (other == ids.cend() || *other == of.id)
            return;
        needs[hangsOnIt ? *other : of.id].push_back(hangsOnIt ? of.id : *other);
    };
    for (const auto& entry : away) {
        for (const QString& tag : entry.tags)
            if (const auto referrer = parseReferrerTag(QStringView(tag)))
                need(entry, referrer->subject, true);
        const auto manifest = parseManifest(entry.digest, entry.manifest, entry.mediaType);
        if (!manifest)
            continue;
        if (manifest->subject)
            need(entry, *manifest->subject, true);
        for (const auto& child : manifest->children)
            need(entry, child.digest, false);
    }
    return needs;
}

QSet<VersionId> withNeeds(const RestoreNeeds& needs, const std::vector<VersionId>& chosen)
{
    QSet<VersionId> all(chosen.cbegin(), chosen.cend());
    std::vector<VersionId> open = chosen;
    while (!open.empty()) {
        const VersionId id = open.back();
        open.pop_back();
        const auto direct = needs.value(id);
        for (const VersionId other : direct) {
            if (all.contains(other))
                continue;
            all.insert(other);
            open.push_back(other);
        }
    }
    return all;
}

} // namespace slipway
