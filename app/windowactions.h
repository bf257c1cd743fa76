#pragma once

#include <QKeySequence>
#include <QMainWindow>

#include <functional>

namespace slipway
{

/// How an action is known: the id in settings, never shown and never changed; then what people read.
struct ActionName final {
    QLatin1StringView id;
    QString text;
    QLatin1StringView iconName = {};
};

/// What the window can be told to do, with its usual keys, as docs and tooltips name them (design, section 8). Only
/// what exists is here.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow& window);

    /// A page's own action; its id is "page." and the page's.
    void addPage(const QString& id, const QString& title, const QString& iconName, const QKeySequence& keys,
                 QObject* context, const std::function<void()>& open);
    /// Whether there is a digest to be copied; if not, the actions that would say why.
    void setCopyable(bool isCopyable, const QString& whyNot);

Q_SIGNALS:
    void refresh();
    void toggleSidebar();
    void switchOwner();
    void copyDigest();
    void copyPullCommand();
    void toggleLog();
    void nextPane();
    void previousPane();
    void leave();
    void search();
    void addAccount();
    void manageAccounts();
    void settings();
    void followSystemColors();
    void useLightColors();
    void useDarkColors();
    void useHighContrast();

private:
    void addForPages();
    void addForWindow();
    void add(const ActionName& name, const QList<QKeySequence>& keys, void (WindowActions::*signal)());

    QMainWindow& m_window;
};

} // namespace slipway
