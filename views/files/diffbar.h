#pragma once

#include "models/fileplaces.h"

#include <QWidget>

class QBoxLayout;
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
    /// Commits to compare with, the newest first, and which of them is; empty: there is no such choice.
    void setCommits(const std::vector<FileCommit>& commits, const QString& current);
    [[nodiscard]] QComboBox& commits() { return *m_commits; }
    void setLayoutShown(DiffLayout layout);
    [[nodiscard]] DiffLayout shownLayout() const { return m_layout; }
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const;
    /// What the files differ in beside their lines, of the next showChanges().
    void setForm(const QStringList& sentences);
    /// "Change 2 of 5"; `current` from 0, -1: none is gone to. Without a diff the steps are not there.
    void showChanges(bool hasDiff, qsizetype current, qsizetype total);
    [[nodiscard]] QString changeText() const;
    [[nodiscard]] QComboBox& choice() { return *m_choice; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By a person.
    void againstChosen(slipway::Against against);
    void commitChosen(const QString& id);
    void layoutChosen(slipway::DiffLayout layout);
    void foldingChosen(bool isFolded);
    void nextWanted();
    void previousWanted();
    void copyWanted();

protected:
    bool event(QEvent* event) override;

private:
    void layOut();
    void fitRows();

    QComboBox* m_choice;
    QComboBox* m_commits;
    QPushButton* m_sideBySide;
    QPushButton* m_inline;
    QCheckBox* m_fold;
    QLabel* m_changes;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_copy;
    QBoxLayout* m_rows = nullptr;
    QBoxLayout* m_what = nullptr;
    QBoxLayout* m_through = nullptr;
    DiffLayout m_layout = DiffLayout::SideBySide;
    QStringList m_form;
};

/// "3d1f2ab, 20/11/2025, Pin the images".
[[nodiscard]] QString commitText(const FileCommit& commit);

/// "Diff with the registry".
[[nodiscard]] QString againstText(Against against);

} // namespace slipway
