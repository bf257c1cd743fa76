#pragma once

#include "simulator/simpackage.h"

#include <QHash>
#include <QString>

#include <vector>

namespace slipway
{

/// The lists of a package as they were at one moment.
struct ListSnapshot final {
    std::vector<SimVersion> active; ///< newest first
    std::vector<SimVersion> deleted;
    QStringList tags;
};

/// Lists that lag behind: after each change of a package its next `lag` lists still show what was before
/// (seen at GHCR: rows that answer 404 on DELETE, tags that come later than their PUT).
class StaleLists final
{
public:
    explicit StaleLists(int lag)
        : m_lag(lag)
    {
    }

    /// To be called before a package changes.
    void beforeChange(const SimPackage& package);
    /// The lists to show instead of the current ones, or null; each call counts. Valid until the next call.
    [[nodiscard]] const ListSnapshot* take(const QString& package);

private:
    struct Kept final {
        ListSnapshot lists;
        int remaining = 0;
    };

    int m_lag;
    QHash<QString, Kept> m_kept;
};

/// The lists as they are now.
[[nodiscard]] ListSnapshot listSnapshot(const SimPackage& package);

} // namespace slipway
