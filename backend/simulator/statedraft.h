#pragma once

#include "simulator/manifesttext.h"
#include "simulator/simstate.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace slipway
{

/// What a state file says of a version's manifest, before keys are resolved to digests. Strings may hold
/// `${digest:KEY}`.
struct ImageDraft final {
    ImageConfigParts config; ///< diffIds empty
    QStringList layers;
    StringMap annotations;
    bool isDocker = false;
};

struct IndexEntryDraft final {
    QString of; ///< KEY; empty: `target` is used
    SimDescriptor target;
};

struct IndexDraft final {
    QList<IndexEntryDraft> manifests;
    StringMap annotations;
    QString subject;
    QString artifactType;
    bool isDocker = false;
};

struct ArtifactLayerDraft final {
    QString mediaType;
    std::variant<QString, QJsonValue> content; ///< text, or JSON
    QString layer;                             ///< name of a layer; then `content` is not used
    StringMap annotations;
};

struct ArtifactDraft final {
    QString artifactType;
    QString configType; ///< empty: the OCI empty config
    std::optional<QJsonValue> config;
    QList<ArtifactLayerDraft> layers;
    QString subject;
    StringMap annotations;
};

struct RawDraft final {
    QString mediaType;
    QByteArray bytes;
    std::optional<Digest> pretended; ///< served under this digest, whatever the bytes hash to
};

struct ListedOnlyDraft final {
    Digest digest;
};

struct TagSpanDraft final {
    QString tag;
    QDateTime from;
    QDateTime until;
};

struct VersionDraft final {
    QString path;    ///< in the file, for errors
    QString package; ///< its name
    QString key;
    SimVersion row; ///< digest empty, tags unresolved
    QList<TagSpanDraft> tagHistory;
    std::variant<std::monostate, ImageDraft, IndexDraft, ArtifactDraft, RawDraft, ListedOnlyDraft> content;
};

struct LayerDraft final {
    std::int64_t size = 0;
    Digest digest;
    Digest diffId;
};

/// A state file as read.
struct StateDraft final {
    SimulatorState state; ///< without packages
    QHash<QString, LayerDraft> layers;
    std::vector<PackageFacts> packages;
    std::vector<VersionDraft> versions;
};

/// Reads the JSON; refuses unknown members, wrong types, names that occur twice.
[[nodiscard]] Result<StateDraft> readStateDraft(const QByteArray& bytes, const QString& subject);

/// Resolves the keys, writes every manifest, and puts rows into packages. Refuses unknown keys and circles.
[[nodiscard]] Result<SimulatorState> composeState(StateDraft draft, const QString& subject);

} // namespace slipway
