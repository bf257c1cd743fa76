#pragma once

#include <QKeySequence>
#include <QMainWindow>

#include <functional>

namespace slipway
{

/// The window's keyboard: every action with its keys, as docs and tooltips name them.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow& window);

    void addPage(const QString& title, const QKeySequence& keys, QObject* context, const std::function<void()>& open);

Q_SIGNALS:
    void refresh();
    void toggleSidebar();
    void switchOwner();
    void copyDigest();
    void toggleLog();
    void nextPane();
    void previousPane();
    void leave();

private:
    void add(const QString& text, const QList<QKeySequence>& keys, void (WindowActions::*signal)());

    QMainWindow& m_window;
};

/// Gives the keyboard to a pane: to itself if it takes it, else to the first thing in it that does.
void focusPane(QWidget& pane);

} // namespace slipway
