#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QString>

#include <vector>

namespace slipway
{

/// The digests GitHub has refused to delete for their downloads, of which there are never fewer again: kept for ever,
/// in a file of their own. Every planner is given them. Errors: FileAccess; InvalidFile for a file that was damaged, by
/// which nothing is known to be deletable.
class Undeletable final
{
public:
    explicit Undeletable(const QString& folder)
        : m_path(folder + QStringLiteral("/undeletable.txt"))
    {
    }

    /// Sorted.
    [[nodiscard]] Result<std::vector<Digest>> read() const;
    [[nodiscard]] Result<void> add(const Digest& digest) const;

private:
    QString m_path;
};

} // namespace slipway
