#pragma once

#include "drift/driftmatrix.h"
#include "views/theme/tokens.h"
#include "views/widgets/glyph.h"

namespace slipway
{

/// The shape of what a check says: each has its own, so that none is told by colour alone.
[[nodiscard]] inline Glyph driftGlyph(DriftStanding standing)
{
    switch (standing) {
    case DriftStanding::NotApplicable:
        break;
    case DriftStanding::Pass:
        return Glyph::Ok;
    case DriftStanding::Known:
        return Glyph::Info;
    case DriftStanding::Unknown:
        return Glyph::Waiting;
    case DriftStanding::Behind:
        return Glyph::Warning;
    case DriftStanding::Fail:
        return Glyph::Bad;
    }
    return Glyph::Dash;
}

/// What does not pass is tinted.
[[nodiscard]] inline Tone driftTone(DriftStanding standing)
{
    switch (standing) {
    case DriftStanding::NotApplicable:
    case DriftStanding::Pass:
    case DriftStanding::Unknown:
        break;
    case DriftStanding::Known:
        return Tone::Info;
    case DriftStanding::Behind:
        return Tone::Warn;
    case DriftStanding::Fail:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

} // namespace slipway
