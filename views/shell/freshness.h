#pragma once

#include "core/clock.h"
#include "views/pagestate.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway
{

class Badge;

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

Q_SIGNALS:
    void refreshRequested();

private:
    void tell();

    Clock m_clock;
    PageState m_state;
    QDateTime m_fetchedAt;
    bool m_isRefreshAllowed = true;
    QTimer m_timer;
    Badge* m_badge;
    QLabel* m_label;
    QToolButton* m_refresh;
};

} // namespace slipway
