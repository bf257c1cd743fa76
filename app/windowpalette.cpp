#include "app/windowpalette.h"

#include "app/actionstates.h"
#include "app/jumps.h"
#include "app/mainwindow.h"
#include "app/palettedesk.h"
#include "app/windowfacts.h"
#include "views/files/filespage.h"
#include "views/inventory/facetbar.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"
#include "views/palette/commandfield.h"
#include "views/shell/topbar.h"

#include <QAction>

namespace slipway
{

PaletteDesk* makePaletteDesk(MainWindow& window, TopBar& topBar, Jumps& jumps)
{
    auto* desk = new PaletteDesk(window);
    desk->setFacts([&window] { return windowFacts(window); });
    desk->setFacets([&window] { return window.inventoryPage().filter().bar().facets().choices(); });
    QObject::connect(desk, &PaletteDesk::aboutToOpen, &window, [&window] { tellActionStates(window); });
    const auto* search = window.findChild<QAction*>(QStringLiteral("search"));
    const auto tellKeys = [&topBar, search] {
        topBar.commandField().setKeys(search->shortcut().toString(QKeySequence::NativeText));
    };
    QObject::connect(search, &QAction::changed, &topBar, tellKeys);
    tellKeys();
    QObject::connect(&topBar.commandField(), &CommandField::clicked, desk, &PaletteDesk::open);
    QObject::connect(desk, &PaletteDesk::ownerChosen, &window, &MainWindow::organisationChosen);
    QObject::connect(desk, &PaletteDesk::placeChosen, &jumps, &Jumps::goToPlace);
    QObject::connect(desk, &PaletteDesk::pageWanted, &jumps, [&window, &jumps](const Page& page) {
        for (int i = 0; i < static_cast<int>(window.pages().size()); ++i)
            if (&window.pageAt(i) == &page)
                jumps.goToPage(i);
    });
    QObject::connect(desk, &PaletteDesk::fileChosen, &jumps, &Jumps::goToFile);
    QObject::connect(&window.filesPage(), &FilesPage::filesListed, desk, &PaletteDesk::setFiles);
    QObject::connect(desk, &PaletteDesk::filterChosen, &jumps, &Jumps::showFiltered);
    return desk;
}

} // namespace slipway
