#pragma once

#include <QToolButton>

namespace slipway
{

/// Which of an index's images is shown, chosen by platform. With one image or none there is nothing to choose, and it
/// is not there.
class PlatformChoice final : public QToolButton
{
    Q_OBJECT
public:
    explicit PlatformChoice(QWidget* parent = nullptr);

    void setChoices(const QStringList& platforms, int current);

Q_SIGNALS:
    void choiceMade(int index);
};

} // namespace slipway
