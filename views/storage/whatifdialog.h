#pragma once

#include "models/whatifmeter.h"
#include "views/widgets/dialog.h"

#include <QDateTime>

class QLabel;
class QPushButton;

namespace slipway
{

class FigureView;
class WhatIfForm;

/// "What if we consolidate?": what an owner would store if images shared their bases and old versions went, counted
/// anew at each change from the layers that were there when it was opened. It changes nothing.
class WhatIfDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `now`: what ages are counted to.
    WhatIfDialog(const InventoryPtr& inventory, const Prices& prices, const QDateTime& now, QWidget* parent);

    [[nodiscard]] WhatIfForm& form() { return *m_form; }
    [[nodiscard]] FigureView& steps() { return *m_steps; }
    /// What would be, or that it is being counted.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString notes() const;
    [[nodiscard]] bool isCounting() const { return !m_counted && (!m_ground || m_meter.isMeasuring()); }

Q_SIGNALS:
    /// What the form says was counted.
    void counted();

private:
    void takeGround(const std::shared_ptr<const WhatIfGround>& ground);
    void count();
    void showResult(const WhatIf& wish, const ConsolidationResult& result);
    void addButtons();
    void copyText();

    struct Counted {
        WhatIf wish;
        ConsolidationResult result;
    };

    Prices m_prices;
    QDateTime m_now;
    std::shared_ptr<const WhatIfGround> m_ground;
    std::optional<Counted> m_counted; ///< none while the form says something else
    WhatIfForm* m_form;
    QLabel* m_sentence;
    FigureView* m_steps;
    QLabel* m_notes;
    QPushButton* m_copy;
    QPushButton* m_reset;
    WhatIfMeter m_meter;
};

} // namespace slipway
