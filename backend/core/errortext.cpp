#include "core/errortext.h"

#include <QCoreApplication>

#include <cerrno>

namespace slipway
{

namespace
{

/// Told by the system's words for it, which are all that is kept of such an error.
bool isDiskFull(const Error& error)
{
    return error.kind == ErrorKind::FileAccess
           && (error.detail == qt_error_string(ENOSPC) || error.detail == qt_error_string(EDQUOT));
}

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

QString waitText(const Error& error)
{
    if (!error.retryAfter)
        return tr("Wait for the limit to be reset, then try again.");
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
    return seconds < 120 ? tr("Try again in %1 s.").arg(seconds) : tr("Try again in %1 min.").arg((seconds + 59) / 60);
}

/// The sentence with the technical detail in parentheses where there is one.
QString withDetail(const QString& sentence, const QString& detail)
{
    return detail.isEmpty() ? sentence + u'.' : sentence + QStringLiteral(" (") + detail + QStringLiteral(").");
}

ErrorText accessText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return {withDetail(tr("The server refused the token for %1").arg(error.subject), error.detail),
                tr("Check that the token is whole and has not expired, then set it again.")};
    case ErrorKind::Forbidden:
        return {withDetail(tr("The token may not read %1").arg(error.subject), error.detail),
                tr("Use a classic token with the scope read:packages, and authorise it for single sign-on if the "
                   "organisation asks for that.")};
    case ErrorKind::NotFound:
        return {withDetail(tr("%1 was not found").arg(error.subject), error.detail),
                tr("Check the spelling. GitHub answers the same when the token may not see it: check its access too.")};
    default:
        return {withDetail(tr("The rate limit for %1 is used up").arg(error.subject), error.detail), waitText(error)};
    }
}

ErrorText networkText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Timeout:
        return {withDetail(tr("%1 did not answer in time").arg(error.subject), error.detail),
                tr("Try again; if it stays so, check the network.")};
    case ErrorKind::Tls:
        return {
            withDetail(tr("No secure connection to %1").arg(error.subject), error.detail),
            tr("Check the address and the date of this machine; a proxy with its own certificate must be trusted by "
               "the system first.")};
    case ErrorKind::Server:
        return {withDetail(tr("%1 has a problem of its own").arg(error.subject), error.detail),
                tr("Try again in some minutes.")};
    case ErrorKind::ForeignHost:
        return {withDetail(tr("%1 points to another host, which was not followed").arg(error.subject), error.detail),
                tr("Check the address of the server; the token was not sent there.")};
    case ErrorKind::InsecureUrl:
        return {withDetail(tr("%1 is not encrypted").arg(error.subject), error.detail),
                tr("Use https; plain http is accepted for this machine only.")};
    case ErrorKind::Offline:
        return {withDetail(tr("%1 is not known here yet").arg(error.subject), error.detail),
                tr("Go online once to read it.")};
    default:
        return {withDetail(tr("No connection to %1").arg(error.subject), error.detail),
                tr("Check that the address is right and the server is running.")};
    }
}

ErrorText contentText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::NotJson:
        return {withDetail(tr("The answer for %1 is not JSON").arg(error.subject), error.detail),
                tr("Check that the address is the one of the API; a proxy or login page may answer in its place.")};
    case ErrorKind::Malformed:
        return {withDetail(tr("The answer for %1 is not as specified").arg(error.subject), error.detail),
                tr("Read again. If it stays so, the server is another version than Slipway knows: report it.")};
    case ErrorKind::ManifestInvalid:
        return {withDetail(tr("The manifest %1 is not as specified").arg(error.subject), error.detail),
                tr("It is shown as unreadable. Build and push the image again.")};
    case ErrorKind::DigestMismatch:
        return {withDetail(tr("The content of %1 does not match its digest").arg(error.subject), error.detail),
                tr("Do not use it. Read it again; if it stays so, restore or rebuild the image.")};
    case ErrorKind::ManifestMissing:
        return {withDetail(tr("The registry has no manifest %1, though it is listed").arg(error.subject), error.detail),
                tr("The image cannot be pulled whole: restore the missing version, or rebuild it.")};
    default:
        return {withDetail(tr("The index %1 contains itself").arg(error.subject), error.detail),
                tr("It cannot be pulled. Push the image again from its build.")};
    }
}

