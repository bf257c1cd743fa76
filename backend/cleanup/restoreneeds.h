#pragma once

#include "cleanup/cleanupjournal.h"

#include <QSet>

namespace slipway
{

/// What of the same journal each version needs to come back whole: what its manifest lists, and what hangs on it by
/// its subject or a referrer tag. Direct needs only.
using RestoreNeeds = QHash<VersionId, std::vector<VersionId>>;

/// `away` are the lines of deleted versions, with their manifests.
[[nodiscard]] RestoreNeeds restoreNeeds(const std::vector<JournalEntry>& away);

/// Versions with all they need, to any depth.
[[nodiscard]] QSet<VersionId> withNeeds(const RestoreNeeds& needs, const std::vector<VersionId>& chosen);

/// What a deleted index lists, by the journal; empty for what is none.
[[nodiscard]] std::vector<Digest> listedBy(const JournalEntry& entry);

} // namespace slipway
