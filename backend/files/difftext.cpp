#include "files/difftext.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kContext = 3;

QString lineRange(qsizetype first, qsizetype count)
{
    // Of nothing, the line before is named (POSIX, diff).
    const qsizetype from = count == 0 ? first : first + 1;
    return count == 1 ? QString::number(from) : u"%1,%2"_s.arg(from).arg(count);
}

void append(QString& text, QChar sign, std::span<const QStringView> lines, qsizetype first, qsizetype count)
{
    for (const QStringView line : lines.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count))) {
        text += sign;
        text += line;
        text += u'\n';
    }
}

} // namespace

QString unifiedDiff(std::span<const QStringView> left, std::span<const QStringView> right,
                    const std::vector<DiffChange>& changes, const DiffNames& names)
{
    if (changes.empty())
        return {};
    QString text = u"--- %1\n+++ %2\n"_s.arg(names.left, names.right);
    for (std::size_t i = 0; i < changes.size();) {
        // What is closer than twice the context is one hunk.
        std::size_t end = i + 1;
        const auto gap = [&](std::size_t at) {
            return changes[at].left - changes[at - 1].left - changes[at - 1].leftCount;
        };
        while (end < changes.size() && gap(end) <= 2 * kContext)
            ++end;
        const DiffChange& first = changes[i];
        const DiffChange& last = changes[end - 1];
        const qsizetype before = std::min(first.left, kContext);
        const qsizetype leftEnd = last.left + last.leftCount;
        const qsizetype rightEnd = last.right + last.rightCount;
        const qsizetype after = std::min(std::ssize(left) - leftEnd, kContext);
        text += u"@@ -%1 +%2 @@\n"_s.arg(lineRange(first.left - before, leftEnd + after - first.left + before),
                                         lineRange(first.right - before, rightEnd + after - first.right + before));
        qsizetype at = first.left - before;
        for (; i < end; ++i) {
            append(text, u' ', left, at, changes[i].left - at);
            append(text, u'-', left, changes[i].left, changes[i].leftCount);
            append(text, u'+', right, changes[i].right, changes[i].rightCount);
            at = changes[i].left + changes[i].leftCount;
        }
        append(text, u' ', left, leftEnd, after);
    }
    return text;
}

} // namespace slipway
