#include "views/settings/shortcutsrows.h"

#include "views/settings/settingrow.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kFieldWidth = 170;

/// Takes keys, not the Shift alone that Shift+Tab begins with: Qt's field is emptied by it, and the action's keys gone.
/// Backspace and Delete alone empty it: nobody wants them for an action, and the button that empties it is no place for
/// the keyboard.
class KeysField final : public QKeySequenceEdit
{
public:
    using QKeySequenceEdit::QKeySequenceEdit;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        constexpr std::array kModifiers{Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_Meta, Qt::Key_AltGr};
        const bool isEmptying = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
        if (isEmptying && event->modifiers() == Qt::NoModifier)
            clear();
        else if (std::ranges::find(kModifiers, event->key()) == kModifiers.end())
            QKeySequenceEdit::keyPressEvent(event);
    }
};

QString native(const QString& portable)
{
    return QKeySequence::fromString(portable, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

/// What a row says when nothing is wrong: keys that the field does not show.
QString otherKeys(const QStringList& keys)
{
    QStringList others;
    const QStringList rest = keys.mid(1);
    for (const auto& key : rest)
        others.append(native(key));
    return others.isEmpty() ? QString() : ShortcutsRows::tr("also %1").arg(others.join(u", "_s));
}

} // namespace

ShortcutsRows::ShortcutsRows(const std::vector<ActionKeys>& actions, QWidget* parent)
    : QObject(parent)
{
    for (const auto& action : actions)
        m_lines.push_back(makeLine(action, parent));
    setActions(actions);
}

ShortcutsRows::Line ShortcutsRows::makeLine(const ActionKeys& action, QWidget* parent)
{
    auto* control = new QWidget(parent);
    auto* field = new KeysField(control);
    auto* reset = new QToolButton(control);
    field->setMaximumSequenceLength(1);
    field->setClearButtonEnabled(true);
    // Backwards too, which a keyboard tells with Shift and Qt's usual list has without: it would be taken for a
    // shortcut.
    field->setFinishingKeyCombinations(
        {Qt::Key_Tab, Qt::Key_Backtab, Qt::SHIFT | Qt::Key_Tab, Qt::SHIFT | Qt::Key_Backtab});
    followText(*field, [field] { field->setFixedWidth(withText(kFieldWidth)); });
    field->setAccessibleName(tr("Keys of %1").arg(action.text));
    field->setAccessibleDescription(tr("Press the keys; Backspace for none"));
    field->setToolTip(field->accessibleDescription());
    if (auto* line = field->findChild<QLineEdit*>()) {
        line->setAccessibleName(field->accessibleName());
        line->setPlaceholderText(tr("None"));
        if (auto* clear = line->findChild<QToolButton*>()) {
            clear->setToolTip(tr("No keys"));
            clear->setAccessibleName(clear->toolTip());
        }
    }
    reset->setIcon(icon("edit-reset"_L1, IconColor::Muted));
    reset->setToolTip(tr("Usual keys"));
    reset->setAccessibleName(tr("Usual keys of %1").arg(action.text));
    reset->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(control);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field);
    layout->addWidget(reset);
    const QString id = action.id;
    connect(field, &QKeySequenceEdit::keySequenceChanged, this,
            [this, id](const QKeySequence& keys) { tellKeys(id, keys.toString(QKeySequence::PortableText)); });
    connect(reset, &QToolButton::clicked, this, [this, id] { Q_EMIT usualKeysWanted(id); });
    return {id, new SettingRow(action.text, {}, control, parent), field, reset};
}

/// The field tells its keys when it is left as well: only others than those it shows were pressed by a person.
void ShortcutsRows::tellKeys(const QString& id, const QString& key)
{
    const auto action = std::ranges::find(m_actions, id, &ActionKeys::id);
    if (action != m_actions.end() && action->keys.value(0) != key)
        Q_EMIT keysSet(id, key.isEmpty() ? QStringList() : QStringList{key});
}

void ShortcutsRows::setActions(const std::vector<ActionKeys>& actions)
{
    m_actions = actions;
    const auto conflicts = shortcutConflicts(actions);
    for (const auto& line : m_lines) {
        const auto action = std::ranges::find(actions, line.id, &ActionKeys::id);
        if (action == actions.end())
            continue;
        const auto& others = conflicts[static_cast<size_t>(action - actions.begin())];
        const auto shown = QKeySequence::fromString(action->keys.value(0), QKeySequence::PortableText);
        if (line.field->keySequence() != shown) {
            const QSignalBlocker blocker(line.field);
            line.field->setKeySequence(shown);
        }
        line.reset->setEnabled(action->keys != action->usual);
        if (others.isEmpty())
            line.row->setSentence(otherKeys(action->keys));
        else
            line.row->setSentence(
                tr("%1 has the same keys: they do nothing until one has others.").arg(others.join(u", "_s)),
                SettingRow::Kind::Warning);
    }
}

QList<SettingRow*> ShortcutsRows::rows() const
{
    QList<SettingRow*> rows;
    for (const auto& line : m_lines)
        rows.append(line.row);
    return rows;
}

QKeySequenceEdit* ShortcutsRows::fieldOf(const QString& id) const
{
    const auto line = std::ranges::find(m_lines, id, &Line::id);
    return line == m_lines.end() ? nullptr : line->field;
}

} // namespace slipway
