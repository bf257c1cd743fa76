#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace slipway
{

class Operation;

/// One running operation in the status bar: what, how far, how long still, and a button to stop it.
class OperationStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit OperationStrip(QWidget* parent = nullptr);

    /// Shows an operation; null hides the strip.
    void showOperation(Operation* operation);
    [[nodiscard]] QString text() const;

private:
    QPointer<Operation> m_operation;
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QToolButton* m_cancel;
};

} // namespace slipway
