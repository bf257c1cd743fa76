#pragma once

#include "views/widgets/countdown.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QPushButton;

namespace slipway
{

class ElidedLabel;

/// How long what was done can be taken back from a toast.
constexpr std::chrono::seconds kGracePeriod{5};
/// How long a toast stays that only tells.
constexpr std::chrono::seconds kToldPeriod{3};

/// Says for a few seconds, at the foot of the window, that something was done, and takes it back if it is asked to. It
/// never takes the keyboard, but Tab reaches it and the window's undo key works while it is there; it stays while the
/// pointer is on it or it has the keyboard, and is announced as an alert. Only for what can be taken back at once: what
/// cannot is asked for beforehand (ConfirmDialog). Or it tells of what needs no taking back, as that a text was copied.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    /// The window's one toast, which the window makes.
    explicit Toast(QWidget& window);

    void offer(const QString& sentence, const std::function<void()>& undo);
    /// Without anything to take back. While there is, it is only announced: the offer stays.
    void say(const QString& sentence);
    void undo();
    void dismiss();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] QPushButton& undoButton() { return *m_undo; }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void begin(const QString& sentence, std::chrono::seconds period);
    void place();
    [[nodiscard]] QRect clearOfFeet(QRect rect) const;
    void tell();
    void followFocus(QWidget* before, QWidget* now);
    void holdOrLetGo();
    [[nodiscard]] Countdown::Time now() const { return Countdown::Time(m_clock.elapsed()); }

    ElidedLabel* m_sentence;
    QLabel* m_left;
    QPushButton* m_undo;
    QPushButton* m_close;
    QAction* m_action;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::optional<Countdown> m_countdown;
    std::function<void()> m_undoIt;
    QPointer<QWidget> m_before; ///< had the keyboard before this
};

/// What stands at the foot of a page or pane and must stay in sight and in reach: a toast lies above it.
void keepClearOfToasts(QWidget& foot);

/// Offers in the window of `widget` to take back what was just done. An offer that is still there goes: what it was
/// about can no longer be taken back.
void offerUndo(QWidget& widget, const QString& sentence, const std::function<void()>& undo);
/// Says in the window of `widget` that something was done: "Copied digest".
void tellDone(QWidget& widget, const QString& sentence);

} // namespace slipway
