#pragma once

#include "accounts/account.h"

#include <QByteArray>

namespace slipway
{

/// The accounts as the text of their file: JSON, version 1. Never a token.
[[nodiscard]] QByteArray writeAccounts(const std::vector<Account>& accounts);
/// The reverse. Errors: InvalidFile with the path to what is wrong; unknown members are passed over, for files of later
/// versions of the program.
[[nodiscard]] Result<std::vector<Account>> readAccounts(const QByteArray& text, const QString& fileName);

} // namespace slipway
