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
    /// What was found for a text; of no weight if another is in the field by now.
    void showAnswers(const QString& meant, const std::vector<CleanupAnswer>& answers);
    /// What it answers, as text.
    [[nodiscard]] QString answer() const;

Q_SIGNALS:
    /// What becomes of these versions (whyKept())? showAnswers() takes the answer.
    void asked(const QString& meant);

private:
    void showHolds();
    void ask();
    void showLines(const QStringList& lines);

    CleanupSheetPtr m_sheet;
    SectionCard* m_card;
    QWidget* m_holds = nullptr;
    QGridLayout* m_rows = nullptr;
    QLabel* m_note;
    SearchField* m_why;
    QLabel* m_answer;
};

} // namespace slipway
