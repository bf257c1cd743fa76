#pragma once

#include "views/inventory/detailsplace.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;
class QWidget;

namespace slipway
{

/// What a person moves the details with: one action a place, as a menu, and one that hides and shows them. Each is
/// reached by the palette and takes keys of its own.
class DetailsDock final : public QObject
{
    Q_OBJECT
public:
    /// The actions are put on `place`, which outlives it.
    explicit DetailsDock(QWidget& place);

    /// Where they are now; shown again they come back to where they were last.
    void setPlace(DetailsPlace place);
    [[nodiscard]] DetailsPlace place() const { return m_place; }
    /// Where they come back to when they are shown again.
    [[nodiscard]] DetailsPlace lastShown() const { return m_lastShown; }
    [[nodiscard]] QMenu& menu() { return *m_menu; }
    [[nodiscard]] QAction& toggle() { return *m_toggle; }

Q_SIGNALS:
    void placeChosen(slipway::DetailsPlace place);

private:
    QAction* addPlace(DetailsPlace place, const QString& text, const QString& fullText);

    QMenu* m_menu;
    QAction* m_toggle;
    std::array<QAction*, kDetailsPlaces> m_actions{};
    DetailsPlace m_place = DetailsPlace::Beside;
    DetailsPlace m_lastShown = DetailsPlace::Beside;
};

} // namespace slipway
