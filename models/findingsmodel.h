#pragma once

#include "models/driftlook.h"
#include "models/keyedtable.h"

namespace slipway
{

enum class FindingColumn { What, Since };

/// Findings of drift, one a row.
class FindingsModel final : public KeyedTableModel<FindingLife, qint64>
{
    Q_OBJECT
public:
    static constexpr int kDetailRole = Qt::UserRole + 100; ///< check and sentence
    static constexpr int kStandingRole = kDetailRole + 1;  ///< DriftStanding as int: Fail, Behind, Known or Pass

    explicit FindingsModel(QObject* parent = nullptr);

    void setFindings(std::vector<FindingLife> findings);
    /// What times are told against.
    void setNow(const QDateTime& now);
    /// Null beyond the last row.
    [[nodiscard]] const FindingLife* findingAt(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 keyOf(const FindingLife& life) const override { return life.id; }

private:
    QDateTime m_now;
};

} // namespace slipway
