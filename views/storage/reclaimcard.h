#pragma once

#include "cleanup/reclaimable.h"
#include "models/reclaimtable.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace slipway
{

class AgedText;
class FigureView;
class GroupingChoice;
class SectionCard;

/// The card "Reclaimable": what the cleanup policies would free, by family or image, most first.
class ReclaimCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ReclaimCard(QWidget* parent = nullptr);

    /// nullopt: not worked out yet.
    void showReclaimable(const std::optional<Result<Reclaimable>>& found);
    void setAge(DataAge age);
    [[nodiscard]] PartGrouping grouping() const;
    void setGrouping(PartGrouping grouping);
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is said below the table; empty where there is nothing to say.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);
    void groupingChanged();

private:
    void showAll();
    [[nodiscard]] QString noteText() const;

    std::optional<Result<Reclaimable>> m_found;
    SectionCard* m_card;
    FigureView* m_table;
    QLabel* m_note;
    AgedText* m_aged;
    GroupingChoice* m_choice;
};

} // namespace slipway
