#include "accounts/systemkeychain.h"

#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/redact.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kService = "Slipway"_L1;
/// As long as a person may take to find the password of the keychain.
constexpr std::chrono::minutes kLongestWait{3};

struct KeychainAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    QString text; ///< what went wrong, in the keychain's words
    QString secret;
};

ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return ErrorKind::SecretNotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return ErrorKind::KeychainRefused;
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return ErrorKind::KeychainMissing;
    }
    return ErrorKind::KeychainMissing;
}

Error errorOf(const KeychainAnswer& answer, const QString& subject)
{
    const ErrorKind kind = kindOf(answer.error);
    const QString where = kind == ErrorKind::SecretNotFound
                              ? QCoreApplication::translate("Accounts", "the keychain for the account %1").arg(subject)
                              : QCoreApplication::translate("Accounts", "the token of the account %1").arg(subject);
    return {kind, where, kind == ErrorKind::SecretNotFound ? QString() : redact(answer.text.left(200)), std::nullopt};
}

/// Whether the keychain new tokens go to is locked. Asked when a token is not found: what is locked and not opened is
/// not found either. False where the keychain is no Secret Service.
/// Source: freedesktop.org "Secret Service API", org.freedesktop.Secret.Collection, property Locked.
bool isLocked()
{
    constexpr int kLongestAnswer = 1'000;
    auto question =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setAutoStartService(false);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QDBusReply<QDBusVariant> answer = QDBusConnection::sessionBus().call(question, QDBus::Block, kLongestAnswer);
    return answer.isValid() && answer.value().variant().toBool();
}

/// Starts a job and waits for its end, for the stop, or until nobody can be typing a password any more. The job
/// deletes itself; one that is given up on ends unheard.
template<typename Job, typename Read>
Task<Result<KeychainAnswer>> run(Job* job, QString key, QString subject, Read read, std::stop_token stop)
{
    using Answer = Result<KeychainAnswer>;
    const Arrival<Answer> arrival;
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [arrival, job, read](QKeychain::Job*) {
        arrival.deliver(KeychainAnswer{job->error(), job->errorString(), read(*job)});
    });
    QTimer::singleShot(kLongestWait, job, [arrival] {
        arrival.deliver(KeychainAnswer{
            QKeychain::AccessDenied, QCoreApplication::translate("Accounts", "no answer for three minutes"), {}});
    });
    const std::stop_callback onStop(stop, [arrival, subject] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [arrival, subject] { arrival.deliver(failure(ErrorKind::Cancelled, subject)); }, Qt::QueuedConnection);
    });
    job->start();
    auto answer = co_await arrival;
    if (answer && answer->error != QKeychain::NoError) {
        Error error = errorOf(*answer, subject);
        if (error.kind == ErrorKind::SecretNotFound && isLocked()) {
            error = errorOf({QKeychain::AccessDenied, QCoreApplication::translate("Accounts", "it is locked"), {}},
                            subject);
        }
        if (error.kind != ErrorKind::SecretNotFound)
            qCWarning(logAccounts, "%s", qUtf8Printable(errorLine(error)));
        co_return std::unexpected(error);
    }
    co_return answer;
}

constexpr auto kNothing = [](const QKeychain::Job&) { return QString(); };

} // namespace

Task<Result<QString>> SystemKeychain::get(QString key, QString subject, std::stop_token stop)
{
    constexpr auto text = [](const QKeychain::ReadPasswordJob& job) { return job.textData(); };
    const auto answer = co_await run(new QKeychain::ReadPasswordJob(kService), key, subject, text, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<QString>(answer->secret);
}

Task<Result<void>> SystemKeychain::set(QString key, QString secret, QString subject, std::stop_token stop)
{
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setTextData(secret);
    const auto answer = co_await run(job, key, subject, kNothing, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>();
}

Task<Result<void>> SystemKeychain::remove(QString key, QString subject, std::stop_token stop)
{
    const auto answer = co_await run(new QKeychain::DeletePasswordJob(kService), key, subject, kNothing, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>();
}

} // namespace slipway
