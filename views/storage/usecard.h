#pragma once

#include "models/usetable.h"
#include "views/pagestate.h"

#include <QWidget>

namespace slipway
{

class AgedText;
class FigureView;
class SectionCard;
class SegmentChoice;

/// The card "Unique and shared": what hubs, families, kinds of versions or classes of age hold, as bars and figures.
class UseCard final : public QWidget
{
    Q_OBJECT
public:
    explicit UseCard(QWidget* parent = nullptr);

    /// nullptr: not measured yet.
    void showUse(const StorageOverview* overview);
    void setAge(DataAge age);
    [[nodiscard]] UseGrouping grouping() const;
    void setGrouping(UseGrouping grouping);
    [[nodiscard]] FigureView& table() { return *m_table; }

Q_SIGNALS:
    void filterRequested(const QString& filter);
    void groupingChanged();

private:
    void showAll();

    std::optional<StorageOverview> m_overview;
    SectionCard* m_card;
    FigureView* m_table;
    AgedText* m_aged;
    SegmentChoice* m_choice;
};

} // namespace slipway
