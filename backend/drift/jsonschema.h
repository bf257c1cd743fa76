#pragma once

#include "core/textfault.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace slipway
{

/// A schema that JSON texts are checked against: of JSON Schema draft-07 what ours are written with (`type`,
/// `required`, `properties`, `items`, `const`, `enum`, `pattern`, `minLength`, `format: date-time`, `$ref` to
/// `#/definitions/…`). Other words are taken for remarks.
class JsonSchema final
{
public:
    explicit JsonSchema(const QJsonObject& schema);
    ~JsonSchema();
    JsonSchema(const JsonSchema&) = delete;
    JsonSchema& operator=(const JsonSchema&) = delete;

    /// Everything in a text that does not fit, in the order in which it stands there, kMostFaults at most; text that is
    /// no JSON ends it. Empty: it fits.
    [[nodiscard]] std::vector<TextFault> check(const QByteArray& text) const;

    struct Rule;

private:
    std::unique_ptr<const Rule> m_rule;
};

/// The words of a schema that JsonSchema neither checks nor knows as remarks.
[[nodiscard]] QStringList unknownSchemaWords(const QJsonObject& schema);

/// A lock file against the schema that ships with Slipway (resources/build-lock.schema.json); what fits that and is
/// still no lock file, such as an image that is there twice, is told as parseBuildLock() tells it.
[[nodiscard]] std::vector<TextFault> checkLockText(const QByteArray& text);

} // namespace slipway
