#pragma once

#include "core/error.h"

#include <QString>
#include <QStringView>

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
    [[nodiscard]] const QString& pattern() const { return m_pattern; }

private:
    explicit Glob(QString pattern)
        : m_pattern(std::move(pattern))
    {
    }
    QString m_pattern;
};

} // namespace slipway
