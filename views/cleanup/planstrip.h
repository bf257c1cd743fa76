#pragma once

#include "models/cleanupsheet.h"
#include "views/pagestate.h"

#include <QWidget>

namespace slipway
{

class AgedText;
class ReclaimBar;
class StatCard;

/// A plan in four numbers: what it frees, what stays of what is stored, what is protected, and until when it could be
/// taken back.
class PlanStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanStrip(QWidget* parent = nullptr);

    /// `now`: when it would be carried out. Null: nothing is planned yet.
    void showSheet(const CleanupSheetPtr& sheet, const QDateTime& now);
    void setAge(DataAge age);

private:
    StatCard* m_frees;
    ReclaimBar* m_bar;
    AgedText* m_aged;
    StatCard* m_held;
    StatCard* m_until;
};

} // namespace slipway
