#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace slipway
{

/// An action as the settings list it. Keys are portable texts ("Ctrl+R").
struct ActionKeys final {
    QString id;
    QString text;
    QStringList keys;  ///< as they are
    QStringList usual; ///< as they are where nobody set others
    QString page = {}; ///< the name of the page it belongs to; empty: the whole window
};

/// For each action the texts of the others that have one of its keys: then neither is told by it. Actions of two
/// different pages may have the same.
[[nodiscard]] std::vector<QStringList> shortcutConflicts(const std::vector<ActionKeys>& actions);

} // namespace slipway
