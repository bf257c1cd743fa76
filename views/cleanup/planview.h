#pragma once

#include "models/cleanupsheet.h"
#include "views/widgets/rowview.h"

namespace slipway
{

class PlanTreeModel;

/// A plan's versions below what selects them. Space ticks a row, Enter and a double click want the version's place in
/// the inventory; columns that have no room go, the least needed first.
class PlanView final : public RowView
{
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);

    /// Groups that were closed stay closed, and whoever is at a version stays there.
    void setSheet(const CleanupSheetPtr& sheet);
    [[nodiscard]] PlanTreeModel& plan() const { return *m_plan; }
    /// The version a person is at; kNoRow on a group.
    [[nodiscard]] RowIndex currentVersion() const;

Q_SIGNALS:
    void opened();
    void currentVersionChanged();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void toggle();
    [[nodiscard]] QSet<QString> closedGroups() const;
    [[nodiscard]] int neededWidth(int column) const;

    PlanTreeModel* m_plan;
};

} // namespace slipway
