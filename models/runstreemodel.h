#pragma once

#include "models/cleanupruns.h"

#include <QAbstractItemModel>

namespace slipway
{

enum class RunsColumn { What, Tags, ShortDigest, Freed, Fate };
constexpr int kRunsColumns = 5;

/// The runs of cleanups, newest first, and below each what its journal tells of the versions.
class RunsTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int kRunRole = Qt::UserRole + 0x320; ///< bool: a run, not a version
    static constexpr int kFateRole = kRunRole + 1;        ///< RunFate as int, of versions

    explicit RunsTreeModel(QObject* parent = nullptr);

    /// The same runs and versions change cells only, so that whoever is at a row stays there.
    void setRuns(std::vector<CleanupRun> runs);
    [[nodiscard]] const std::vector<CleanupRun>& runs() const { return m_runs; }
    [[nodiscard]] const CleanupRun* runAt(const QModelIndex& index) const;
    /// Null for a run.
    [[nodiscard]] const RunVersion* versionAt(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<CleanupRun> m_runs;
};

/// "21 Nov 2026, 14:30: 41 deleted, 5.2 GiB", with what stands in the way of going on or reading it.
[[nodiscard]] QString runTitle(const CleanupRun& run);

} // namespace slipway
