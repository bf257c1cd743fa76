#pragma once

#include "cleanup/planfile.h"
#include "domain/listing.h"
#include "domain/manifest.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// Those that go together or not at all.
using PlannedTree = std::span<const PlannedVersion>;

/// The trees of a plan's deletions, in its order.
[[nodiscard]] std::vector<PlannedTree> treesOf(const std::vector<PlannedVersion>& deletions);

/// What a version needs or belongs to, by its manifest and its tags. It is there when the version is an index of it or
/// hangs on it.
struct PointedAt final {
    std::vector<Digest> lists;    ///< its children
    std::vector<Digest> subjects; ///< what it hangs on: its manifest's subject, and one for each referrer tag

    void add(const PointedAt& other);
};

[[nodiscard]] PointedAt pointedAtBy(const QStringList& tags, const Manifest& manifest);

/// Compares a package, each time its list was read again, with the plan that was made of it: pure. Whatever is new
/// there may point at what is to be deleted; whatever cannot be read is taken to do so.
class PackageWatch final
{
public:
    PackageWatch(const PlanFile& plan, const PackageName& package);

    /// The rows that the plan does not know and that were not looked at yet.
    [[nodiscard]] std::vector<ListedVersion> newcomers(std::span<const ListedVersion> rows) const;
    /// What a newcomer is; an error: it could not be read.
    void learn(const ListedVersion& row, const Result<Manifest>& manifest);
    /// Whether this plan knows the row: lists are read from their newest row until known ones repeat.
    [[nodiscard]] bool knows(VersionId id) const { return m_known.contains(id) || m_learnt.contains(id); }
    /// Why a tree must stay, by all that was learnt and these rows; nullopt: nothing speaks against its deletion. Rows
    /// that are not among these are not judged here. `pointed` is what the tree points at: where that has come back, an
    /// index is no ghost any more, and a signature no orphan.
    [[nodiscard]] std::optional<QString> staleness(PlannedTree tree, const PointedAt& pointed,
                                                   std::span<const ListedVersion> rows) const;
    /// Notes a list that was read whole: of the newest that a rule keeps, none may be gone or have other tags.
    void noteWhole(std::span<const ListedVersion> rows);
    /// Those of some digests that the package did not have when the plan was made.
    [[nodiscard]] std::vector<Digest> notHere(std::span<const Digest> digests) const;

private:
    /// One that stays because it is among the newest of a rule. Where it is so no longer, another takes its place.
    struct Newest {
        QString rule;
        Digest digest;
        QStringList tags;
    };

    [[nodiscard]] std::optional<QString> newestIsOther(PlannedTree tree, std::span<const ListedVersion> rows) const;

    QHash<VersionId, Newest> m_newest;
    QHash<QString, QString> m_missingOf; ///< rules of which one of the newest is gone or changed, and which
    QSet<VersionId> m_known;
    QSet<Digest> m_planned; ///< digests of these
    QSet<VersionId> m_learnt;
    QHash<Digest, QString> m_fresh;     ///< newcomers, and their names
    QHash<Digest, QString> m_pointedAt; ///< by newcomers, and by which
    QString m_unreadable;               ///< a newcomer that could not be read
};

/// Whether a version is as it was when the plan was made: the same manifest under the same tags, not touched since. One
/// without a readable time has no age, so it has changed.
[[nodiscard]] bool isAsPlanned(const PlannedVersion& planned, const ListedVersion& row);

} // namespace slipway
