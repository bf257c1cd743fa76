#pragma once

#include "storage/budgetuse.h"
#include "storage/storageterms.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace slipway
{

class AgedText;
class FigureView;
class SectionCard;

/// The card "Budgets": how much of each budget is used, of the owner's and of those of hubs and families.
class BudgetCard final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetCard(QWidget* parent = nullptr);

    /// The owner's first; nullopt: not measured yet.
    void showUses(const std::optional<std::vector<BudgetUse>>& uses);
    void setAge(DataAge age);
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is said in place of a table; empty where there is one.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);

private:
    SectionCard* m_card;
    FigureView* m_table;
    QLabel* m_note;
    AgedText* m_aged;
};

} // namespace slipway
