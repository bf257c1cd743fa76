#include "simulator/bodydevices.h"

#include <QBuffer>

#include <algorithm>
#include <chrono>

namespace slipway
{

namespace
{

constexpr std::chrono::milliseconds kTick{20};

} // namespace

LayerDevice::LayerDevice(const LayerRange& range)
    : m_bytes(range.layer.name, range.layer.size)
    , m_offset(range.offset)
    , m_length(range.length)
{
    // Unbuffered, so that pos() is where readData() reads, as in QBuffer.
    setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 LayerDevice::readData(char* data, qint64 most)
{
    const auto length = std::min(most, m_length - pos());
    if (length <= 0)
        return 0;
    m_bytes.read(m_offset + pos(), std::span(data, static_cast<std::size_t>(length)));
    return length;
}

qint64 LayerDevice::writeData(const char* /*data*/, qint64 /*size*/)
{
    return -1;
}

PacedDevice::PacedDevice(std::unique_ptr<QIODevice> source, std::int64_t bytesPerSecond)
    : m_source(std::move(source))
    , m_rate(bytesPerSecond)
{
    setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PacedDevice::release);
    m_timer.start(kTick);
}

/// What was not fetched in time is not saved up: a slow reader gets no burst.
void PacedDevice::release()
{
    m_released = std::max<qint64>(1, m_rate * kTick.count() / 1000);
    Q_EMIT readyRead();
}

qint64 PacedDevice::bytesAvailable() const
{
    return std::min(m_released, m_source->bytesAvailable());
}

qint64 PacedDevice::readData(char* data, qint64 most)
{
    const auto got = m_source->read(data, std::min(most, m_released));
    m_released -= std::max<qint64>(got, 0);
    return got;
}

qint64 PacedDevice::writeData(const char* /*data*/, qint64 /*size*/)
{
    return -1;
}

std::unique_ptr<QIODevice> bodyDevice(const HttpAnswer& answer)
{
    if (const auto* range = std::get_if<LayerRange>(&answer.body))
        return std::make_unique<LayerDevice>(*range);
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(std::get<QByteArray>(answer.body));
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace slipway
