#pragma once

#include "settings/usersettings.h"

#include <QObject>
#include <QVariant>

#include <functional>
#include <utility>

class QCheckBox;
class QComboBox;
class QWidget;

namespace slipway
{

using SettingsChange = std::function<void(UserSettings&)>;

/// What a choice among several is about.
struct ChoiceSetting final {
    QList<std::pair<QString, QVariant>> offered; ///< text, value
    std::function<QVariant(const UserSettings&)> get;
    std::function<void(UserSettings&, const QVariant&)> set;
    std::function<QString(const QVariant&)> textOf = {}; ///< of a value that is set but not offered
};

/// Makes the boxes in which settings are chosen, and shows in all of them what counts.
class SettingControls final : public QObject
{
    Q_OBJECT
public:
    /// The boxes belong to `parent`.
    explicit SettingControls(QWidget* parent);

    QComboBox* makeChoice(ChoiceSetting setting);
    /// `member` gives the flag of the settings it is handed.
    QCheckBox* makeCheck(std::function<bool&(UserSettings&)> member);
    /// Without telling anybody of a change.
    void show(const UserSettings& settings);

Q_SIGNALS:
    void changeRequested(const std::function<void(slipway::UserSettings&)>& change);

private:
    struct Choice {
        QComboBox* box;
        ChoiceSetting setting;
    };
    struct Check {
        QCheckBox* box;
        std::function<bool&(UserSettings&)> member;
    };

    QWidget* m_parent;
    std::vector<Choice> m_choices;
    std::vector<Check> m_checks;
};

} // namespace slipway
