#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace slipway
{

/// Whether two paths lead to one file, as far as they are written; neither is looked at.
[[nodiscard]] bool isSameFile(const QString& a, const QString& b);

/// A profile's YAML with a policy in it for all packages that none of its policies is for, behind these, and named
/// relative to the profile; all else stays as it stands. The same where it names that file already. Errors: InvalidFile
/// with `file:line:column` as subject where the profile is wrong as it is, Refused with the place of the policy that is
/// for all packages already, or of the profile where its policies are written in a way that can be changed by hand
/// only.
[[nodiscard]] Result<QByteArray> withPolicyNamed(const QByteArray& profile, const QString& profilePath,
                                                 const QString& policyPath);

/// Writes that into the profile's file, whole or not at all. Errors: also FileAccess.
[[nodiscard]] Result<void> namePolicyInProfile(const QString& profilePath, const QString& policyPath);

} // namespace slipway
