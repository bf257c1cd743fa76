#pragma once

#include "core/clock.h"
#include "models/cleanupsheet.h"
#include "views/pagestate.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace slipway
{

class AgedText;
class HoldsCard;
class PlanStrip;
class PlanView;
class SectionCard;
class StatePage;

/// The plan: four numbers, the policy and what it protects, the versions by rule, and the way to carry it out.
class PlanPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPane(QWidget* parent = nullptr);

    void showSheet(const CleanupSheetPtr& sheet, const QDateTime& now);
    /// Whose versions all stay, where none is selected.
    void setOwner(const QString& owner);
    void setAge(DataAge age);
    /// Absent where nothing may be changed; `whyNot` says why it cannot be pressed, empty: it can.
    void offerApply(bool isOffered, const QString& whyNot);
    [[nodiscard]] PlanView& view() const { return *m_view; }
    [[nodiscard]] HoldsCard& holds() const { return *m_holds; }
    [[nodiscard]] QPushButton& applyButton() const { return *m_apply; }

private:
    [[nodiscard]] QWidget* makeFoot();

    PlanStrip* m_strip;
    HoldsCard* m_holds;
    SectionCard* m_card;
    PlanView* m_view;
    StatePage* m_nothing; ///< in the view's place where the policy selects no version
    QStackedLayout* m_stack;
    QLabel* m_note;
    QPushButton* m_apply;
    AgedText* m_aged;
};

} // namespace slipway
