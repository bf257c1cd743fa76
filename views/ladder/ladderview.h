#pragma once

#include "views/widgets/rowview.h"

namespace slipway
{

class LadderModel;

/// The rungs of a LadderModel as rows, one image on each side. Copying gives the selected rung's two digests.
class LadderView final : public RowView
{
    Q_OBJECT
public:
    explicit LadderView(LadderModel& model, QWidget* parent = nullptr);

    /// Where the columns of the two images' sizes end, in the view's own pixels: their totals stand above them.
    [[nodiscard]] int leftSizeEnd() const;
    [[nodiscard]] int rightSizeEnd() const;
    [[nodiscard]] int rungCentre() const;

Q_SIGNALS:
    void columnsFitted();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copyDigests() const;
};

} // namespace slipway
