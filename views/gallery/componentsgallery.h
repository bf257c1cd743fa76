#pragma once

#include "views/widgets/confirmation.h"

#include <QWidget>

namespace slipway
{

/// Every component of the design system in every state, side by side, with sample data: what `./dev tour` takes a
/// picture of, to be laid beside the design. No part of what a user is shown, so its words are not translated.
class ComponentsGallery final : public QWidget
{
    Q_OBJECT
public:
    static constexpr QSize kUsualSize{1440, 1000};

    explicit ComponentsGallery(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// What the gallery asks to confirm.
[[nodiscard]] Confirmation sampleConfirmation();

} // namespace slipway
