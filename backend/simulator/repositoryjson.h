#pragma once

#include "simulator/simstate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace slipway
{

/// Writes GitHub's JSON of a repository: its files, branches, pull requests and issues.
class RepositoryJson final
{
public:
    /// `base` is the URL of the API as the client named it. `mayPush`: what the asking token may do.
    RepositoryJson(const SimulatorState& state, const SimRepository& repository, QString base, bool mayPush);

    /// "full-repository", which has all of "repository".
    [[nodiscard]] QJsonObject repository() const;
    /// Folders as well as files, as `recursive` gives them, or only what lies at the root.
    [[nodiscard]] QJsonObject tree(const SimFiles& files, bool isRecursive) const;
    [[nodiscard]] QJsonObject blob(const QByteArray& bytes) const;
    [[nodiscard]] QJsonObject file(const QString& path, const QByteArray& bytes, const QString& reference) const;
    /// The entries of a folder; empty where there is none.
    [[nodiscard]] QJsonArray folder(const SimFiles& files, const QString& path, const QString& reference) const;
    /// "git-ref" of a branch.
    [[nodiscard]] QJsonObject branch(const QString& name) const;
    /// "commit", as in lists.
    [[nodiscard]] QJsonObject commit(const QString& hash) const;
    /// "file-commit": what came of writing a file to a branch.
    [[nodiscard]] QJsonObject fileCommit(const QString& path, const QString& branch) const;
    /// "pull-request", or with less "pull-request-simple" as in lists.
    [[nodiscard]] QJsonObject pull(const SimPull& pull, bool isWhole) const;
    [[nodiscard]] QJsonObject issue(const SimIssue& issue) const;
    /// A pull request among the issues.
    [[nodiscard]] QJsonObject issue(const SimPull& pull) const;
    [[nodiscard]] QJsonObject label(const QString& name) const;

private:
    [[nodiscard]] QJsonObject entry(const QString& path, const QString& type, const QString& sha, qint64 size,
                                    const QString& reference) const;
    [[nodiscard]] QJsonObject pullEnd(const QString& branch, const QString& commit) const;
    [[nodiscard]] QJsonObject ticket(int number, const QString& title, const QString& body) const;
    [[nodiscard]] QJsonObject viewer() const;
    /// What git knows of a commit: who, when, why, of which tree.
    [[nodiscard]] QJsonObject gitCommit(const SimCommit& commit) const;
    [[nodiscard]] QJsonArray parents(const SimCommit& commit, const QString& url) const;

    const SimulatorState& m_state;
    const SimRepository& m_repository;
    QString m_base;
    bool m_mayPush;
    QString m_full;
    QString m_url;
    QString m_page; ///< on the site
};

} // namespace slipway
