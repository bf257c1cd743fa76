#pragma once

#include "simulator/contentstore.h"

#include <QByteArray>
#include <QHttpHeaders>
#include <QJsonDocument>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>
#include <variant>

namespace slipway
{

/// A request as the routes see it.
struct ServedRequest final {
    QByteArray method;
    QString path; ///< as sent, percent-encoded
    QString rawQuery;
    QHttpHeaders headers;
    QByteArray body;
    int underWay = 1; ///< requests of the API that have no answer yet, this one included

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// "http://HOST" as the client named it, https where a proxy in between says so (`X-Forwarded-Proto`); links are
    /// built on it, so that they stay with the proxy.
    [[nodiscard]] QString base() const;
    /// The path cut at its slashes, each part decoded; "%2F" stays within its part.
    [[nodiscard]] QStringList segments() const;
    /// A decoded query value; null when it is not there.
    [[nodiscard]] QString queryValue(const QString& name) const;
    [[nodiscard]] QStringList queryValues(const QString& name) const;
};

/// A part of a layer that is made while it is sent.
struct LayerRange final {
    SyntheticLayer layer;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

/// An answer before latency, bandwidth and faults. For HEAD the body gives the Content-Length and is not sent.
struct HttpAnswer final {
    int status = 200;
    QHttpHeaders headers;
    std::variant<QByteArray, LayerRange> body;
    bool isAuthorized = false; ///< for the log: the request had a credential that was accepted

    [[nodiscard]] std::int64_t bodySize() const;
    void setHeader(QByteArrayView name, QByteArrayView value);
};

[[nodiscard]] HttpAnswer jsonAnswer(int status, const QJsonDocument& document);
[[nodiscard]] HttpAnswer textAnswer(int status, QByteArrayView contentType, const QByteArray& text);
/// `{"message","documentation_url","status"}`, GitHub's shape of every error.
[[nodiscard]] HttpAnswer githubError(int status, const QString& message);
/// `{"errors":[{"code","message"}]}`, the distribution specification's shape.
[[nodiscard]] HttpAnswer registryError(int status, const QString& code, const QString& message);

} // namespace slipway
