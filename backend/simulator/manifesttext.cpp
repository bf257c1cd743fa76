#include "simulator/manifesttext.h"

#include "simulator/jsontext.h"

namespace slipway
{

namespace
{

QByteArray descriptorText(const SimDescriptor& descriptor)
{
    JsonObjectText text;
    text.addString("mediaType", descriptor.mediaType)
        .addString("digest", descriptor.digest.toString())
        .add("size", descriptor.size)
        .addUnlessEmpty("annotations", descriptor.annotations);
    if (const auto& platform = descriptor.platform) {
        JsonObjectText inner;
        inner.addString("architecture", platform->architecture)
            .addString("os", platform->os)
            .addUnlessEmpty("variant", platform->variant);
        text.add("platform", inner.text());
    }
    return text.text();
}

QByteArray descriptorTexts(const QList<SimDescriptor>& descriptors)
{
    QList<QByteArray> texts;
    texts.reserve(descriptors.size());
    for (const auto& descriptor : descriptors)
        texts.append(descriptorText(descriptor));
    return jsonArray(texts);
}

QByteArray runText(const ImageConfigParts& parts)
{
    JsonObjectText run;
    if (parts.env)
        run.add("Env", jsonStringArray(*parts.env));
    if (parts.entrypoint)
        run.add("Entrypoint", jsonStringArray(*parts.entrypoint));
    if (parts.command)
        run.add("Cmd", jsonStringArray(*parts.command));
    run.addUnlessEmpty("Labels", parts.labels);
    const auto text = run.text();
    return text == "{}" ? QByteArray() : text;
}

QByteArray historyText(const QList<HistoryLine>& history)
{
    QList<QByteArray> lines;
    for (const auto& line : history) {
        JsonObjectText text;
        text.addString("created_by", line.createdBy);
        if (line.isEmptyLayer)
            text.add("empty_layer", "true");
        lines.append(text.text());
    }
    return lines.isEmpty() ? QByteArray() : jsonArray(lines);
}

} // namespace

SimPlatform SimPlatform::parse(const QString& text)
{
    return {text.section(u'/', 0, 0), text.section(u'/', 1, 1), text.section(u'/', 2)};
}

QByteArray manifestText(const ManifestParts& parts)
{
    JsonObjectText text;
    text.add("schemaVersion", qint64{2}).addString("mediaType", parts.mediaType);
    text.addUnlessEmpty("artifactType", parts.artifactType);
    if (parts.config)
        text.add("config", descriptorText(*parts.config));
    if (parts.layers)
        text.add("layers", descriptorTexts(*parts.layers));
    if (parts.manifests)
        text.add("manifests", descriptorTexts(*parts.manifests));
    if (parts.subject)
        text.add("subject", descriptorText(*parts.subject));
    text.addUnlessEmpty("annotations", parts.annotations);
    return text.text();
}

QByteArray imageConfigText(const ImageConfigParts& parts)
{
    QStringList diffIds;
    for (const auto& digest : parts.diffIds)
        diffIds.append(digest.toString());
    JsonObjectText files;
    files.addString("type", u"layers").add("diff_ids", jsonStringArray(diffIds));
    JsonObjectText text;
    text.addUnlessEmpty("created", parts.created)
        .addString("architecture", parts.platform.architecture)
        .addString("os", parts.platform.os)
        .addUnlessEmpty("variant", parts.platform.variant)
        .addUnlessEmpty("config", runText(parts))
        .add("rootfs", files.text())
        .addUnlessEmpty("history", historyText(parts.history));
    return text.text();
}

} // namespace slipway
