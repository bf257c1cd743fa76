#include "drift/lockconflict.h"

#include <QByteArrayView>

namespace slipway
{

namespace
{

enum class Side { Both, Ours, Ancestor, Theirs };

/// The side that begins with a marker; nullopt for a line that is none.
std::optional<Side> sideAfter(QByteArrayView line)
{
    if (line.startsWith("<<<<<<< "))
        return Side::Ours;
    if (line.startsWith("||||||| "))
        return Side::Ancestor;
    if (line.trimmed() == "=======")
        return Side::Theirs;
    if (line.startsWith(">>>>>>> "))
        return Side::Both;
    return std::nullopt;
}

bool mayFollow(Side next, Side before)
{
    switch (next) {
    case Side::Ours:
        return before == Side::Both;
    case Side::Ancestor:
        return before == Side::Ours;
    case Side::Theirs:
        return before == Side::Ours || before == Side::Ancestor;
    case Side::Both:
        return before == Side::Theirs;
    }
    return false;
}

/// Calls `visit(line)` for each line, its end included, until that gives false.
template<typename Visit>
void forEachLine(const QByteArray& text, Visit visit)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        if (!visit(QByteArrayView(text).sliced(at, next - at)))
            return;
        at = next;
    }
}

} // namespace

std::optional<int> conflictLine(const QByteArray& text)
{
    const qsizetype at = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ") + 1;
    if (at == 0 && !text.startsWith("<<<<<<< "))
        return std::nullopt;
    return static_cast<int>(QByteArrayView(text).first(at).count('\n')) + 1;
}

std::optional<ConflictSides> conflictSides(const QByteArray& text)
{
    ConflictSides sides;
    Side side = Side::Both;
    bool isInOrder = true;
    int conflicts = 0;
    forEachLine(text, [&](QByteArrayView line) {
        if (const auto next = sideAfter(line)) {
            isInOrder = mayFollow(*next, side);
            side = *next;
            conflicts += side == Side::Ours ? 1 : 0;
            return isInOrder;
        }
        if (side == Side::Both || side == Side::Ours)
            sides.ours.append(line);
        if (side == Side::Both || side == Side::Theirs)
            sides.theirs.append(line);
        return true;
    });
    if (!isInOrder || conflicts == 0 || side != Side::Both)
        return std::nullopt;
    return sides;
}

} // namespace slipway
