#include "accounts/tokentext.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

} // namespace

QString tokenKindText(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Classic:
        return tr("Classic personal access token");
    case TokenKind::FineGrained:
        return tr("Fine-grained personal access token");
    case TokenKind::OAuth:
        return tr("OAuth token, as gh has one");
    case TokenKind::App:
        return tr("Token of an app for a user");
    case TokenKind::Installation:
        return tr("Token of an app or workflow");
    case TokenKind::Unknown:
        return tr("Token of an unknown kind");
    }
    return {};
}

QString capabilityText(Capability capability)
{
    switch (capability) {
    case Capability::ReadPackages:
        return tr("Read packages and versions");
    case Capability::ReadSizes:
        return tr("See sizes, layers and signatures");
    case Capability::DeleteVersions:
        return tr("Delete versions");
    case Capability::RestoreVersions:
        return tr("Restore versions and move tags");
    case Capability::RunWorkflows:
        return tr("Run workflows and read builds");
    case Capability::OpenPullRequests:
        return tr("Open pull requests");
    case Capability::ReadRunners:
        return tr("See runners");
    case Capability::ReadBilling:
        return tr("Read what GitHub bills");
    }
    return {};
}

QString lossText(Capability capability)
{
    switch (capability) {
    case Capability::ReadPackages:
        return tr("Only public packages are seen.");
    case Capability::ReadSizes:
        return tr("Private images have no sizes.");
    case Capability::DeleteVersions:
        return tr("Cleanup plans, but deletes nothing.");
    case Capability::RestoreVersions:
        return tr("Deleted versions cannot be brought back.");
    case Capability::RunWorkflows:
        return tr("Builds are not started or shown.");
    case Capability::OpenPullRequests:
        return tr("Changes are saved as files only.");
    case Capability::ReadRunners:
        return tr("Runners are not shown.");
    case Capability::ReadBilling:
        return tr("Costs are estimated from sizes.");
    }
    return {};
}

QString grantText(Grant grant)
{
    switch (grant) {
    case Grant::Granted:
        return tr("Granted");
    case Grant::Missing:
        return tr("Missing");
    case Grant::Unknown:
        return tr("Not known");
    case Grant::Refused:
        return tr("Refused");
    }
    return {};
}

QString verdictText(const TokenCheck& check)
{
    if (check.kind == TokenKind::FineGrained)
        return tr("GitHub's registry refuses fine-grained tokens. Make a classic token with the scope read:packages.");
    QStringList missing;
    for (const auto& grant : check.grants) {
        const bool isLacking = grant.grant == Grant::Missing || grant.grant == Grant::Refused;
        if (grant.isNeeded && isLacking && !missing.contains(grant.scope))
            missing.append(grant.scope);
    }
    if (missing.contains("read:packages"_L1))
        return tr("The token lacks %1: private packages cannot be read.").arg("read:packages"_L1);
    if (!missing.isEmpty())
        return tr("The token can read. It lacks %1.").arg(missing.join(u", "_s));
    if (!check.scopes)
        return tr("GitHub does not tell what this kind of token may do. Packages of its own repository can be read.");
    return tr("The token has every scope that is needed.");
}

QString expiryText(const TokenCheck& check, const QDateTime& now)
{
    if (!check.expiresAt.isValid())
        return {};
    const qint64 hours = now.secsTo(check.expiresAt) / 3600;
    if (hours < 0)
        return tr("expired");
    return hours < 48 ? tr("expires in %1 h").arg(hours) : tr("expires in %1 d").arg(hours / 24);
}

QString tokenKindName(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Classic:
        return u"classic"_s;
    case TokenKind::FineGrained:
        return u"fine-grained"_s;
    case TokenKind::OAuth:
        return u"oauth"_s;
    case TokenKind::App:
        return u"app"_s;
    case TokenKind::Installation:
        return u"installation"_s;
    case TokenKind::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString capabilityName(Capability capability)
{
    switch (capability) {
    case Capability::ReadPackages:
        return u"read-packages"_s;
    case Capability::ReadSizes:
        return u"read-sizes"_s;
    case Capability::DeleteVersions:
        return u"delete-versions"_s;
    case Capability::RestoreVersions:
        return u"restore-versions"_s;
    case Capability::RunWorkflows:
        return u"run-workflows"_s;
    case Capability::OpenPullRequests:
        return u"open-pull-requests"_s;
    case Capability::ReadRunners:
        return u"read-runners"_s;
    case Capability::ReadBilling:
        return u"read-billing"_s;
    }
    return {};
}

QString grantName(Grant grant)
{
    switch (grant) {
    case Grant::Granted:
        return u"granted"_s;
    case Grant::Missing:
        return u"missing"_s;
    case Grant::Unknown:
        return u"unknown"_s;
    case Grant::Refused:
        return u"refused"_s;
    }
    return {};
}

} // namespace slipway
