#pragma once

#include "settings/usersettings.h"

#include <QObject>

#include <functional>
#include <vector>

class QLineEdit;
class QWidget;

namespace slipway
{

class SettingRow;

/// A setting that is typed.
struct TextSetting final {
    QString title;
    QString sentence; ///< what it is about, and which texts it takes
    QString unit;     ///< behind the field
    std::function<QString(const UserSettings&)> show;
    /// Takes a text over, or gives the sentence that says what it should have been.
    std::function<QString(const QString& text, UserSettings& into)> read;
};

/// The rows in which settings are typed. A text that cannot be meant stays in its field, with what was expected below
/// it; what was set before counts.
class TextRows final : public QObject
{
    Q_OBJECT
public:
    /// The rows belong to `parent`.
    TextRows(std::vector<TextSetting> settings, QWidget* parent);

    void setSettings(const UserSettings& settings);
    [[nodiscard]] QList<SettingRow*> rows() const;

Q_SIGNALS:
    void changeRequested(const std::function<void(slipway::UserSettings&)>& change);

private:
    struct Line {
        TextSetting setting;
        SettingRow* row;
        QLineEdit* field;
    };

    [[nodiscard]] Line makeLine(TextSetting setting, QWidget* parent);
    void take(size_t line);

    std::vector<Line> m_lines;
    UserSettings m_settings;
    bool m_isShown = false;
};

} // namespace slipway
