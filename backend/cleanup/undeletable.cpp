#include "cleanup/undeletable.h"

#include "core/durablefile.h"

#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Result<std::vector<Digest>> digestsIn(const std::optional<QByteArray>& bytes, const QString& path)
{
    std::vector<Digest> digests;
    if (!bytes)
        return digests;
    const auto lines = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto digest = Digest::parse(lines[i].trimmed());
        if (!digest)
            return failure(ErrorKind::InvalidFile, u"%1:%2"_s.arg(path).arg(i + 1), lines[i].left(80));
        digests.push_back(*digest);
    }
    std::ranges::sort(digests);
    return digests;
}

} // namespace

Result<std::vector<Digest>> Undeletable::read() const
{
    return DurableFile(m_path).read().and_then(
        [&](const std::optional<QByteArray>& bytes) { return digestsIn(bytes, m_path); });
}

Result<void> Undeletable::add(const Digest& digest) const
{
    return DurableFile(m_path).update([&](const std::optional<QByteArray>& before) -> Result<QByteArray> {
        const auto known = digestsIn(before, m_path);
        if (!known)
            return std::unexpected(known.error());
        if (std::ranges::binary_search(*known, digest))
            return before.value_or(QByteArray());
        return before.value_or(QByteArray()) + digest.toString().toLatin1() + '\n';
    });
}

} // namespace slipway
