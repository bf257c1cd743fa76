#pragma once

#include "app/session/deeplink.h"

#include <QByteArray>

namespace slipway
{

/// What a start of the program asks of the window that is open already.
struct OpenRequest final {
    DeepLink place;          ///< empty: the window is to come to the front, no more
    QString activationToken; ///< the desktop's leave to come to the front (XDG activation); may be empty
    /// What was to be opened and cannot be read, to be told in the window; then the place is empty.
    QString wrongLink = {};

    friend bool operator==(const OpenRequest&, const OpenRequest&) = default;
};

/// One line, as it goes from one process to the other.
[[nodiscard]] QByteArray toBytes(const OpenRequest& request);
/// A link in it that cannot be read is its wrongLink. Errors: InvalidArgument for what is no request of this version.
[[nodiscard]] Result<OpenRequest> parseOpenRequest(const QByteArray& line);

} // namespace slipway
