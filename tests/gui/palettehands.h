#pragma once

#include "app/palettedesk.h"
#include "gui/shownwindow.h"
#include "support/waiting.h"
#include "views/palette/commandpalette.h"

#include <QLineEdit>
#include <QListView>

namespace slipway::test
{

/// Ctrl+K in a shown window.
class PaletteHands : protected ShownWindow
{
protected:
    [[nodiscard]] bool showPaletteWindow()
    {
        return showWindow() && eventually([this] { return window().paletteDesk().isReady(); });
    }
    [[nodiscard]] CommandPalette& palette() { return window().paletteDesk().palette(); }
    void open()
    {
        if (palette().isVisible())
            palette().reject();
        window().activateWindow(); // what a menu over it had, offscreen, nobody gives back
        QVERIFY(eventually([this] { return window().isActiveWindow(); }));
        key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(eventually([this] { return palette().isVisible() && palette().field().hasFocus(); }));
    }
    void type(const QString& text) { QTest::keyClicks(&palette().field(), text); }
    /// What stands under a heading.
    [[nodiscard]] QStringList below(const QString& heading)
    {
        const auto* rows = palette().list().model();
        QStringList titles;
        bool isBelow = false;
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QModelIndex index = rows->index(row, 0);
            if (!index.flags().testFlag(Qt::ItemIsSelectable))
                isBelow = index.data().toString() == heading;
            else if (isBelow)
                titles.append(index.data().toString());
        }
        return titles;
    }
    void chooseAffectiveCpu()
    {
        page().tree().setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
    }
    [[nodiscard]] QString currentTitle() { return palette().current() ? palette().current()->title : QString(); }
};

} // namespace slipway::test
