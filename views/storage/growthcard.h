#pragma once

#include "core/error.h"
#include "models/growthchart.h"
#include "storage/storagesample.h"
#include "views/pagestate.h"
#include "views/storage/stackchart.h"
#include "views/widgets/sectioncard.h"

#include <array>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace slipway
{

class AgedText;
class FigureView;
class GrowthExport;
class MessageBar;

/// The card "Stored by hub": how the stack grew, with a legend that is its table, or all of its values as a table. Hubs
/// can be hidden; a chart begins whole with each owner and each start, so that nobody takes a part for the whole.
class GrowthCard final : public QWidget
{
    Q_OBJECT
public:
    explicit GrowthCard(QWidget* parent = nullptr);

    void showHistory(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today);
    /// There is no history, and this is why.
    void showNothing(const QString& sentence);
    /// Whose packages the chart is of, for what is exported.
    void setOwner(const QString& owner);
    void setAge(DataAge age);
    [[nodiscard]] GrowthRange range() const { return m_range; }
    void setRange(GrowthRange range);
    /// Whether all values are shown as a table in place of the chart.
    [[nodiscard]] bool isTable() const;
    void setTable(bool isTable);
    [[nodiscard]] StackChart& chart() { return *m_chart; }
    [[nodiscard]] FigureView& legend() { return *m_legend; }
    [[nodiscard]] FigureView& days() { return *m_days; }
    [[nodiscard]] GrowthExport& exporting() { return *m_export; }
    /// What is below the pointer may be another hub now, as after scrolling, or none: the others stand back for the one
    /// that is, or no longer.
    void dimOthers();
    /// What is said below the chart: what is dashed, what is hidden, or why there is no forecast; while there is
    /// nothing to show, what is said in its place.
    [[nodiscard]] QString note() const;
    /// What could not be done; empty: nothing of it is in sight.
    [[nodiscard]] QString failure() const;

Q_SIGNALS:
    void filterRequested(const QString& filter);
    /// The range, or chart or table.
    void arrangementChanged();

protected:
    /// The legend is left by the pointer, or gets or loses the keyboard.
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Who comes back to the page begins with the whole of it.
    void hideEvent(QHideEvent* event) override;

private:
    void makeHead();
    [[nodiscard]] QWidget* makePicture();
    [[nodiscard]] QWidget* makeTable();
    void showAll();
    void showFailure(const Error& error);
    [[nodiscard]] QModelIndex attended() const;
    void setShown(int row, bool isShown);
    [[nodiscard]] bool isHidden(const StackSeries& series) const;
    /// Beside the series of the whole chart.
    [[nodiscard]] std::vector<bool> hiddenSeries() const;
    [[nodiscard]] QString noteOf(const GrowthChart& shown) const;

    QString m_owner;
    std::vector<StorageSample> m_samples;
    QString m_waiting; ///< what is said while there is no history
    StorageTerms m_terms;
    QDate m_today;
    GrowthRange m_range = GrowthRange::Quarter;
    GrowthChart m_whole;               ///< with what is hidden
    std::vector<StackSeries> m_hidden; ///< by kind and hub: places change
    SectionCard* m_card;
    StackChart* m_chart;
    FigureView* m_legend;
    FigureView* m_days;
    QLabel* m_note;
    QLabel* m_lack; ///< in place of the table
    MessageBar* m_failure;
    GrowthExport* m_export;
    AgedText* m_aged;
    AgedText* m_agedDays;
    QStackedLayout* m_stack;
    QPushButton* m_asTable;
    std::array<QPushButton*, kGrowthRanges.size()> m_ranges{};
};

} // namespace slipway
