#include "drift/driftmatrix.h"

#include "drift/chosentags.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace slipway
{

namespace
{

/// Groups by name while they are filled.
class Groups final
{
public:
    DriftGroup& of(const QString& family, const QString& hub)
    {
        const auto key = std::pair(family, hub);
        const auto known = m_places.constFind(key);
        if (known != m_places.cend())
            return m_groups[*known];
        m_places.insert(key, m_groups.size());
        m_groups.push_back({family, hub, 0, {}});
        return m_groups.back();
    }
    std::vector<DriftGroup> sorted() &&
    {
        std::ranges::sort(m_groups, {}, [](const DriftGroup& group) {
            return std::tuple(group.family.isEmpty(), group.family, group.hub.isEmpty(), group.hub);
        });
        return std::move(m_groups);
    }

private:
    QHash<std::pair<QString, QString>, size_t> m_places;
    std::vector<DriftGroup> m_groups;
};

void addLife(const FindingLife& life, DriftCell& cell, DriftMatrix& matrix)
{
    if (life.state == FindingState::Acknowledged) {
        ++cell.known;
        ++matrix.known;
    } else if (life.finding.severity == DriftSeverity::Error) {
        ++cell.failing;
        ++matrix.failing;
    } else {
        ++cell.behind;
        ++matrix.behind;
    }
}

} // namespace

DriftStanding DriftCell::standing() const
{
    if (failing > 0)
        return DriftStanding::Fail;
    if (behind > 0)
        return DriftStanding::Behind;
    if (unknown > 0)
        return DriftStanding::Unknown;
    if (known > 0)
        return DriftStanding::Known;
    return made > 0 ? DriftStanding::Pass : DriftStanding::NotApplicable;
}

DriftMatrix driftMatrix(std::span<const PackageRow> packages, std::span<const PackageClass> classes,
                        const DriftReport& report, const std::vector<FindingLife>& lives)
{
    DriftMatrix matrix;
    matrix.images = static_cast<int>(report.checked);
    Groups groups;
    for (size_t i = 0; i < packages.size(); ++i) {
        const DriftTally& tally = report.tallies[i];
        const bool isLocked = std::ranges::any_of(tally.made, [](auto made) { return made > 0; });
        if (!tally.isImage && !isLocked)
            continue;
        DriftGroup& group = groups.of(classes[i].family, classes[i].hub);
        group.images += tally.isImage ? 1 : 0;
        for (size_t check = 0; check < kDriftChecks; ++check)
            group.cells[check].made += tally.made[check];
    }
    const auto cellOf = [&](DriftCheck check, const QString& image, const QString& family,
                            const QString& hub) -> DriftCell& {
        // The lock may class a package as it was once: it stands with what it is now.
        const RowIndex row = packageNamed(packages, image);
        const auto* known = row == kNoRow ? nullptr : &classes[row];
        DriftGroup& group = known ? groups.of(known->family, known->hub) : groups.of(family, hub);
        return group.cells[static_cast<size_t>(check)];
    };
    QSet<QString> differing;
    for (const auto& life : lives) {
        const DriftFinding& finding = life.finding;
        DriftCell& cell = cellOf(finding.check, finding.image, finding.family, finding.hub);
        addLife(life, cell, matrix);
        // There is no package whose tally has it.
        cell.made += finding.reason == DriftReason::PackageMissing ? 1 : 0;
        if (life.state == FindingState::Open)
            differing.insert(finding.image);
    }
    matrix.differing = static_cast<int>(differing.size());
    for (const auto& gap : report.gaps)
        ++cellOf(gap.check, gap.image, {}, {}).unknown;
    matrix.groups = std::move(groups).sorted();
    return matrix;
}

} // namespace slipway
