#pragma once

#include <QObject>
#include <QPointer>

class QDialog;

namespace slipway
{

class MainWindow;
class Operation;
class OperationsModel;

/// Asks before the window closes while something runs that would be left half done, and tells what. Whatever is whole
/// at any moment, reading above all, is not asked about. Owns the action "Quit".
class QuitGuard final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    QuitGuard(MainWindow& window, OperationsModel& operations, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QList<Operation*> endangered() const;
    void ask();
    void stopAndClose();
    /// What stood in the way has ended by itself: the window closes, as was asked.
    void closeIfFree();

    MainWindow& m_window;
    OperationsModel& m_operations;
    QPointer<QDialog> m_dialog;
    bool m_isDecided = false;
};

} // namespace slipway
