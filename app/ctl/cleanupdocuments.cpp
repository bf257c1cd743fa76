#include "app/ctl/cleanupdocuments.h"

#include "app/ctl/documents.h"

#include <QJsonArray>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray brokenArray(const std::vector<BrokenVersion>& broken)
{
    QJsonArray array;
    for (const auto& version : broken) {
        QJsonArray missing;
        for (const Digest& digest : version.missing)
            missing.append(digest.toString());
        array.append(QJsonObject{{u"package"_s, version.package.value},
                                 {u"digest"_s, version.digest.toString()},
                                 {u"tags"_s, QJsonArray::fromStringList(version.tags)},
                                 {u"missing"_s, missing}});
    }
    return array;
}

QJsonArray goneArray(const std::vector<GoneVersion>& gone)
{
    QJsonArray array;
    for (const auto& version : gone) {
        array.append(QJsonObject{{u"package"_s, version.package.value},
                                 {u"id"_s, qint64(version.id.value)},
                                 {u"digest"_s, version.digest.toString()},
                                 {u"tags"_s, QJsonArray::fromStringList(version.tags)}});
    }
    return array;
}

QJsonArray leftArray(const std::vector<LeftVersion>& left, const QString& member)
{
    QJsonArray array;
    for (const auto& version : left) {
        array.append(QJsonObject{
            {u"package"_s, version.package.value}, {u"id"_s, qint64(version.id.value)}, {member, version.reason}});
    }
    return array;
}

QJsonObject restoration(const Restoration& one)
{
    return {{u"package"_s, one.package.value}, {u"id"_s, qint64(one.id.value)}, {u"digest"_s, one.digest.toString()}};
}

} // namespace

QJsonObject appliedDocument(const CleanupOutcome& outcome, const CleanupProof& proof)
{
    QJsonArray deleted;
    for (const auto& version : outcome.deleted) {
        deleted.append(QJsonObject{{u"package"_s, version.package.value},
                                   {u"id"_s, qint64(version.id.value)},
                                   {u"digest"_s, version.digest.toString()},
                                   {u"tags"_s, QJsonArray::fromStringList(version.tags)}});
    }
    return {{u"journal"_s, outcome.journal},
            {u"deleted"_s, deleted},
            {u"skipped"_s, leftArray(outcome.skipped, u"reason"_s)},
            {u"failed"_s, leftArray(outcome.failed, u"error"_s)},
            {u"freedBytes"_s, outcome.freedBytes},
            {u"freedAtLeast"_s, outcome.isFreedAtLeast},
            {u"verified"_s, proof.isProven()},
            {u"broken"_s, brokenArray(proof.broken)},
            {u"restoreHelps"_s, proof.restoreHelps},
            {u"gone"_s, goneArray(proof.gone)},
            {u"brokenBefore"_s, qint64(proof.brokenBefore)}};
}

QJsonObject restoredDocument(const RestoreOutcome& outcome)
{
    QJsonArray restored;
    for (const auto& one : outcome.restored) {
        auto object = restoration(one);
        object.insert(u"movedTags"_s, QJsonArray::fromStringList(one.moved));
        QJsonArray missing;
        for (const Digest& digest : one.missing)
            missing.append(digest.toString());
        object.insert(u"missing"_s, missing);
        if (!one.problem.isEmpty())
            object.insert(u"error"_s, one.problem);
        restored.append(object);
    }
    QJsonArray failed;
    for (const auto& one : outcome.failed) {
        auto object = restoration(one);
        object.insert(u"error"_s, one.problem);
        failed.append(object);
    }
    QJsonArray neverAway;
    for (const auto& one : outcome.neverAway)
        neverAway.append(restoration(one));
    return {{u"restored"_s, restored}, {u"failed"_s, failed}, {u"neverAway"_s, neverAway}};
}

QJsonObject provenDocument(const CleanupProof& proof)
{
    return {{u"broken"_s, brokenArray(proof.broken)}, {u"problems"_s, problemArray(proof.problems)}};
}

QJsonObject untaggedDocument(const UntagOutcome& outcome)
{
    return {{u"untagged"_s, outcome.package.value + u':' + outcome.untagged.value},
            {u"digest"_s, outcome.digest.toString()},
            {u"remainingTags"_s, QJsonArray::fromStringList(outcome.remainingTags)}};
}

} // namespace slipway
