#pragma once

#include "views/theme/tokens.h"

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
    /// A word at the right end, the value of a setting; where there is no room for all of it, it ends in an ellipsis
    /// and the tooltip tells the whole.
    void setValueText(const QString& text);
    /// A short word at the right end that is to be seen, "93 %"; of a collapsed sidebar a dot, and the word in the
    /// tooltip. Empty: none.
    void setBadge(const QString& text, Tone tone);
    [[nodiscard]] const QString& badge() const { return m_badge; }
    /// With room for every word of it.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();
    void paintWords(QPainter& painter, int left) const;
    void paintBadge(QPainter& painter) const;
    [[nodiscard]] int endWidth() const;

    QIcon m_activeIcon;
    QString m_action;
    QString m_value;
    QString m_badge;
    Tone m_badgeTone = Tone::Accent;
    bool m_isCompact = false;
};

} // namespace slipway
