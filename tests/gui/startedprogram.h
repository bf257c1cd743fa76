#pragma once

#include "app/dashboard/placeopener.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/settingsdesk.h"
#include "app/windowmemory.h"
#include "gui/wholeprogram.h"
#include "views/inventory/inventorypage.h"

namespace slipway::test
{

/// What a start is about.
struct ProgramStart final {
    Target target;
    DeepLink place;
    std::optional<StartRole> role;
};

/// A demo organisation, with its data in a folder.
[[nodiscard]] Target demoTarget(const QString& dataFolder, const QString& demo = QStringLiteral("northquay"));

/// The program as its main function puts it together: WholeProgram with settings, the window's memory and places.
class StartedProgram final
{
public:
    explicit StartedProgram(const ProgramStart& start);

    /// Reads what the target names. True when that went well and the palette knows what was read.
    [[nodiscard]] bool read();
    void start() { m_whole.start(); }

    [[nodiscard]] WholeProgram& whole() { return m_whole; }
    [[nodiscard]] MainWindow& window() { return m_whole.window(); }
    [[nodiscard]] InventoryPage& page() { return m_whole.window().inventoryPage(); }
    [[nodiscard]] WindowMemory& memory() { return m_memory; }
    [[nodiscard]] Log& log() { return m_log; }
    [[nodiscard]] PlaceOpener& places() { return m_places; }
    /// What the bars in sight say, a line each, what is folded away included.
    [[nodiscard]] QStringList notices();

private:
    Log m_log;
    SettingsDesk m_settings;
    WholeProgram m_whole;
    SettingsBinding m_settingsBinding;
    WindowMemory m_memory;
    PlaceOpener m_places;
};

} // namespace slipway::test
