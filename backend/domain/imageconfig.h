#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace slipway
{

/// One step of the build as the config's history tells it.
struct BuildStep final {
    QString createdBy;
    bool hasLayer = true; ///< false for steps that only changed the config (ENV, LABEL, CMD)

    friend bool operator==(const BuildStep&, const BuildStep&) = default;
};

/// What Slipway reads of an image config (OCI image-spec 1.1 config.md). Times may be invalid: many builds set none.
struct ImageConfig final {
    QDateTime created;
    QString platform;
    QStringList env; ///< "NAME=value"
    QMap<QString, QString> labels;
    std::vector<BuildStep> history;

    /// The value of an environment variable, empty if it is not set.
    [[nodiscard]] QString envValue(QLatin1StringView name) const;
    friend bool operator==(const ImageConfig&, const ImageConfig&) = default;
};

/// Errors: NotJson, Malformed with the path to the field.
[[nodiscard]] Result<ImageConfig> parseImageConfig(const Digest& digest, const QByteArray& bytes);

} // namespace slipway
