#include "cleanup/packagewatch.h"

#include "domain/tagshape.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

/// By its first tag, else its digest.
QString nameOf(const ListedVersion& row)
{
    return row.tags.isEmpty() ? row.digest.shortForm() : row.tags.first().value;
}

QStringList sortedTags(const ListedVersion& row)
{
    QStringList tags;
    for (const Tag& tag : row.tags)
        tags.append(tag.value);
    tags.sort();
    return tags;
}

} // namespace

void PointedAt::add(const PointedAt& other)
{
    lists.insert(lists.end(), other.lists.begin(), other.lists.end());
    subjects.insert(subjects.end(), other.subjects.begin(), other.subjects.end());
}

PointedAt pointedAtBy(const QStringList& tags, const Manifest& manifest)
{
    PointedAt pointed;
    for (const QString& tag : tags) {
        if (const auto referrer = parseReferrerTag(tag))
            pointed.subjects.push_back(referrer->subject);
    }
    if (manifest.subject)
        pointed.subjects.push_back(*manifest.subject);
    for (const auto& child : manifest.children)
        pointed.lists.push_back(child.digest);
    return pointed;
}

std::vector<PlannedTree> treesOf(const std::vector<PlannedVersion>& deletions)
{
    std::vector<PlannedTree> trees;
    for (auto first = deletions.begin(); first != deletions.end();) {
        const auto end = std::find_if(first, deletions.end(),
                                      [&](const PlannedVersion& planned) { return planned.tree != first->tree; });
        trees.emplace_back(first, end);
        first = end;
    }
    return trees;
}

PackageWatch::PackageWatch(const PlanFile& plan, const PackageName& package)
{
    const auto add = [&](const auto& rows) {
        for (const auto& row : rows) {
            if (row.package != package)
                continue;
            m_known.insert(row.id);
            m_planned.insert(row.digest);
        }
    };
    add(plan.deletions);
    add(plan.keep);
    add(plan.blocked);
    for (const auto& kept : plan.keep) {
        if (kept.package != package)
            continue;
        for (const auto& why : kept.why) {
            if (isKeptLatest(why))
                m_newest.insert(kept.id, {why.by, kept.digest, kept.tags});
        }
    }
}

void PackageWatch::noteWhole(std::span<const ListedVersion> rows)
{
    QSet<VersionId> there; // of these as they were
    for (const auto& row : rows) {
        const auto newest = m_newest.constFind(row.id);
        if (newest != m_newest.cend() && sortedTags(row) == newest->tags)
            there.insert(row.id);
    }
    m_missingOf.clear();
    for (const auto& [id, newest] : m_newest.asKeyValueRange()) {
        if (!there.contains(id))
            m_missingOf.insert(newest.rule, newest.tags.value(0, newest.digest.shortForm()));
    }
}

/// Of a rule that keeps the newest: one of these is gone, or its tags are others.
std::optional<QString> PackageWatch::newestIsOther(PlannedTree tree, std::span<const ListedVersion> rows) const
{
    QSet<QString> rules;
    for (const auto& planned : tree)
        rules.insert(planned.rule);
    const auto stale = [](const QString& name) {
        return tr("the plan is stale: %1, which its rule keeps as one of the newest, is gone or was changed").arg(name);
    };
    for (const auto& [rule, name] : m_missingOf.asKeyValueRange()) {
        if (rules.contains(rule))
            return stale(name);
    }
    for (const auto& row : rows) {
        const auto newest = m_newest.constFind(row.id);
        if (newest != m_newest.cend() && rules.contains(newest->rule) && sortedTags(row) != newest->tags)
            return stale(newest->tags.value(0, newest->digest.shortForm()));
    }
    return std::nullopt;
}

std::vector<ListedVersion> PackageWatch::newcomers(std::span<const ListedVersion> rows) const
{
    std::vector<ListedVersion> fresh;
    for (const auto& row : rows) {
        if (!knows(row.id))
            fresh.push_back(row);
    }
    return fresh;
}

void PackageWatch::learn(const ListedVersion& row, const Result<Manifest>& manifest)
{
    m_learnt.insert(row.id);
    const QString name = nameOf(row);
    m_fresh.insert(row.digest, name);
    const PointedAt pointed = pointedAtBy(sortedTags(row), manifest.value_or(Manifest()));
    for (const auto* digests : {&pointed.lists, &pointed.subjects}) {
        for (const Digest& digest : *digests)
            m_pointedAt.insert(digest, name);
    }
    if (!manifest)
        m_unreadable = name;
}

std::vector<Digest> PackageWatch::notHere(std::span<const Digest> digests) const
{
    std::vector<Digest> absent;
    std::ranges::copy_if(digests, std::back_inserter(absent),
                         [this](const Digest& digest) { return !m_planned.contains(digest); });
    return absent;
}

std::optional<QString> PackageWatch::staleness(PlannedTree tree, const PointedAt& pointed,
                                               std::span<const ListedVersion> rows) const
{
    if (!m_unreadable.isEmpty())
        return tr("the plan is stale: %1 is new and cannot be read").arg(m_unreadable);
    for (const auto* digests : {&pointed.lists, &pointed.subjects}) {
        for (const Digest& digest : *digests) {
            if (const auto fresh = m_fresh.constFind(digest); fresh != m_fresh.cend())
                return tr("the plan is stale: %1, which it points at, is there now").arg(*fresh);
        }
    }
    for (const auto& planned : tree) {
        if (const auto pointer = m_pointedAt.constFind(planned.digest); pointer != m_pointedAt.cend())
            return tr("the plan is stale: %1 is new and points at it or its tree").arg(*pointer);
        const auto row = std::ranges::find(rows, planned.id, &ListedVersion::id);
        if (row != rows.end() && !isAsPlanned(planned, *row))
            return tr("the plan is stale: its tags were moved, or it was pushed again or restored");
    }
    return newestIsOther(tree, rows);
}

bool isAsPlanned(const PlannedVersion& planned, const ListedVersion& row)
{
    return row.id == planned.id && row.digest == planned.digest && sortedTags(row) == planned.tags
           && row.updatedAt.isValid() && row.createdAt.isValid() && row.updatedAt == planned.updatedAt;
}

} // namespace slipway
