#pragma once

#include <QObject>
#include <QTimer>

class QMainWindow;

namespace slipway
{

/// Keeps the tooltips of a window true that name an action's keys (setKeyHint()), whatever keys a person gives it.
class KeyHints final : public QObject
{
    Q_OBJECT
public:
    /// The window has its parts and their actions by now.
    explicit KeyHints(QMainWindow& window);

private:
    void tell();

    QMainWindow& m_window;
    QTimer m_soon; ///< actions change in heaps
};

} // namespace slipway
