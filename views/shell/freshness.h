#pragma once

#include "core/clock.h"
#include "views/pagestate.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace slipway
{

class Badge;

/// How a page stands whose data were read at `fetchedAt`: what nobody has read again for five minutes is stale, whoever
/// called it ready.
[[nodiscard]] PageState standing(const PageState& state, const QDateTime& fetchedAt, const QDateTime& now);

/// Whether what was read at `fetchedAt` may be out of date. While it is read again it stays as old as it was.
[[nodiscard]] DataAge dataAge(const PageState& state, const QDateTime& fetchedAt, const QDateTime& now, DataAge before);

/// How old the data in sight are, and the button that reads them again.
class Freshness final : public QWidget
{
    Q_OBJECT
public:
    explicit Freshness(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    void setState(const PageState& state);
    /// When the data in sight were read; invalid while there are none.
    void setFetchedAt(const QDateTime& time);
    /// False when the program was started to stay offline; the button then says so.
    void setRefreshAllowed(bool isAllowed);
    /// What a person reads.
    [[nodiscard]] QString text() const;
    /// As standingChanged() told last.
    [[nodiscard]] const PageState& state() const { return m_standing; }
    [[nodiscard]] bool isRefreshAllowed() const { return m_isRefreshAllowed; }

Q_SIGNALS:
    void refreshRequested();
    /// For the pages: the state that was set, or stale when its time has come.
    void standingChanged(const slipway::PageState& state);
    /// `text`: how old, as it is told here.
    void ageChanged(slipway::DataAge age, const QString& text);

private:
    void tell();
    void tellOthers();
    [[nodiscard]] QString label() const;
    [[nodiscard]] std::optional<QString> warning() const;
    [[nodiscard]] QString reason() const;

    Clock m_clock;
    PageState m_state;
    PageState m_standing; ///< as told last
    DataAge m_age = DataAge::Fresh;
    QString m_ageText;
    QDateTime m_fetchedAt;
    bool m_isRefreshAllowed = true;
    QTimer m_timer;
    Badge* m_badge;
    QLabel* m_label;
    QToolButton* m_refresh;
};

} // namespace slipway
