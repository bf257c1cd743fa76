#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace slipway
{

/// The files of a commit, by path.
using SimFiles = QMap<QString, QByteArray>;

/// A commit with all its files.
struct SimCommit final {
    QString parent; ///< empty: the first
    QString message;
    QDateTime at; ///< invalid: as old as the state
    SimFiles files;
};

/// A pull request between two branches of one repository.
struct SimPull final {
    int number = 0;
    QString title;
    QString body;
    QString head; ///< branch
    QString base; ///< branch
    QString headCommit;
    QString baseCommit;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime closedAt; ///< invalid: it is open
    bool isMerged = false;

    [[nodiscard]] bool isOpen() const { return !closedAt.isValid(); }
};

struct SimIssue final {
    int number = 0;
    QString title;
    QString body;
    QStringList labels;
    QString reason; ///< why it is closed: "completed", "not_planned"
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime closedAt; ///< invalid: it is open

    [[nodiscard]] bool isOpen() const { return !closedAt.isValid(); }
};

/// A repository with branches, pull requests and issues. A commit has one parent.
class SimRepository final
{
public:
    static constexpr QLatin1StringView kDefaultBranch{"main"};

    QString name;
    bool isPrivate = false;
    bool isArchived = false;
    bool hasIssues = true;
    QStringList protectedBranches; ///< globs: nothing is pushed to them but by merging
    QStringList labels;
    std::vector<SimPull> pulls; ///< oldest first
    std::vector<SimIssue> issues;

    /// The first commit of the default branch; none for no files: an empty repository.
    void begin(const SimFiles& files, const QDateTime& at = {});
    [[nodiscard]] bool isEmpty() const { return m_branches.isEmpty(); }
    [[nodiscard]] const QMap<QString, QString>& branches() const { return m_branches; }
    [[nodiscard]] bool isProtected(const QString& branch) const;
    /// The commit that "HEAD", a branch, "refs/heads/BRANCH" or a commit's own hash names; empty for none.
    [[nodiscard]] QString commitOf(const QString& reference) const;
    [[nodiscard]] const SimCommit* commit(const QString& hash) const;
    /// The files at a reference; null if there is no such thing.
    [[nodiscard]] const SimFiles* filesAt(const QString& reference) const;
    /// The commits from this one back that changed a file, or anything where `path` is empty; newest first.
    [[nodiscard]] QStringList commitsOf(const QString& commit, const QString& path) const;
    /// Whether all of `older` is in `newer` too; so it is of a commit and itself.
    [[nodiscard]] bool isAncestor(const QString& older, const QString& newer) const;

    /// A commit on top of a branch, which is made where there is none; its hash. Open pull requests follow.
    QString add(const QString& branch, const SimFiles& files, const QString& message, const QDateTime& at);
    void setBranch(const QString& branch, const QString& commit);
    /// As GitHub: pull requests of the branch are closed with it.
    void deleteBranch(const QString& branch, const QDateTime& at);
    /// Squashes an open pull request into its base: the branch's own commits never get there.
    void squash(SimPull& pull, const QDateTime& at);
    /// The number of the next issue or pull request: they share one sequence.
    [[nodiscard]] int nextNumber() const;

private:
    QHash<QString, SimCommit> m_commits;
    QMap<QString, QString> m_branches;
};

/// Git's hash of an object.
[[nodiscard]] QString gitHash(const QByteArray& kind, const QByteArray& bytes);

} // namespace slipway
