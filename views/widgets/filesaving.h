#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace slipway
{

/// Writes a file a person has named, whole or not at all. Errors: FileAccess, about the path.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& bytes);

/// What to ask where to save something.
struct SaveQuestion final {
    QString title;         ///< of the dialog: "Save log"
    QString suggestedName; ///< with its suffix
};

/// Asks for a place, in the documents folder at first, and calls `save` with the path chosen; not at all when the
/// dialog is left. The dialog is open, not waited for.
void askWhereToSave(QWidget& parent, const SaveQuestion& question,
                    const std::function<void(const QString& path)>& save);

} // namespace slipway
