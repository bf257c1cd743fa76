#include "views/files/codeviewer.h"

#include "core/errortext.h"
#include "models/codecontent.h"
#include "models/diffform.h"
#include "views/files/codecolors.h"
#include "views/files/codepane.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/findbar.h"
#include "views/files/linebar.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/copying.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/statepage.h"

#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kVerdictGlyph = 14;
} // namespace

CodeViewer::CodeViewer(QWidget* parent)
    : QWidget(parent)
    , m_searching(new QTimer(this))
    , m_bar(new DiffBar(this))
    , m_find(new FindBar(this))
    , m_line(new LineBar(this))
    , m_colors(new CodeColors(this))
    , m_source(new CodePane(tr("Text"), this))
    , m_panes(new DiffPanes(this))
    , m_state(new StatePage(this))
    , m_foot(new ElidedLabel(this))
    , m_verdictGlyph(new GlyphLabel(Glyph::Ok, kVerdictGlyph, this))
    , m_verdict(new QLabel(this))
    , m_readOnly(new QLabel(tr("Read only"), this))
    , m_stack(new QStackedLayout)
{
    layOut();
    connectParts();
}

void CodeViewer::layOut()
{
    auto* foot = new Strip(Strip::Side::Foot, this);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(12, 6, 12, 6);
    footRow->setSpacing(12);
    for (auto* label : {static_cast<QLabel*>(m_foot), m_verdict, m_readOnly}) {
        setTextRole(*label, TextRole::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_readOnly->setToolTip(tr("Files are changed where they are kept, not here"));
    footRow->addWidget(m_foot, 1);
    footRow->addWidget(m_verdictGlyph);
    footRow->addWidget(m_verdict);
    m_verdictGlyph->hide();
    m_verdict->hide();
    footRow->addWidget(m_readOnly);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_source);
    m_stack->addWidget(m_panes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_find);
    layout->addWidget(m_line);
    layout->addLayout(m_stack, 1);
    layout->addWidget(foot);
}

/// The bar may need another row at another width: it has it at once.
void CodeViewer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
}

void CodeViewer::connectParts()
{
    connect(m_bar, &DiffBar::againstChosen, this, &CodeViewer::againstChosen);
    connect(m_bar, &DiffBar::layoutChosen, this, [this](DiffLayout layout) {
        m_panes->setLayoutShown(layout);
        Q_EMIT arrangementChanged();
    });
    connect(m_bar, &DiffBar::foldingChosen, this, [this](bool isFolded) {
        m_panes->setFolded(isFolded);
        Q_EMIT arrangementChanged();
    });
    connect(m_bar, &DiffBar::nextWanted, this, [this] { goToChange(1); });
    connect(m_bar, &DiffBar::previousWanted, this, [this] { goToChange(-1); });
    connect(m_bar, &DiffBar::copyWanted, this, &CodeViewer::copyDiff);
    connect(m_panes, &DiffPanes::changeShown, this,
            [this](qsizetype change) { m_bar->showChanges(true, change, std::ssize(m_panes->diff()->diff.changes)); });
    connect(m_panes, &DiffPanes::rowsChanged, this, &CodeViewer::search);
    connect(m_colors, &CodeColors::colored, m_source, &CodePane::updateRows);
    connect(m_colors, &CodeColors::done, this, &CodeViewer::colored);
    connect(m_panes, &DiffPanes::colored, this, &CodeViewer::colored);
    connect(m_searching, &QTimer::timeout, this, &CodeViewer::searchOn);
    connect(m_find, &FindBar::textChanged, this, [this] {
        search();
        // From where one reads, not from the top.
        findNext(0);
    });
    connect(m_find, &FindBar::nextWanted, this, [this] { findNext(1); });
    connect(m_find, &FindBar::previousWanted, this, [this] { findNext(-1); });
    connect(m_find, &FindBar::closed, this, &CodeViewer::closeBars);
    connect(m_line, &LineBar::closed, this, &CodeViewer::closeBars);
    connect(m_line, &LineBar::lineChosen, this, [this](qsizetype line) {
        closeBars();
        goToLine(line);
    });
    connect(m_state, &StatePage::actionTriggered, this, &CodeViewer::retryWanted);
}

