#pragma once

#include "gui/windowfixture.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"

#include <QClipboard>
#include <QTest>

#include <memory>

namespace slipway::test
{

/// The window with the organisation most tests show, and keys pressed in it as a person does. For a test to derive
/// from.
class ShownWindow
{
protected:
    /// A new window, ready and on screen, with nothing on the clipboard.
    [[nodiscard]] bool showWindow()
    {
        m_fixture = std::make_unique<WindowFixture>(*qApp);
        window().setInventory(inventoryFrom(shownOrganisation()));
        window().setState(PageState::ready());
        QApplication::clipboard()->clear();
        return m_fixture->show();
    }
    void closeWindow() { m_fixture.reset(); }

    [[nodiscard]] WindowFixture& fixture() { return *m_fixture; }
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] InventoryPage& page() { return window().inventoryPage(); }
    [[nodiscard]] InventoryTree& tree() { return page().tree(); }
    /// To what has the keyboard, the window where nothing has.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

} // namespace slipway::test
