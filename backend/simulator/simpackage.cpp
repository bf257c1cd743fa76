#include "simulator/simpackage.h"

#include <algorithm>
#include <tuple>

namespace slipway
{

void SimPackage::reserve(std::size_t count)
{
    m_rows.reserve(count);
    m_byId.reserve(static_cast<qsizetype>(count));
    m_byDigest.reserve(static_cast<qsizetype>(count));
}

void SimPackage::addVersion(SimVersion version)
{
    const auto row = static_cast<Row>(m_rows.size());
    m_byId.insert(version.id, row);
    if (version.presence == VersionPresence::Active) {
        m_byDigest.insert(version.digest, row);
        for (const auto& tag : std::as_const(version.tags))
            m_byTag.insert(tag, row);
        m_taggedRows += version.tags.isEmpty() ? 0 : 1;
    }
    m_rows.push_back(std::move(version));
    changed();
}

void SimPackage::sortLists() const
{
    if (m_listsSorted)
        return;
    m_active.clear();
    m_deleted.clear();
    for (Row row = 0; row < static_cast<Row>(m_rows.size()); ++row) {
        const auto presence = this->row(row).presence;
        if (presence == VersionPresence::Active)
            m_active.push_back(row);
        else
            m_deleted.push_back(row);
    }
    const auto newestFirst = [this](Row a, Row b) {
        return std::tuple(row(a).createdAt.toMSecsSinceEpoch(), row(a).id)
               > std::tuple(row(b).createdAt.toMSecsSinceEpoch(), row(b).id);
    };
    std::ranges::sort(m_active, newestFirst);
    std::ranges::sort(m_deleted, newestFirst);
    m_listsSorted = true;
}

const std::vector<SimPackage::Row>& SimPackage::active() const
{
    sortLists();
    return m_active;
}

const std::vector<SimPackage::Row>& SimPackage::deleted() const
{
    sortLists();
    return m_deleted;
}

const SimVersion* SimPackage::findId(std::int64_t id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &row(*found);
}

SimVersion* SimPackage::activeOrNull(Row row)
{
    auto& version = m_rows[static_cast<std::size_t>(row)];
    return version.presence == VersionPresence::Active ? &version : nullptr;
}

SimVersion* SimPackage::findDigest(const Digest& digest)
{
    const auto found = m_byDigest.constFind(digest);
    return found == m_byDigest.cend() ? nullptr : activeOrNull(*found);
}

SimVersion* SimPackage::findTag(const QString& tag)
{
    const auto found = m_byTag.constFind(tag);
    return found == m_byTag.cend() ? nullptr : activeOrNull(*found);
}

const QStringList& SimPackage::sortedTags() const
{
    if (!m_sortedTags) {
        m_sortedTags = m_byTag.keys();
        std::ranges::sort(*m_sortedTags);
    }
    return *m_sortedTags;
}

void SimPackage::changed()
{
    m_listsSorted = false;
    m_sortedTags.reset();
}

bool SimPackage::hasOtherTagged(const SimVersion& version) const
{
    return m_taggedRows > (version.tags.isEmpty() ? 0 : 1);
}

void SimPackage::remove(std::int64_t id, const QDateTime& now)
{
    auto& version = m_rows[static_cast<std::size_t>(m_byId.value(id))];
    for (const auto& tag : std::as_const(version.tags))
        m_byTag.remove(tag);
    m_taggedRows -= version.tags.isEmpty() ? 0 : 1;
    m_byDigest.remove(version.digest);
    version.presence = VersionPresence::Deleted;
    version.deletedAt = now;
    m_facts.updatedAt = now;
    changed();
}

void SimPackage::restore(std::int64_t id, const QDateTime& now)
{
    const auto row = m_byId.value(id);
    auto& version = m_rows[static_cast<std::size_t>(row)];
    version.tags.removeIf([this](const QString& tag) { return m_byTag.contains(tag); });
    for (const auto& tag : std::as_const(version.tags))
        m_byTag.insert(tag, row);
    m_taggedRows += version.tags.isEmpty() ? 0 : 1;
    m_byDigest.insert(version.digest, row);
    version.presence = VersionPresence::Active;
    version.deletedAt = {};
    version.updatedAt = now;
    m_facts.updatedAt = now;
    changed();
}

void SimPackage::moveTag(const QString& tag, const Digest& digest, const QDateTime& now)
{
    auto* target = findDigest(digest);
    auto* before = findTag(tag);
    if (target == nullptr || before == target)
        return;
    if (before != nullptr) {
        before->tags.removeOne(tag);
        before->updatedAt = now;
        m_taggedRows -= before->tags.isEmpty() ? 1 : 0;
    }
    m_taggedRows += target->tags.isEmpty() ? 1 : 0;
    target->tags.append(tag);
    target->updatedAt = now;
    m_byTag.insert(tag, m_byDigest.value(digest));
    m_sortedTags.reset();
    m_facts.updatedAt = now;
}

void SimPackage::shiftTimes(std::chrono::milliseconds by)
{
    const auto shift = [by](QDateTime& time) {
        if (time.isValid())
            time = time.addDuration(by);
    };
    for (auto* time : {&m_facts.createdAt, &m_facts.updatedAt, &m_facts.deletedAt})
        shift(*time);
    for (auto& version : m_rows) {
        for (auto* time : {&version.createdAt, &version.updatedAt, &version.deletedAt})
            shift(*time);
    }
    for (auto& span : m_tagHistory) {
        shift(span.from);
        shift(span.until);
    }
}

} // namespace slipway
