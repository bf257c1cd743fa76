#pragma once

#include "models/laddermodel.h"

#include <QWidget>

class QLabel;

namespace slipway
{

class Badge;
class LadderSides;
class LadderView;

/// The layer ladder with what belongs to it: what it says first, whose layers these are, and what they have in common.
class LadderPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LadderPanel(QWidget* parent = nullptr);

    /// `expected` layers from the lowest on are to be shared. `remark` is said at the foot, if there is one.
    void showSides(LadderSide left, LadderSide right, size_t expected, const QString& remark);
    /// Says something else at the foot, after what the two have in common.
    void setRemark(const QString& remark);
    [[nodiscard]] const LadderModel& model() const { return *m_model; }
    [[nodiscard]] LadderView& view() { return *m_view; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString footText() const;

private:
    [[nodiscard]] QWidget* makeHead();

    LadderModel* m_model;
    LadderView* m_view;
    LadderSides* m_sides;
    Badge* m_headline = nullptr;
    QWidget* m_drift = nullptr; ///< its entry in the legend
    QLabel* m_sentence;
};

} // namespace slipway
