#include "store/scopes.h"

namespace slipway
{

namespace
{

Result<std::optional<qint64>> findScope(const Database& database, const StoreScope& scope)
{
    auto query = database.query("SELECT id FROM scopes WHERE api_host=? AND login=?", scope.apiHost, scope.owner.login);
    if (!query)
        return std::unexpected(query.error());
    const auto row = query->next() ? std::optional(query->integer(0)) : std::nullopt;
    return query->result().transform([row] { return row; });
}

} // namespace

Result<qint64> scopeRow(const Database& database, const StoreScope& scope)
{
    const auto known = findScope(database, scope);
    if (!known || *known)
        return known ? Result<qint64>(**known) : std::unexpected(known.error());
    if (auto inserted =
            database.run("INSERT OR IGNORE INTO scopes (api_host, login, github_id, is_organization) VALUES (?,?,?,?)",
                         scope.apiHost, scope.owner.login, scope.owner.id, scope.owner.kind == OwnerKind::Organization);
        !inserted)
        return std::unexpected(inserted.error());
    const auto made = findScope(database, scope);
    if (!made || !*made)
        return made ? failure(ErrorKind::Store, database.path()) : std::unexpected(made.error());
    return **made;
}

Result<std::optional<Owner>> readOwner(const Database& database, const QString& apiHost, const QString& login)
{
    auto query = database.query("SELECT login, github_id, is_organization FROM scopes WHERE api_host=? AND login=?",
                                apiHost, login);
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return query->result().transform([] { return std::optional<Owner>(); });
    const auto kind = query->boolean(2) ? OwnerKind::Organization : OwnerKind::User;
    return Owner{query->text(0), query->integer(1), kind};
}

} // namespace slipway
