#include "views/settings/shortcuts.h"

#include <QHash>

namespace slipway
{

namespace
{

bool areOfTwoPages(const ActionKeys& a, const ActionKeys& b)
{
    return !a.page.isEmpty() && !b.page.isEmpty() && a.page != b.page;
}

} // namespace

std::vector<QStringList> shortcutConflicts(const std::vector<ActionKeys>& actions)
{
    QHash<QString, QList<size_t>> byKey;
    for (size_t i = 0; i < actions.size(); ++i)
        for (const auto& key : actions[i].keys)
            byKey[key].append(i);
    std::vector<QStringList> conflicts(actions.size());
    for (size_t i = 0; i < actions.size(); ++i)
        for (const auto& key : actions[i].keys)
            for (const size_t other : std::as_const(byKey[key]))
                if (other != i && !areOfTwoPages(actions[i], actions[other])
                    && !conflicts[i].contains(actions[other].text))
                    conflicts[i].append(actions[other].text);
    return conflicts;
}

} // namespace slipway
