#pragma once

#include "simulator/httpmessage.h"
#include "simulator/layerbytes.h"

#include <QIODevice>
#include <QTimer>

#include <memory>

namespace slipway
{

/// The bytes of a part of a layer, made while they are read.
class LayerDevice final : public QIODevice
{
    Q_OBJECT
public:
    explicit LayerDevice(const LayerRange& range);
    [[nodiscard]] qint64 size() const override { return m_length; }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    LayerBytes m_bytes;
    qint64 m_offset;
    qint64 m_length;
};

/// Lets the bytes of another device through at a steady rate.
class PacedDevice final : public QIODevice
{
    Q_OBJECT
public:
    PacedDevice(std::unique_ptr<QIODevice> source, std::int64_t bytesPerSecond);
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_source->atEnd(); }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    void release();

    std::unique_ptr<QIODevice> m_source;
    std::int64_t m_rate;
    qint64 m_released = 0; ///< that may be read now
    QTimer m_timer;
};

/// A device with this body, open for reading.
[[nodiscard]] std::unique_ptr<QIODevice> bodyDevice(const HttpAnswer& answer);

} // namespace slipway
