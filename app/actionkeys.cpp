#include "app/actionkeys.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

namespace slipway
{

namespace
{

constexpr const char* kUsualKeys = "slipwayUsualKeys";
/// Those that were set, or the usual ones: more than it has where another action wants the same.
constexpr const char* kWantedKeys = "slipwayWantedKeys";

QStringList portableTexts(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const auto& key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    return texts;
}

/// A person may have written "ctrl+r" into the file, or the same keys twice; what names no keys is left out.
QStringList inOneForm(const QStringList& texts)
{
    QStringList keys;
    for (const auto& text : texts)
        keys.append(QKeySequence::fromString(text, QKeySequence::PortableText).toString(QKeySequence::PortableText));
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

QStringList wantedKeys(const QAction& action)
{
    const QVariant wanted = action.property(kWantedKeys);
    return wanted.isValid() ? wanted.toStringList() : portableTexts(action.shortcuts());
}

} // namespace

QList<QAction*> actionsOf(const QWidget& window)
{
    QList<QAction*> all = window.actions();
    const auto parts = window.findChildren<QWidget*>();
    for (const auto* part : parts) {
        const auto ofPart = part->actions();
        for (auto* action : ofPart)
            if (!action->objectName().isEmpty() && !all.contains(action))
                all.append(action);
    }
    QList<QAction*> actions;
    for (auto* action : std::as_const(all)) {
        if (action->text().isEmpty() || action->isSeparator())
            continue;
        if (!action->property(kUsualKeys).isValid())
            setUsualKeys(*action, action->shortcuts());
        actions.append(action);
    }
    return actions;
}

QString fullText(const QAction& action)
{
    const QString full = action.property("fullText").toString();
    return full.isEmpty() ? action.text() : full;
}

QString stateText(const QAction& action)
{
    return action.property(action.isEnabled() ? "state" : "whyNot").toString();
}

QStringList usualKeys(const QAction& action)
{
    return action.property(kUsualKeys).toStringList();
}

void setUsualKeys(QAction& action, const QList<QKeySequence>& keys)
{
    action.setProperty(kUsualKeys, portableTexts(keys));
}

std::vector<ActionKeys> actionKeysOf(const QWidget& window)
{
    std::vector<ActionKeys> keys;
    const auto actions = actionsOf(window);
    for (const auto* action : actions)
        if (!action->objectName().isEmpty())
            keys.push_back({action->objectName(), fullText(*action), wantedKeys(*action), usualKeys(*action)});
    return keys;
}

void applyShortcuts(const QWidget& window, const ShortcutSettings& shortcuts)
{
    const auto actions = actionsOf(window);
    QHash<QString, int> wanting;
    for (auto* action : actions) {
        const auto set = shortcuts.find(action->objectName());
        action->setProperty(kWantedKeys, inOneForm(set == shortcuts.end() ? usualKeys(*action) : set->second));
        if (!action->objectName().isEmpty())
            for (const QStringList wanted = wantedKeys(*action); const auto& text : wanted)
                ++wanting[text];
    }
    for (auto* action : actions) {
        QList<QKeySequence> keys;
        for (const QStringList wanted = wantedKeys(*action); const auto& text : wanted) {
            if (wanting.value(text) <= 1)
                keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
        }
        if (action->shortcuts() != keys)
            action->setShortcuts(keys);
    }
}

} // namespace slipway
