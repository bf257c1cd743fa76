#pragma once

#include "models/whatif.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace slipway
{

class ToneLabel;

/// What a person chooses for a what-if: bases, hubs that share them, what is kept, the runner's price.
class WhatIfForm final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfForm(QWidget* parent = nullptr);

    /// What there is to choose from. Nothing is chosen by it.
    void setGround(const WhatIfGround& ground, const QString& currency);
    void setWish(const WhatIf& wish);
    /// As it stands; nothing while a field makes no sense, which the form says.
    [[nodiscard]] std::optional<WhatIf> wish() const;
    /// What is wrong; empty if nothing is.
    [[nodiscard]] QString fault() const;

Q_SIGNALS:
    void changed();

private:
    void addRow(const QString& title, QWidget* control);
    [[nodiscard]] QComboBox* makeChoice(const QString& name);
    void addBases(const WhatIfGround& ground);
    void addHubs(const WhatIfGround& ground);
    void tellChanged();

    QGridLayout* m_rows;
    std::array<QComboBox*, 2> m_bases{}; ///< for CPU and GPU; null: none is offered
    std::vector<QCheckBox*> m_hubs;
    QComboBox* m_untagged;
    QComboBox* m_tagged;
    QLineEdit* m_runner = nullptr;
    ToneLabel* m_fault = nullptr;
    bool m_isSetting = false;
};

} // namespace slipway
