#pragma once

#include "core/error.h"
#include "storage/billingnote.h"
#include "storage/monthlycost.h"
#include "storage/storageoverview.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace slipway
{

class AgedText;
class FigureView;

/// The card "Cost a month": what storage costs at a team's prices, and what GitHub bills beside it.
class CostCard final : public QWidget
{
    Q_OBJECT
public:
    explicit CostCard(QWidget* parent = nullptr);

    /// nullptr: not measured yet.
    void showCosts(const StorageOverview* overview, const Prices& prices, const QDateTime& now);
    /// What GitHub's billing said last, or why it could not be asked: what was known then stays.
    void setBilling(const Result<BillingReading>& billing);
    /// Of another owner nothing is known yet.
    void forgetBilling();
    void setAge(DataAge age);
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is said of GitHub's billing.
    [[nodiscard]] QString note() const;

private:
    FigureView* m_table;
    QLabel* m_note;
    AgedText* m_aged;
    std::optional<BillingReading> m_billing;
    std::optional<Error> m_billingError; ///< of the last time it was asked
};

} // namespace slipway
