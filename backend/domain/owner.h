#pragma once

#include <QString>

#include <cstdint>

namespace slipway
{

/// GitHub keeps packages of organisations and of users under different routes.
enum class OwnerKind { Organization, User };

/// Who the packages belong to, as `GET /users/{login}` tells it.
struct Owner final {
    QString login;
    std::int64_t id = 0;
    OwnerKind kind = OwnerKind::Organization;

    friend bool operator==(const Owner&, const Owner&) = default;
};

} // namespace slipway
