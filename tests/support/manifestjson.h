#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace slipway::test
{

/// A content descriptor (OCI image-spec descriptor.md) of a fixture's blob.
[[nodiscard]] QJsonObject descriptor(const QString& mediaType, const QString& name, qint64 size,
                                     const QJsonObject& annotations = {});
/// An entry of an index; no platform if `platform` ("os/architecture[/variant]") is empty.
[[nodiscard]] QJsonObject entry(const QString& name, const QString& platform, const QJsonObject& annotations = {});

/// An image manifest; members given in `more` are added or replace others.
[[nodiscard]] QJsonObject imageManifest(const QJsonObject& config, const QList<QJsonObject>& layers,
                                        const QJsonObject& more = {});
[[nodiscard]] QJsonObject indexManifest(const QList<QJsonObject>& entries, const QJsonObject& more = {});

[[nodiscard]] QByteArray toBytes(const QJsonObject& object);

} // namespace slipway::test
