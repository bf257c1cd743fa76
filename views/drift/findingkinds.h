#pragma once

#include "models/driftlook.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace slipway
{

/// Which findings are listed: a button a kind, with how many there are.
class FindingKinds final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingKinds(QWidget* parent = nullptr);

    [[nodiscard]] FindingKind kind() const { return m_kind; }
    void setKind(FindingKind kind);
    /// Null: nothing was looked at.
    void showTotals(const DriftLook* look);

Q_SIGNALS:
    /// By a person.
    void chosen();

private:
    FindingKind m_kind = FindingKind::All;
    std::array<QPushButton*, kFindingKinds.size()> m_buttons{};
};

} // namespace slipway
