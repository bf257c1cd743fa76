#include "gui/settingshands.h"

#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"

namespace slipway::test
{

void SettingsHands::start()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void SettingsHands::open(const QString& remembered)
{
    SettingsFile file(m_folder->path());
    const auto loaded = file.load();
    m_desk = std::make_unique<SettingsDesk>(std::move(file), loaded);
    m_fixture = std::make_unique<WindowFixture>(*qApp, textScaleOf(m_desk->settings()));
    m_session = std::make_unique<DashboardSession>(m_fixture->operations);
    m_log = std::make_unique<Log>(LogOptions());
    Target base;
    base.dataFolder = m_folder->path();
    m_accounts = std::make_unique<AccountDesk>(m_secrets, base);
    m_accounts->load();
    if (!remembered.isEmpty()) {
        m_memory = std::make_unique<WindowMemory>(m_fixture->window, m_folder->path());
        m_memory->restore(remembered);
    }
    m_binding = std::make_unique<SettingsBinding>(*m_desk, m_fixture->window, *m_session, *m_accounts, *m_log);
    m_binding->start({});
    QVERIFY(m_fixture->show());
    if (m_memory)
        m_memory->show(remembered);
    m_fixture->window.setInventory(inventoryFrom(shownOrganisation()));
    m_fixture->window.setState(PageState::ready());
    m_fixture->window.inventoryPage().tree().setFocus();
}

void SettingsHands::close()
{
    m_binding.reset();
    m_memory.reset();
    m_desk.reset();
    if (m_accounts && !m_accounts->isIdle())
        QVERIFY(eventually([this] { return m_accounts->isIdle(); }));
    m_accounts.reset();
    m_log.reset();
    m_session.reset();
    m_fixture.reset();
}

} // namespace slipway::test
