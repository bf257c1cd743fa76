#include "app/windowlayout.h"

#include "app/mainwindow.h"
#include "app/windowframe.h"
#include "views/shell/logpanel.h"
#include "views/shell/sidebar.h"
#include "views/theme/typography.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Geometries without a decoration around them: room for its title bar is left.
constexpr int kTitleBar = 32;

/// What windows may use of each screen, the window's own first.
QList<QRect> screenRects(const QWidget& window)
{
    auto screens = QGuiApplication::screens();
    std::ranges::stable_partition(screens, [&window](const QScreen* screen) { return screen == window.screen(); });
    QList<QRect> rects;
    for (const auto* screen : std::as_const(screens))
        rects.append(screen->availableGeometry());
    return rects;
}

void applyFrame(MainWindow& window, const std::optional<WindowFrame>& frame)
{
    const auto screens = screenRects(window);
    if (!frame) {
        window.setWindowState(window.windowState() & ~Qt::WindowMaximized);
        window.resize(screens.isEmpty()
                          ? MainWindow::kUsualSize
                          : MainWindow::kUsualSize.boundedTo(screens.constFirst().size() - QSize(0, kTitleBar)));
        return;
    }
    window.setGeometry(visibleGeometry(frame->geometry, screens));
    window.setWindowState(frame->isMaximized ? window.windowState() | Qt::WindowMaximized
                                             : window.windowState() & ~Qt::WindowMaximized);
}

QJsonObject logState(const MainWindow& window)
{
    return {{u"open"_s, window.isLogOpen()}, {u"height"_s, window.logHeight()}};
}

void applyLog(MainWindow& window, const QJsonObject& log)
{
    window.setLogHeight(log["height"_L1].toInt(withText(LogPanel::kUsualHeight)));
    if (const bool isOpen = log["open"_L1].toBool(); isOpen != window.isLogOpen())
        window.setLogOpen(isOpen);
}

/// A part of each page's state, by its id.
QJsonObject pageStates(const MainWindow& window, QJsonObject (Page::*state)() const)
{
    QJsonObject pages;
    for (int i = 0; i < static_cast<int>(window.pages().size()); ++i)
        pages[window.pages()[static_cast<size_t>(i)].id] = (window.pageAt(i).*state)();
    return pages;
}

QString currentPageId(const MainWindow& window)
{
    return window.pages()[static_cast<size_t>(window.currentPage())].id;
}

int indexOf(const MainWindow& window, const QString& page)
{
    const auto found = std::ranges::find(window.pages(), page, &PageDescriptor::id);
    return found == window.pages().end() ? 0 : static_cast<int>(found - window.pages().begin());
}

} // namespace

QJsonObject windowLayout(const MainWindow& window)
{
    const QRect geometry = window.isMaximized() ? window.normalGeometry() : window.geometry();
    return {{u"frame"_s, toJson(WindowFrame{geometry, window.isMaximized()})},
            {u"sidebarCollapsed"_s, window.sidebar().isCollapsed()},
            {u"log"_s, logState(window)},
            {u"page"_s, currentPageId(window)},
            {u"pages"_s, pageStates(window, &Page::saveState)}};
}

QJsonObject defaultLayout(const MainWindow& window)
{
    return {{u"pages"_s, pageStates(window, &Page::defaultState)}};
}

QJsonObject layoutForOthers(const MainWindow& window)
{
    return {{u"page"_s, currentPageId(window)}, {u"pages"_s, pageStates(window, &Page::stateForOthers)}};
}

void applyLayout(MainWindow& window, const QJsonObject& layout, LayoutPart part)
{
    QWidget* keyboard = window.focusWidget();
    if (part == LayoutPart::Whole) {
        applyFrame(window, windowFrame(layout["frame"_L1].toObject()));
        // It collapses by itself when the window becomes narrow; what a person chose comes after that.
        window.sidebar().fitTo(window.width());
        window.sidebar().setCollapsed(layout["sidebarCollapsed"_L1].toBool(Sidebar::isNarrowWindow(window.width())));
        applyLog(window, layout["log"_L1].toObject());
    }
    const QJsonObject pages = layout["pages"_L1].toObject();
    for (int i = 0; i < static_cast<int>(window.pages().size()); ++i)
        window.pageAt(i).restoreState(pages[window.pages()[static_cast<size_t>(i)].id].toObject());
    window.setCurrentPage(indexOf(window, layout["page"_L1].toString()));
    if (keyboard)
        keyboard->setFocus(Qt::OtherFocusReason);
}

} // namespace slipway
