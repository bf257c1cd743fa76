#pragma once

#include "models/logfilter.h"
#include "views/widgets/card.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace slipway
{

/// The strip above the log: what of it is shown, and what can be done with it.
class LogHead final : public Strip
{
    Q_OBJECT
public:
    explicit LogHead(QWidget* parent = nullptr);

    [[nodiscard]] const LogFilter& filter() const { return m_filter; }
    void clearFilter();
    /// Categories that were seen beside Slipway's own.
    void setSeenCategories(const QStringList& categories) { m_seen = categories; }
    void showCount(int shown, int total);
    void showJump(bool isAway);
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void filterChanged(const slipway::LogFilter& filter);
    void jumpRequested();
    void copyRequested();
    void saveRequested();
    void clearRequested();
    void closeRequested();
    /// The menu is about to be opened: setSeenCategories() is welcome.
    void categoriesWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(QLatin1StringView iconName, const QString& text, void (LogHead::*signal)());
    QToolButton* makeMenuButton(const QString& name);
    void fillLevels();
    void fillCategories();
    void addChoice(QMenu& menu, const QString& text, bool isChosen, const std::function<void()>& choose);
    void setFilter(const LogFilter& filter);

    LogFilter m_filter;
    QStringList m_seen;
    QLineEdit* m_text;
    QToolButton* m_level;
    QToolButton* m_category;
    QLabel* m_count;
    QPushButton* m_jump;
};

} // namespace slipway
