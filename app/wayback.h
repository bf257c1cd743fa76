#pragma once

#include "app/placehistory.h"

#include <QObject>

namespace slipway
{

class MainWindow;

/// Alt+Left and Alt+Right: back to where a jump began, and forth again. A jump is a page that is chosen, a place from
/// the palette or a link, an image or part chosen in the details; going from row to row is none.
class WayBack final : public QObject
{
    Q_OBJECT
public:
    /// Adds its two actions to the window.
    explicit WayBack(MainWindow& window);

    /// A jump begins.
    void leave();

private:
    [[nodiscard]] Place here() const;
    void goTo(const std::optional<Place>& place);

    MainWindow& m_window;
    PlaceHistory m_history;
};

} // namespace slipway
