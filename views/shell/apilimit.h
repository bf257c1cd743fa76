#pragma once

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;

namespace slipway
{

/// GitHub's primary rate limit as the last answer told it.
struct ApiLimit final {
    qint64 limit = 0;
    qint64 remaining = 0;
    QDateTime resetAt;

    friend bool operator==(const ApiLimit&, const ApiLimit&) = default;
};

/// Requests wait for a limit of the server.
struct ApiPause final {
    enum class Reason { Used, TooFast, Floor };
    QDateTime until;
    Reason reason = Reason::Used;

    friend bool operator==(const ApiPause&, const ApiPause&) = default;
};

/// What is left of the rate limit, as numbers and a bar: accent above a fifth, then warning, then bad below a
/// twentieth.
class ApiLimitMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit ApiLimitMeter(QWidget* parent = nullptr);

    /// Nothing: no answer has told it yet.
    void setLimit(const std::optional<ApiLimit>& limit);
    /// While it pauses, the meter says until when; it goes on by itself.
    void setPause(const std::optional<ApiPause>& pause);
    [[nodiscard]] QString valueText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void tellPause();
    void tellLimit();
    void colorBar();

    std::optional<ApiLimit> m_limit;
    std::optional<ApiPause> m_pause;
    QLabel* m_title;
    QLabel* m_value;
    QProgressBar* m_bar;
};

} // namespace slipway