void CodeViewer::showEmpty(const QString& title, const QString& sentence)
{
    m_path.clear();
    m_text.reset();
    showVerdict({});
    m_panes->clear();
    m_bar->hide();
    m_find->hide();
    m_line->hide();
    m_state->showEmpty(icon("document-multiple"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_state);
    showFoot();
    Q_EMIT contentChanged();
}

void CodeViewer::showLoading(const QString& path, const std::vector<Against>& choices, Against against)
{
    m_path = path;
    m_text.reset();
    m_note.clear();
    showVerdict({});
    m_panes->clear();
    m_bar->show();
    m_bar->setChoices(choices, against);
    m_bar->showChanges(false, -1, 0);
    m_state->showLoading(tr("Reading %1").arg(path), {}, 0, 0);
    m_stack->setCurrentWidget(m_state);
    showFoot();
    Q_EMIT contentChanged();
}

void CodeViewer::showText(const TextLinesPtr& text)
{
    m_text = text;
    m_source->setContent(CodeContent(text), m_colors, m_colors);
    m_source->setAccessibleName(m_path);
    m_colors->color(text, m_path);
    m_stack->setCurrentWidget(m_source);
    search();
    showFoot();
    Q_EMIT contentChanged();
    if (m_colors->isDone())
        Q_EMIT colored();
}

void CodeViewer::showComparison(const FileComparison& comparison, const QString& leftName, const QString& rightName)
{
    m_text = comparison.diff->left;
    m_note = comparison.note;
    m_leftName = leftName;
    m_rightName = rightName;
    m_bar->setCommits(comparison.commits, comparison.commit);
    m_stack->setCurrentWidget(m_panes);
    m_bar->setForm(formDifferences(*comparison.diff));
    m_bar->showChanges(true, -1, std::ssize(comparison.diff->diff.changes));
    m_panes->showDiff(comparison.diff, m_path, leftName, rightName);
    showFoot();
    Q_EMIT contentChanged();
}

void CodeViewer::showError(const Error& error)
{
    const ErrorText text = errorText(error);
    m_state->showError(text.what, text.advice, tr("Try again"));
    m_stack->setCurrentWidget(m_state);
    showFoot();
    Q_EMIT contentChanged();
}

void CodeViewer::showVerdict(const FileVerdict& verdict)
{
    const bool isKnown = verdict.state == FileState::Right || verdict.state == FileState::Faulty;
    m_verdictGlyph->setVisible(isKnown);
    m_verdict->setVisible(isKnown);
    m_verdictGlyph->setGlyph(verdict.state == FileState::Faulty ? Glyph::Bad : Glyph::Ok);
    m_verdict->setText(verdictText(verdict));
    m_verdict->parentWidget()->layout()->activate(); // its room is there at once
    m_source->setFaults(faultPlaces(m_source->content(), verdict.faults));
}

CodePane* CodeViewer::pane() const
{
    if (m_stack->currentWidget() == m_source)
        return m_source;
    return m_stack->currentWidget() == m_panes ? &m_panes->mainPane() : nullptr;
}

bool CodeViewer::isColored() const
{
    if (m_stack->currentWidget() == m_panes)
        return m_panes->isColored();
    return m_stack->currentWidget() != m_source || m_colors->isDone();
}

void CodeViewer::openFind()
{
    if (!pane())
        return;
    m_line->hide();
    const QString selected = pane()->selectedText();
    m_find->open(selected.contains(u'\n') ? QString() : selected);
    search();
}

void CodeViewer::search()
{
    m_match = -1;
    m_isFirstWanted = false;
    m_search = pane() ? CodeSearch(pane()->content(), m_find->text()) : CodeSearch();
    searchOn();
}

/// A part of a moment's work; the next follows once the window has done what it has to.
void CodeViewer::searchOn()
{
    m_search.advance(kSearchedAtOnce);
    if (m_search.isDone())
        m_searching->stop();
    else if (!m_searching->isActive())
        m_searching->start();
    showMatches();
    if (m_isFirstWanted)
        findNext(0);
}

void CodeViewer::showMatches()
{
    const auto& [found, isCut] = m_search.matches();
    if (pane())
        pane()->setMatches(found, m_match);
    m_find->showCount(m_match + 1, found.size(), isCut || !m_search.isDone());
}

/// 0: the first from the cursor on.
void CodeViewer::findNext(int step)
{
    if (m_find->isHidden() && step != 0)
        openFind();
    const auto& matches = m_search.matches().found;
    m_isFirstWanted = step == 0 && !m_search.isDone();
    if (!pane() || matches.empty())
        return;
    const qsizetype total = std::ssize(matches);
    if (m_match >= 0 && step != 0) {
        showMatch((m_match + step + total) % total);
        return;
    }
    const CodePlace cursor = pane()->cursor();
    const auto from = std::ranges::find_if(matches, [&](const CodeMatch& match) {
        return CodePlace{match.row, match.range.start + match.range.length} >= cursor;
    });
    if (from == matches.end() && m_isFirstWanted)
        return; // it may come
    m_isFirstWanted = false;
    const qsizetype first = from == matches.end() ? 0 : from - matches.begin();
    showMatch(step < 0 ? (first - 1 + total) % total : first);
}

void CodeViewer::showMatch(qsizetype match)
{
    m_match = match;
    const CodeMatch found = m_search.matches().found[static_cast<std::size_t>(match)];
    showMatches();
    pane()->setCursor({found.row, found.range.start + found.range.length}, CodePlace{found.row, found.range.start});
}

void CodeViewer::openLine()
{
    if (!pane() || !m_text)
        return;
    m_find->hide();
    search();
    const auto& content = pane()->content();
    m_line->open(std::max<qsizetype>(1, content.leftNumber(pane()->cursor().row)), std::ssize(m_text->lines));
}

void CodeViewer::goToLine(qsizetype line, qsizetype column)
{
    if (!pane())
        return;
    if (const qsizetype row = pane()->content().rowOfLine(line); row >= 0)
        pane()->setCursor({row, std::max<qsizetype>(0, column - 1)});
}

void CodeViewer::goToChangeAt(qsizetype change)
{
    if (m_stack->currentWidget() == m_panes)
        m_panes->goToChange(static_cast<int>(change - m_panes->change()));
}

void CodeViewer::goToChange(int step)
{
    if (m_stack->currentWidget() == m_panes)
        m_panes->goToChange(step);
}

void CodeViewer::copyDiff()
{
    const auto& diff = m_panes->diff();
    if (m_stack->currentWidget() == m_panes && diff)
        copyAndTell(*this, copiedDiff(*diff, m_leftName, m_rightName), Copied::Text);
}

void CodeViewer::takeKeyboard()
{
    if (pane())
        pane()->setFocus(Qt::ShortcutFocusReason);
}

void CodeViewer::closeBars()
{
    m_find->hide();
    m_line->hide();
    search();
    takeKeyboard();
}

void CodeViewer::showFoot()
{
    QStringList parts;
    if (m_text && m_stack->currentWidget() != m_state) {
        if (const QString grammar = grammarOf(m_path); !grammar.isEmpty())
            parts.append(grammar);
        parts.append(u"UTF-8"_s);
        if (const QString ends = lineEndsWord(m_text->form.ends); !ends.isEmpty())
            parts.append(ends);
        parts.append(tr("%n lines", nullptr, static_cast<int>(m_text->lines.size())));
    }
    QString text = parts.join(u", "_s);
    if (m_stack->currentWidget() == m_panes && m_panes->diff()) {
        if (m_panes->diff()->diff.isCoarse)
            text += u". "_s + tr("The texts differ so much that not every common line was looked for.");
        if (const auto form = formDifferences(*m_panes->diff()); !form.isEmpty())
            text += u". "_s + form.join(u' ');
    }
    if (!m_note.isEmpty())
        text += (text.isEmpty() ? QString() : u". "_s) + m_note;
    m_foot->setFullText(text);
}

QString CodeViewer::footText() const
{
    return m_foot->fullText();
}

} // namespace slipway
