#pragma once

#include "app/mainwindow.h"
#include "bench/samples.h"
#include "log/logring.h"
#include "models/inventorymodel.h"
#include "models/operationsmodel.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

namespace slipway::bench
{

/// The real window without anything behind it, an inventory in it, some images open.
class ShellWindow final : public QObject
{
public:
    static constexpr int kOpenImages = 20;

    ShellWindow(QApplication& application, const InventoryPtr& inventory)
        : m_theme(application)
        , m_window(m_theme, m_operations, m_log)
    {
        m_window.show();
        m_window.activateWindow();
        if (!QTest::qWaitForWindowExposed(&m_window))
            qFatal("the window is not shown");
        tree().viewport()->installEventFilter(this);
        const auto begin = now();
        m_window.setInventory(inventory);
        m_window.setState(PageState::ready());
        paint();
        std::printf("%-44s %10.1f ms\n", "an inventory taken over and painted", msSince(begin));
        tree().expandGroups();
        for (int image = 0; image < kOpenImages; ++image)
            tree().expand(imageIndex(image));
        rest();
    }

    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] InventoryPage& page() { return m_window.inventoryPage(); }
    [[nodiscard]] InventoryTree& tree() { return page().tree(); }
    [[nodiscard]] InventoryModel& model() { return page().model(); }
    [[nodiscard]] QModelIndex imageIndex(int image)
    {
        return model().imageIndex({QStringLiteral("app-%1-%2").arg(image).arg(image % 2 == 0 ? u"cpu" : u"gpu")});
    }

    /// Lets the window do what it has to until the tree is painted; a second at most.
    void paint()
    {
        const auto begin = now();
        const int before = m_paints;
        while (m_paints == before && msSince(begin) < 1000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1000);
    }

    /// Lets it finish whatever it does.
    static void rest(std::chrono::milliseconds time = std::chrono::milliseconds(400))
    {
        QEventLoop loop;
        QTimer::singleShot(time, &loop, &QEventLoop::quit);
        loop.exec();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_paints;
        return QObject::eventFilter(watched, event);
    }

private:
    Theme m_theme;
    OperationsModel m_operations;
    LogRing m_log;
    MainWindow m_window;
    int m_paints = 0;
};

} // namespace slipway::bench
