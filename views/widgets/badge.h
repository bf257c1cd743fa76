#pragma once

#include "views/theme/tokens.h"
#include "views/widgets/glyph.h"

#include <QWidget>

#include <optional>

namespace slipway
{

/// What a badge says: a word, its meaning, and a glyph so that colour is not all that tells it.
struct BadgeText final {
    QString text;
    Tone tone = Tone::Neutral;
    std::optional<Glyph> glyph;

    friend bool operator==(const BadgeText&, const BadgeText&) = default;
};

/// Width and height a badge takes.
[[nodiscard]] QSize badgeSize(const BadgeText& badge);
/// Draws a badge at the left of `rect`, in its middle.
void paintBadge(QPainter& painter, const QRectF& rect, const BadgeText& badge, const Tokens& tokens);

/// A badge as a widget: "GPU", "Stale 34 min".
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);

    void setBadge(const BadgeText& badge);
    [[nodiscard]] const BadgeText& badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeText m_badge;
};

} // namespace slipway
