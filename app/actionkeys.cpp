#include "app/actionkeys.h"

#include "views/page.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

#include <algorithm>

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

Page* pageOf(const QAction& action, const QWidget& window)
{
    const auto owners = action.associatedObjects();
    // A page's own window has the whole window's actions too.
    if (std::ranges::contains(owners, &window))
        return nullptr;
    for (auto* owner : owners)
        for (QObject* part = owner; part; part = part->parent())
            if (auto* page = qobject_cast<Page*>(part))
                return page;
    return nullptr;
}

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
    for (const auto* action : actions) {
        const auto* page = pageOf(*action, window);
        if (!action->objectName().isEmpty())
            keys.push_back({action->objectName(), fullText(*action), wantedKeys(*action), usualKeys(*action),
                            page ? page->accessibleName() : QString()});
    }
    return keys;
}

void applyShortcuts(const QWidget& window, const ShortcutSettings& shortcuts)
{
    const auto actions = actionsOf(window);
    QHash<QString, QList<const Page*>> wanting;
    for (auto* action : actions) {
        const auto set = shortcuts.find(action->objectName());
        action->setProperty(kWantedKeys, inOneForm(set == shortcuts.end() ? usualKeys(*action) : set->second));
        if (!action->objectName().isEmpty())
            for (const QStringList wanted = wantedKeys(*action); const auto& text : wanted)
                wanting[text].append(pageOf(*action, window));
    }
    for (auto* action : actions) {
        QList<QKeySequence> keys;
        for (const QStringList wanted = wantedKeys(*action); const auto& text : wanted) {
            // Its own is one of them, where it has an id.
            const auto pages = wanting.value(text);
            const auto* page = pageOf(*action, window);
            const auto rivals =
                std::ranges::count_if(pages, [page](const Page* other) { return !page || !other || other == page; });
            if (rivals <= 1)
                keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
        }
        if (action->shortcuts() != keys)
            action->setShortcuts(keys);
    }
}

} // namespace slipway
