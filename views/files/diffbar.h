#pragma once

#include "models/fileplaces.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace slipway
{

/// What a file is compared with, how the difference is shown, and steps from change to change.
class DiffBar final : public QWidget
{
    Q_OBJECT
public:
    explicit DiffBar(QWidget* parent = nullptr);

    /// What may be chosen, and what is.
    void setChoices(const std::vector<Against>& choices, Against current);
    [[nodiscard]] Against against() const;
    void setLayoutShown(DiffLayout layout);
    [[nodiscard]] DiffLayout shownLayout() const { return m_layout; }
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const;
    /// "Change 2 of 5"; `current` from 0, -1: none is gone to. Without a diff the steps are not there.
    void showChanges(bool hasDiff, qsizetype current, qsizetype total);
    [[nodiscard]] QString changeText() const;
    [[nodiscard]] QComboBox& choice() { return *m_choice; }

Q_SIGNALS:
    /// By a person.
    void againstChosen(slipway::Against against);
    void layoutChosen(slipway::DiffLayout layout);
    void foldingChosen(bool isFolded);
    void nextWanted();
    void previousWanted();
    void copyWanted();

private:
    QComboBox* m_choice;
    QPushButton* m_sideBySide;
    QPushButton* m_inline;
    QCheckBox* m_fold;
    QLabel* m_changes;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_copy;
    DiffLayout m_layout = DiffLayout::SideBySide;
};

/// "Diff with the registry".
[[nodiscard]] QString againstText(Against against);

} // namespace slipway
