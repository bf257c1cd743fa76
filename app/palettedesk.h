#pragma once

#include "core/async.h"
#include "inventory/inventory.h"
#include "models/fileplaces.h"
#include "models/palettefacets.h"
#include "models/palettesuggestions.h"
#include "views/shell/ownerchoice.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

namespace slipway
{

class CommandPalette;
class Page;

/// Fills the command palette with what the window can do and what it shows, and does what is chosen there.
class PaletteDesk final : public QObject
{
    Q_OBJECT
public:
    explicit PaletteDesk(QMainWindow& window);

    /// Its index is made in the pool; null: nothing was read.
    void setInventory(const InventoryPtr& inventory);
    /// While it is in sight, what is not found may yet be there; setInventory() ends it.
    void setOutline(const InventoryPtr& outline);
    void setOwners(const QList<OwnerGroup>& owners);
    /// The files that are listed on the Files page.
    void setFiles(const std::vector<FilePlace>& files) { m_files = files; }
    /// Keys of what was done last, from the settings.
    void setRecent(const QStringList& keys) { m_recent = keys; }
    [[nodiscard]] const QStringList& recent() const { return m_recent; }
    /// Asked whenever the palette is filled, for what is likely then.
    void setFacts(std::function<WindowFacts()> facts) { m_facts = std::move(facts); }
    /// Asked likewise, for what the inventory can be narrowed to.
    void setFacets(std::function<FacetChoices()> facets) { m_facets = std::move(facets); }
    void open();

    [[nodiscard]] CommandPalette& palette() { return *m_palette; }
    /// False while the index of the inventory is being made.
    [[nodiscard]] bool isReady() const { return m_index ? m_index->inventory() == m_inventory : !m_inventory; }

Q_SIGNALS:
    /// What the actions' states say is about to be read.
    void aboutToOpen();
    void ownerChosen(const slipway::OwnerChoice& choice);
    /// A hub, family, image or version.
    void placeChosen(const slipway::PaletteEntry& entry);
    /// An action of a page that is not in sight is about to be run.
    void pageWanted(slipway::Page& page);
    /// The inventory's filter is to be this text.
    void filterChosen(const QString& text);
    void fileChosen(const slipway::FilePlace& place);
    void recentChanged(const QStringList& keys);

private:
    static Task<void> makeIndex(QPointer<PaletteDesk> desk, InventoryPtr inventory);
    void takeIndex(PaletteIndexPtr index);
    void showGround();
    [[nodiscard]] PaletteGround ground() const;
    [[nodiscard]] bool hasAccount() const;
    void addOwners(std::vector<PaletteEntry>& entries) const;
    void addFiles(std::vector<PaletteEntry>& entries) const;
    void run(const PaletteEntry& entry);
    void remember(const QString& key);

    QMainWindow& m_window;
    CommandPalette* m_palette;
    InventoryPtr m_inventory;
    bool m_isOutlined = false;
    PaletteIndexPtr m_index;
    QList<OwnerGroup> m_owners;
    std::vector<FilePlace> m_files;
    QStringList m_recent;
    std::function<WindowFacts()> m_facts;
    std::function<FacetChoices()> m_facets;
};

} // namespace slipway
