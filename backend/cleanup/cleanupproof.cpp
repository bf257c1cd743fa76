#include "cleanup/cleanupproof.h"

#include "cleanup/restoring.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<GoneVersion> keptBy(const PlanFile& plan, const QSet<PackageName>& touched)
{
    std::vector<GoneVersion> kept;
    for (const auto& one : plan.keep) {
        if (touched.contains(one.package))
            kept.push_back({one.package, one.id, one.digest, one.tags});
    }
    for (const auto& one : plan.blocked) {
        if (touched.contains(one.package))
            kept.push_back({one.package, one.id, one.digest, {}});
    }
    return kept;
}

/// Kept versions that a list which was read whole does not show.
std::vector<LookedAt> unlisted(const std::vector<GoneVersion>& kept, const Snapshot& after)
{
    QSet<PackageName> whole;
    QSet<VersionId> there;
    for (const auto& package : after.packages) {
        if (package.complete)
            whole.insert(package.name);
        for (const auto& version : after.versionsOf(package))
            there.insert(version.id);
    }
    std::vector<LookedAt> versions;
    for (const auto& one : kept) {
        if (whole.contains(one.package) && !there.contains(one.id))
            versions.push_back({one.package, one.id});
    }
    return versions;
}

/// Tags that a plan has kept and a list does not show where they were, each by itself.
std::vector<GoneVersion> tagsElsewhere(const std::vector<GoneVersion>& kept, const Snapshot& after,
                                       const QSet<PackageName>& touched)
{
    QHash<VersionId, RowIndex> rows;
    for (const auto& package : after.packages) {
        if (!touched.contains(package.name))
            continue;
        for (const auto& version : after.versionsOf(package))
            rows.insert(version.id, after.rowOf(version));
    }
    std::vector<GoneVersion> elsewhere;
    for (const auto& one : kept) {
        const auto row = rows.constFind(one.id);
        if (one.tags.isEmpty() || row == rows.cend())
            continue;
        QSet<QString> there;
        for (const TagText tag : after.tagsOf(after.versions[*row]))
            there.insert(tag.toString());
        for (const QString& tag : one.tags) {
            if (!there.contains(tag))
                elsewhere.push_back({one.package, one.id, one.digest, {tag}});
        }
    }
    return elsewhere;
}

/// Asks the registry for kept tags that are not where they were.
Task<void> findLostTags(CleanupTools tools, std::vector<GoneVersion> elsewhere, SnapshotPtr after, CleanupProof* proof,
                        std::stop_token stop)
{
    const auto isTagged = [&after](const PackageName& name, const Digest& digest) {
        const auto package = std::ranges::find(after->packages, name, &PackageRow::name);
        return package != after->packages.end()
               && std::ranges::any_of(after->versionsOf(*package), [&](const VersionRow& version) {
                      return version.isTagged() && after->digestOf(version) == digest;
                  });
    };
    for (const auto& one : elsewhere) {
        const auto at =
            co_await tools.registry.resolve({tools.owner.login, one.package}, one.tags.front(), CallContext(stop));
        if (!at)
            proof->problems.push_back(at.error());
        else if (!*at)
            proof->broken.push_back({one.package, one.digest, one.tags, {one.digest}});
        else if (!isTagged(one.package, **at))
            proof->problems.push_back(leadsElsewhere(one.package, one.tags.front(), **at));
        if (!at && at.error().kind == ErrorKind::Cancelled)
            co_return;
    }
}

/// Packages whose lists do not tell what is there.
std::vector<Error> unreadLists(const QSet<PackageName>& touched, const Snapshot& after)
{
    QSet<PackageName> unread = touched;
    for (const auto& package : after.packages) {
        if (package.complete)
            unread.remove(package.name);
    }
    std::vector<Error> problems;
    for (const auto& package : std::as_const(unread))
        problems.push_back({ErrorKind::Malformed, package.value, u"its list was not read whole"_s, {}});
    std::ranges::sort(problems, {}, &Error::subject);
    return problems;
}

