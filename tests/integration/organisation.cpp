#include "integration/organisation.h"

#include "simulator/layerbytes.h"

#include <QJsonDocument>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kTime = "2025-11-01T10:00:00Z"_L1;

} // namespace

Organisation::Organisation(QString login)
    : m_login(std::move(login))
{
}

Organisation& Organisation::package(const QString& name)
{
    m_packages.append(QJsonObject{{u"name"_s, name},
                                  {u"id"_s, ++m_nextId},
                                  {u"visibility"_s, u"private"_s},
                                  {u"repository"_s, u"platform"_s},
                                  {u"createdAt"_s, kTime},
                                  {u"updatedAt"_s, kTime},
                                  {u"versions"_s, QJsonArray()}});
    return *this;
}

Organisation& Organisation::row(QJsonObject version, const QStringList& tags)
{
    version.insert(u"id"_s, ++m_nextId);
    m_keys.insert(m_nextId, version[u"key"_s].toString());
    version.insert(u"createdAt"_s, kTime);
    version.insert(u"updatedAt"_s, kTime);
    version.insert(u"tags"_s, QJsonArray::fromStringList(tags));
    QJsonObject package = m_packages.last().toObject();
    QJsonArray versions = package[u"versions"_s].toArray();
    versions.append(version);
    package[u"versions"_s] = versions;
    m_packages.replace(m_packages.size() - 1, package);
    return *this;
}

void Organisation::layer(const QString& name, int bytes)
{
    if (m_layers.contains(name))
        return;
    const LayerBytes content(name, bytes);
    m_layers.insert(name, QJsonObject{{u"size"_s, bytes},
                                      {u"digest"_s, content.digest().toString()},
                                      {u"diffId"_s, content.diffId().toString()}});
}

Organisation& Organisation::sizedLayer(const QString& name, int bytes)
{
    layer(name, bytes);
    return *this;
}

Organisation& Organisation::image(const QString& key, const QStringList& tags, const QStringList& layers,
                                  const QString& platform)
{
    for (const auto& name : layers)
        layer(name);
    const QJsonObject config{{u"labels"_s, QJsonObject{{u"key"_s, key}}}};
    return row({{u"key"_s, key},
                {u"image"_s, QJsonObject{{u"platform"_s, platform},
                                         {u"layers"_s, QJsonArray::fromStringList(layers)},
                                         {u"config"_s, config}}}},
               tags);
}

Organisation& Organisation::index(const QString& key, const QStringList& tags, const QStringList& children)
{
    QJsonArray manifests;
    for (const auto& child : children) {
        const auto parts = child.split(u'@');
        manifests.append(QJsonObject{{u"of"_s, parts[0]}, {u"platform"_s, parts.value(1, u"linux/amd64"_s)}});
    }
    return row({{u"key"_s, key}, {u"index"_s, QJsonObject{{u"manifests"_s, manifests}}}}, tags);
}

Organisation& Organisation::docker()
{
    QJsonObject package = m_packages.last().toObject();
    QJsonArray versions = package[u"versions"_s].toArray();
    QJsonObject version = versions.last().toObject();
    const QString shape = version.contains(u"index"_s) ? u"index"_s : u"image"_s;
    QJsonObject manifest = version[shape].toObject();
    manifest.insert(u"docker"_s, true);
    version[shape] = manifest;
    versions.replace(versions.size() - 1, version);
    package[u"versions"_s] = versions;
    m_packages.replace(m_packages.size() - 1, package);
    return *this;
}

Organisation& Organisation::signature(const QString& key, const QString& subjectKey)
{
    const QJsonObject layer{{u"mediaType"_s, u"application/vnd.dev.cosign.simplesigning.v1+json"_s},
                            {u"text"_s, u"{\"of\":\"${digest:%1}\"}"_s.arg(subjectKey)}};
    return row({{u"key"_s, key}, {u"artifact"_s, QJsonObject{{u"layers"_s, QJsonArray{layer}}}}},
               {u"sha256-${hex:%1}.sig"_s.arg(subjectKey)});
}

Organisation& Organisation::referrer(const QString& key, const QString& subjectKey)
{
    const QJsonObject layer{{u"mediaType"_s, u"application/vnd.dev.sigstore.bundle.v0.3+json"_s},
                            {u"text"_s, u"{\"key\":\"%1\"}"_s.arg(key)}};
    return row({{u"key"_s, key},
                {u"artifact"_s, QJsonObject{{u"artifactType"_s, u"application/vnd.dev.sigstore.bundle.v0.3+json"_s},
                                            {u"layers"_s, QJsonArray{layer}},
                                            {u"subject"_s, subjectKey}}}},
               {});
}

Organisation& Organisation::raw(const QString& key, const QStringList& tags, const QString& mediaType,
                                const QString& text)
{
    return row({{u"key"_s, key}, {u"raw"_s, QJsonObject{{u"mediaType"_s, mediaType}, {u"text"_s, text}}}}, tags);
}

Organisation& Organisation::listedOnly(const QStringList& tags, const QString& digest)
{
    return row({{u"listedOnly"_s, digest}}, tags);
}

Organisation& Organisation::indexOfNothing(const QStringList& tags, const QString& digest)
{
    const QJsonObject entry{{u"digest"_s, digest}, {u"size"_s, 500}, {u"platform"_s, u"linux/amd64"_s}};
    return row({{u"index"_s, QJsonObject{{u"manifests"_s, QJsonArray{entry}}}}}, tags);
}

Organisation& Organisation::many(int count, const QString& layerPrefix)
{
    for (int i = 0; i < count; ++i)
        image(u"%1%2"_s.arg(layerPrefix).arg(i), {u"v%1"_s.arg(i)}, {u"base"_s, u"%1-%2"_s.arg(layerPrefix).arg(i)});
    return *this;
}

QByteArray Organisation::json() const
{
    return QJsonDocument(
               QJsonObject{
                   {u"version"_s, 1},
                   {u"anchor"_s, u"2025-11-21T14:32:00Z"_s},
                   {u"owner"_s, QJsonObject{{u"login"_s, m_login}, {u"id"_s, 77}, {u"type"_s, u"Organization"_s}}},
                   {u"layers"_s, m_layers},
                   {u"packages"_s, m_packages}})
        .toJson();
}

} // namespace slipway::test
