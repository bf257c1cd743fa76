#pragma once

#include <QIODevice>

namespace slipway
{

/// The body, empty or not, of a request that must not be sent twice. When a connection breaks after a request was
/// written and before the answer begins, Qt (6.8, HTTP/1.1) sends the request again by itself, up to three times and
/// whatever its method, on the theory that an idle connection had been closed. Before that it asks the body to go back
/// to its beginning; this one refuses, and the request ends with ContentReSendError. Source: qtbase,
/// QHttpNetworkConnectionChannel::resendCurrentRequest() and resetUploadData(). HTTP/2 streams are never sent again.
class OnceOnlyBody final : public QIODevice
{
public:
    explicit OnceOnlyBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - pos());
        std::copy_n(m_bytes.constData() + pos(), count, data);
        return count;
    }
    qint64 writeData(const char* /*data*/, qint64 /*length*/) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace slipway
