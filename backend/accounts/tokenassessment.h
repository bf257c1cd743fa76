#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// What a token is, by how it begins (GitHub documentation, "GitHub's token formats").
enum class TokenKind : std::uint8_t {
    Classic,      ///< ghp_
    FineGrained,  ///< github_pat_: refused by the registry and the packages API
    OAuth,        ///< gho_: `gh` logs in with one
    App,          ///< ghu_: an app on behalf of a user
    Installation, ///< ghs_: an app by itself; the GITHUB_TOKEN of a workflow
    Unknown,      ///< none of these: old tokens are 40 hexadecimal digits
};

/// Something Slipway does with a token.
enum class Capability : std::uint8_t {
    ReadPackages,
    ReadSizes, ///< manifests from the registry
    DeleteVersions,
    RestoreVersions, ///< and push: put a tag on a version
    RunWorkflows,
    OpenPullRequests,
    ReadRunners,
    ReadBilling,
};

enum class Grant : std::uint8_t {
    Granted,
    Missing,
    Unknown, ///< a kind of token that has no scopes: trying tells
    Refused, ///< whatever its permissions
};

struct CapabilityGrant final {
    Capability capability = Capability::ReadPackages;
    QString scope; ///< the one that gives it; there may be greater ones
    Grant grant = Grant::Unknown;
    bool isNeeded = false; ///< Slipway's main work does not go without; else a page stays empty

    friend bool operator==(const CapabilityGrant&, const CapabilityGrant&) = default;
};

/// What the token is wanted for.
enum class TokenUse : std::uint8_t { Reading, ReadingAndCleanup };

[[nodiscard]] TokenKind tokenKind(const QString& token);

/// Everything Slipway does, and whether a token of this kind with these scopes (none: GitHub told none) can do it.
[[nodiscard]] std::vector<CapabilityGrant> assessToken(TokenKind kind, const std::optional<QStringList>& scopes,
                                                       TokenUse use);

/// Every needed capability is granted or may be.
[[nodiscard]] bool isSufficient(const std::vector<CapabilityGrant>& grants);

} // namespace slipway
