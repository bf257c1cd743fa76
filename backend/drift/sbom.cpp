#include "drift/sbom.h"

#include "core/jsonreader.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstring>
#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kDeepest = 32;

/// What the document describes as a whole: `documentDescribes`, and relationships of the document's own.
QSet<QString> describedBy(const JsonNode& document)
{
    QSet<QString> described;
    if (const auto list = document.optional("documentDescribes"_L1); !list.absent())
        list.forEach([&](const JsonNode& id) { described.insert(id.string()); });
    if (const auto list = document.optional("relationships"_L1); !list.absent()) {
        list.forEach([&](const JsonNode& relation) {
            if (relation.optional("relationshipType"_L1).string() == "DESCRIBES"_L1
                && relation.optional("spdxElementId"_L1).string() == "SPDXRef-DOCUMENT"_L1)
                described.insert(relation.optional("relatedSpdxElement"_L1).string());
        });
    }
    return described;
}

Sbom readSpdx(const JsonNode& document)
{
    Sbom sbom;
    const auto described = describedBy(document);
    const auto packages = document.optional("packages"_L1);
    if (packages.absent())
        return sbom;
    packages.forEach([&](const JsonNode& package) {
        // One thing is described: the image. A list of all packages there says nothing about which is the image.
        const bool isImage = described.size() == 1 && described.contains(package.optional("SPDXID"_L1).string());
        QString name = package["name"_L1].string();
        QString version = package.optional("versionInfo"_L1).string();
        if (!isImage && package.optional("primaryPackagePurpose"_L1).string() != "CONTAINER"_L1)
            sbom.packages.push_back({std::move(name), std::move(version)});
    });
    return sbom;
}

void readComponents(const JsonNode& components, int depth, Sbom& sbom)
{
    if (components.absent())
        return;
    if (depth > kDeepest)
        return components.refuse(u"nested deeper than %1 levels"_s.arg(kDeepest));
    components.forEach([&](const JsonNode& component) {
        if (component.optional("type"_L1).string() != "file"_L1) {
            const QString group = component.optional("group"_L1).string();
            const QString name = component["name"_L1].string();
            sbom.packages.push_back(
                {group.isEmpty() ? name : group + u'/' + name, component.optional("version"_L1).string()});
        }
        readComponents(component.optional("components"_L1), depth + 1, sbom);
    });
}

std::optional<Sbom> readDocument(const JsonNode& document)
{
    Sbom sbom;
    if (!document.optional("spdxVersion"_L1).absent())
        sbom = readSpdx(document);
    else if (document.optional("bomFormat"_L1).string() == "CycloneDX"_L1)
        readComponents(document.optional("components"_L1), 0, sbom);
    else
        return std::nullopt;
    return makeSbom(std::move(sbom.packages));
}

/// What an envelope carries, an envelope in it too; the bytes themselves if they are none.
QByteArray withoutEnvelope(QByteArray bytes)
{
    for (int depth = 0; depth < 3; ++depth) {
        const auto object = QJsonDocument::fromJson(bytes).object();
        const auto envelope = object.contains("dsseEnvelope"_L1) ? object["dsseEnvelope"_L1].toObject() : object;
        if (!envelope.contains("payload"_L1) || !envelope.contains("payloadType"_L1))
            break;
        bytes = QByteArray::fromBase64(envelope["payload"_L1].toString().toLatin1());
    }
    return bytes;
}

/// A version without the label of the side it was built for ("2.4.0+cu121"). What else follows a plus is another
/// release: the security updates of Debian ("3.0.15-1~deb12u1+b2").
QStringView release(const QString& version)
{
    static const QRegularExpression kSide(u"\\+(cpu|gpu|cu\\d+|cuda[\\d.]*|rocm[\\d.]*)$"_s);
    if (!version.contains(u'+'))
        return version;
    const auto side = kSide.match(version);
    return side.hasMatch() ? QStringView(version).first(side.capturedStart()) : QStringView(version);
}

struct Run {
    size_t begin;
    size_t end;
};

/// The packages of one name, from `begin`.
Run runAt(const Sbom& sbom, size_t begin)
{
    size_t end = begin;
    while (end < sbom.packages.size() && sbom.packages[end].name == sbom.packages[begin].name)
        ++end;
    return {begin, end};
}

QString versionsOf(const Sbom& sbom, Run run)
{
    QStringList versions;
    for (size_t i = run.begin; i < run.end; ++i)
        versions.append(sbom.packages[i].version);
    return versions.join(u", "_s);
}

bool isSame(const Sbom& left, Run a, const Sbom& right, Run b)
{
    return std::ranges::equal(left.packages.begin() + static_cast<std::ptrdiff_t>(a.begin),
                              left.packages.begin() + static_cast<std::ptrdiff_t>(a.end),
                              right.packages.begin() + static_cast<std::ptrdiff_t>(b.begin),
                              right.packages.begin() + static_cast<std::ptrdiff_t>(b.end),
                              [](const SbomPackage& one, const SbomPackage& other) {
                                  return release(one.version) == release(other.version);
                              });
}

} // namespace

Sbom makeSbom(std::vector<SbomPackage> packages)
{
    Sbom sbom{std::move(packages), 0};
    const auto place = [](const SbomPackage& package) { return std::tie(package.name, package.version); };
    std::ranges::sort(sbom.packages, {}, place);
    const auto doubles = std::ranges::unique(sbom.packages);
    sbom.packages.erase(doubles.begin(), doubles.end());
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto& package : sbom.packages) {
        hash.addData(package.name.toUtf8());
        hash.addData("\n");
        hash.addData(release(package.version).toUtf8());
        hash.addData("\n");
    }
    const QByteArray sum = hash.result();
    std::memcpy(&sbom.fingerprint, sum.constData(), sizeof sbom.fingerprint);
    return sbom;
}

bool areSame(const Sbom& left, const Sbom& right)
{
    if (left.fingerprint != 0 && right.fingerprint != 0)
        return left.fingerprint == right.fingerprint;
    return compareSboms(left, right).empty();
}

Result<std::optional<Sbom>> parseSbom(const QByteArray& bytes, const QString& subject)
{
    JsonReader reader(withoutEnvelope(bytes), subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    const auto predicate = root.value().isObject() ? root.optional("predicate"_L1) : root;
    if (predicate.value().isObject() && !root.optional("predicateType"_L1).absent()) {
        // cosign attest --type custom puts text there.
        const auto data = predicate.optional("Data"_L1);
        if (data.value().isString())
            return parseSbom(data.string().toUtf8(), subject);
        return reader.finish(readDocument(predicate));
    }
    return reader.finish(readDocument(root));
}

std::vector<SbomDifference> compareSboms(const Sbom& left, const Sbom& right)
{
    std::vector<SbomDifference> differences;
    for (size_t i = 0, j = 0; i < left.packages.size() || j < right.packages.size();) {
        const bool hasLeft =
            j == right.packages.size() || (i < left.packages.size() && left.packages[i].name <= right.packages[j].name);
        const bool hasRight =
            i == left.packages.size() || (j < right.packages.size() && right.packages[j].name <= left.packages[i].name);
        const Run a = hasLeft ? runAt(left, i) : Run{i, i};
        const Run b = hasRight ? runAt(right, j) : Run{j, j};
        if (!hasLeft || !hasRight || !isSame(left, a, right, b)) {
            const QString& name = hasLeft ? left.packages[i].name : right.packages[j].name;
            differences.push_back({name, versionsOf(left, a), versionsOf(right, b)});
        }
        i = a.end;
        j = b.end;
    }
    return differences;
}

} // namespace slipway
