#pragma once

#include "storage/storagesample.h"
#include "storage/storageterms.h"
#include "views/pagestate.h"
#include "views/storage/stackchart.h"
#include "views/widgets/sectioncard.h"

#include <array>

class QLabel;
class QPushButton;

namespace slipway
{

class AgedText;
class FigureView;

/// How far back the chart goes.
enum class GrowthRange { Month, Quarter, Year };
constexpr std::array kGrowthRanges{GrowthRange::Month, GrowthRange::Quarter, GrowthRange::Year};
[[nodiscard]] int daysOf(GrowthRange range);

/// The chart of an owner's past from its samples: the days of the range, and a forecast of a third of it, 30 days at
/// least.
[[nodiscard]] StackChartValues growthValues(const std::vector<StorageSample>& samples, const StorageTerms& terms,
                                            QDate today, GrowthRange range);

/// The card "Stored by hub": how the stack grew, with a legend that is its table.
class GrowthCard final : public QWidget
{
    Q_OBJECT
public:
    explicit GrowthCard(QWidget* parent = nullptr);

    void showHistory(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today);
    /// There is no history, and this is why.
    void showNothing(const QString& sentence);
    void setAge(DataAge age);
    [[nodiscard]] GrowthRange range() const { return m_range; }
    void setRange(GrowthRange range);
    [[nodiscard]] StackChart& chart() { return *m_chart; }
    [[nodiscard]] FigureView& legend() { return *m_legend; }
    /// What is said instead of a forecast; empty where there is one.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);
    void rangeChanged();

private:
    void addRanges(SectionCard& card);
    void showAll();
    void dimOthers();

    std::vector<StorageSample> m_samples;
    QString m_waiting; ///< what is said while there is no history
    StorageTerms m_terms;
    QDate m_today;
    GrowthRange m_range = GrowthRange::Quarter;
    SectionCard* m_card;
    StackChart* m_chart;
    FigureView* m_legend;
    QLabel* m_note;
    AgedText* m_aged;
    std::array<QPushButton*, kGrowthRanges.size()> m_ranges{};
};

} // namespace slipway
