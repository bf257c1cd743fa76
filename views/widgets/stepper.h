#pragma once

#include "views/widgets/accessiblevalue.h"
#include "views/widgets/stepstate.h"

#include <QWidget>

namespace slipway
{

class BusyGlyph;

/// The steps of something that runs, side by side: a glyph and a name each, joined by lines as far as they were walked.
class Stepper final : public QWidget, public AmountShown
{
    Q_OBJECT
public:
    explicit Stepper(QWidget* parent = nullptr);

    void setSteps(const std::vector<Step>& steps);
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    /// Settled steps of all.
    [[nodiscard]] AmountRange amount() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect cell(int step) const;
    [[nodiscard]] QRect glyphRect(int step) const;
    [[nodiscard]] QString shownName(int step) const;
    void placeBusy();

    std::vector<Step> m_steps;
    BusyGlyph* m_busy; ///< on the active step: the only thing that moves
};

} // namespace slipway
