#include "views/settings/settingcontrols.h"

#include "views/theme/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

namespace slipway
{

namespace
{
constexpr int kChoiceWidth = 184;
} // namespace

SettingControls::SettingControls(QWidget* parent)
    : QObject(parent)
    , m_parent(parent)
{
}

QComboBox* SettingControls::makeChoice(ChoiceSetting setting)
{
    auto* box = new QComboBox(m_parent);
    followText(*box, [box] { box->setFixedWidth(withText(kChoiceWidth)); });
    for (const auto& [text, value] : std::as_const(setting.offered))
        box->addItem(text, value);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, set = setting.set] {
        const QVariant value = box->currentData();
        Q_EMIT changeRequested([set, value](UserSettings& settings) { set(settings, value); });
    });
    m_choices.push_back({box, std::move(setting)});
    return box;
}

QCheckBox* SettingControls::makeCheck(std::function<bool&(UserSettings&)> member)
{
    auto* box = new QCheckBox(m_parent);
    connect(box, &QCheckBox::toggled, this, [this, member](bool isOn) {
        Q_EMIT changeRequested([member, isOn](UserSettings& settings) { member(settings) = isOn; });
    });
    m_checks.push_back({box, std::move(member)});
    return box;
}

void SettingControls::show(const UserSettings& settings)
{
    UserSettings shown = settings;
    for (const auto& check : m_checks) {
        const QSignalBlocker blocker(check.box);
        check.box->setChecked(check.member(shown));
    }
    for (const auto& [box, setting] : m_choices) {
        const QSignalBlocker blocker(box);
        const QVariant value = setting.get(settings);
        if (box->findData(value) < 0)
            box->addItem(setting.textOf ? setting.textOf(value) : value.toString(), value);
        box->setCurrentIndex(box->findData(value));
    }
}

} // namespace slipway
