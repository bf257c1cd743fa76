#pragma once

#include "models/partgrouping.h"
#include "views/storage/segmentchoice.h"

namespace slipway
{

/// "Families" or "Images", at the head of a card.
class GroupingChoice final : public SegmentChoice
{
    Q_OBJECT
public:
    /// What each choice shows, in a sentence.
    GroupingChoice(const QString& families, const QString& images, QWidget* parent = nullptr);

    [[nodiscard]] PartGrouping grouping() const { return current() == 0 ? PartGrouping::Family : PartGrouping::Image; }
    void setGrouping(PartGrouping grouping) { setCurrent(grouping == PartGrouping::Family ? 0 : 1); }
};

} // namespace slipway
