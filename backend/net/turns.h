#pragma once

#include "core/error.h"

#include <QObject>

#include <coroutine>
#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

/// What a coroutine waits for until it may begin, or is told why not. Given once, by Turns.
class Turn final
{
public:
    [[nodiscard]] bool isGiven() const { return m_outcome.has_value(); }

    [[nodiscard]] bool await_ready() const { return isGiven(); }
    void await_suspend(std::coroutine_handle<> handle) { m_waiting = handle; }
    [[nodiscard]] Result<void> await_resume() const { return *m_outcome; }

private:
    friend class Turns;
    std::optional<Result<void>> m_outcome;
    std::coroutine_handle<> m_waiting;
};

/// Gives turns. Who has got one is woken from the event loop, never inside the call that gives it, but before the other
/// events that wait there: a request is on its way again before the answers that came together are taken in, and the
/// line between is not idle in the meantime. All on one thread.
class Turns final : public QObject
{
    Q_OBJECT

public:
    explicit Turns(QObject* parent = nullptr)
        : QObject(parent)
    {
    }
    /// Who was given a turn is woken all the same.
    ~Turns() override;

    /// The first outcome counts.
    void give(const std::shared_ptr<Turn>& turn, Result<void> outcome);

protected:
    bool event(QEvent* event) override;

private:
    std::vector<std::shared_ptr<Turn>> m_given; ///< and not woken yet
};

} // namespace slipway
