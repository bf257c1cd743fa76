#include "gui/startedprogram.h"

#include "app/palettedesk.h"
#include "support/waiting.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

SettingsDesk settingsIn(const QString& folder)
{
    SettingsFile file(folder);
    const auto loaded = file.load();
    return {std::move(file), loaded};
}

} // namespace

Target demoTarget(const QString& dataFolder, const QString& demo)
{
    Target target;
    target.demo = demo;
    target.dataFolder = dataFolder;
    return target;
}

StartedProgram::StartedProgram(const ProgramStart& start)
    : m_log(LogOptions{})
    , m_settings(settingsIn(start.target.dataFolder))
    , m_whole(*qApp, m_log, start.target, textScaleOf(m_settings.settings()))
    , m_settingsBinding(m_settings, m_whole.window(), m_whole.session(), m_whole.accounts(), m_log)
    , m_memory(m_whole.window(), start.target.dataFolder)
    , m_places(m_whole.window(), m_whole.session(), m_whole.binding())
{
    window().hide(); // as it is when the layout comes
    m_memory.restore(start.target.viewName());
    QObject::connect(&m_whole.session(), &DashboardSession::opened, &m_memory,
                     [this](const Target& target) { m_memory.show(target.viewName()); });
    m_settingsBinding.start({});
    if (start.role)
        m_places.setStartRole([role = start.role] { return role; });
    m_places.begin(start.place);
    window().show();
    window().activateWindow();
}

bool StartedProgram::read()
{
    start();
    const auto error = m_whole.waitUntilRead();
    return !error && eventually([this] { return window().paletteDesk().isReady(); });
}

QStringList StartedProgram::notices()
{
    QStringList lines;
    const auto bars = window().findChildren<MessageBar*>();
    for (auto* bar : bars) {
        if (!bar->isVisible())
            continue;
        lines.append(bar->sentence());
        const auto buttons = bar->findChildren<QPushButton*>();
        for (auto* button : buttons)
            if (button->isCheckable() && button->isVisible())
                button->setChecked(true);
        lines.append(bar->shownDetails());
    }
    return lines;
}

} // namespace slipway::test