ErrorText secretText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::KeychainMissing:
        return {withDetail(tr("This system has no keychain for %1").arg(error.subject), error.detail),
                tr("Start one, GNOME Keyring, KWallet or KeePassXC, or keep the token in an environment variable.")};
    case ErrorKind::KeychainRefused:
        return {withDetail(tr("The system keychain gave no access to %1").arg(error.subject), error.detail),
                tr("Unlock it and allow the access, then try again.")};
    case ErrorKind::SecretNotFound:
        return {withDetail(tr("There is no token in %1").arg(error.subject), error.detail),
                tr("Add the account again, or set the token there.")};
    default:
        return {withDetail(tr("%1 is not installed").arg(error.subject), error.detail),
                tr("Install it, or give the token another way.")};
    }
}

ErrorText storeText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::StoreNewer:
        return {withDetail(tr("The local store %1 was written by a newer Slipway").arg(error.subject), error.detail),
                tr("Update this one, or use another data folder with --data-dir.")};
    case ErrorKind::StoreInUse:
        return {withDetail(tr("An older Slipway has the local store %1 open").arg(error.subject), error.detail),
                tr("Close it, then try again.")};
    case ErrorKind::StoreDamaged:
        return {withDetail(tr("The local store is damaged: %1").arg(error.subject), error.detail),
                tr("Close every Slipway and open it again: the file is set aside, and everything is read anew.")};
    default:
        return {withDetail(tr("The local store refused: %1").arg(error.subject), error.detail),
                tr("Check the free space and the rights of the data folder.")};
    }
}

} // namespace

ErrorText errorText(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return {tr("Stopped: %1.").arg(error.subject), tr("What was known before is kept.")};
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
        return accessText(error);
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Server:
    case ErrorKind::ForeignHost:
    case ErrorKind::InsecureUrl:
    case ErrorKind::Offline:
        return networkText(error);
    case ErrorKind::NotJson:
    case ErrorKind::Malformed:
    case ErrorKind::DigestMismatch:
    case ErrorKind::ManifestInvalid:
    case ErrorKind::ManifestMissing:
    case ErrorKind::Cycle:
        return contentText(error);
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainRefused:
    case ErrorKind::SecretNotFound:
    case ErrorKind::ToolMissing:
        return secretText(error);
    case ErrorKind::UnexpectedStatus:
        return {
            withDetail(tr("The server gave an answer for %1 that was not expected").arg(error.subject), error.detail),
            tr("Try again; if it stays so, check the address of the server.")};
    case ErrorKind::InvalidFile:
        return {withDetail(tr("%1 could not be understood").arg(error.subject), error.detail),
                tr("Correct the file and try again; nothing was changed.")};
    case ErrorKind::FileAccess:
        return {withDetail(tr("%1 could not be read or written").arg(error.subject), error.detail),
                isDiskFull(error) ? tr("Free space on its disk and try again.")
                                  : tr("Check that it exists and that you may use it.")};
    case ErrorKind::Store:
    case ErrorKind::StoreNewer:
    case ErrorKind::StoreInUse:
    case ErrorKind::StoreDamaged:
        return storeText(error);
    case ErrorKind::InvalidArgument:
        return {withDetail(error.subject, error.detail), tr("See --help.")};
    case ErrorKind::Refused:
        return {withDetail(tr("Refused: %1").arg(error.subject), error.detail), tr("Nothing was changed.")};
    }
    return {error.subject, error.detail};
}

QString errorLine(const Error& error)
{
    const ErrorText text = errorText(error);
    return text.what + u' ' + text.advice;
}

} // namespace slipway
