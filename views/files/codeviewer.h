#pragma once

#include "models/codesearch.h"
#include "models/fileverdict.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTimer;

namespace slipway
{

class CodeColors;
class CodePane;
class DiffBar;
class DiffPanes;
class ElidedLabel;
class FindBar;
class GlyphLabel;
class LineBar;
class StatePage;

/// A file: its text or how it differs from another, with search, go to line, and what is said of it at the foot.
class CodeViewer final : public QWidget
{
    Q_OBJECT
public:
    /// Characters that are looked through in a few milliseconds, before the window has its turn.
    static constexpr qsizetype kSearchedAtOnce = 500'000;

    explicit CodeViewer(QWidget* parent = nullptr);

    /// No file: what there is instead.
    void showEmpty(const QString& title, const QString& sentence);
    /// `choices`: what it may be compared with. The text or an error follows.
    void showLoading(const QString& path, const std::vector<Against>& choices, Against against);
    void showText(const TextLinesPtr& text);
    void showComparison(const FileComparison& comparison, const QString& leftName, const QString& rightName);
    void showError(const Error& error);
    /// What became of checking the file in sight; its text follows or is there.
    void showVerdict(const FileVerdict& verdict);

    [[nodiscard]] CodePane& source() { return *m_source; }
    [[nodiscard]] DiffPanes& panes() { return *m_panes; }
    [[nodiscard]] DiffBar& bar() { return *m_bar; }
    [[nodiscard]] FindBar& findBar() { return *m_find; }
    [[nodiscard]] LineBar& lineBar() { return *m_line; }
    [[nodiscard]] StatePage& statePage() { return *m_state; }
    /// The pane that is searched; null while none is shown.
    [[nodiscard]] CodePane* pane() const;
    [[nodiscard]] QString footText() const;
    /// Whether all of what is shown has its colours.
    [[nodiscard]] bool isColored() const;

    void openFind();
    void findNext(int step);
    void openLine();
    /// Goes to a line and, where one is told, a column of it, from 1.
    void goToLine(qsizetype line, qsizetype column = 0);
    void goToChangeAt(qsizetype change);
    void goToChange(int step);
    void copyDiff();
    void takeKeyboard();

Q_SIGNALS:
    void againstChosen(slipway::Against against);
    /// A person arranged the diff otherwise.
    void arrangementChanged();
    /// "Try again".
    void retryWanted();
    /// What can be done has changed: there is a text, or a diff, or none.
    void contentChanged();
    void colored();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectParts();
    void search();
    /// Goes on with what is not looked through yet.
    void searchOn();
    void showMatches();
    void showMatch(qsizetype match);
    void closeBars();
    void showFoot();

    QString m_path;
    QString m_leftName;
    QString m_rightName;
    TextLinesPtr m_text;
    QString m_note;
    CodeSearch m_search;
    QTimer* m_searching;          ///< while the search goes on
    bool m_isFirstWanted = false; ///< the first match from the cursor on, once it is found
    qsizetype m_match = -1;
    DiffBar* m_bar;
    FindBar* m_find;
    LineBar* m_line;
    CodeColors* m_colors;
    CodePane* m_source;
    DiffPanes* m_panes;
    StatePage* m_state;
    ElidedLabel* m_foot;
    GlyphLabel* m_verdictGlyph;
    QLabel* m_verdict;
    QLabel* m_readOnly;
    QStackedLayout* m_stack;
};

} // namespace slipway
