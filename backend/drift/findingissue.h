#pragma once

#include "drift/findinglife.h"

namespace slipway
{

// A finding in the words of an issue: English Markdown, the same on every machine and in every language of the window,
// for whoever looks next compares it with what is there.

/// "asr-gpu:latest is not what the lock file pins (lock)": the same as long as it is the same finding.
[[nodiscard]] QString findingTitle(const DriftFinding& finding);
/// A sentence and a table of what was found. Another digest gives another text.
[[nodiscard]] QString findingReport(const DriftFinding& finding);
/// Whether the finding of a key (driftKey()) that was not found is gone: nobody knows that of what was not looked for,
/// or could not be looked at, nor of what is no key.
[[nodiscard]] bool isKeyGone(const QString& key, const LookedFor& looked);

} // namespace slipway
