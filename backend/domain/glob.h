#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <cstdint>

namespace slipway
{

/// A glob as policies and rules write it: anchored, case-sensitive, matching the whole text. `*` any characters, `/`
/// included,
/// `?` one character, `[abc]`, `[a-z]`, `[!a]` a class, backslash escapes. (docs/cli.md, "Globs")
class Glob final
{
public:
    /// Errors: InvalidArgument for an open class, a trailing backslash, a class negated by `^`, or a regular expression
    /// in a glob's place (`^`, `$`, `(`).
    [[nodiscard]] static Result<Glob> parse(const QString& pattern);

    [[nodiscard]] bool matches(QStringView text) const;
    /// The same of UTF-8: what does not begin as the pattern does is told without a string being made of it, and so is
    /// all that a name or a prefix can tell.
    [[nodiscard]] bool matches(QByteArrayView utf8) const;
    [[nodiscard]] const QString& pattern() const { return m_pattern; }

private:
    /// What follows the literal beginning.
    enum class Rest : std::uint8_t { Nothing, Anything, Pattern };

    explicit Glob(QString pattern);

    QString m_pattern;
    QByteArray m_beginning; ///< UTF-8 of the literal characters before the first `*`, `?` or class
    Rest m_rest = Rest::Nothing;
};

} // namespace slipway
