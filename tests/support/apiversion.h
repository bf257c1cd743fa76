#pragma once

#include <QByteArray>

namespace slipway::test
{

/// The version of GitHub's API a suite speaks: SLIPWAY_API_VERSION when it runs a second time, for the other one
/// (slipway_test(… BOTH_VERSIONS)).
[[nodiscard]] inline QByteArray apiVersion()
{
    const QByteArray asked = qgetenv("SLIPWAY_API_VERSION");
    return asked.isEmpty() ? QByteArrayLiteral("2022-11-28") : asked;
}

} // namespace slipway::test
