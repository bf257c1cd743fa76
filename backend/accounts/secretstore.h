#pragma once

#include "core/async.h"
#include "core/error.h"

#include <QString>

#include <stop_token>

namespace slipway
{

/// Keeps tokens outside of every file of ours, under the id of their account. Errors: KeychainMissing, KeychainRefused
/// (locked, or a person said no), SecretNotFound, Cancelled. `subject` names the account in errors.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual Task<Result<QString>> get(QString key, QString subject, std::stop_token stop) = 0;
    [[nodiscard]] virtual Task<Result<void>> set(QString key, QString secret, QString subject,
                                                 std::stop_token stop) = 0;
    /// What is not there may count as removed (Secret Service) or as SecretNotFound (KWallet).
    [[nodiscard]] virtual Task<Result<void>> remove(QString key, QString subject, std::stop_token stop) = 0;
};

} // namespace slipway
