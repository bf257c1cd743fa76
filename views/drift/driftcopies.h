#pragma once

#include "models/driftlook.h"

#include <QObject>

class QAction;
class QWidget;

namespace slipway
{

class FindingsModel;
class LadderCard;

/// Copies the Drift page: all in sight as text or Markdown, and the two images that are side by side.
class DriftCopies final : public QObject
{
    Q_OBJECT
public:
    /// The actions are put on `place`. All outlive it.
    DriftCopies(QWidget& place, const FindingsModel& findings, const LadderCard& ladder);

    /// Null: there is nothing to copy.
    void setLook(const DriftLookPtr& look, const QDateTime& now);
    [[nodiscard]] QAction& textAction() { return *m_text; }
    [[nodiscard]] QList<QAction*> all() const { return {m_text, m_markdown, m_comparison}; }

private:
    DriftLookPtr m_look;
    QDateTime m_now;
    QAction* m_text;
    QAction* m_markdown;
    QAction* m_comparison;
};

} // namespace slipway
