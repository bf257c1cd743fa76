#pragma once

#include "core/error.h"
#include "github/githubclient.h"

#include <optional>

namespace slipway
{

/// How a version's row compares to the plan just now.
enum class RowLook : std::uint8_t {
    AsPlanned,
    Changed, ///< tags were moved to or from it, or it was pushed again
    Gone,    ///< no such version, in a package that can be seen
};

/// What to do next about a version that is to be deleted.
enum class DeletionStep : std::uint8_t {
    Look,   ///< ask for its row
    Delete, ///< it may be deleted, now
    // Ends:
    Deleted,     ///< by this run, or the one it goes on with
    GoneBefore,  ///< somebody else did
    Changed,     ///< it stays: the plan is stale
    Undeletable, ///< it stays, for ever: more than 5,000 downloads
    Refused,     ///< it stays: GitHub does not delete it, as error() says
    Stop,        ///< nothing more can be done now, by error(); the version is there or not
};

/// Decides what the answers about one version come to: pure, no network. A deletion is counted once however often it
/// had to be asked for; one that was not understood is looked at, never just repeated.
/// - 404: gone, if its row is gone too; else the token may not delete it.
/// - 403 and 429 about a limit: looked at again, which the governor holds back as long as it takes.
/// - A deletion that waited too long for its turn was not sent (isUnsent()): looked at again, and no try.
/// - 401: tried once more (GitHub has been seen to refuse a good token for a moment).
/// - 5xx, no answer, a broken connection: it may have happened; the row tells.
class DeletionSteps final
{
public:
    /// `wasIntended`: a run before has announced this very deletion, so that if the row is gone, that was us.
    explicit DeletionSteps(bool wasIntended)
        : m_mayBeOurs(wasIntended)
    {
    }

    /// What to do first.
    [[nodiscard]] static DeletionStep first() { return DeletionStep::Look; }
    [[nodiscard]] DeletionStep afterLook(const Result<RowLook>& look);
    [[nodiscard]] DeletionStep afterDelete(const Result<DeletionAnswer>& answer);
    /// Why it ended as Refused or Stop.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Of one that stays: whether it is known to be there, as nothing that was asked for can have happened.
    [[nodiscard]] bool isSurelyThere() const { return m_isRefused || !m_mayBeOurs; }

    static constexpr int kMostTries = 4; ///< of one deletion

private:
    [[nodiscard]] DeletionStep end(DeletionStep step, Error error);

    bool m_mayBeOurs;
    bool m_isRefused = false; ///< in words that are known
    bool m_wasNotFound = false;
    bool m_wasUnauthorized = false;
    int m_tries = 0;
    std::optional<Error> m_last; ///< what the last deletion was answered
    std::optional<Error> m_error;
};

} // namespace slipway
