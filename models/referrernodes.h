#pragma once

#include "inventory/inventory.h"

#include <QString>

#include <vector>

namespace slipway
{

/// How a node belongs to the one it hangs on.
enum class ReferrerLink {
    Root,    ///< the version itself
    Listed,  ///< an index lists it
    Attests, ///< an attestation manifest of the index speaks of it (BuildKit)
    Refers,  ///< by its subject, or by a referrer tag
};

/// One manifest of the graph.
struct ReferrerNode final {
    QString name; ///< platform, or the word for its kind
    Digest digest;
    ManifestKind kind = ManifestKind::Unreadable;
    ReferrerLink link = ReferrerLink::Root;
    int parent = -1;        ///< number of the node it hangs on; -1 for the first
    int column = 0;         ///< steps from the first
    int row = 0;            ///< line in the drawing: the first on a node stands beside it, each other one below
    bool isMissing = false; ///< listed, but not in the registry

    friend bool operator==(const ReferrerNode&, const ReferrerNode&) = default;
};

/// What a version lists and what speaks of it, from itself to its platforms, their attestations and the signatures of
/// each. Every manifest once, after the one it hangs on.
[[nodiscard]] std::vector<ReferrerNode> referrerNodes(const Inventory& inventory, RowIndex version);
/// False where nothing but the version and its platforms is there.
[[nodiscard]] bool hasReferrers(const std::vector<ReferrerNode>& nodes);
/// "Signature of linux/amd64": the node with what it belongs to.
[[nodiscard]] QString referrerSentence(const std::vector<ReferrerNode>& nodes, int node);

} // namespace slipway
