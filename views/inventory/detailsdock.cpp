#include "views/inventory/detailsdock.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace slipway
{

using namespace Qt::StringLiterals;

DetailsDock::DetailsDock(QWidget& place)
    : QObject(&place)
    , m_menu(new QMenu(tr("Place of the details"), &place))
    , m_toggle(new QAction(tr("Show or hide details"), this))
{
    m_menu->setAccessibleName(m_menu->title());
    auto* group = new QActionGroup(this);
    for (auto* action :
         {addPlace(DetailsPlace::Beside, tr("Beside the tree"), tr("Details beside the tree")),
          addPlace(DetailsPlace::Below, tr("Below the tree"), tr("Details below the tree")),
          addPlace(DetailsPlace::Window, tr("In a window of their own"), tr("Details in a window of their own")),
          addPlace(DetailsPlace::Hidden, tr("Hidden"), tr("Hide details"))}) {
        group->addAction(action);
        m_menu->addAction(action);
        place.addAction(action);
    }
    m_toggle->setObjectName(u"inventory.details"_s);
    m_toggle->setCheckable(true);
    m_toggle->setShortcut(Qt::Key_F9);
    connect(m_toggle, &QAction::triggered, this,
            [this](bool isOn) { Q_EMIT placeChosen(isOn ? m_lastShown : DetailsPlace::Hidden); });
    place.addAction(m_toggle);
    setPlace(DetailsPlace::Beside);
}

QAction* DetailsDock::addPlace(DetailsPlace place, const QString& text, const QString& fullText)
{
    auto* action = new QAction(text, this);
    action->setObjectName(u"inventory.details."_s + detailsPlaceName(place));
    action->setProperty("fullText", fullText);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, place] { Q_EMIT placeChosen(place); });
    m_actions[static_cast<size_t>(place)] = action;
    return action;
}

void DetailsDock::setPlace(DetailsPlace place)
{
    m_place = place;
    if (place != DetailsPlace::Hidden)
        m_lastShown = place;
    m_actions[static_cast<size_t>(place)]->setChecked(true);
    for (auto* action : m_actions)
        action->setProperty("state", action->isChecked() ? tr("chosen") : QString());
    m_toggle->setChecked(place != DetailsPlace::Hidden);
    m_toggle->setProperty("state", m_toggle->isChecked() ? tr("shown") : tr("hidden"));
}

} // namespace slipway
