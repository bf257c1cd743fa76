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

} // namespace

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
            if (row.package == package)
                m_known.insert(row.id);
        }
    };
    add(plan.deletions);
    add(plan.keep);
    add(plan.blocked);
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
    for (const Tag& tag : row.tags) {
        if (const auto referrer = parseReferrerTag(tag.value))
            m_pointedAt.insert(referrer->subject, name);
    }
    if (!manifest) {
        m_unreadable = name;
        return;
    }
    for (const auto& child : manifest->children)
        m_pointedAt.insert(child.digest, name);
    if (manifest->subject)
        m_pointedAt.insert(*manifest->subject, name);
}

std::optional<QString> PackageWatch::staleness(PlannedTree tree, std::span<const ListedVersion> rows) const
{
    if (!m_unreadable.isEmpty())
        return tr("the plan is stale: %1 is new and cannot be read").arg(m_unreadable);
    for (const auto& planned : tree) {
        if (const auto pointer = m_pointedAt.constFind(planned.digest); pointer != m_pointedAt.cend())
            return tr("the plan is stale: %1 is new and points at it or its tree").arg(*pointer);
        const auto row = std::ranges::find(rows, planned.id, &ListedVersion::id);
        if (row != rows.end() && !isAsPlanned(planned, *row))
            return tr("the plan is stale: its tags were moved, or it was pushed again");
    }
    return std::nullopt;
}

bool isAsPlanned(const PlannedVersion& planned, const ListedVersion& row)
{
    QStringList tags;
    for (const Tag& tag : row.tags)
        tags.append(tag.value);
    tags.sort();
    return row.id == planned.id && row.digest == planned.digest && tags == planned.tags && row.updatedAt.isValid()
           && row.createdAt.isValid() && row.updatedAt == planned.updatedAt;
}

} // namespace slipway
