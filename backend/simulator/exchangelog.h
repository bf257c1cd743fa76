#pragma once

#include "core/error.h"
#include "simulator/httpmessage.h"

#include <QFile>
#include <QSet>
#include <QString>

namespace slipway
{

/// Is an answer what the API says, or did a fault take its place?
enum class AnswerKind { Genuine, Spoilt };

/// Requests and answers of the API, whole, for a check against GitHub's description (tests/contract): a JSON line each,
/// `{"request":{"method","target","headers","body"},"answer":{"status","headers","body"}}`, without credentials. Of a
/// spoilt answer the line has `"spoilt":true` instead. Several processes may write one file; a server writes what it
/// says again and again once.
class ExchangeLog final
{
public:
    /// Appends to this file from now on. Fails with `FileAccess`.
    [[nodiscard]] Result<void> openFile(const QString& path);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    void add(const ServedRequest& request, int status, const HttpAnswer& answer, AnswerKind kind);

private:
    QFile m_file;
    QSet<QByteArray> m_written; ///< digests of the lines
};

} // namespace slipway
