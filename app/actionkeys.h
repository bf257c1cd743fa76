#pragma once

#include "settings/usersettings.h"
#include "views/settings/shortcuts.h"

#include <QAction>
#include <QList>

class QWidget;

namespace slipway
{

class Page;

/// What the ids of the pages' actions begin with.
constexpr QLatin1StringView kPageAction{"page."};

/// Everything a window can be told to do: the actions it has (QWidget::actions()) that have a text, and those of its
/// parts, menus among them, that have an id. An action's object name is its stable id, in settings and in what was done
/// last.
[[nodiscard]] QList<QAction*> actionsOf(const QWidget& window);

/// What an action is called where its menu or place does not say what it is about: the property `fullText`, else its
/// text.
[[nodiscard]] QString fullText(const QAction& action);

/// What is to be known of an action before it is run: why it cannot be (the property `whyNot`), else how things stand
/// that it changes (the property `state`: "shown", "ascending"); may be empty.
[[nodiscard]] QString stateText(const QAction& action);

/// The keys an action has where nobody set others: those it had when it was looked at first, as portable texts.
[[nodiscard]] QStringList usualKeys(const QAction& action);
void setUsualKeys(QAction& action, const QList<QKeySequence>& keys);

/// The page an action belongs to; null for one that the window itself has. Of pages one is in sight, so two of them may
/// use the same keys, and what an action of one does is seen there.
[[nodiscard]] Page* pageOf(const QAction& action, const QWidget& window);

/// The actions with an id, as the settings list them.
[[nodiscard]] std::vector<ActionKeys> actionKeysOf(const QWidget& window);

/// Gives every action of the window the keys that were set, or its usual ones; keys that two of them would have,
/// neither.
void applyShortcuts(const QWidget& window, const ShortcutSettings& shortcuts);

} // namespace slipway
