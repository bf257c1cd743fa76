#include "cleanup/deletionsteps.h"

#include "net/governedtransport.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

DeletionStep DeletionSteps::end(DeletionStep step, Error error)
{
    m_error = std::move(error);
    return step;
}

DeletionStep DeletionSteps::afterLook(const Result<RowLook>& look)
{
    if (!look)
        return end(DeletionStep::Stop, look.error());
    switch (*look) {
    case RowLook::Gone:
        return m_mayBeOurs ? DeletionStep::Deleted : DeletionStep::GoneBefore;
    case RowLook::Changed:
        return DeletionStep::Changed;
    case RowLook::AsPlanned:
        break;
    }
    if (m_wasNotFound) {
        return end(DeletionStep::Stop,
                   {ErrorKind::Forbidden, m_last->subject,
                    QCoreApplication::translate(
                        "Cleanup", "it is there, but the token may not delete it: it takes the scope delete:packages "
                                   "and the role admin on the package"),
                    std::nullopt});
    }
    if (m_tries >= kMostTries)
        return end(DeletionStep::Stop, *m_last);
    return DeletionStep::Delete;
}

DeletionStep DeletionSteps::afterDelete(const Result<DeletionAnswer>& answer)
{
    ++m_tries;
    if (answer) {
        switch (*answer) {
        case DeletionAnswer::Deleted:
            return DeletionStep::Deleted;
        case DeletionAnswer::TooManyDownloads:
            m_isRefused = true;
            return end(DeletionStep::Undeletable,
                       {ErrorKind::Refused,
                        QCoreApplication::translate("Cleanup", "GitHub deletes no public version with more than 5,000 "
                                                               "downloads"),
                        {},
                        std::nullopt});
        case DeletionAnswer::LastTagged:
            m_isRefused = true;
            return end(
                DeletionStep::Refused,
                {ErrorKind::Refused,
                 QCoreApplication::translate("Cleanup", "GitHub does not delete the last tagged version of a package"),
                 {},
                 std::nullopt});
        }
    }
    const Error& error = answer.error();
    m_last = error;
    switch (error.kind) {
    case ErrorKind::NotFound:
        m_wasNotFound = true;
        return DeletionStep::Look;
    case ErrorKind::RateLimited:
        m_tries -= isUnsent(error) ? 1 : 0;
        return DeletionStep::Look;
    case ErrorKind::Unauthorized:
        if (m_wasUnauthorized)
            return end(DeletionStep::Stop, error);
        m_wasUnauthorized = true;
        return DeletionStep::Look;
    case ErrorKind::Server:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        m_mayBeOurs = true;
        return DeletionStep::Look;
    case ErrorKind::UnexpectedStatus:
        m_mayBeOurs = true; // nobody knows what it means
        return end(DeletionStep::Refused, error);
    default: // stopped, or nothing that another try would change
        return end(DeletionStep::Stop, error);
    }
}

} // namespace slipway
