#include "app/wayback.h"

#include "app/mainwindow.h"

#include <QAction>

namespace slipway
{

using namespace Qt::StringLiterals;

WayBack::WayBack(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    const auto add = [this](const QString& id, const QString& text, const QString& iconName, Qt::Key key) {
        auto* action = new QAction(text, this);
        action->setObjectName(id);
        action->setProperty("iconName", iconName);
        action->setShortcut(QKeySequence(Qt::ALT | key));
        m_window.addAction(action);
        return action;
    };
    connect(add(u"back"_s, tr("Back"), u"go-previous"_s, Qt::Key_Left), &QAction::triggered, this,
            [this] { goTo(m_history.back(here())); });
    connect(add(u"forward"_s, tr("Forward"), u"go-next"_s, Qt::Key_Right), &QAction::triggered, this,
            [this] { goTo(m_history.forward(here())); });
    connect(&m_window, &MainWindow::placeLeft, this, &WayBack::leave);
}

Place WayBack::here() const
{
    const int page = m_window.currentPage();
    return {m_window.owner(), page, m_window.pageAt(page).place()};
}

void WayBack::leave()
{
    m_history.leave(here());
}

void WayBack::goTo(const std::optional<Place>& place)
{
    if (!place)
        return;
    m_window.setCurrentPage(place->page);
    m_window.pageAt(place->page).goTo(place->part);
}

} // namespace slipway
