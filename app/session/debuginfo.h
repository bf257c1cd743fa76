#pragma once

#include "app/session/target.h"
#include "log/log.h"
#include "settings/settingsfile.h"

#include <QJsonObject>
#include <QList>

namespace slipway
{

/// What a bug report needs to know of a program and its surroundings, without a secret: a list of sections, each a list
/// of names with texts or numbers. Nothing is opened or asked for but the sizes of files.
struct DebugSection final {
    QString name;
    QList<std::pair<QString, QJsonValue>> fields;
};
using DebugInfo = QList<DebugSection>;

[[nodiscard]] DebugInfo debugInfo(const Target& target, const LogOptions& log);
/// What settings.json says, each as SECTION.NAME, or why it cannot be read.
[[nodiscard]] DebugSection keptSettings(const SettingsFile& file);
/// For people: a line a field.
[[nodiscard]] QString debugText(const DebugInfo& info);
/// For programs: an object a section.
[[nodiscard]] QJsonObject debugDocument(const DebugInfo& info);

} // namespace slipway
