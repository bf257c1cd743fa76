#pragma once

#include "accounts/secretstore.h"

#include <QHash>

#include <optional>

namespace slipway::test
{

/// A keychain that forgets with the test.
class MemorySecrets final : public SecretStore
{
public:
    [[nodiscard]] Task<Result<QString>> get(QString key, QString subject, std::stop_token stop) override;
    [[nodiscard]] Task<Result<void>> set(QString key, QString secret, QString subject, std::stop_token stop) override;
    [[nodiscard]] Task<Result<void>> remove(QString key, QString subject, std::stop_token stop) override;

    QHash<QString, QString> secrets;
    std::optional<ErrorKind> failure; ///< what everything fails with
};

} // namespace slipway::test
