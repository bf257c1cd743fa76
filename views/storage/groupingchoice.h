#pragma once

#include "models/partgrouping.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace slipway
{

/// "Families" or "Images", at the head of a card.
class GroupingChoice final : public QWidget
{
    Q_OBJECT
public:
    /// What each choice shows, in a sentence.
    GroupingChoice(const QString& families, const QString& images, QWidget* parent = nullptr);

    [[nodiscard]] PartGrouping grouping() const { return m_grouping; }
    void setGrouping(PartGrouping grouping);

Q_SIGNALS:
    /// By a person.
    void chosen();

private:
    PartGrouping m_grouping = PartGrouping::Family;
    std::array<QPushButton*, 2> m_buttons{};
};

} // namespace slipway
