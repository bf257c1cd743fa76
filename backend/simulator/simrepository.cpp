#include "simulator/simrepository.h"

#include "simulator/faultplan.h"

#include <QCryptographicHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

QString gitHash(const QByteArray& kind, const QByteArray& bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(kind + ' ' + QByteArray::number(bytes.size()));
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

void SimRepository::begin(const SimFiles& files, const QDateTime& at)
{
    if (!files.isEmpty())
        add(kDefaultBranch, files, u"Begin"_s, at);
}

bool SimRepository::isProtected(const QString& branch) const
{
    return std::ranges::any_of(protectedBranches, [&](const QString& glob) { return matchesRoute(glob, branch); });
}

QString SimRepository::commitOf(const QString& reference) const
{
    QString branch = reference.isEmpty() || reference == "HEAD"_L1 ? QString(kDefaultBranch) : reference;
    if (branch.startsWith("refs/heads/"_L1))
        branch.remove(0, 11);
    if (const auto found = m_branches.constFind(branch); found != m_branches.cend())
        return *found;
    return m_commits.contains(reference) ? reference : QString();
}

const SimCommit* SimRepository::commit(const QString& hash) const
{
    const auto found = m_commits.constFind(hash);
    return found == m_commits.cend() ? nullptr : &*found;
}

const SimFiles* SimRepository::filesAt(const QString& reference) const
{
    const auto* found = commit(commitOf(reference));
    return found ? &found->files : nullptr;
}

QStringList SimRepository::commitsOf(const QString& newest, const QString& path) const
{
    QStringList hashes;
    for (QString hash = newest; !hash.isEmpty();) {
        const SimCommit& now = *commit(hash);
        const auto* before = commit(now.parent);
        const SimFiles none;
        const SimFiles& files = before ? before->files : none;
        const bool isChanged = path.isEmpty() ? now.files != files
                                              : now.files.contains(path) != files.contains(path)
                                                    || now.files.value(path) != files.value(path);
        if (isChanged)
            hashes.append(hash);
        hash = now.parent;
    }
    return hashes;
}

bool SimRepository::isAncestor(const QString& older, const QString& newer) const
{
    for (const auto* at = commit(newer); at; at = commit(at->parent)) {
        if (commit(older) == at)
            return true;
    }
    return false;
}

QString SimRepository::add(const QString& branch, const SimFiles& files, const QString& message, const QDateTime& at)
{
    const QString parent = m_branches.value(branch);
    // One thing for one content and one past, but not git's own.
    QByteArray all = parent.toLatin1() + '\n' + QByteArray::number(m_commits.size()) + '\n' + message.toUtf8();
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        all += '\n' + file.key().toUtf8() + ' ' + gitHash("blob", *file).toLatin1();
    const QString hash = gitHash("commit", all);
    m_commits.insert(hash, {parent, message, at, files});
    setBranch(branch, hash);
    return hash;
}

void SimRepository::setBranch(const QString& branch, const QString& commit)
{
    m_branches.insert(branch, commit);
    for (SimPull& pull : pulls) {
        if (pull.isOpen() && pull.head == branch)
            pull.headCommit = commit;
        if (pull.isOpen() && pull.base == branch)
            pull.baseCommit = commit;
    }
}

void SimRepository::deleteBranch(const QString& branch, const QDateTime& at)
{
    m_branches.remove(branch);
    for (SimPull& pull : pulls) {
        if (pull.isOpen() && pull.head == branch)
            pull.closedAt = pull.updatedAt = at;
    }
}

void SimRepository::squash(SimPull& pull, const QDateTime& at)
{
    SimFiles files = *filesAt(pull.base);
    files.insert(*filesAt(pull.head));
    pull.closedAt = pull.updatedAt = at;
    pull.isMerged = true;
    add(pull.base, files, pull.title, at);
}

int SimRepository::nextNumber() const
{
    int last = 0;
    for (const SimPull& pull : pulls)
        last = std::max(last, pull.number);
    for (const SimIssue& issue : issues)
        last = std::max(last, issue.number);
    return last + 1;
}

} // namespace slipway
