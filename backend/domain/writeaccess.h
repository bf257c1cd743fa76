#pragma once

#include <cstdint>

namespace slipway
{

/// Whether anything may be changed on a server, and if not, why. Actions that do are absent where it is not Allowed;
/// what only this machine keeps (accounts, settings, layouts) may be changed always.
enum class WriteAccess : std::uint8_t {
    Allowed,
    StartedReadOnly, ///< --read-only
    AccountReadOnly, ///< the account says so
};

[[nodiscard]] constexpr bool isReadOnly(WriteAccess access)
{
    return access != WriteAccess::Allowed;
}

} // namespace slipway
