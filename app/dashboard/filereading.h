#pragma once

#include "app/dashboard/fileearlier.h"
#include "app/session/connection.h"
#include "core/async.h"
#include "files/templates.h"
#include "files/textfile.h"
#include "models/fileplaces.h"

#include <stop_token>

namespace slipway
{

/// Where an owner's files are, at one moment.
struct FileSources final {
    QString folder;     ///< of a checkout; empty: none
    QString repository; ///< without its owner; empty: none
    TemplateFacts facts;
};

/// The folder of a target's profile; empty for a target without one of its own.
[[nodiscard]] QString profileFolder(const Target& target);

/// The files of a checkout, with those the profile names. In the pool.
[[nodiscard]] FileRoot folderRoot(const QString& folder, const Target& target, const Profile& profile,
                                  std::stop_token stop);
[[nodiscard]] FileRoot templatesRoot(const TemplateFacts& facts);
/// Of the default branch. On the connection's thread, as all below.
[[nodiscard]] Task<FileRoot> repositoryRoot(Connection* connection, QString repository, std::stop_token stop);

/// The text of a file, wherever it comes from. Errors: those of loadTextBelow() and RepositoryClient::file().
[[nodiscard]] Task<Result<FileText>> readFileText(Connection* connection, FileSources sources, FilePlace place,
                                                  std::stop_token stop);

/// A file of a repository at an earlier commit of its default branch. Errors: those of RepositoryClient::commits() and
/// RepositoryClient::fileAt(), EarlierSearch::finish(); Offline.
[[nodiscard]] Task<Result<EarlierText>> earlierInRepository(Connection* connection, QString repository, QString path,
                                                            QString commit, FileText now, std::stop_token stop);

/// What a lock file would be if it were written now, with a sentence where not all could be read.
struct RegistryLock final {
    QString text;
    QString note;
};
/// `before` is the text of the file as it is. Errors: those of parseBuildLock(); InvalidFile for another owner's.
[[nodiscard]] Task<Result<RegistryLock>> lockOfRegistry(Connection* connection, SnapshotPtr snapshot, QString before,
                                                        QString name, std::stop_token stop);

} // namespace slipway
