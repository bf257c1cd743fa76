#include "app/windowactions.h"

#include "app/actionkeys.h"

#include <QAction>

namespace slipway
{

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    addForPages();
    addForWindow();
    setCopyable(false, tr("Select an image or a version first"));
}

void WindowActions::addForPages()
{
    add({"refresh"_L1, tr("Refresh"), "view-refresh"_L1},
        {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, &WindowActions::refresh);
    add({"copy-digest"_L1, tr("Copy full digest"), "edit-copy"_L1}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        &WindowActions::copyDigest);
    add({"copy-pull-command"_L1, tr("Copy pull command"), "edit-copy"_L1}, {}, &WindowActions::copyPullCommand);
}

void WindowActions::addForWindow()
{
    add({"search"_L1, tr("Search or run a command"), "search"_L1}, {QKeySequence(Qt::CTRL | Qt::Key_K)},
        &WindowActions::search);
    add({"switch-organisation"_L1, tr("Switch organisation"), "user-identity"_L1},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, &WindowActions::switchOwner);
    add({"add-account"_L1, tr("Add account…"), "list-add"_L1}, {}, &WindowActions::addAccount);
    add({"manage-accounts"_L1, tr("Manage accounts…"), "user-identity"_L1}, {}, &WindowActions::manageAccounts);
    add({"settings"_L1, tr("Settings…"), "configure"_L1}, {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        &WindowActions::settings);
    add({"collapse-sidebar"_L1, tr("Collapse or expand the sidebar"), "sidebar-collapse-left"_L1},
        {QKeySequence(Qt::CTRL | Qt::Key_B)}, &WindowActions::toggleSidebar);
    add({"log"_L1, tr("Show or hide the log"), "dialog-scripts"_L1}, {QKeySequence(Qt::CTRL | Qt::Key_J)},
        &WindowActions::toggleLog);
    add({"next-pane"_L1, tr("Next pane")}, {QKeySequence(Qt::Key_F6)}, &WindowActions::nextPane);
    add({"previous-pane"_L1, tr("Previous pane")}, {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
        &WindowActions::previousPane);
    add({"leave"_L1, tr("Back to the list")}, {QKeySequence(Qt::Key_Escape)}, &WindowActions::leave);
    constexpr auto kColorsIcon = "color-mode-black-white"_L1;
    add({"colors-system"_L1, tr("Theme: colours of the system"), kColorsIcon}, {}, &WindowActions::followSystemColors);
    add({"colors-light"_L1, tr("Theme: light colours"), kColorsIcon}, {}, &WindowActions::useLightColors);
    add({"colors-dark"_L1, tr("Theme: dark colours"), kColorsIcon}, {}, &WindowActions::useDarkColors);
    add({"colors-high-contrast"_L1, tr("Theme: high contrast colours"), kColorsIcon}, {},
        &WindowActions::useHighContrast);
}

void WindowActions::setCopyable(bool isCopyable, const QString& whyNot)
{
    for (const auto& id : {u"copy-digest"_s, u"copy-pull-command"_s}) {
        auto* action = m_window.findChild<QAction*>(id, Qt::FindDirectChildrenOnly);
        action->setEnabled(isCopyable);
        action->setProperty("whyNot", whyNot);
    }
}

namespace
{

QAction* makeAction(QMainWindow& window, const QString& id, const QString& text, const QString& iconName,
                    const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, &window);
    action->setObjectName(id);
    action->setShortcuts(keys);
    // A name and not an icon: who shows it chooses the colour.
    action->setProperty("iconName", iconName);
    setUsualKeys(*action, keys);
    window.addAction(action);
    return action;
}

} // namespace

void WindowActions::add(const ActionName& name, const QList<QKeySequence>& keys, void (WindowActions::*signal)())
{
    auto* action = makeAction(m_window, QString(name.id), name.text, QString(name.iconName), keys);
    connect(action, &QAction::triggered, this, [this, signal] { Q_EMIT(this->*signal)(); });
}

void WindowActions::addPage(const QString& id, const QString& title, const QString& iconName, const QKeySequence& keys,
                            QObject* context, const std::function<void()>& open)
{
    auto* action = makeAction(m_window, kPageAction + id, title, iconName, {keys});
    connect(action, &QAction::triggered, context, open);
}

} // namespace slipway
