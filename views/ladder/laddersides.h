#pragma once

#include "models/laddermodel.h"

#include <QWidget>

class QLabel;

namespace slipway
{

class ElidedLabel;
class LadderView;

/// The strip above the rungs: whose layers stand on which side, and what they weigh in all, above their sizes.
class LadderSides final : public QWidget
{
    Q_OBJECT
public:
    /// `view` outlives it; the strip follows its columns.
    explicit LadderSides(const LadderView& view, QWidget* parent = nullptr);

    void showSides(const LadderModel& model);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// One image's name and digest, and the box they lie in.
    struct Side {
        QWidget* box = nullptr;
        ElidedLabel* name = nullptr;
        QLabel* digest = nullptr;
        QLabel* total = nullptr;
    };
    [[nodiscard]] Side makeSide(Qt::LayoutDirection direction);
    static void show(const Side& side, const LadderSide& image, Bytes total);
    void align();

    const LadderView& m_view;
    Side m_left;
    Side m_right;
    QLabel* m_middle;
};

} // namespace slipway
