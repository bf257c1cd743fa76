#pragma once

#include "accounts/tokencheck.h"

namespace slipway
{

/// What people are told about tokens, in the window and by slipwayctl alike. All translated.

[[nodiscard]] QString tokenKindText(TokenKind kind);
/// "Read packages and versions"
[[nodiscard]] QString capabilityText(Capability capability);
/// What does not work without it: "Cleanup only plans; nothing can be deleted."
[[nodiscard]] QString lossText(Capability capability);
/// "granted", "missing", "not known", "refused"
[[nodiscard]] QString grantText(Grant grant);
/// Whether the token will do, in one or two sentences.
[[nodiscard]] QString verdictText(const TokenCheck& check);
/// "never", "in 24 d", "expired"; empty if nothing was told.
[[nodiscard]] QString expiryText(const TokenCheck& check, const QDateTime& now);

/// Stable words for JSON documents.
[[nodiscard]] QString tokenKindName(TokenKind kind);
[[nodiscard]] QString capabilityName(Capability capability);
[[nodiscard]] QString grantName(Grant grant);

} // namespace slipway