/// Versions that are to stay, or have a tag, whose manifests were not read: what they list is not known, so not asked
/// for.
std::vector<Error> unreadManifests(const std::vector<GoneVersion>& kept, const Snapshot& after, const TagScope& scope)
{
    QSet<VersionId> toStay;
    for (const auto& one : kept)
        toStay.insert(one.id);
    std::vector<Error> problems;
    for (const auto& package : after.packages) {
        if (!scope.packages.contains(package.name))
            continue;
        for (const auto& version : after.versionsOf(package)) {
            const auto* manifest = after.manifestOf(version);
            const auto state = manifest ? manifest->state : ManifestState::Unreadable;
            const auto& digest = after.digestOf(version);
            const bool isUnread =
                state == ManifestState::Unreadable && (version.isTagged() || toStay.contains(version.id));
            const bool isDamaged = state == ManifestState::Invalid && version.isTagged();
            const bool isOther = scope.away.contains(version.id) || std::ranges::binary_search(scope.ignored, digest);
            if (isOther || !(isUnread || isDamaged))
                continue;
            QStringList tags;
            for (const TagText tag : after.tagsOf(version))
                tags.append(tag.toString());
            const QString name = tags.isEmpty() ? u'@' + digest.shortForm() : u':' + tags.join(u',');
            problems.push_back({ErrorKind::Malformed,
                                package.name.value + name,
                                QCoreApplication::translate(
                                    "Cleanup", "its manifest could not be read, so what it lists is not known"),
                                {}});
        }
    }
    return problems;
}

} // namespace

Task<CleanupProof> proveKept(CleanupTools tools, PlanFile plan, JournalState journal, SnapshotPtr after,
                             std::stop_token stop)
{
    CleanupProof proof;
    TagScope scope{{}, {}, plan.brokenBefore};
    std::ranges::sort(scope.ignored);
    for (const auto& planned : plan.deletions) {
        scope.packages.insert(planned.package);
        if (journal.isDeleted(planned.id))
            scope.away.insert(planned.id);
    }
    if (scope.packages.isEmpty()) // else all would be asked for
        co_return proof;
    const auto kept = keptBy(plan, scope.packages);
    proof.brokenBefore = plan.brokenBefore.size();
    proof.problems = unreadLists(scope.packages, *after);
    const auto unread = unreadManifests(kept, *after, scope);
    proof.problems.insert(proof.problems.end(), unread.begin(), unread.end());
    auto tags = co_await proveTags(tools, after, scope, stop);
    proof.broken = std::move(tags.broken);
    proof.problems.insert(proof.problems.end(), tags.problems.begin(), tags.problems.end());

    co_await findLostTags(tools, tagsElsewhere(kept, *after, scope.packages), after, &proof, stop);
    const auto looked = unlisted(kept, *after);
    const RowAnswers rows = co_await rowsNow(tools, looked, stop);
    for (const auto& version : looked) {
        const auto row = rows.constFind(version.id);
        if (row == rows.cend())
            proof.problems.push_back({ErrorKind::Cancelled, version.package.value, {}, {}});
        else if (!*row)
            proof.problems.push_back(row->error());
        else if (**row)
            proof.problems.push_back({ErrorKind::Malformed,
                                      version.package.value,
                                      u"its list does not show %1, which is there"_s.arg((**row)->digest.shortForm()),
                                      {}});
        else
            tags.gone.insert(version.id);
    }

    QSet<Digest> restorableDigests;
    for (const auto& entry : restorable(journal))
        restorableDigests.insert(entry.digest);
    for (const auto& one : kept) {
        if (!tags.gone.contains(one.id))
            continue;
        if (restorableDigests.contains(one.digest))
            proof.broken.push_back({one.package, one.digest, one.tags, {one.digest}});
        else
            proof.gone.push_back(one);
    }
    for (const auto& broken : proof.broken) {
        proof.restoreHelps = proof.restoreHelps || std::ranges::any_of(broken.missing, [&](const Digest& digest) {
                                 return restorableDigests.contains(digest);
                             });
    }
    co_return proof;
}

} // namespace slipway
