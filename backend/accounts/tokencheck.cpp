#include "accounts/tokencheck.h"

#include "core/logcategories.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// More organisations than this are listed, but not tried one by one.
constexpr size_t kMostTried = 30;

/// The owners to try, as GitHub knows them. One it does not know is there with its error.
Task<std::vector<OwnerAccess>> namedOwners(const GithubClient& client, QStringList logins, std::stop_token stop)
{
    std::vector<OwnerAccess> owners;
    for (const auto& login : logins) {
        const auto owner = co_await client.owner(login, stop);
        if (owner)
            owners.push_back({owner->login, owner->kind, std::nullopt});
        else
            owners.push_back({login, OwnerKind::Organization, owner.error()});
    }
    co_return std::move(owners);
}

Task<void> listOwners(const GithubClient& client, std::shared_ptr<TokenCheck> check, std::stop_token stop)
{
    check->owners.push_back({check->login, OwnerKind::User, std::nullopt});
    const auto organizations = co_await client.organizations(stop);
    if (!organizations) {
        check->organizations = organizations.error();
        co_return;
    }
    check->hasHiddenOrganizations = organizations->isPartial;
    for (const auto& owner : organizations->rows)
        check->owners.push_back({owner.login, owner.kind, std::nullopt});
}

void noteChecked(const TokenCheck& check)
{
    const auto granted = std::ranges::count(check.grants, Grant::Granted, &CapabilityGrant::grant);
    const auto refused =
        std::ranges::count_if(check.owners, [](const OwnerAccess& owner) { return owner.error.has_value(); });
    qCInfo(logAccounts, "checked a token of %s: %zd of %zu capabilities, %zu owners, %zd of them refused",
           qUtf8Printable(check.login), granted, check.grants.size(), check.owners.size(), refused);
}

} // namespace

Task<Result<TokenCheck>> checkToken(const GithubClient& client, TokenQuestion question, CheckProgress progress,
                                    std::stop_token stop)
{
    const auto report = [&progress](int done, int total) {
        if (progress)
            progress(done, total);
    };
    report(0, 0);
    const auto viewer = co_await client.viewer(stop);
    if (!viewer)
        co_return std::unexpected(viewer.error());
    const auto check = std::make_shared<TokenCheck>();
    check->login = viewer->login;
    check->kind = tokenKind(question.token);
    check->scopes = viewer->scopes;
    check->expiresAt = viewer->expiresAt;
    check->grants = assessToken(check->kind, check->scopes, question.use);
    if (question.owners.isEmpty())
        co_await listOwners(client, check, stop);
    else
        check->owners = co_await namedOwners(client, question.owners, stop);
    // A fine-grained token is refused for each of them; that is said once, by its kind.
    const size_t tried = check->kind == TokenKind::FineGrained ? 0 : std::min(kMostTried, check->owners.size());
    for (size_t i = 0; i < tried; ++i) {
        report(static_cast<int>(i), static_cast<int>(tried));
        auto& owner = check->owners[i];
        if (owner.error)
            continue;
        const auto read = co_await client.tryPackages({owner.login, 0, owner.kind}, stop);
        if (!read)
            owner.error = read.error();
    }
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, QCoreApplication::translate("Subject", "your account"));
    noteChecked(*check);
    co_return Result<TokenCheck>(*check);
}

} // namespace slipway
