#pragma once

#include "models/fileplaces.h"
#include "models/palettesearch.h"

#include <QObject>

namespace slipway
{

class MainWindow;

/// Where a person jumps to in the window: each is a step that Alt+Left takes back (MainWindow::placeLeft).
class Jumps final : public QObject
{
    Q_OBJECT
public:
    explicit Jumps(MainWindow& window);

    void goToPage(int page);
    /// An object of the palette, in the inventory.
    void goToPlace(const PaletteEntry& entry);
    /// An image in the inventory, at a tag.
    void goToImage(const PackageName& package, const QString& tag);
    /// A file on the Files page.
    void goToFile(const FilePlace& place);
    /// A file of this machine, by its path.
    void goToPath(const QString& path);
    /// A version in the inventory.
    void goToVersion(const PackageName& package, const Digest& digest);
    /// The inventory under a filter.
    void showFiltered(const QString& filter);

private:
    void goToFiles();

    MainWindow& m_window;
};

} // namespace slipway
