#pragma once

#include "accounts/account.h"
#include "accounts/secretstore.h"

namespace slipway
{

/// The token of an account, from wherever it is kept. `secrets` outlives the task. Errors: those of the place.
[[nodiscard]] Task<Result<QString>> accountToken(Account account, SecretStore& secrets, std::stop_token stop);

/// A token in an environment variable. Errors: InvalidArgument for what cannot be a variable, SecretNotFound.
[[nodiscard]] Result<QString> tokenFromVariable(const QString& variable);

/// Something that can be a token: one printable word of ASCII.
[[nodiscard]] bool isToken(const QString& text);

} // namespace slipway
