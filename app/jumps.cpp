#include "app/jumps.h"

#include "app/mainwindow.h"
#include "views/files/filespage.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

Jumps::Jumps(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
}

void Jumps::goToPage(int page)
{
    Q_EMIT m_window.placeLeft();
    m_window.setCurrentPage(page);
}

void Jumps::goToPlace(const PaletteEntry& entry)
{
    goToPage(0);
    auto& inventory = m_window.inventoryPage();
    if (entry.kind == PaletteKind::Version)
        inventory.selectVersion(entry.package, entry.digest);
    else if (entry.kind == PaletteKind::Image)
        inventory.select(entry.package, {});
    else
        inventory.selectGroup(entry.hub,
                              entry.kind == PaletteKind::Family ? std::optional(entry.family) : std::nullopt);
    inventory.focusTree();
}

void Jumps::goToImage(const PackageName& package, const QString& tag)
{
    goToPage(0);
    auto& inventory = m_window.inventoryPage();
    if (!inventory.select(package, tag))
        inventory.select(package, {});
    inventory.focusTree();
}

void Jumps::goToVersion(const PackageName& package, const Digest& digest)
{
    goToPage(0);
    auto& inventory = m_window.inventoryPage();
    if (!inventory.selectVersion(package, digest))
        inventory.select(package, {});
    inventory.focusTree();
}

void Jumps::goToFile(const FilePlace& place)
{
    goToFiles();
    m_window.filesPage().open(place);
}

void Jumps::goToPath(const QString& path)
{
    goToFiles();
    if (!m_window.filesPage().open(path))
        Q_EMIT m_window.filesPage().notFound(path);
}

void Jumps::goToFiles()
{
    const auto& pages = m_window.pages();
    const auto files = std::ranges::find(pages, u"files"_s, &PageDescriptor::id);
    goToPage(static_cast<int>(files - pages.begin()));
}

void Jumps::showFiltered(const QString& filter)
{
    goToPage(0);
    m_window.inventoryPage().filter().bar().setText(filter);
    m_window.inventoryPage().focusTree();
}

} // namespace slipway
