#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <yaml-cpp/yaml.h>

namespace slipway
{

/// Reads a YAML document into values and remembers the first thing that was not as expected, with line and column.
class YamlReader final
{
public:
    explicit YamlReader(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    /// The document; a null node with an error for text that is no YAML.
    [[nodiscard]] YAML::Node parse(const QByteArray& yaml);
    /// True for a map whose keys are all among these.
    [[nodiscard]] bool isMapOf(const YAML::Node& node, const QStringList& keys);
    /// `key` names the node in the error.
    [[nodiscard]] bool isSequence(const YAML::Node& node, const QString& key);
    [[nodiscard]] QString text(const YAML::Node& node, const QString& key);
    /// A text that is not empty.
    [[nodiscard]] QString word(const YAML::Node& node, const QString& key);
    /// A finite number.
    [[nodiscard]] double number(const YAML::Node& node, const QString& key);
    /// A whole number within these bounds, which are values too.
    [[nodiscard]] int wholeNumber(const YAML::Node& node, const QString& key, int least, int most);
    /// true or false.
    [[nodiscard]] bool flag(const YAML::Node& node, const QString& key);
    void refuse(const YAML::Node& node, const QString& why);
    /// The same for the value of a key: says what was expected, and what is there.
    void refuseValue(const YAML::Node& node, const QString& key, const QString& expected);

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    void refuseAt(const YAML::Mark& mark, const QString& why);

    QString m_fileName;
    std::optional<Error> m_error;
};

} // namespace slipway
