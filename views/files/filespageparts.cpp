#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filespage.h"
#include "views/files/filetabs.h"
#include "views/files/filetree.h"
#include "views/files/notespanel.h"
#include "views/files/notesview.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/sectioncard.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

// What the Files page consists of, what can be done on it, and how it is kept.

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTreeWidth = 260;
constexpr int kLeastTree = 200;
constexpr int kLeastText = 520;

constexpr int kNotesWidth = 280;

QString fromWord(FilesFrom from)
{
    switch (from) {
    case FilesFrom::Checkout:
        return u"checkout"_s;
    case FilesFrom::Repository:
        return u"repository"_s;
    case FilesFrom::Templates:
        return u"templates"_s;
    }
    return {};
}

QJsonObject placeObject(const FilePlace& place)
{
    return {{u"from"_s, fromWord(place.from)}, {u"path"_s, place.path}};
}

/// Without path for what is none.
FilePlace placeFrom(const QJsonObject& object)
{
    for (const FilesFrom from : kFilesFrom)
        if (fromWord(from) == object["from"_L1].toString())
            return {from, object["path"_L1].toString()};
    return {};
}

} // namespace

FilesPage::FilesPage(QWidget* parent)
    : Page(parent)
    , m_tree(new FileTree(m_model, this))
    , m_viewer(new CodeViewer(this))
    , m_tabs(new FileTabs(this))
    , m_notes(new NotesPanel(this))
    , m_github(new QPushButton(tr("Open on GitHub"), this))
    , m_repositoryChoice(new QComboBox(this))
{
    setAccessibleName(tr("Files"));
    makeActions();
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(makeTreeCard());
    m_sides = new QSplitter(Qt::Horizontal, split);
    m_sides->setChildrenCollapsible(false);
    m_sides->setHandleWidth(12);
    m_sides->addWidget(makeTextCard());
    m_sides->addWidget(m_notes);
    m_sides->setStretchFactor(0, 1);
    m_sides->setSizes({3 * withText(kTreeWidth), withText(kNotesWidth)});
    split->addWidget(m_sides);
    split->setStretchFactor(1, 1);
    split->setSizes({withText(kTreeWidth), 3 * withText(kTreeWidth)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(split, 1);
    connectParts();
    showNothing();
}

/// The open files' tabs above the one in sight.
QWidget* FilesPage::makeTextCard()
{
    auto* both = new QWidget(this);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_viewer, 1);
    auto* card = framed(both, this);
    followText(*card, [card] { card->setMinimumWidth(withText(kLeastText)); });
    return card;
}

void FilesPage::connectParts()
{
    connect(m_tree, &FileTree::fileSelected, this, &FilesPage::lookAt);
    connect(m_tree, &FileTree::opened, this, &FilesPage::keepShown);
    connect(m_tabs, &FileTabs::fileChosen, this, [this](const FilePlace& place) {
        m_tree->select(place);
        lookAt(place); // the list may stand there already while another file is shown
    });
    connect(m_tabs, &FileTabs::keptChanged, this, &Page::stateChanged);
    connect(m_tabs, &FileTabs::emptied, this, [this] {
        m_shown = {};
        m_isClosed = true;
        m_tree->setCurrentIndex({});
        showNothing();
        showLine();
        showNotes();
        Q_EMIT breadcrumbChanged();
    });
    connect(m_notes, &NotesPanel::noteChosen, this, &FilesPage::openNote);
    connect(m_notes, &NotesPanel::closed, this, [this] {
        m_checks.reset();
        showNotes();
    });
    connect(&m_viewer->panes(), &DiffPanes::changeShown, m_notes, &NotesPanel::setChange);
    connect(&m_viewer->bar(), &DiffBar::commitChosen, this,
            [this](const QString& commit) { compareWith(Against::Earlier, commit); });
    connect(m_viewer, &CodeViewer::againstChosen, this, &FilesPage::compare);
    connect(m_viewer, &CodeViewer::arrangementChanged, this, &Page::stateChanged);
    connect(m_viewer, &CodeViewer::retryWanted, this, &FilesPage::readAgain);
    connect(m_viewer, &CodeViewer::contentChanged, this, &FilesPage::showActions);
    connect(m_viewer, &CodeViewer::colored, this, [this] {
        if (!isWaiting())
            Q_EMIT settled();
    });
}

QWidget* FilesPage::makeHead()
{
    auto* head = new PageHead(tr("Files"), this);
    m_line = &head->line();
    auto* folder = new QPushButton(tr("Choose folder…"), head);
    folder->setIcon(icon("document-open-folder"_L1));
    setKeyHint(*folder, u"files.chooseFolder"_s, tr("Shows the files of a checkout on this machine"));
    connect(folder, &QAbstractButton::clicked, m_chooseFolder, &QAction::trigger);
    auto* check = new QPushButton(tr("Validate all"), head);
    setKeyHint(*check, u"files.checkAll"_s, tr("Checks every file there is a rule for"));
    connect(check, &QAbstractButton::clicked, this, &FilesPage::checkAll);
    m_github->setIcon(icon("link"_L1));
    setKeyHint(*m_github, u"files.openOnGithub"_s, tr("Shows this file in a browser"));
    connect(m_github, &QAbstractButton::clicked, this, &FilesPage::openOnGithub);
    for (auto* part : {check, m_github, folder})
        head->addPart(*part);
    return head;
}

QWidget* FilesPage::makeTreeCard()
{
    auto* card = new SectionCard(tr("Files"), this);
    m_repositoryChoice->setAccessibleName(tr("Repository"));
    m_repositoryChoice->setToolTip(tr("The repository whose files are shown"));
    m_repositoryChoice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_repositoryChoice->setMinimumContentsLength(10);
    m_repositoryChoice->hide();
    connect(m_repositoryChoice, &QComboBox::activated, this, [this] {
        m_repository = m_repositoryChoice->currentText();
        Q_EMIT stateChanged();
        wantRoots();
    });
    card->actions().addWidget(m_repositoryChoice);
    card->body().setContentsMargins(1, 0, 1, 2);
    card->body().addWidget(m_tree);
    followText(*card, [card] { card->setMinimumWidth(withText(kLeastTree)); });
    return card;
}

QAction* FilesPage::addKey(const QString& id, const QString& text, QLatin1StringView iconName,
                           const QList<QKeySequence>& keys, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("iconName", QString(iconName));
    action->setShortcuts(keys);
    addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void FilesPage::makeActions()
{
    m_ofText.append(addKey(u"files.find"_s, tr("Find in the file"), "search"_L1,
                           {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)},
                           [this] { m_viewer->openFind(); }));
    m_ofText.append(addKey(u"files.nextMatch"_s, tr("Find: next place"), "go-down"_L1, {QKeySequence(Qt::Key_F3)},
                           [this] { m_viewer->findNext(1); }));
    m_ofText.append(addKey(u"files.previousMatch"_s, tr("Find: previous place"), "go-up"_L1,
                           {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { m_viewer->findNext(-1); }));
    m_ofText.append(addKey(u"files.goToLine"_s, tr("Go to line…"), "go-next"_L1, {QKeySequence(Qt::CTRL | Qt::Key_G)},
                           [this] { m_viewer->openLine(); }));
    m_ofDiff.append(addKey(u"files.nextChange"_s, tr("Next difference"), "go-down"_L1, {QKeySequence(Qt::Key_F7)},
                           [this] { m_viewer->goToChange(1); }));
    m_ofDiff.append(addKey(u"files.previousChange"_s, tr("Previous difference"), "go-up"_L1,
                           {QKeySequence(Qt::SHIFT | Qt::Key_F7)}, [this] { m_viewer->goToChange(-1); }));
    m_ofDiff.append(
        addKey(u"files.copyDiff"_s, tr("Copy the diff"), "edit-copy"_L1, {}, [this] { m_viewer->copyDiff(); }));
    addKey(u"files.checkAll"_s, tr("Validate all files"), "document-multiple"_L1, {}, [this] { checkAll(); });
    m_openOnGithub =
        addKey(u"files.openOnGithub"_s, tr("Open the file on GitHub"), "link"_L1, {}, [this] { openOnGithub(); });
    m_closeTab = addKey(u"files.closeTab"_s, tr("Close the file"), "window-close"_L1,
                        {QKeySequence(Qt::CTRL | Qt::Key_W)}, [this] { m_tabs->closeCurrent(); });
    m_chooseFolder = addKey(u"files.chooseFolder"_s, tr("Choose the folder of files…"), "document-open-folder"_L1, {},
                            [this] { chooseFolder(); });
    m_forgetFolder =
        addKey(u"files.forgetFolder"_s, tr("Show the profile's folder again"), "document-open-folder"_L1, {}, [this] {
            m_folder.clear();
            m_forgetFolder->setEnabled(false);
            Q_EMIT stateChanged();
            wantRoots();
        });
    m_forgetFolder->setEnabled(false);
    showActions();
}

void FilesPage::showActions()
{
    const bool hasText = m_viewer->pane() != nullptr;
    const bool hasDiff = hasText && m_viewer->pane() != &m_viewer->source();
    for (auto* action : std::as_const(m_ofText))
        action->setEnabled(hasText);
    for (auto* action : std::as_const(m_ofDiff))
        action->setEnabled(hasDiff);
    const bool hasLink = !webLink().isEmpty();
    m_github->setEnabled(hasLink);
    m_openOnGithub->setEnabled(hasLink);
    m_closeTab->setEnabled(m_tabs->count() > 0);
}

void FilesPage::chooseFolder()
{
    auto* dialog = new QFileDialog(window(), tr("The folder of a checkout"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder = folder;
        m_forgetFolder->setEnabled(true);
        Q_EMIT stateChanged();
        wantRoots();
    });
    dialog->open();
}

QStringList FilesPage::breadcrumb() const
{
    QStringList steps{tr("Files")};
    if (!m_shown.path.isEmpty())
        steps.append(m_shown.path.section(u'/', -1));
    return steps;
}

QList<QWidget*> FilesPage::panes() const
{
    QList<QWidget*> panes{m_tree};
    if (auto* pane = m_viewer->pane())
        panes.append(pane);
    if (!m_notes->isHidden())
        panes.append(&m_notes->view());
    return panes;
}

QJsonObject FilesPage::saveState() const
{
    QJsonObject state = stateForOthers();
    if (!m_folder.isEmpty())
        state.insert(u"folder"_s, m_folder);
    if (!m_repository.isEmpty())
        state.insert(u"repository"_s, m_repository);
    QJsonArray open;
    const auto kept = m_tabs->kept();
    for (const auto& place : kept)
        open.append(placeObject(place));
    if (!open.isEmpty())
        state.insert(u"open"_s, open);
    // Before anything was listed, what was shown last is still what comes.
    const FilePlace& shown = m_shown.path.isEmpty() && !m_isClosed ? m_last : m_shown;
    if (std::ranges::contains(kept, shown))
        state.insert(u"shown"_s, placeObject(shown));
    return state;
}

QJsonObject FilesPage::stateForOthers() const
{
    QJsonObject state;
    if (m_viewer->bar().shownLayout() == DiffLayout::Inline)
        state.insert(u"inline"_s, true);
    if (!m_viewer->bar().isFolded())
        state.insert(u"unfolded"_s, true);
    return state;
}

void FilesPage::restoreState(const QJsonObject& state)
{
    const DiffLayout layout = state["inline"_L1].toBool() ? DiffLayout::Inline : DiffLayout::SideBySide;
    const bool isFolded = !state["unfolded"_L1].toBool();
    m_viewer->bar().setLayoutShown(layout);
    m_viewer->bar().setFolded(isFolded);
    m_viewer->panes().setLayoutShown(layout);
    m_viewer->panes().setFolded(isFolded);
    const QString folder = state["folder"_L1].toString();
    const QString repository = state["repository"_L1].toString();
    std::vector<FilePlace> open;
    const QJsonArray kept = state["open"_L1].toArray();
    for (const auto& each : kept)
        if (const FilePlace place = placeFrom(each.toObject()); !place.path.isEmpty())
            open.push_back(place);
    m_tabs->setKept(open);
    m_last = placeFrom(state["shown"_L1].toObject());
    const bool isOther = folder != m_folder || repository != m_repository;
    m_folder = folder;
    m_repository = repository;
    m_forgetFolder->setEnabled(!m_folder.isEmpty());
    if (isOther && m_isAsked)
        wantRoots();
}

QJsonObject FilesPage::place() const
{
    if (m_shown.path.isEmpty())
        return {};
    return placeObject(m_shown);
}

void FilesPage::goTo(const QJsonObject& place)
{
    m_tree->select(placeFrom(place));
    m_tree->setFocus(Qt::OtherFocusReason);
}

} // namespace slipway
