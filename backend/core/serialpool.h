#pragma once

#include <QThreadPool>

#include <chrono>

namespace slipway
{

/// One thread of its own for work now and then, done in the order it was started. The thread ends after a second
/// without work: a window that stays open all day keeps none that has nothing to do.
class SerialPool final : public QThreadPool
{
    Q_OBJECT
public:
    explicit SerialPool(QObject* parent = nullptr)
        : QThreadPool(parent)
    {
        constexpr std::chrono::milliseconds kIdle{1000};
        setMaxThreadCount(1);
        setExpiryTimeout(static_cast<int>(kIdle.count()));
    }
};

} // namespace slipway
