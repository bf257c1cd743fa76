#include "cleanup/plainplan.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

struct Version {
    std::int64_t id = 0;
    Digest digest;
    ManifestKind kind = ManifestKind::Unreadable;
    QDateTime created;
    QDateTime updated;
    QStringList tags;          ///< policy tags
    std::set<Digest> subjects; ///< by field and referrer tags
    std::set<Digest> children;
};

using Package = std::vector<Version>;
using Versions = std::set<const Version*>;

class PlainPackage final
{
public:
    PlainPackage(const Package& package, const std::set<Digest>& owned, bool isAllRead, bool isHeldBack,
                 const CleanupPolicy& policy, const CleanupProtections& protections, const QDateTime& now)
        : m_package(package)
        , m_owned(owned)
        , m_isAllRead(isAllRead)
        , m_isHeldBack(isHeldBack)
        , m_policy(policy)
        , m_protections(protections)
        , m_now(now)
    {
    }

    /// What goes; `blocked` gets what cannot.
    Versions plan(Versions& blocked)
    {
        Versions going;
        for (const auto& version : m_package) {
            if (isSelected(version) && !isProtected(version) && !m_isHeldBack)
                going.insert(&version);
        }
        for (size_t before = 0; before != going.size();) { // and all below
            before = going.size();
            for (const auto& version : m_package) {
                if (std::ranges::any_of(above(version), [&](const Version* up) { return going.contains(up); }))
                    going.insert(&version);
            }
        }
        for (const auto& version : m_package) {
            const bool isKept = isProtected(version) || hasKeptTag(version) || livesElsewhere(version);
            if (isKept)
                going.erase(&version);
            if (isReferrer(version) && (isProtected(version) || hasKeptTag(version)))
                removeTree(version, going);
        }
        shrink(going);
        const auto newest = newestFirst(m_package);
        for (const auto* version : newest) {
            if (going.contains(version) && std::ranges::contains(m_protections.undeletable, version->digest))
                block(*version, going, blocked);
        }
        const auto isTagged = [](const Version* version) { return !version->tags.isEmpty(); };
        const auto last = std::ranges::find_if(newest, isTagged);
        if (last != newest.end() && std::ranges::all_of(newest, [&](const Version* version) {
                return !isTagged(version) || going.contains(version);
            }))
            block(**last, going, blocked);
        return going;
    }

private:
    void block(const Version& version, Versions& going, Versions& blocked)
    {
        blocked.insert(&version);
        removeTree(version, going);
        shrink(going);
    }

    /// Everything reachable from what stays stays.
    void shrink(Versions& going)
    {
        for (size_t before = going.size() + 1; before != going.size();) {
            before = going.size();
            for (const auto& version : m_package) {
                if (std::ranges::any_of(above(version), [&](const Version* up) { return !going.contains(up); }))
                    going.erase(&version);
            }
        }
    }

    /// Keeps a version and whatever it belongs to.
    void removeTree(const Version& version, Versions& going)
    {
        Versions tree{&version};
        for (size_t before = 0; before != tree.size();) {
            before = tree.size();
            for (const auto* member : Versions(tree)) {
                for (const auto* up : above(*member))
                    tree.insert(up);
            }
        }
        for (const auto* member : tree)
            going.erase(member);
    }

    /// The indexes that list a version, and its subjects.
    Versions above(const Version& version) const
    {
        Versions result;
        for (const auto& other : m_package) {
            if (&other != &version
                && (other.children.contains(version.digest) || version.subjects.contains(other.digest)))
                result.insert(&other);
        }
        return result;
    }

    bool isHere(const Digest& digest) const { return std::ranges::contains(m_package, digest, &Version::digest); }

    static bool isReferrer(const Version& version)
    {
        return version.kind == ManifestKind::Signature || version.kind == ManifestKind::Attestation
               || version.kind == ManifestKind::Sbom || !version.subjects.empty();
    }

    /// Referrers live with their subject, in whichever package that is.
    bool livesElsewhere(const Version& version) const
    {
        return std::ranges::any_of(version.subjects, [&](const Digest& subject) {
            return subject == version.digest || (!isHere(subject) && m_owned.contains(subject));
        });
    }

    bool isOrphan(const Version& version) const
    {
        return m_isAllRead && !version.subjects.empty()
               && std::ranges::none_of(version.subjects,
                                       [&](const Digest& subject) { return m_owned.contains(subject); });
    }

    std::optional<std::int64_t> ageMs(const Version& version) const
    {
        if (!version.created.isValid() || !version.updated.isValid())
            return std::nullopt;
        return std::max(version.created, version.updated).msecsTo(m_now);
    }

    bool isOlder(const Version& version, std::chrono::milliseconds than) const
    {
        const auto age = ageMs(version);
        return !age || *age > than.count(); // what has no age is protected otherwise
    }

    bool isProtected(const Version& version) const
    {
        const auto age = ageMs(version);
        if (!age || *age < m_policy.grace.count())
            return true;
        for (const auto& lock : m_protections.locks) {
            if (std::ranges::contains(lock.digests, version.digest))
                return true;
        }
        for (const auto& deployed : m_protections.deployed) {
            if (m_policy.protect.deployed && deployed.digest == version.digest
                && (deployed.role != DeployedRole::Rollback || deployed.rollback <= m_policy.protect.rollback))
                return true;
        }
        return std::ranges::any_of(version.tags, [&](const QString& tag) {
            return (m_policy.protect.semver && isSemanticVersion(tag.toUtf8()))
                   || std::ranges::any_of(m_policy.protect.tags, [&](const Glob& glob) { return glob.matches(tag); });
        });
    }

