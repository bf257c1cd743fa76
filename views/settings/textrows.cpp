#include "views/settings/textrows.h"

#include "views/settings/settingrow.h"
#include "views/theme/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace slipway
{

namespace
{
constexpr int kFieldWidth = 124;
constexpr int kUnitWidth = 52;
} // namespace

TextRows::TextRows(std::vector<TextSetting> settings, QWidget* parent)
    : QObject(parent)
{
    for (auto& setting : settings) {
        m_lines.push_back(makeLine(std::move(setting), parent));
        connect(m_lines.back().field, &QLineEdit::editingFinished, this,
                [this, line = m_lines.size() - 1] { take(line); });
    }
}

TextRows::Line TextRows::makeLine(TextSetting setting, QWidget* parent)
{
    auto* control = new QWidget(parent);
    auto* field = new QLineEdit(control);
    followText(*field, [field] { field->setFixedWidth(withText(kFieldWidth)); });
    auto* unit = new QLabel(setting.unit, control);
    setTextRole(*unit, TextRole::Caption);
    unit->setForegroundRole(QPalette::PlaceholderText);
    followText(*unit, [unit] { unit->setFixedWidth(withText(kUnitWidth)); });
    auto* layout = new QHBoxLayout(control);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(field);
    layout->addWidget(unit);
    auto* row = new SettingRow(setting.title, setting.sentence, control, parent);
    field->setAccessibleName(setting.title);
    field->setAccessibleDescription(setting.sentence);
    return {std::move(setting), row, field};
}

void TextRows::take(size_t line)
{
    const auto& [setting, row, field] = m_lines[line];
    const QString text = field->text().trimmed();
    UserSettings probe = m_settings;
    const QString fault = setting.read(text, probe);
    row->setSentence(fault.isEmpty() ? setting.sentence : fault,
                     fault.isEmpty() ? SettingRow::Kind::Usual : SettingRow::Kind::Warning);
    field->setAccessibleDescription(row->sentence());
    if (!fault.isEmpty())
        return;
    if (probe == m_settings) // the same, written otherwise
        field->setText(setting.show(m_settings));
    else
        Q_EMIT changeRequested([read = setting.read, text](UserSettings& into) { (void)read(text, into); });
}

void TextRows::setSettings(const UserSettings& settings)
{
    const UserSettings before = std::exchange(m_settings, settings);
    const bool isFirst = !std::exchange(m_isShown, true);
    for (const auto& [setting, row, field] : m_lines) {
        // What is being typed, or was not understood, stays until the setting itself changes.
        const QString text = setting.show(m_settings);
        if (!isFirst && text == setting.show(before))
            continue;
        field->setText(text);
        field->setCursorPosition(0);
        row->setSentence(setting.sentence);
    }
}

QList<SettingRow*> TextRows::rows() const
{
    QList<SettingRow*> rows;
    for (const auto& line : m_lines)
        rows.append(line.row);
    return rows;
}

} // namespace slipway
