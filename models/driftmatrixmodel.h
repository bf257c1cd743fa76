#pragma once

#include "models/driftlook.h"
#include "models/keyedtable.h"

namespace slipway
{

/// The columns before those of the checks.
enum class DriftMatrixColumn { Family, Hub, Images };
constexpr int kDriftMatrixColumns = 3;

/// What a look found, a row each hub and family and a column each check.
class DriftMatrixModel final : public KeyedTableModel<DriftGroup, std::pair<QString, QString>>
{
    Q_OBJECT
public:
    static constexpr int kStandingRole = Qt::UserRole + 100; ///< DriftStanding as int; invalid: no check's column
    static constexpr int kFirstRole = kStandingRole + 1;     ///< the first row of its family: only there is it named

    explicit DriftMatrixModel(QObject* parent = nullptr);

    /// Null: nothing was looked at.
    void setLook(const DriftLookPtr& look);
    [[nodiscard]] const std::vector<DriftCheck>& checks() const { return m_checks; }
    /// The check of a column; nullopt for those before them.
    [[nodiscard]] std::optional<DriftCheck> checkAt(int column) const;
    /// Where a finding stands; invalid if nowhere.
    [[nodiscard]] QModelIndex indexOf(const DriftFinding& finding) const;
    /// The first finding of a cell that is there now; null without one.
    [[nodiscard]] const FindingLife* findingAt(const QModelIndex& index) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] std::pair<QString, QString> keyOf(const DriftGroup& group) const override
    {
        return {group.family, group.hub};
    }

private:
    [[nodiscard]] QString text(const DriftGroup& group, int column) const;
    [[nodiscard]] QString tip(const DriftGroup& group, int column) const;
    /// Hub and family of a finding's image as it is classed now.
    [[nodiscard]] std::pair<QString, QString> placeOf(const DriftFinding& finding) const;

    DriftLookPtr m_look;
    std::vector<DriftCheck> m_checks;
};

} // namespace slipway
