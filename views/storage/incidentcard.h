#pragma once

#include "storage/incidentlog.h"
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

/// The card "Breaches of the budget": each with its beginning, its end and the most, of the owner's budget and of those
/// of hubs and families.
class IncidentCard final : public QWidget
{
    Q_OBJECT
public:
    explicit IncidentCard(QWidget* parent = nullptr);

    /// The owner's first, empty where no budget is set; none: they are not known. `now` tells the quarter that is
    /// counted; readings began `since`.
    void showIncidents(const std::optional<std::vector<BudgetIncidents>>& known, const QDateTime& now,
                       const QDateTime& since = {});
    void setAge(DataAge age);
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is counted of the quarter.
    [[nodiscard]] QString count() const;
    /// How many began in each quarter.
    [[nodiscard]] QString quarters() const;
    /// What is said in place of a table; empty where there is one.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);

private:
    SectionCard* m_card;
    FigureView* m_table;
    QLabel* m_note;
    QLabel* m_quarters;
    AgedText* m_aged;
    QString m_count;
};

} // namespace slipway
