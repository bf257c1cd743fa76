#pragma once

#include "views/widgets/glyph.h"

#include <QIcon>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace slipway
{

class BusyGlyph;
class GlyphLabel;
class IconLabel;

/// What stands where content would: nothing there yet, loading, or what went wrong and what to do about it.
class StatePage final : public QWidget
{
    Q_OBJECT
public:
    explicit StatePage(QWidget* parent = nullptr);

    /// `action` is the word on the button; empty: there is nothing to press.
    void showEmpty(const QIcon& icon, const QString& title, const QString& sentence, const QString& action = {});
    /// `total` 0: how much there is is not known yet.
    void showLoading(const QString& title, const QString& sentence, qint64 done, qint64 total);
    void showError(const QString& title, const QString& sentence, const QString& action);
    /// None while it is hidden: what another page of a stack would say takes no room from the one that is shown.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitTexts();
    void showSign(QWidget& sign);
    void fitSign();
    void showTexts(const QString& title, const QString& sentence, const QString& action);

    IconLabel* m_icon;
    GlyphLabel* m_glyph;
    BusyGlyph* m_busy;
    QWidget* m_sign = nullptr; ///< which of the three is in sight, where there is room
    QLabel* m_title;
    QLabel* m_sentence;
    QProgressBar* m_progress;
    QPushButton* m_action;
};

} // namespace slipway
