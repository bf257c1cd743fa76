#pragma once

#include "views/theme/tokens.h"
#include "views/widgets/glyph.h"

#include <QString>

#include <vector>

namespace slipway
{

/// How far one step of a sequence has come.
enum class StepState { Done, Active, Paused, Failed, Skipped, Waiting };

/// One step and its name: "Build", "Canary 5 %".
struct Step final {
    QString name;
    StepState state = StepState::Waiting;

    friend bool operator==(const Step&, const Step&) = default;
};

[[nodiscard]] Glyph stepGlyph(StepState state);
/// "done", "waiting": what the glyph says.
[[nodiscard]] QString stepWord(StepState state);
/// Whether the line between two neighbours is walked: the first is passed, the second begun.
[[nodiscard]] bool isConnected(StepState left, StepState right);
/// Steps that nothing will be done in any more.
[[nodiscard]] int settledSteps(const std::vector<Step>& steps);
/// "Step 3 of 7, Canary: paused", about the first that is neither settled nor waiting; "7 of 7 steps done" at the end.
[[nodiscard]] QString stepsSentence(const std::vector<Step>& steps);
/// "1 Build: done" and so on, a line a step.
[[nodiscard]] QString stepsDescription(const std::vector<Step>& steps);

} // namespace slipway
