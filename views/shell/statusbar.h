#pragma once

#include "core/clock.h"
#include "views/pagestate.h"

#include <QList>
#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway
{

class OperationStrip;
class OperationsModel;
class StateNote;

/// The bar below the pages: at most two running operations, how many more there are, which registry this is, and
/// the toggle of the log.
class StatusBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(OperationsModel& operations, QWidget* parent = nullptr);

    /// What is shown, and in the tooltip where it is, if that is something else.
    void setRegistryName(const QString& name, const QString& address);
    /// Says of what is not fresh how old it is, and what is off.
    void setClock(const Clock& clock);
    void setState(const PageState& state);
    /// Whether the log is open: the toggle shows it.
    void setLogOpen(bool isOpen);
    /// What a person reads, strip by strip.
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void logToggled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showOperations();

    OperationsModel& m_operations;
    QList<OperationStrip*> m_strips;
    QLabel* m_more;
    StateNote* m_state;
    QLabel* m_registry;
    QToolButton* m_log = nullptr;
};

} // namespace slipway
