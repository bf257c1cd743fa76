#pragma once

#include "core/error.h"

namespace slipway
{

/// What a person is told about a failure: `what` happened to what, and `advice`, what to do next. Both translated
/// sentences.
struct ErrorText final {
    QString what;
    QString advice;
};

/// The one place that turns a kind into sentences, for the window and for slipwayctl alike.
[[nodiscard]] ErrorText errorText(const Error& error);

/// Both sentences in one line, for terminals, tooltips and logs.
[[nodiscard]] QString errorLine(const Error& error);

} // namespace slipway
