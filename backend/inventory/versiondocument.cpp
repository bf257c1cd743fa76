#include "inventory/versiondocument.h"

#include "core/format.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(formatTimestamp(time)) : QJsonValue();
}

} // namespace

QJsonArray tagArray(TagList tags)
{
    QJsonArray array;
    for (const TagText tag : tags)
        array.append(tag.toString());
    return array;
}

QJsonObject versionDocument(const Inventory& inventory, RowIndex row)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto& version = snapshot.versions[row];
    const auto& facts = inventory.factsOf(row);
    QJsonArray children;
    if (const auto* manifest = snapshot.manifestOf(version)) {
        for (const auto& child : snapshot.childrenOf(*manifest))
            children.append(snapshot.manifests[child.manifest].digest.toString());
    }
    const auto subject = inventory.graph->subject(row);
    return {
        {u"id"_s, qint64(version.id.value)},
        {u"digest"_s, snapshot.digestOf(version).toString()},
        {u"tags"_s, tagArray(snapshot.tagsOf(version))},
        {u"kind"_s, manifestKindName(snapshot.kindOf(version))},
        {u"size"_s, facts.size},
        {u"exclusiveSize"_s, facts.exclusiveSize},
        {u"createdAt"_s, timeOrNull(version.createdAt())},
        {u"updatedAt"_s, timeOrNull(version.updatedAt())},
        {u"signed"_s, facts.isSigned},
        {u"sbom"_s, facts.hasSbom},
        {u"attested"_s, facts.isAttested},
        {u"children"_s, children},
        {u"subject"_s, subject ? QJsonValue(subject->toString()) : QJsonValue()},
    };
}

} // namespace slipway
