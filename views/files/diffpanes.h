#pragma once

#include "models/codecontent.h"

#include <QWidget>

class QLabel;

namespace slipway
{

class CodeColors;
class CodePane;
class ElidedLabel;

/// A diff as it is shown: two panes that scroll together, or one with both texts. Folds open when they are pressed.
class DiffPanes final : public QWidget
{
    Q_OBJECT
public:
    explicit DiffPanes(QWidget* parent = nullptr);

    /// What both texts are called. `fileName` tells the grammar they are coloured by.
    void showDiff(const TextDiffPtr& diff, const QString& fileName, const QString& leftName, const QString& rightName);
    [[nodiscard]] const TextDiffPtr& diff() const { return m_diff; }
    void clear();
    /// Whether both texts have their colours.
    [[nodiscard]] bool isColored() const;

    void setLayoutShown(DiffLayout layout);
    void setFolded(bool isFolded);
    /// The change the cursor is in, or the one gone to last; -1: none.
    [[nodiscard]] qsizetype change() const { return m_change; }
    /// Goes to the next or the previous change, round the ends.
    void goToChange(int step);
    /// The pane that is searched and has the keyboard: the left one, or the one with both.
    [[nodiscard]] CodePane& mainPane() const;
    [[nodiscard]] CodePane& rightPane() const { return *m_rightPane; }

Q_SIGNALS:
    void changeShown(qsizetype change);
    /// isColored() is true from now on.
    void colored();
    /// Other rows are shown.
    void rowsChanged();

private:
    void arrange();
    void openFold(qsizetype row);
    void followCursor(qsizetype row);

    TextDiffPtr m_diff;
    DiffRowsPtr m_rows;
    DiffLayout m_layout = DiffLayout::SideBySide;
    std::optional<DiffFolding> m_folding = DiffFolding();
    qsizetype m_change = -1;
    CodeColors* m_leftColors;
    CodeColors* m_rightColors;
    CodePane* m_leftPane;
    CodePane* m_rightPane;
    CodePane* m_inlinePane;
    ElidedLabel* m_leftName;
    ElidedLabel* m_rightName;
    QWidget* m_rightPart;
};

} // namespace slipway
