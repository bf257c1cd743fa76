#include "accounts/accountsfile.h"

#include "accounts/accountstext.h"
#include "core/filelock.h"
#include "core/logcategories.h"

#include <QCoreApplication>
#include <QDateTime>
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

constexpr auto kFileName = "accounts.json"_L1;
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Another process holds the lock for a few milliseconds.
constexpr std::chrono::milliseconds kLongestLock{2'000};

QString unusedName(const QString& wanted)
{
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = u"%1-%2"_s.arg(wanted).arg(i);
    return name;
}

std::unexpected<Error> noSuchAccount()
{
    return failure(ErrorKind::InvalidArgument, QCoreApplication::translate("Accounts", "There is no such account"));
}

} // namespace

AccountsFile::AccountsFile(const QString& dataFolder)
    : m_path(QDir(dataFolder).filePath(kFileName))
{
}

Result<std::vector<Account>> AccountsFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::vector<Account>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    auto accounts = readAccounts(file.readAll(), m_path);
    if (accounts)
        return accounts;
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmssZ"_s);
    const QString aside = unusedName(m_path + u".corrupt-"_s + time);
    if (!file.rename(aside))
        return accounts;
    return failure(ErrorKind::InvalidFile, aside, accounts.error().detail);
}

Result<std::vector<Account>> AccountsFile::update(const AccountsChange& change) const
{
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorKind::FileAccess, QFileInfo(m_path).path());
    const FileLock lock(m_path + u".lock"_s, kLongestLock);
    if (!lock.isHeld()) {
        return failure(ErrorKind::FileAccess, m_path,
                       QCoreApplication::translate("Accounts", "another program is writing it"));
    }
    auto accounts = load();
    if (!accounts)
        return accounts;
    if (auto changed = change(*accounts); !changed)
        return std::unexpected(changed.error());
    if (auto written = write(*accounts); !written)
        return std::unexpected(written.error());
    qCInfo(logAccounts, "the list was changed: %zu accounts", accounts->size());
    return accounts;
}

Result<void> AccountsFile::write(const std::vector<Account>& accounts) const
{
    removeLeftovers();
    QSaveFile file(m_path);
    // commit() synchronises the file with the disk before it takes the old one's name.
    const QByteArray text = writeAccounts(accounts);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
                           && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return {};
}

/// What a process that was killed in the middle of writing has left. Only under the lock: another's file is in use.
void AccountsFile::removeLeftovers() const
{
    const QDir folder = QFileInfo(m_path).dir();
    const QStringList names = folder.entryList({kFileName + u".??????"_s}, QDir::Files);
    for (const auto& name : names)
        QFile::remove(folder.filePath(name));
}

AccountsChange addingAccount(const Account& account)
{
    return [account](std::vector<Account>& accounts) -> Result<void> {
        if (auto checked = checkAccount(account, accounts); !checked)
            return checked;
        accounts.push_back(account);
        return {};
    };
}

AccountsChange removingAccount(const QString& id)
{
    return [id](std::vector<Account>& accounts) -> Result<void> {
        if (std::erase_if(accounts, [&id](const Account& account) { return account.id == id; }) == 0)
            return noSuchAccount();
        return {};
    };
}

AccountsChange replacingAccount(const Account& account)
{
    return [account](std::vector<Account>& accounts) -> Result<void> {
        const auto found = std::ranges::find(accounts, account.id, &Account::id);
        if (found == accounts.end())
            return noSuchAccount();
        if (auto checked = checkAccount(account, accounts); !checked)
            return checked;
        *found = account;
        return {};
    };
}

} // namespace slipway
