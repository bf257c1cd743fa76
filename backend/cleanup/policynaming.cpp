#include "cleanup/policynaming.h"

#include "cleanup/policyplaces.h"
#include "cleanup/policytext.h"
#include "settings/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool namesPolicy(const Profile& profile, const QString& path)
{
    return std::ranges::any_of(profile.policies, [&](const PolicyFile& each) { return isSameFile(each.path, path); });
}

/// A second policy for all packages would have none; `policy` is the first, by its place in the list.
Error takenAlready(const QByteArray& profile, const QString& profilePath, std::ptrdiff_t policy)
{
    const YAML::Mark mark = PolicyPlaces(profile).node({u"policies"_s, QString::number(policy)}).Mark();
    return {ErrorKind::Refused,
            u"%1:%2:%3"_s.arg(profilePath).arg(mark.line + 1).arg(mark.column + 1),
            QCoreApplication::translate("Cleanup",
                                        "\"policies\" has one for all packages there already: put this file in its "
                                        "place, or say which packages that one is for"),
            {}};
}

} // namespace

bool isSameFile(const QString& a, const QString& b)
{
    return QDir::cleanPath(QFileInfo(a).absoluteFilePath()) == QDir::cleanPath(QFileInfo(b).absoluteFilePath());
}

Result<QByteArray> withPolicyNamed(const QByteArray& profile, const QString& profilePath, const QString& policyPath)
{
    const auto before = parseProfile(profile, profilePath);
    if (!before)
        return std::unexpected(before.error());
    if (namesPolicy(*before, policyPath))
        return profile;
    const auto forAll =
        std::ranges::find(before->policies, "*"_L1, [](const PolicyFile& each) { return each.packages.pattern(); });
    if (forAll != before->policies.end())
        return std::unexpected(takenAlready(profile, profilePath, forAll - before->policies.begin()));
    const QString name =
        QFileInfo(profilePath).absoluteDir().relativeFilePath(QFileInfo(policyPath).absoluteFilePath());
    const QString entry = u"{ packages: \"*\", file: %1 }"_s.arg(policyScalar(name));
    auto text = withPolicyItem(profile, {u"policies"_s}, std::ssize(before->policies), entry);
    const auto after = text ? parseProfile(*text, profilePath) : std::unexpected(text.error());
    if (!after || after->policies.size() != before->policies.size() + 1 || !namesPolicy(*after, policyPath))
        return failure(
            ErrorKind::Refused, profilePath,
            QCoreApplication::translate("Cleanup", "\"policies\" is written in a way that only a person can change"));
    return *std::move(text);
}

Result<void> namePolicyInProfile(const QString& profilePath, const QString& policyPath)
{
    QFile there(profilePath);
    if (!there.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, profilePath, there.errorString());
    const QByteArray before = there.readAll();
    if (there.error() != QFile::NoError)
        return failure(ErrorKind::FileAccess, profilePath, there.errorString());
    const auto text = withPolicyNamed(before, profilePath, policyPath);
    if (!text)
        return std::unexpected(text.error());
    if (*text == before)
        return {};
    QSaveFile file(profilePath);
    if (!file.open(QIODevice::WriteOnly) || file.write(*text) != text->size() || !file.commit())
        return failure(ErrorKind::FileAccess, profilePath, file.errorString());
    return {};
}

} // namespace slipway
