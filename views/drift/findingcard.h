#pragma once

#include "models/driftlook.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace slipway
{

class ElidedLabel;
class SectionCard;

/// The chosen finding in whole: what it says, what was expected and is there, its life, and what can be done about it.
class FindingCard final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingCard(QWidget* parent = nullptr);

    /// nullopt: none is chosen.
    void showFinding(const std::optional<FindingLife>& life, const QDateTime& now);
    [[nodiscard]] const std::optional<FindingLife>& finding() const { return m_life; }
    /// A button for an action of the page, in the order they come; it is there as long as the action is visible.
    void addAction(QAction& action, const QString& text);
    /// What it says, line by line.
    [[nodiscard]] QStringList lines() const;

private:
    [[nodiscard]] QLabel* addText();

    std::optional<FindingLife> m_life;
    SectionCard* m_card;
    QVBoxLayout* m_texts;
    QVBoxLayout* m_buttons;
    ElidedLabel* m_image;
    QLabel* m_sentence;
    QLabel* m_since;
    QLabel* m_facts;
    QLabel* m_history;
};

} // namespace slipway
