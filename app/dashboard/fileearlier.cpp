#include "app/dashboard/fileearlier.h"

#include "files/githistory.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

namespace
{
/// One of the first few has another text, unless the file was changed back and forth.
constexpr std::size_t kTried = 5;
} // namespace

EarlierSearch::EarlierSearch(std::vector<FileCommit> commits, QString wanted, FileText now)
    : m_now(std::move(now))
    , m_wanted(std::move(wanted))
{
    m_found.commits = std::move(commits);
}

std::optional<QString> EarlierSearch::next() const
{
    const auto& commits = m_found.commits;
    if (m_error || commits.empty())
        return std::nullopt;
    if (m_read == 0)
        return m_wanted.isEmpty() ? commits.front().id : m_wanted;
    const bool isOver = !m_wanted.isEmpty() || m_isOther || m_read >= std::min(commits.size(), kTried);
    return isOver ? std::nullopt : std::optional(commits[m_read].id);
}

/// A commit that has no text of it (it was deleted there, or is none) is passed over; where one could not be read,
/// nobody knows which is the newest that differs.
void EarlierSearch::add(const Result<FileText>& text)
{
    const QString id = next().value_or(QString());
    const bool isFirst = m_read++ == 0;
    if (!text) {
        const bool isNone = text.error().kind == ErrorKind::NotFound || text.error().kind == ErrorKind::InvalidFile;
        if (isFirst || !isNone)
            m_error = text.error();
        return;
    }
    // Line ends alone are no change where a checkout converts them; shown they are if nothing else differs.
    m_isOther = text->text != m_now.text;
    if (isFirst || m_isOther || m_found.text == m_now) {
        m_found.text = *text;
        m_found.commit = id;
    }
}

Result<EarlierText> EarlierSearch::finish(const QString& path) const
{
    if (m_error)
        return std::unexpected(*m_error);
    if (m_found.commits.empty())
        return failure(ErrorKind::NotFound, QCoreApplication::translate("slipway", "the commits of %1").arg(path));
    return m_found;
}

Result<EarlierText> earlierText(const QString& folder, const QString& path, const QString& commit, const FileText& now,
                                std::stop_token stop)
{
    auto commits = commitsOf(folder, path, kMostCommits, stop);
    if (!commits)
        return std::unexpected(commits.error());
    EarlierSearch search(*std::move(commits), commit, now);
    while (const auto id = search.next())
        search.add(textAtCommit(folder, path, *id, stop));
    return search.finish(path);
}

} // namespace slipway
