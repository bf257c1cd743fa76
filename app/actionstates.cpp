#include "app/actionstates.h"

#include "app/mainwindow.h"
#include "views/shell/sidebar.h"

#include <QAction>
#include <QCoreApplication>

#include <array>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ActionStates {
    Q_DECLARE_TR_FUNCTIONS(slipway::ActionStates)
};

constexpr std::array kThemes{
    std::pair{"colors-system"_L1, ThemeMode::System}, std::pair{"colors-light"_L1, ThemeMode::Light},
    std::pair{"colors-dark"_L1, ThemeMode::Dark}, std::pair{"colors-high-contrast"_L1, ThemeMode::HighContrast}};

} // namespace

void tellActionStates(MainWindow& window)
{
    const auto tell = [&window](QLatin1StringView id, const QString& state) {
        if (auto* action = window.findChild<QAction*>(id, Qt::FindDirectChildrenOnly))
            action->setProperty("state", state);
    };
    tell("log"_L1, window.isLogOpen() ? ActionStates::tr("shown") : ActionStates::tr("hidden"));
    tell("collapse-sidebar"_L1,
         window.sidebar().isCollapsed() ? ActionStates::tr("collapsed") : ActionStates::tr("expanded"));
    for (const auto& [id, mode] : kThemes)
        tell(id, window.theme().mode() == mode ? ActionStates::tr("chosen") : QString());
}

} // namespace slipway
