#pragma once

#include "models/cleanupsheet.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace slipway
{

class SearchField;
class SectionCard;

/// The card "Policy": which one is in force, what it protects and how much, and why anything at all is kept.
class HoldsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit HoldsCard(QWidget* parent = nullptr);

    void showSheet(const CleanupSheetPtr& sheet);
    /// Takes a tag or a digest.
    [[nodiscard]] SearchField& whyField() { return *m_why; }
    /// What it answers, as text.
    [[nodiscard]] QString answer() const;

private:
    void showHolds();
    void showAnswer();

    CleanupSheetPtr m_sheet;
    SectionCard* m_card;
    QWidget* m_holds = nullptr;
    QGridLayout* m_rows = nullptr;
    QLabel* m_note;
    SearchField* m_why;
    QLabel* m_answer;
};

} // namespace slipway
