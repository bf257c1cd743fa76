#pragma once

#include "views/theme/tokens.h"
#include "views/widgets/statstate.h"

#include <QFrame>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace slipway
{

class CardLink;
class GlyphLabel;
class ToneLabel;

/// One number for people, and what is said about it.
struct Stat final {
    QString title;               ///< "Stored"
    QString value;               ///< "18.7"
    QString unit;                ///< "GiB"; may be empty
    QString note;                ///< "Target ≤ 20 GiB"
    std::optional<double> share; ///< 0 to 1, as a bar; nullopt: there is none
    Tone tone = Tone::Accent;    ///< of the bar
    double hatched = 0;          ///< of the bar: what of its share could be taken away

    friend bool operator==(const Stat&, const Stat&) = default;
};

/// A card with one number in whatever state it is. A card that leads somewhere says where in its
/// last line while the pointer is on it or the line has the keyboard.
class StatCard final : public QFrame
{
    Q_OBJECT
public:
    explicit StatCard(const QString& title, QWidget* parent = nullptr);

    void showValue(const Stat& stat);
    /// `since`: of when the number is, "From 13:58".
    void showStale(const Stat& stat, const QString& since);
    void showLoading();
    /// `sentence` says when there will be something: "Appears after the first build".
    void showEmpty(const QString& sentence);
    /// What failed and why, with a link that asks for another try.
    void showError(const QString& what, const QString& why);
    /// Where the card leads, "Open Storage"; empty: nowhere, which is usual.
    void setLink(const QString& text);

    [[nodiscard]] StatState state() const { return m_state; }

Q_SIGNALS:
    void activated();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void layOut();
    void showNumber(StatState state, const QString& value, const QString& unit);
    void showNote(const QString& note);
    void paintSkeleton(QPainter& painter) const;
    [[nodiscard]] bool leadsSomewhere() const;

    StatState m_state = StatState::Loading;
    QLabel* m_title;
    QLabel* m_value;
    QLabel* m_unit;
    QProgressBar* m_bar;
    GlyphLabel* m_glyph;
    ToneLabel* m_warning; ///< beside the glyph: what failed, or of when the number is
    QLabel* m_note;
    CardLink* m_link; ///< in the note's place where the card leads somewhere
    QPushButton* m_retry;
};

} // namespace slipway
