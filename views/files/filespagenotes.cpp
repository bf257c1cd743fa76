#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffpanes.h"
#include "views/files/filespage.h"
#include "views/files/filetabs.h"
#include "views/files/filetree.h"
#include "views/files/notespanel.h"
#include "views/files/notesview.h"
#include "views/theme/typography.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

// What the Files page lists beside a file, and where a file leads.

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Below this the notes stand under the text.
constexpr int kWide = 1040;

} // namespace

void FilesPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_sides->setOrientation(width() < withText(kWide) ? Qt::Vertical : Qt::Horizontal);
}

/// The list of all files while it is wanted, else what the file in sight has to say.
void FilesPage::showNotes()
{
    const auto& diff = m_viewer->panes().diff();
    if (m_checks) {
        m_notes->showFiles(*m_checks, filesToCheck());
    } else if (m_against != Against::Nothing && diff && m_viewer->pane()) {
        m_notes->showDifferences(*diff);
        m_notes->setChange(m_viewer->panes().change());
    } else if (m_verdict && (m_viewer->pane() ? m_against == Against::Nothing : isUncompared())) {
        m_notes->showFaults(m_verdict->faults);
    } else {
        m_notes->showNothing();
    }
}

/// Whether there was nothing to compare the file with, or no way to: what is wrong in it may be why.
bool FilesPage::isUncompared() const
{
    return m_against != Against::Nothing && !m_isWaiting && !m_shown.path.isEmpty() && !m_viewer->pane();
}

void FilesPage::setVerdict(const FilePlace& place, const FileVerdict& verdict)
{
    if (place == m_shown) {
        m_verdict = verdict;
        if (m_viewer->pane() || isUncompared())
            m_viewer->showVerdict(verdict);
    }
    // What is made from the profile is looked at, but not among the files to check.
    if (m_checks && place.from != FilesFrom::Templates) {
        const auto known = std::ranges::find(*m_checks, place, &CheckedFile::place);
        if (known != m_checks->end())
            known->verdict = verdict;
        else
            m_checks->push_back({place, verdict});
    }
    showNotes();
    if (place == m_shown && !isWaiting())
        Q_EMIT settled();
}

bool FilesPage::isUnchecked() const
{
    return m_viewer->pane() && !m_verdict.has_value();
}

void FilesPage::checkAll()
{
    if (filesToCheck() == 0)
        return;
    m_checks.emplace();
    showNotes();
    Q_EMIT checksWanted();
}

void FilesPage::endChecks()
{
    showNotes();
}

/// All there are but what is made from the profile.
qsizetype FilesPage::filesToCheck() const
{
    const auto places = m_model.places();
    return std::ranges::count_if(places, [](const FilePlace& place) { return place.from != FilesFrom::Templates; });
}

/// Goes to what a note is about, in another file once that was read.
void FilesPage::openNote(const FileNote& note)
{
    const bool isOther = !note.place.path.isEmpty() && note.place != m_shown;
    if (note.change >= 0) {
        m_viewer->goToChangeAt(note.change);
    } else if (isOther || m_against != Against::Nothing) {
        m_goal = note;
        if (note.place.path.isEmpty())
            m_goal->place = m_shown;
        m_against = Against::Nothing;
        if (isOther)
            m_tree->select(note.place);
        else
            compare(Against::Nothing);
        return;
    } else if (note.line > 0) {
        m_viewer->goToLine(note.line, note.column);
    }
    m_viewer->takeKeyboard();
}

void FilesPage::keepShown()
{
    m_tabs->keepCurrent();
    m_viewer->takeKeyboard();
}

void FilesPage::setWebRoot(const QUrl& root)
{
    m_webRoot = root;
    showActions();
}

QUrl FilesPage::webLink() const
{
    const auto& roots = m_model.roots();
    const auto root = std::ranges::find(roots, FilesFrom::Repository, &FileRoot::from);
    const bool isThere = root != roots.end() && std::ranges::contains(root->files, m_shown.path, &ListedFile::path);
    if (m_webRoot.isEmpty() || m_shown.path.isEmpty() || m_shown.from == FilesFrom::Templates || !isThere)
        return {};
    QUrl link = m_webRoot;
    link.setPath(u"/%1/blob/HEAD/%2"_s.arg(root->name, m_shown.path));
    return link;
}

void FilesPage::openOnGithub()
{
    if (const QUrl link = webLink(); !link.isEmpty())
        QDesktopServices::openUrl(link);
}

} // namespace slipway