    /// The rule that decides, null if none does.
    const TagRule* ruleOf(const Version& version) const
    {
        for (const auto& rule : m_policy.rules) {
            if (!version.tags.isEmpty()
                && std::ranges::all_of(version.tags, [&](const QString& tag) { return rule.tags.matches(tag); }))
                return &rule;
        }
        return nullptr;
    }

    bool isAmongLatest(const Version& version) const
    {
        const auto* rule = ruleOf(version);
        size_t newer = 0;
        for (const auto* other : newestFirst(m_package)) {
            if (other == &version)
                break;
            newer += !isReferrer(*other) && ruleOf(*other) == rule ? 1 : 0;
        }
        return rule && newer < rule->keepLatest;
    }

    /// Whether the rules let its tags go.
    bool isRuledOut(const Version& version) const
    {
        const auto* rule = ruleOf(version);
        return rule && (!rule->olderThan || isOlder(version, *rule->olderThan))
               && (isReferrer(version) || !isAmongLatest(version));
    }

    bool isGhost(const Version& version) const
    {
        return !version.children.empty() && !isReferrer(version)
               && std::ranges::none_of(version.children, [&](const Digest& child) { return isHere(child); });
    }

    bool isSelected(const Version& version) const
    {
        if (isReferrer(version))
            return isOrphan(version) && m_policy.orphans == FoundLoose::Delete && !hasKeptTag(version);
        if (isGhost(version) && m_policy.ghosts == FoundLoose::Delete && !isAmongLatest(version))
            return true;
        if (!version.tags.isEmpty())
            return isRuledOut(version);
        return above(version).empty() && m_policy.untagged
               && std::ranges::contains(m_policy.untagged->kinds, version.kind)
               && isOlder(version, m_policy.untagged->olderThan);
    }

    bool hasKeptTag(const Version& version) const
    {
        if (version.tags.isEmpty())
            return false;
        return isReferrer(version) ? !isRuledOut(version) : !isSelected(version);
    }

    static std::vector<const Version*> newestFirst(const Package& package)
    {
        std::vector<const Version*> versions;
        for (const auto& version : package)
            versions.push_back(&version);
        const auto time = [](const Version* version) {
            const auto ms = [](const QDateTime& moment) {
                return moment.isValid() ? moment.toMSecsSinceEpoch() : std::numeric_limits<std::int64_t>::min();
            };
            return std::max(ms(version->created), ms(version->updated));
        };
        std::ranges::sort(versions, [&](const Version* a, const Version* b) {
            return time(a) != time(b) ? time(a) > time(b) : a->id > b->id;
        });
        return versions;
    }

    const Package& m_package;
    const std::set<Digest>& m_owned;
    bool m_isAllRead;
    bool m_isHeldBack;
    const CleanupPolicy& m_policy;
    const CleanupProtections& m_protections;
    QDateTime m_now;
};

Version versionOf(const Fixture& fixture, const Snapshot& snapshot, const ListedVersion& listed)
{
    static const QRegularExpression referrer(u"^sha256-([0-9a-f]{64})(\\.sig|\\.att|\\.sbom)?$"_s);
    Version version;
    version.id = listed.id.value;
    version.digest = listed.digest;
    version.created = listed.createdAt;
    version.updated = listed.updatedAt;
    const auto row = std::ranges::find(snapshot.manifests, listed.digest, &ManifestRow::digest);
    if (row != snapshot.manifests.end())
        version.kind = row->kind;
    for (const auto& tag : listed.tags) {
        if (const auto match = referrer.match(tag.value); match.hasMatch())
            version.subjects.insert(*Digest::parse(u"sha256:"_s + match.captured(1)));
        else
            version.tags.append(tag.value);
    }
    const auto manifest = std::ranges::find(fixture.manifests, listed.digest, &Manifest::digest);
    if (manifest == fixture.manifests.end())
        return version;
    if (manifest->subject)
        version.subjects.insert(*manifest->subject);
    for (const auto& child : manifest->children)
        version.children.insert(child.digest);
    return version;
}

} // namespace

PlainPlan plainPlan(const Fixture& fixture, const CleanupPolicy& policy, const CleanupProtections& protections,
                    const QDateTime& now)
{
    const auto snapshot = fixture.build();
    std::set<Digest> owned;
    std::map<QString, Package> packages; // those that were wholly read
    bool isAllRead = true;
    for (const auto& listed : fixture.packages) {
        bool isRead = listed.completeness == Completeness::Whole;
        Package package;
        for (const auto& version : listed.versions) {
            owned.insert(version.digest);
            package.push_back(versionOf(fixture, *snapshot, version));
            isRead = isRead && std::ranges::contains(fixture.manifests, version.digest, &Manifest::digest);
        }
        isAllRead = isAllRead && isRead;
        if (isRead)
            packages[listed.listed.name.value] = std::move(package);
    }
    const bool isHeldBack = (policy.protect.deployed && !protections.unreadTargets.isEmpty())
                            || (!policy.protect.lockFiles.isEmpty() && protections.locks.empty());
    PlainPlan plan;
    for (const auto& [name, package] : packages) {
        if (!policy.packages.contains({name}))
            continue;
        Versions blocked;
        for (const auto* version :
             PlainPackage(package, owned, isAllRead, isHeldBack, policy, protections, now).plan(blocked))
            plan.deleted.insert(name + u' ' + fixture.nameOf(version->digest));
        for (const auto* version : blocked)
            plan.blocked.insert(name + u' ' + fixture.nameOf(version->digest));
    }
    return plan;
}

} // namespace slipway::test
