#pragma once

#include "domain/filecommit.h"
#include "files/textfile.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace slipway
{

/// So many commits are offered.
constexpr int kMostCommits = 50;

/// A file at an earlier commit.
struct EarlierText final {
    FileText text;
    std::vector<FileCommit> commits; ///< that changed the file, the newest first
    QString commit;                  ///< the id of the one whose text this is
};

/// Which commits of a file are to be read: the one that is wanted, else the newest, and while that has no other text
/// than `now` a few before it. What is read by it is given back by add(), one after the other.
class EarlierSearch final
{
public:
    /// `wanted`: a commit's id; empty: the newest whose text is another.
    EarlierSearch(std::vector<FileCommit> commits, QString wanted, FileText now);

    /// The commit to be read next; nullopt: it is over.
    [[nodiscard]] std::optional<QString> next() const;
    void add(const Result<FileText>& text);
    /// Errors: that of the first text, or of one that could not be read; NotFound for a file that was never committed.
    [[nodiscard]] Result<EarlierText> finish(const QString& path) const;

private:
    FileText m_now;
    QString m_wanted;
    std::optional<Error> m_error;
    std::size_t m_read = 0;
    bool m_isOther = false; ///< the text that was read last
    EarlierText m_found;
};

/// Of a checkout, for the pool. Errors: those of commitsOf(), textAtCommit() and EarlierSearch::finish().
[[nodiscard]] Result<EarlierText> earlierText(const QString& folder, const QString& path, const QString& commit,
                                              const FileText& now, std::stop_token stop);

} // namespace slipway
