#include "cleanup/ownerpolicies.h"

#include "cleanup/policyreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// AgeClass has a border there too.
constexpr std::chrono::days kUsualUntaggedAge{90};

Glob everything()
{
    return *Glob::parse(u"*"_s);
}

Result<CleanupPolicy> loadPolicy(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseCleanupPolicy(file.readAll(), path);
}

} // namespace

QString OwnerPolicy::lockPath(const QString& name) const
{
    return QDir::cleanPath(QFileInfo(file).absoluteDir().filePath(name));
}

std::optional<std::size_t> OwnerPolicies::of(const PackageName& package) const
{
    const auto found = std::ranges::find_if(
        policies, [&](const OwnerPolicy& policy) { return policy.packages.matches(package.value); });
    if (found == policies.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - policies.begin());
}

CleanupPolicy usualCleanupPolicy()
{
    CleanupPolicy policy;
    policy.untagged = UntaggedRule{kUsualUntaggedAge};
    policy.packages.included.push_back(everything());
    return policy;
}

Result<OwnerPolicies> loadOwnerPolicies(std::span<const PolicyFile> files)
{
    OwnerPolicies all;
    if (files.empty()) {
        all.policies.push_back({everything(), {}, usualCleanupPolicy()});
        all.isUsual = true;
        return all;
    }
    for (const auto& file : files) {
        auto policy = loadPolicy(file.path);
        if (!policy)
            return std::unexpected(policy.error());
        all.policies.push_back({file.packages, file.path, *std::move(policy)});
    }
    return all;
}

} // namespace slipway
