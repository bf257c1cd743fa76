#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QStringList>

namespace slipway
{

// Single changes to the YAML of a policy that leave everything else as it stands: comments, order, quotes, flow or
// block style. A path is keys from the root, and places in lists from 0: {"rules", "1", "olderThan"}. Each change is
// made sure of: the text is read again, and has the change and nothing else. Errors: InvalidFile with "line:column" as
// subject for what is no YAML, and InvalidArgument where something stands written in a way that can be changed by hand
// only: as a value of another shape (a list where a text belongs), or for more than any policy says, since aliases may
// lead to themselves.

/// That something can be changed by hand only.
[[nodiscard]] Error byHandOnly();

/// A text as YAML writes it on one line, in quotes where it needs them.
[[nodiscard]] QString policyScalar(const QString& text);

/// Sets what a path names, whether it is there or not; `value` is YAML. Maps on the way to it are made.
[[nodiscard]] Result<QByteArray> withPolicyValue(const QByteArray& yaml, const QStringList& path, const QString& value);

/// Takes a key or an item of a list away; what held only this goes too. Nothing to do where it is not there.
[[nodiscard]] Result<QByteArray> withoutPolicyValue(const QByteArray& yaml, const QStringList& path);

/// Puts an item, which is YAML, into the list that a path names, at a place that is its length at most. The list is
/// made where there is none.
[[nodiscard]] Result<QByteArray> withPolicyItem(const QByteArray& yaml, const QStringList& path, qsizetype at,
                                                const QString& item);

} // namespace slipway
