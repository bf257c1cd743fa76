#pragma once

#include "cleanup/reclaimable.h"
#include "models/reclaimtable.h"
#include "views/pagestate.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace slipway
{

class AgedText;
class FigureView;
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
    [[nodiscard]] ReclaimGrouping grouping() const { return m_grouping; }
    void setGrouping(ReclaimGrouping grouping);
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is said below the table; empty where there is nothing to say.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);
    void groupingChanged();

private:
    void addGroupings();
    void showAll();
    [[nodiscard]] QString noteText() const;

    std::optional<Result<Reclaimable>> m_found;
    ReclaimGrouping m_grouping = ReclaimGrouping::Family;
    SectionCard* m_card;
    FigureView* m_table;
    QLabel* m_note;
    AgedText* m_aged;
    std::array<QPushButton*, 2> m_groupings{};
};

} // namespace slipway
