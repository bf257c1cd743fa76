#include "views/inventory/inventorycontent.h"

#include "views/inventory/detailspane.h"
#include "views/inventory/detailswindow.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefoot.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kNarrowestDetails = 280;
constexpr int kUsualHeight = 300;
constexpr QSize kUsualWindow(520, 640);

/// What the narrowest useful form of each tab needs; layers and documents are wider than fields.
constexpr int widthOf(DetailsTab tab)
{
    switch (tab) {
    case DetailsTab::Summary:
        return 322;
    case DetailsTab::History:
        return 380;
    case DetailsTab::Layers:
    case DetailsTab::Manifest:
    case DetailsTab::Config:
    case DetailsTab::Referrers:
        return 486;
    }
    return 322;
}

} // namespace

InventoryContent::InventoryContent(InventoryTree& tree, TreeFoot& foot, DetailsPane& details, QWidget* parent)
    : QSplitter(parent)
    , m_details(details)
    , m_dock(tree)
    , m_card(makeDetailsCard())
{
    setChildrenCollapsible(false);
    addWidget(makeTreeCard(tree, foot));
    addWidget(m_card);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    details.setPlaceMenu(m_dock.menu());
    connect(&details, &DetailsPane::tabChanged, this, &InventoryContent::fitDetails);
    // Once the details' own parts have their new widths.
    followText(*this, [this] { QMetaObject::invokeMethod(this, &InventoryContent::fitDetails, Qt::QueuedConnection); });
    connect(&m_dock, &DetailsDock::placeChosen, this, [this](DetailsPlace place) {
        setPlace(place);
        Q_EMIT arranged();
    });
    connect(this, &QSplitter::splitterMoved, this, [this] {
        (orientation() == Qt::Horizontal ? m_width : m_height) = sizes().constLast();
        Q_EMIT arranged();
    });
}

InventoryContent::~InventoryContent() = default;

QWidget* InventoryContent::detailsWindow() const
{
    return m_window;
}

QJsonObject InventoryContent::saveState() const
{
    const auto docked = orientation() == Qt::Vertical ? DetailsPlace::Below : DetailsPlace::Beside;
    QJsonObject state{{u"width"_s, m_width},
                      {u"height"_s, m_height},
                      {u"place"_s, detailsPlaceName(m_dock.place())},
                      {u"lastShown"_s, detailsPlaceName(m_dock.lastShown())},
                      {u"docked"_s, detailsPlaceName(docked)}};
    if (m_windowPlace.isValid()) {
        state.insert(u"window"_s,
                     QJsonArray{m_windowPlace.x(), m_windowPlace.y(), m_windowPlace.width(), m_windowPlace.height()});
    }
    return state;
}

void InventoryContent::restoreState(const QJsonObject& state)
{
    m_width = std::max(0, state["width"_L1].toInt());
    m_height = std::max(0, state["height"_L1].toInt());
    const QJsonArray window = state["window"_L1].toArray();
    m_windowPlace = QRect(window.at(0).toInt(), window.at(1).toInt(), window.at(2).toInt(), window.at(3).toInt());
    const bool isBelow = detailsPlaceNamed(state["docked"_L1].toString()) == DetailsPlace::Below;
    setOrientation(isBelow ? Qt::Vertical : Qt::Horizontal);
    m_dock.setPlace(detailsPlaceNamed(state["lastShown"_L1].toString()));
    setPlace(detailsPlaceNamed(state["place"_L1].toString()));
}

void InventoryContent::setPlace(DetailsPlace place)
{
    m_dock.setPlace(place);
    switch (place) {
    case DetailsPlace::Beside:
        moveToSplitter(Qt::Horizontal);
        break;
    case DetailsPlace::Below:
        moveToSplitter(Qt::Vertical);
        break;
    case DetailsPlace::Window:
        moveToWindow();
        break;
    case DetailsPlace::Hidden:
        moveToSplitter(orientation());
        m_card->hide();
        break;
    }
}

void InventoryContent::moveToSplitter(Qt::Orientation orientation)
{
    setOrientation(orientation);
    if (m_window) {
        addWidget(m_card);
        m_window->disconnect(this);
        m_window->hide();
        m_window->deleteLater();
        m_window = nullptr;
    }
    m_card->show();
    fitDetails();
}

void InventoryContent::moveToWindow()
{
    if (m_window)
        return;
    m_window = new DetailsWindow(this);
    m_window->addActions(window()->actions()); // their keys work there too
    m_window->addAction(&m_dock.toggle());
    m_window->take(*m_card);
    m_window->setNote(m_note);
    // A place on a screen that is gone is none.
    const bool isSeen = m_windowPlace.isValid() && QGuiApplication::screenAt(m_windowPlace.center());
    if (isSeen)
        m_window->setGeometry(m_windowPlace);
    else
        m_window->resize(kUsualWindow);
    connect(m_window, &DetailsWindow::closed, this, [this] {
        setPlace(orientation() == Qt::Horizontal ? DetailsPlace::Beside : DetailsPlace::Below);
        Q_EMIT arranged();
    });
    connect(m_window, &DetailsWindow::moved, this, [this] {
        m_windowPlace = m_window->geometry();
        Q_EMIT arranged();
    });
    m_window->setVisible(isVisible());
}

void InventoryContent::setNote(const QString& note)
{
    m_note = note;
    if (m_window)
        m_window->setNote(note);
}

void InventoryContent::reveal()
{
    if (m_dock.place() == DetailsPlace::Hidden)
        m_dock.toggle().trigger();
    if (m_window) {
        m_window->raise();
        m_window->activateWindow();
    }
}

/// The window of their own goes with the page.
void InventoryContent::showEvent(QShowEvent* event)
{
    QSplitter::showEvent(event);
    if (m_window)
        m_window->show();
    fitDetails();
}

void InventoryContent::hideEvent(QHideEvent* event)
{
    QSplitter::hideEvent(event);
    if (m_window)
        m_window->hide();
}

QWidget* InventoryContent::makeTreeCard(InventoryTree& tree, TreeFoot& foot)
{
    auto* card = new Card(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(&tree, 1);
    layout->addWidget(&foot);
    return card;
}

QWidget* InventoryContent::makeDetailsCard()
{
    auto* card = new Card(this);
    followText(*card, [card] { card->setMinimumWidth(withText(kNarrowestDetails)); });
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_details);
    return card;
}

void InventoryContent::fitDetails()
{
    if (m_window)
        return;
    constexpr int kFrame = 2;
    const bool isBeside = orientation() == Qt::Horizontal;
    const int needed =
        isBeside ? std::max(withText(widthOf(m_details.tab())), m_details.tabsWidth() + kFrame) : kUsualHeight;
    const int wanted = isBeside ? m_width : m_height;
    const int details = wanted > 0 ? wanted : needed;
    setSizes({(isBeside ? width() : height()) - details - handleWidth(), details});
}

} // namespace slipway
