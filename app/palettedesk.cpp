#include "app/palettedesk.h"

#include "app/actionkeys.h"
#include "core/poolrun.h"
#include "settings/usersettings.h"
#include "views/page.h"
#include "views/palette/commandpalette.h"

#include <algorithm>
#include <iterator>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString ownerKey(const OwnerChoice& choice)
{
    return u"owner/%1/%2/%3"_s.arg(static_cast<int>(choice.kind)).arg(choice.account, choice.owner);
}

QString fileKey(const FilePlace& place)
{
    return u"file/%1/%2"_s.arg(static_cast<int>(place.from)).arg(place.path);
}

/// The id, or the text of an action without one.
QString actionKey(const QAction& action)
{
    return kActionKey + (action.objectName().isEmpty() ? action.text() : action.objectName());
}

PaletteEntry actionEntry(const QAction& action)
{
    PaletteEntry entry;
    entry.kind = action.objectName().startsWith(kPageAction) ? PaletteKind::Page : PaletteKind::Command;
    entry.key = actionKey(action);
    entry.title = fullText(action);
    entry.detail = stateText(action);
    entry.iconName = action.property("iconName").toString();
    entry.keys = action.shortcut().toString(QKeySequence::NativeText);
    entry.isEnabled = action.isEnabled();
    return entry;
}

} // namespace

PaletteDesk::PaletteDesk(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_palette(new CommandPalette(&window))
{
    connect(m_palette, &CommandPalette::chosen, this, &PaletteDesk::run);
}

void PaletteDesk::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    m_isOutlined = false;
    if (inventory)
        makeIndex(this, inventory);
    else
        takeIndex(nullptr);
}

void PaletteDesk::setOutline(const InventoryPtr& outline)
{
    setInventory(nullptr);
    m_isOutlined = outline != nullptr;
    showGround();
}

Task<void> PaletteDesk::makeIndex(QPointer<PaletteDesk> desk, InventoryPtr inventory)
{
    auto index = co_await runInPool(makePaletteIndex, inventory);
    if (desk && desk->m_inventory == inventory)
        desk->takeIndex(std::move(index));
}

void PaletteDesk::takeIndex(PaletteIndexPtr index)
{
    m_index = std::move(index);
    showGround();
}

void PaletteDesk::showGround()
{
    if (m_palette->isVisible())
        m_palette->setGround(ground());
}

void PaletteDesk::setOwners(const QList<OwnerGroup>& owners)
{
    m_owners = owners;
}

PaletteGround PaletteDesk::ground() const
{
    PaletteGround ground;
    const auto actions = actionsOf(m_window);
    for (const auto* action : actions)
        if (action->isVisible())
            ground.entries.push_back(actionEntry(*action));
    addOwners(ground.entries);
    if (m_facets)
        std::ranges::move(facetEntries(m_facets()), std::back_inserter(ground.entries));
    addFiles(ground.entries);
    ground.index = m_index;
    ground.isBeingRead = m_isOutlined || !isReady();
    ground.recent = m_recent;
    if (m_facts) {
        WindowFacts facts = m_facts();
        facts.hasAccount = hasAccount();
        ground.suggested = suggestActions(facts, ground.entries);
    }
    return ground;
}

/// An owner that was named at the start needs none.
bool PaletteDesk::hasAccount() const
{
    for (const auto& group : m_owners)
        for (const auto& choice : group.choices)
            if (choice.kind == OwnerChoice::Kind::Account)
                return true;
    return false;
}

void PaletteDesk::addOwners(std::vector<PaletteEntry>& entries) const
{
    for (const auto& group : m_owners) {
        for (const auto& choice : group.choices) {
            PaletteEntry entry;
            entry.kind = PaletteKind::Organisation;
            entry.key = ownerKey(choice);
            entry.title = choice.owner;
            entry.detail = group.title;
            entry.iconName = u"user-identity"_s;
            entries.push_back(std::move(entry));
        }
    }
}

void PaletteDesk::addFiles(std::vector<PaletteEntry>& entries) const
{
    for (const auto& place : m_files) {
        PaletteEntry entry;
        entry.kind = PaletteKind::File;
        entry.key = fileKey(place);
        entry.title = place.path;
        switch (place.from) {
        case FilesFrom::Checkout:
            entry.detail = tr("file in the folder");
            break;
        case FilesFrom::Repository:
            entry.detail = tr("file in the repository");
            break;
        case FilesFrom::Templates:
            entry.detail = tr("template");
            break;
        }
        entry.iconName = u"document-multiple"_s;
        entries.push_back(std::move(entry));
    }
}

void PaletteDesk::open()
{
    Q_EMIT aboutToOpen();
    m_palette->setGround(ground());
    m_palette->start();
}

void PaletteDesk::run(const PaletteEntry& entry)
{
    if (entry.kind == PaletteKind::File) {
        for (const auto& place : m_files)
            if (fileKey(place) == entry.key)
                Q_EMIT fileChosen(place);
        return;
    }
    if (entry.kind != PaletteKind::Command && entry.kind != PaletteKind::Page
        && entry.kind != PaletteKind::Organisation) {
        Q_EMIT placeChosen(entry);
        return;
    }
    remember(entry.key);
    const auto actions = actionsOf(m_window);
    for (auto* action : actions) {
        if (actionKey(*action) != entry.key)
            continue;
        // What an action of a page does is seen there.
        if (auto* page = pageOf(*action, m_window); page && !page->isVisible())
            Q_EMIT pageWanted(*page);
        // Once the window has the keyboard back: some actions go by who has it.
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
        return;
    }
    for (const auto& group : std::as_const(m_owners))
        for (const auto& choice : group.choices)
            if (ownerKey(choice) == entry.key)
                Q_EMIT ownerChosen(choice);
    if (const auto text = m_facets ? textOfFacet(m_facets(), entry.key) : std::nullopt)
        Q_EMIT filterChosen(*text);
}

void PaletteDesk::remember(const QString& key)
{
    m_recent.removeAll(key);
    m_recent.prepend(key);
    if (m_recent.size() > kMostRecentCommands)
        m_recent.resize(kMostRecentCommands);
    Q_EMIT recentChanged(m_recent);
}

} // namespace slipway
