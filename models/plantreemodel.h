#pragma once

#include "models/cleanupsheet.h"

#include <QAbstractItemModel>

namespace slipway
{

enum class PlanColumn { What, Tags, ShortDigest, Why, Frees, Age, Held };
constexpr int kPlanColumns = 7;

/// A plan as a tree: what a rule selects, and below it the versions. What goes is checked, what a person has taken out
/// is not, and what is protected has no box. The model changes nothing itself: it asks, and is given another sheet.
class PlanTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int kGroupRole = Qt::UserRole + 0x300; ///< bool
    static constexpr int kFateRole = kGroupRole + 1;        ///< CleanupFate as int, of versions
    static constexpr int kNoteRole = kGroupRole + 2;        ///< of a group: "23 versions go"

    explicit PlanTreeModel(QObject* parent = nullptr);

    /// A sheet of the same versions changes cells only, so that whoever is at a row stays there. Null: none.
    void setSheet(const CleanupSheetPtr& sheet);
    [[nodiscard]] const CleanupSheetPtr& sheet() const { return m_sheet; }
    /// Null for a group.
    [[nodiscard]] const CleanupRow* rowAt(const QModelIndex& index) const;
    [[nodiscard]] const CleanupGroup* groupAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(VersionId id) const;
    /// Of a version; 0 for a group.
    [[nodiscard]] VersionId idAt(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// These are to be taken out of the plan, or put back into it.
    void exclusionWanted(const QList<slipway::VersionId>& versions, bool isExcluded);

private:
    [[nodiscard]] QString textOf(const CleanupRow& row, PlanColumn column) const;
    [[nodiscard]] QVariant groupData(const CleanupGroup& group, int column, int role) const;
    [[nodiscard]] QVariant rowData(const CleanupRow& row, int column, int role) const;

    CleanupSheetPtr m_sheet;
};

} // namespace slipway
