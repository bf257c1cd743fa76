#pragma once

#include "accounts/secretstore.h"

namespace slipway
{

/// The system's keychain (Secret Service or KWallet) through QtKeychain, under the service "Slipway". A person may have
/// to unlock it first: it is waited for that long. Never falls back to a plain file.
class SystemKeychain final : public SecretStore
{
public:
    [[nodiscard]] Task<Result<QString>> get(QString key, QString subject, std::stop_token stop) override;
    [[nodiscard]] Task<Result<void>> set(QString key, QString secret, QString subject, std::stop_token stop) override;
    [[nodiscard]] Task<Result<void>> remove(QString key, QString subject, std::stop_token stop) override;
};

} // namespace slipway
