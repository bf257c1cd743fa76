#pragma once

#include "core/names.h"
#include "views/widgets/accessiblevalue.h"

#include <QWidget>

namespace slipway
{

/// What is stored, as a bar: what stays, and hatched what a plan frees. The same is said in words below it.
class ReclaimBar final : public QWidget, public AmountShown
{
    Q_OBJECT
public:
    explicit ReclaimBar(QWidget* parent = nullptr);

    void setBytes(Bytes stored, Bytes freed);
    [[nodiscard]] AmountRange amount() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Bytes m_stored = 0;
    Bytes m_freed = 0;
};

} // namespace slipway
