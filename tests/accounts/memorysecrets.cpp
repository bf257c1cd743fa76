#include "accounts/memorysecrets.h"

namespace slipway::test
{

Task<Result<QString>> MemorySecrets::get(QString key, QString subject, std::stop_token)
{
    if (failure)
        co_return slipway::failure(*failure, subject);
    const auto found = secrets.constFind(key);
    if (found == secrets.cend())
        co_return slipway::failure(ErrorKind::SecretNotFound, subject);
    co_return Result<QString>(*found);
}

Task<Result<void>> MemorySecrets::set(QString key, QString secret, QString subject, std::stop_token)
{
    if (failure)
        co_return slipway::failure(*failure, subject);
    secrets.insert(key, secret);
    co_return Result<void>();
}

Task<Result<void>> MemorySecrets::remove(QString key, QString subject, std::stop_token)
{
    if (failure)
        co_return slipway::failure(*failure, subject);
    if (!secrets.remove(key))
        co_return slipway::failure(ErrorKind::SecretNotFound, subject);
    co_return Result<void>();
}

} // namespace slipway::test
