#pragma once

#include "settings/settingstext.h"

#include <QJsonObject>

#include <functional>

namespace slipway
{

/// Walks through the sections of settings.json, and gathers what is wrong there.
class SettingsReader final
{
public:
    SettingsReader(const QByteArray& text, QJsonObject root);

    /// Takes a value over, or says what it should have been.
    using Take = std::function<QString(const QJsonValue&)>;
    /// Gives a member to `take` if it is there.
    void read(QLatin1StringView section, QLatin1StringView name, const Take& take);
    /// Gives each member of a section to `take`, with its name.
    void readEach(QLatin1StringView section, const std::function<QString(const QString&, const QJsonValue&)>& take);

    [[nodiscard]] std::vector<SettingsProblem> problems() const { return m_problems; }

private:
    [[nodiscard]] QJsonObject sectionOf(QLatin1StringView name);
    void note(const QString& path, const QString& expected);

    const QByteArray& m_text;
    QJsonObject m_root;
    std::vector<SettingsProblem> m_problems;
};

// What a value is taken into. Each gives an empty text, or what was expected.
[[nodiscard]] QString takeBoolean(const QJsonValue& value, bool& into);
[[nodiscard]] QString takeSeconds(const QJsonValue& value, std::chrono::seconds& into);
/// Not negative.
[[nodiscard]] QString takeAmount(const QJsonValue& value, double& into);
[[nodiscard]] QString takeStrings(const QJsonValue& value, QStringList& into);

} // namespace slipway
