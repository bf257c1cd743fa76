#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace slipway
{
class MainWindow;
}

namespace slipway::test
{

/// A window beside the main one, as a person gets to see it.
struct DialogToLookAt {
    QString name;
    std::function<std::unique_ptr<QWidget>()> make;
};

/// Each dialog there is, filled, and every component. `window` outlives them.
[[nodiscard]] std::vector<DialogToLookAt> dialogsToLookAt(MainWindow& window);

} // namespace slipway::test
