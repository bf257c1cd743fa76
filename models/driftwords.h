#pragma once

#include "models/driftlook.h"

namespace slipway
{

// What the Drift page says, in the language of people.

/// "Lock", "Shared layers", "GPU build", "Base image", "CUDA pin", "SBOM", "Deployed".
[[nodiscard]] QString driftCheckWord(DriftCheck check);
/// What the check is about, in a sentence.
[[nodiscard]] QString driftCheckTip(DriftCheck check);
/// "apc-emotion-gpu:v0.4.1", with the platform where that is told.
[[nodiscard]] QString findingImage(const DriftFinding& finding);
/// "Error", "Warning", "Acknowledged", "Resolved".
[[nodiscard]] QString findingWord(const FindingLife& life);
/// "All", "Errors", …
[[nodiscard]] QString findingKindWord(FindingKind kind);
/// When and by whom: "Open since 21 Nov 2025, 14:32", "Acknowledged until 1 Mar 2026: rebuild is scheduled".
[[nodiscard]] QString findingLifeText(const FindingLife& life, const QDateTime& now);
/// The events of a life, a line each, oldest first.
[[nodiscard]] QStringList findingHistory(const FindingLife& life);

/// "4 pass", "1 of 4 fail", "2 not checked", "–".
[[nodiscard]] QString driftCellText(const DriftCell& cell);
/// "5 of 34 images differ", "No drift. 34 images match build-lock.json": the page in a sentence.
[[nodiscard]] QString driftLine(const DriftLook& look);
/// "28 of 34 checks pass, checked 14:30".
[[nodiscard]] QString driftChecksLine(const DriftLook& look, const QDateTime& now);

/// What could not be checked, and why: a sentence each.
[[nodiscard]] QStringList driftGaps(const DriftGround& ground);

/// A finding with everything known of it: lines of text, or of Markdown.
[[nodiscard]] QString findingAsText(const FindingLife& life, const QDateTime& now);
/// Matrix and findings, for a chat and for an issue. `shown` are the findings in sight.
[[nodiscard]] QString driftAsText(const DriftLook& look, const std::vector<FindingLife>& shown, const QDateTime& now);
[[nodiscard]] QString driftAsMarkdown(const DriftLook& look, const std::vector<FindingLife>& shown,
                                      const QDateTime& now);

/// The checks that have a column: all that were asked for, and `deployed` only where something was found.
[[nodiscard]] std::vector<DriftCheck> shownChecks(const DriftMatrix& matrix);

} // namespace slipway
