#pragma once

#include "drift/driftfinding.h"

namespace slipway
{

/// One sentence that says what was found, in the words and the language of people; digests in their short form.
[[nodiscard]] QString driftSentence(const DriftFinding& finding);
/// One sentence that says what could not be checked, and why.
[[nodiscard]] QString driftSentence(const DriftGap& gap);

} // namespace slipway
