#include "integration/changingowner.h"

#include "integration/organisation.h"

using namespace Qt::StringLiterals;

namespace slipway::test
{

namespace
{

SimulatorOptions serverAhead(int seconds)
{
    SimulatorOptions options;
    options.now = changingOwnerTime().addSecs(seconds);
    return options;
}

} // namespace

QDateTime changingOwnerTime()
{
    return QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);
}

QByteArray changingOrganisation()
{
    return Organisation()
        .package(u"app-cpu"_s)
        .many(250, u"m"_s)
        .package(u"tool-cpu"_s)
        .image(u"t"_s, {u"latest"_s}, {u"base"_s})
        .package(u"spare-cpu"_s)
        .many(5, u"s"_s)
        .json();
}

ChangingOwner::ChangingOwner(int serverAheadSeconds)
    : m_owner(changingOrganisation(), serverAhead(serverAheadSeconds))
{
    m_owner.setClock(Clock(changingOwnerTime()));
}

std::unique_ptr<ChangingOwner> ChangingOwner::read(int serverAheadSeconds)
{
    std::unique_ptr<ChangingOwner> changing(new ChangingOwner(serverAheadSeconds));
    if (!changing->m_owner.scan())
        return nullptr;
    changing->m_owner.server().clearRequests();
    return changing;
}

std::int64_t ChangingOwner::push(int number, const QStringList& tags)
{
    m_time = m_time.addSecs(60);
    auto& state = m_owner.server().state();
    const auto& spare = *state.findPackage(u"spare-cpu"_s);
    SimVersion version;
    version.id = state.nextId++;
    version.digest = spare.rows()[static_cast<size_t>(number)].digest;
    version.createdAt = m_time;
    version.updatedAt = m_time;
    app().addVersion(version);
    app().facts().updatedAt = m_time;
    for (const auto& tag : tags)
        app().moveTag(tag, version.digest, m_time);
    return version.id;
}

bool ChangingOwner::scanSeesEverything(ScanDepth depth)
{
    const auto snapshot = m_owner.scan(depth);
    if (!snapshot)
        return false;
    QStringList served;
    for (const auto& package : m_owner.server().state().packages) {
        for (const auto row : package->active()) {
            auto tags = package->row(row).tags;
            tags.sort();
            served.append(u"%1 %2 %3"_s.arg(package->facts().name).arg(package->row(row).id).arg(tags.join(u' ')));
        }
    }
    served.sort();
    for (const auto& seen : {*snapshot, m_owner.stored()}) {
        QStringList lines;
        for (const auto& version : seen->versions) {
            QStringList tags;
            for (const TagText tag : seen->tagsOf(version))
                tags.append(tag.toString());
            tags.sort();
            lines.append(u"%1 %2 %3"_s.arg(seen->packages[version.package].name.value)
                             .arg(version.id.value)
                             .arg(tags.join(u' ')));
            if (seen->kindOf(version) != ManifestKind::Image)
                return false;
        }
        lines.sort();
        if (lines != served)
            return false;
    }
    return true;
}

} // namespace slipway::test
