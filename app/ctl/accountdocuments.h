#pragma once

#include "accounts/account.h"
#include "accounts/tokencheck.h"

#include <QJsonObject>

namespace slipway
{

/// The JSON documents and the texts of the account commands (docs/cli.md): pure, and never with a token.

[[nodiscard]] QJsonObject accountDocument(const Account& account);
[[nodiscard]] QJsonObject checkDocument(const Account& account, const TokenCheck& check);

[[nodiscard]] QString accountLine(const Account& account);
[[nodiscard]] QString checkText(const TokenCheck& check, const QDateTime& now);

} // namespace slipway
