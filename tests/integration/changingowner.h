#pragma once

#include "integration/servedowner.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

namespace slipway::test
{

/// When the tests of reading again begin.
[[nodiscard]] QDateTime changingOwnerTime();

/// "app-cpu" has 250 versions on three pages, "tool-cpu" one, "spare-cpu" five that can be pushed to "app-cpu".
[[nodiscard]] QByteArray changingOrganisation();

/// An owner that was read once, whose packages then change.
class ChangingOwner final
{
public:
    /// Serves changingOrganisation() and reads it at changingOwnerTime(), while the server's clock is so many seconds
    /// later: what happens in these tests is a while ago for it. Null if it could not be read.
    [[nodiscard]] static std::unique_ptr<ChangingOwner> read(int serverAheadSeconds = 3600);

    [[nodiscard]] ServedOwner& owner() { return m_owner; }
    [[nodiscard]] SimPackage& app() { return *m_owner.server().state().findPackage(QStringLiteral("app-cpu")); }
    /// A version of the package "spare-cpu" is pushed to "app-cpu" as well, a minute after the last one. Its id.
    std::int64_t push(int number, const QStringList& tags);
    /// Scans; gives whether the snapshot, and the one in the store, is what a reading of everything gives.
    [[nodiscard]] bool scanSeesEverything(ScanDepth depth = ScanDepth::Usual);
    /// Requests since the first reading, or since they were cleared.
    [[nodiscard]] int requests() const { return static_cast<int>(m_owner.server().requests().size()); }

private:
    explicit ChangingOwner(int serverAheadSeconds);

    ServedOwner m_owner;
    QDateTime m_time = changingOwnerTime();
};

} // namespace slipway::test
