#pragma once

#include "core/durablefile.h"

#include <QJsonObject>

namespace slipway
{

/// How the window was left, for each view: a registry and owner apart from the others.
struct WindowStates final {
    QString last; ///< the view that was in sight last
    QJsonObject views;

    [[nodiscard]] bool knows(const QString& view) const { return views[view].isObject(); }
    /// Empty for a view that is not known.
    [[nodiscard]] QJsonObject state(const QString& view) const { return views[view].toObject(); }
};

/// Errors: InvalidFile, about `subject`, for what is no JSON or has another shape.
[[nodiscard]] Result<WindowStates> parseWindowStates(const QByteArray& bytes, const QString& subject);
[[nodiscard]] QByteArray toBytes(const WindowStates& states);

/// `window-state.json` in the data folder. Several windows may use it at once: each keeps its own view. An empty file
/// is none, where nothing stands beside it (DurableFile).
class WindowStateFile final
{
public:
    struct Loaded final {
        WindowStates states;
        std::optional<Error> error;   ///< the file could not be read, or made no sense
        std::optional<QString> aside; ///< the name a file that made no sense is kept under
    };

    explicit WindowStateFile(const QString& dataFolder);

    /// Always something to begin with.
    [[nodiscard]] Loaded load() const;
    /// Keeps these views beside the others, and which was in sight last; a file that makes no sense is set aside first.
    /// Once `closing` is requested nothing waits for the disk. Errors: FileAccess.
    [[nodiscard]] Result<void> save(const WindowStates& changed,
                                    DurableFile::Survives survives = DurableFile::Survives::PowerCut,
                                    const std::stop_token& closing = {}) const;

    [[nodiscard]] const QString& path() const { return m_file.path(); }

private:
    DurableFile m_file;
};

} // namespace slipway
