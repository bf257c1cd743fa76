#pragma once

#include <QAbstractButton>
#include <QLatin1StringView>

namespace slipway
{

/// One line of the sidebar: icon and word, or the icon alone with the word as tooltip while the sidebar is collapsed.
class SidebarButton final : public QAbstractButton
{
    Q_OBJECT
public:
    SidebarButton(const QString& text, const QIcon& icon, const QIcon& activeIcon, QWidget* parent);

    void setCompact(bool isCompact);
    /// The action that does the same: its keys are told in the tooltip.
    void setHintAction(const QString& actionId);
    /// A word at the right end, while there is room: the value of a setting.
    void setValueText(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    QIcon m_activeIcon;
    QString m_action;
    QString m_value;
    bool m_isCompact = false;
};

} // namespace slipway
