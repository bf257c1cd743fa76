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

/// What is left of the rate limit, as numbers and a bar: accent above a fifth, then warning, then bad below a
/// twentieth.
class ApiLimitMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit ApiLimitMeter(QWidget* parent = nullptr);

    /// Nothing: no answer has told it yet.
    void setLimit(const std::optional<ApiLimit>& limit);
    [[nodiscard]] QString valueText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void colorBar();

    std::optional<ApiLimit> m_limit;
    QLabel* m_value;
    QProgressBar* m_bar;
};

} // namespace slipway
