#pragma once

#include "simulator/statedraft.h"

#include <QHash>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace slipway
{

/// Writes the manifests of a draft, those that others point at first.
class StateComposer final
{
public:
    StateComposer(StateDraft draft, QString subject);

    [[nodiscard]] Result<SimulatorState> compose();

private:
    enum class Progress { Waiting, Running, Done };
    struct Composed final {
        Progress progress = Progress::Waiting;
        SimDescriptor descriptor; ///< media type, digest and size
    };

    void composeVersion(std::size_t at);
    void placeVersion(std::size_t at);
    /// The descriptor of the version a key names, composed now if it is not yet.
    [[nodiscard]] SimDescriptor resolve(const QString& key, const VersionDraft& from);
    [[nodiscard]] QString filled(const QString& text, const VersionDraft& from);
    [[nodiscard]] StringMap filled(StringMap map, const VersionDraft& from);
    [[nodiscard]] QJsonValue filled(const QJsonValue& value, const VersionDraft& from);
    void fillAll(std::optional<QStringList>& texts, const VersionDraft& from);

    [[nodiscard]] SimDescriptor compose(const ImageDraft& image, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(const IndexDraft& index, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(const ArtifactDraft& artifact, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(const RawDraft& raw, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(const ListedOnlyDraft& listed, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(std::monostate, const VersionDraft& from);
    [[nodiscard]] SimDescriptor compose(const ArtifactLayerDraft& layer, const VersionDraft& from);

    [[nodiscard]] SimDescriptor keepManifest(const ManifestParts& parts);
    [[nodiscard]] SimDescriptor keepBlob(const QString& mediaType, const QByteArray& bytes, const VersionDraft& from);
    [[nodiscard]] const LayerDraft* useLayer(const QString& name, const VersionDraft& from);
    void refuse(const VersionDraft& from, const QString& why);

    StateDraft m_draft;
    QString m_subject;
    SimulatorState m_state;
    QHash<QString, std::size_t> m_byKey; ///< "PACKAGE#KEY"
    std::vector<Composed> m_composed;
    std::optional<Error> m_error;
};

} // namespace slipway
