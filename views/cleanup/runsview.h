#pragma once

#include "models/cleanupruns.h"
#include "views/widgets/rowview.h"

namespace slipway
{

class RunsTreeModel;

/// Runs and their versions. Several versions of one run can be chosen; a run means all of its versions.
class RunsView final : public RowView
{
    Q_OBJECT
public:
    explicit RunsView(RunsTreeModel& runs, QWidget* parent = nullptr);

    /// The first run is open; whoever was at one stays there.
    void setRuns(std::vector<CleanupRun> runs);
    /// The run that is chosen, all or some of it; of several the one a person is at. Null without a choice.
    [[nodiscard]] const CleanupRun* chosenRun() const;
    /// Of that run.
    [[nodiscard]] std::vector<RunVersion> chosenVersions() const;

protected:
    void fitColumns() override;

private:
    RunsTreeModel& m_runs;
};

} // namespace slipway
