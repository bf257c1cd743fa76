#pragma once

#include "models/summary.h"

#include <QAbstractButton>

namespace slipway
{

/// One entry of an index: platform, short digest, size. Pressing it goes there.
class PartButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PartButton(const SummaryPart& part, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SummaryPart m_part;
};

} // namespace slipway
