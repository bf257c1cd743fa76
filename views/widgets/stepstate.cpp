#include "views/widgets/stepstate.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(Stepper)
};

bool isSettled(const Step& step)
{
    return step.state == StepState::Done || step.state == StepState::Skipped;
}

} // namespace

Glyph stepGlyph(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Glyph::Ok;
    case StepState::Active:
        return Glyph::Running;
    case StepState::Paused:
        return Glyph::Warning;
    case StepState::Failed:
        return Glyph::Bad;
    case StepState::Skipped:
        return Glyph::Skipped;
    case StepState::Waiting:
        return Glyph::Waiting;
    }
    return Glyph::Waiting;
}

QString stepWord(StepState state)
{
    switch (state) {
    case StepState::Done:
        return StepWords::tr("done");
    case StepState::Active:
        return StepWords::tr("active");
    case StepState::Paused:
        return StepWords::tr("paused");
    case StepState::Failed:
        return StepWords::tr("failed");
    case StepState::Skipped:
        return StepWords::tr("skipped");
    case StepState::Waiting:
        return StepWords::tr("waiting");
    }
    return {};
}

bool isConnected(StepState left, StepState right)
{
    return left == StepState::Done && right != StepState::Waiting && right != StepState::Skipped;
}

int settledSteps(const std::vector<Step>& steps)
{
    return static_cast<int>(std::ranges::count_if(steps, isSettled));
}

QString stepsSentence(const std::vector<Step>& steps)
{
    const auto total = static_cast<int>(steps.size());
    const auto begun = std::ranges::find_if(
        steps, [](const Step& step) { return !isSettled(step) && step.state != StepState::Waiting; });
    if (begun == steps.end())
        return StepWords::tr("%1 of %2 steps done").arg(settledSteps(steps)).arg(total);
    return StepWords::tr("Step %1 of %2, %3: %4")
        .arg(begun - steps.begin() + 1)
        .arg(total)
        .arg(begun->name, stepWord(begun->state));
}

QString stepsDescription(const std::vector<Step>& steps)
{
    QStringList lines;
    for (const auto& step : steps)
        lines.append(u"%1 %2: %3"_s.arg(lines.size() + 1).arg(step.name, stepWord(step.state)));
    return lines.join(u'\n');
}

} // namespace slipway
