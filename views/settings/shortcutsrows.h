#pragma once

#include "views/settings/shortcuts.h"

#include <QObject>

class QKeySequenceEdit;
class QToolButton;

namespace slipway
{

class SettingRow;

/// The rows in which actions are given other keys.
class ShortcutsRows final : public QObject
{
    Q_OBJECT
public:
    /// The rows belong to `parent`.
    ShortcutsRows(const std::vector<ActionKeys>& actions, QWidget* parent);

    /// The keys as they are now, of the same actions.
    void setActions(const std::vector<ActionKeys>& actions);
    [[nodiscard]] QList<SettingRow*> rows() const;
    /// Where keys of an action are typed; null if there is no such action.
    [[nodiscard]] QKeySequenceEdit* fieldOf(const QString& id) const;

Q_SIGNALS:
    /// Empty keys: none.
    void keysSet(const QString& id, const QStringList& keys);
    void usualKeysWanted(const QString& id);

private:
    struct Line {
        QString id;
        SettingRow* row;
        QKeySequenceEdit* field;
        QToolButton* reset;
    };

    Line makeLine(const ActionKeys& action, QWidget* parent);
    void tellKeys(const QString& id, const QString& key);

    std::vector<ActionKeys> m_actions;
    std::vector<Line> m_lines;
};

} // namespace slipway
