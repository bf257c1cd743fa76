#include "support/manifestjson.h"

#include "support/fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray toArray(const QList<QJsonObject>& objects)
{
    QJsonArray array;
    for (const auto& object : objects)
        array.append(object);
    return array;
}

QJsonObject merged(QJsonObject object, const QJsonObject& more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

QJsonObject descriptor(const QString& mediaType, const QString& name, qint64 size, const QJsonObject& annotations)
{
    QJsonObject object{{u"mediaType"_s, mediaType}, {u"digest"_s, named(name).toString()}, {u"size"_s, size}};
    if (!annotations.isEmpty())
        object.insert(u"annotations"_s, annotations);
    return object;
}

QJsonObject entry(const QString& name, const QString& platform, const QJsonObject& annotations)
{
    QJsonObject object = descriptor(u"application/vnd.oci.image.manifest.v1+json"_s, name, 500, annotations);
    if (!platform.isEmpty()) {
        QJsonObject described{{u"os"_s, platform.section(u'/', 0, 0)},
                              {u"architecture"_s, platform.section(u'/', 1, 1)}};
        if (const QString variant = platform.section(u'/', 2); !variant.isEmpty())
            described.insert(u"variant"_s, variant);
        object.insert(u"platform"_s, described);
    }
    return object;
}

QJsonObject imageManifest(const QJsonObject& config, const QList<QJsonObject>& layers, const QJsonObject& more)
{
    return merged({{u"schemaVersion"_s, 2},
                   {u"mediaType"_s, u"application/vnd.oci.image.manifest.v1+json"_s},
                   {u"config"_s, config},
                   {u"layers"_s, toArray(layers)}},
                  more);
}

QJsonObject indexManifest(const QList<QJsonObject>& entries, const QJsonObject& more)
{
    return merged({{u"schemaVersion"_s, 2},
                   {u"mediaType"_s, u"application/vnd.oci.image.index.v1+json"_s},
                   {u"manifests"_s, toArray(entries)}},
                  more);
}

QByteArray toBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace slipway::test
