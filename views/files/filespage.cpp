#include "views/files/filespage.h"

#include "models/diffform.h"
#include "views/files/codeviewer.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filetabs.h"
#include "views/files/filetree.h"
#include "views/files/notespanel.h"
#include "views/widgets/elidedlabel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What a text is called above it: where it comes from.
QString sideName(FilesFrom from)
{
    switch (from) {
    case FilesFrom::Checkout:
        return FilesPage::tr("In the folder");
    case FilesFrom::Repository:
        return FilesPage::tr("In the repository");
    case FilesFrom::Templates:
        return FilesPage::tr("Template");
    }
    return {};
}

QString sideName(Against against)
{
    switch (against) {
    case Against::Nothing:
        break;
    case Against::Registry:
        return FilesPage::tr("In the registry");
    case Against::Checkout:
        return sideName(FilesFrom::Checkout);
    case Against::Repository:
        return sideName(FilesFrom::Repository);
    case Against::Template:
        return sideName(FilesFrom::Templates);
    case Against::Earlier:
        return FilesPage::tr("In an earlier commit");
    }
    return {};
}

QString sideName(Against against, const FileComparison& comparison)
{
    const auto commit = std::ranges::find(comparison.commits, comparison.commit, &FileCommit::id);
    return commit == comparison.commits.end() ? sideName(against)
                                              : FilesPage::tr("In the commit %1").arg(commitText(*commit));
}

} // namespace

void FilesPage::setOwner(const QString& owner)
{
    m_owner = owner;
    showLine();
}

void FilesPage::clear()
{
    m_model.clear();
    m_repositories.clear();
    m_repositoryChoice->hide();
    m_shown = {};
    m_against = Against::Nothing;
    m_isAsked = false;
    m_isClosed = false;
    m_areRepositoriesKnown = false;
    m_isWaiting = false;
    m_verdict.reset();
    m_checks.reset();
    m_goal.reset();
    m_tabs->forgetPreview();
    Q_EMIT filesListed({});
    showNothing();
    showLine();
    showNotes();
    if (isVisible())
        wantRoots();
}

void FilesPage::setRepositories(const QStringList& repositories)
{
    m_areRepositoriesKnown = true;
    if (m_repositories == repositories && m_isAsked)
        return;
    m_repositories = repositories;
    {
        const QSignalBlocker silent(m_repositoryChoice);
        m_repositoryChoice->clear();
        m_repositoryChoice->addItems(repositories);
        m_repositoryChoice->setCurrentIndex(std::max<int>(0, static_cast<int>(repositories.indexOf(m_repository))));
    }
    m_repositoryChoice->setVisible(repositories.size() > 1);
    if (isVisible() || !m_wanted.isEmpty())
        wantRoots();
    else
        m_isAsked = false;
}

/// Files are read once somebody looks.
void FilesPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_isAsked)
        wantRoots();
}

void FilesPage::wantRoots()
{
    m_isAsked = true;
    {
        // Told one by one at once: not all are known before all were told.
        const QScopedValueRollback asking(m_isAsking, true);
        Q_EMIT rootsWanted(m_folder, m_repositories.contains(m_repository) ? m_repository : m_repositories.value(0));
    }
    if (!m_model.roots().empty())
        goToWanted();
}

void FilesPage::setRoot(const FileRoot& root)
{
    const FilePlace before = m_shown;
    const auto known = std::ranges::find(m_model.roots(), root.from, &FileRoot::from);
    const bool isAnother = known != m_model.roots().end() && !known->name.isEmpty() && known->name != root.name;
    m_model.setRoot(root);
    Q_EMIT filesListed(m_model.places());
    // What is read again stands where it stood.
    if (!before.path.isEmpty() && before.from == root.from && m_tree->selected() != before)
        m_tree->select(before);
    // Of the same path in another repository or folder another text is shown.
    if (isAnother && !m_shown.path.isEmpty() && m_shown.from == root.from)
        compareWith(m_against, {});
    if (!m_shown.path.isEmpty()) {
        m_viewer->bar().setChoices(choicesOfShown(), m_against);
        showActions();
    }
    goToWanted();
    if (m_shown.path.isEmpty())
        showNothing();
    showLine();
}

void FilesPage::goToWanted()
{
    if (m_shown.path.isEmpty() && m_wanted.isEmpty() && m_isAsked) {
        if (m_isClosed)
            return;
        if (!m_last.path.isEmpty() && m_tree->select(m_last))
            return;
        // The lock file is what a person comes for, never what could be made.
        auto places = m_model.places();
        std::erase_if(places, [](const FilePlace& each) { return each.from == FilesFrom::Templates; });
        const auto lock = std::ranges::find_if(
            places, [this](const FilePlace& each) { return kindIn(m_model.roots(), each) == FileKind::Lock; });
        if (!places.empty())
            m_tree->select(lock == places.end() ? places.front() : *lock);
        return;
    }
    if (m_wanted.isEmpty())
        return;
    if (const auto found = placeOf(m_wanted)) {
        m_wanted.clear();
        showItself(*found);
        m_tree->select(*found);
    } else if (isWhole()) {
        Q_EMIT notFound(std::exchange(m_wanted, {}));
    }
}

/// Whether all that there is was listed.
bool FilesPage::isWhole() const
{
    return m_isAsked && !m_isAsking && m_areRepositoriesKnown
           && std::ranges::none_of(m_model.roots(), &FileRoot::isLoading);
}

/// Where a file of this path is, the first of several; what could be made is none while the file itself may come.
std::optional<FilePlace> FilesPage::placeOf(const QString& path) const
{
    const auto places = m_model.places();
    const auto& roots = m_model.roots();
    const auto checkout = std::ranges::find(roots, FilesFrom::Checkout, &FileRoot::from);
    const QString folder = checkout == roots.end() ? QString() : checkout->name + u'/';
    const auto found = std::ranges::find_if(places, [&](const FilePlace& each) {
        return each.path == path || (each.from == FilesFrom::Checkout && folder + each.path == path);
    });
    if (found == places.end() || (found->from == FilesFrom::Templates && !isWhole()))
        return std::nullopt;
    return *found;
}

/// Who comes by a path wants the file itself: what it was compared with last may not even be possible.
void FilesPage::showItself(const FilePlace& place)
{
    if (place != m_shown)
        m_against = Against::Nothing;
    else if (m_against != Against::Nothing)
        compare(Against::Nothing);
}

bool FilesPage::open(const QString& path)
{
    if (const auto found = placeOf(path)) {
        showItself(*found);
        return m_tree->select(*found);
    }
    if (isWhole())
        return false;
    m_wanted = path;
    if (!m_isAsked && m_areRepositoriesKnown)
        wantRoots();
    return true;
}

bool FilesPage::open(const FilePlace& place)
{
    if (!m_tree->select(place))
        return false;
    keepShown();
    return true;
}

std::vector<Against> FilesPage::choicesOfShown() const
{
    auto choices = comparisonsFor(m_shown, m_model.roots());
    if (!std::ranges::contains(choices, m_against))
        choices.push_back(m_against); // the root that has it is being read again
    return choices;
}

void FilesPage::showFile(const FilePlace& place, const QString& commit)
{
    if (m_shown == place)
        return;
    m_commit = commit;
    m_shown = place;
    m_isClosed = false;
    m_verdict.reset();
    if (m_goal && m_goal->place != place)
        m_goal.reset();
    m_tabs->showFile(place);
    m_isWaiting = true;
    m_viewer->showLoading(place.path, choicesOfShown(), m_against);
    // Without a commit another list of them comes, of this file.
    if (m_against != Against::Earlier || commit.isEmpty())
        m_viewer->bar().setCommits({}, {});
    showLine();
    showNotes();
    showActions();
    Q_EMIT breadcrumbChanged();
    if (m_against == Against::Nothing)
        Q_EMIT fileWanted(place);
    else
        Q_EMIT comparisonWanted(place, m_against, QString(m_commit)); // the answer may change ours
}

/// Of a file that a person comes to, only what it can be compared with goes on.
void FilesPage::lookAt(const FilePlace& place)
{
    if (place != m_shown && !std::ranges::contains(comparisonsFor(place, m_model.roots()), m_against))
        m_against = Against::Nothing;
    showFile(place);
}

void FilesPage::compare(Against against)
{
    compareWith(against, {});
}

void FilesPage::compareWith(Against against, const QString& commit)
{
    if (m_shown.path.isEmpty())
        return;
    m_against = against;
    const FilePlace place = std::exchange(m_shown, {});
    showFile(place, commit);
}

void FilesPage::readAgain()
{
    wantRoots();
    if (!m_shown.path.isEmpty())
        compareWith(m_against, m_commit);
}

void FilesPage::setText(const FilePlace& place, const Result<TextLinesPtr>& text)
{
    if (place != m_shown || m_against != Against::Nothing)
        return;
    m_isWaiting = false;
    if (text)
        m_viewer->showText(*text);
    else
        m_viewer->showError(text.error());
    if (m_verdict)
        m_viewer->showVerdict(*m_verdict);
    if (m_goal) {
        const FileNote goal = *std::move(m_goal);
        m_goal.reset();
        openNote(goal);
    }
    showLine();
    showNotes();
    if (!isWaiting())
        Q_EMIT settled();
}

void FilesPage::setComparison(const FilePlace& place, Against against, const Result<FileComparison>& comparison)
{
    if (place != m_shown || against != m_against)
        return;
    m_isWaiting = false;
    if (comparison) {
        m_commit = comparison->commit;
        m_viewer->showComparison(*comparison, sideName(place.from), sideName(against, *comparison));
    } else {
        m_viewer->showError(comparison.error());
    }
    showLine();
    showNotes();
    // What stands beside the text takes its room now, and the bar above it its rows: nobody is to see it in between.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!isWaiting())
        Q_EMIT settled();
}

bool FilesPage::isWaiting() const
{
    const auto& roots = m_model.roots();
    return m_isWaiting || !m_viewer->isColored() || std::ranges::any_of(roots, &FileRoot::isLoading);
}

void FilesPage::showNothing()
{
    const auto& roots = m_model.roots();
    const auto failed = std::ranges::find_if(roots, [](const FileRoot& root) { return root.error.has_value(); });
    if (std::ranges::any_of(roots, &FileRoot::isLoading))
        m_viewer->showEmpty(tr("Looking for files"), tr("They are listed at the left as they are found."));
    else if (failed != roots.end())
        m_viewer->showError(*failed->error);
    else if (std::ranges::all_of(roots, [](const FileRoot& root) { return root.files.empty(); }))
        m_viewer->showEmpty(tr("No files yet"),
                            tr("Choose the folder of a checkout, or link packages to a repository at GitHub."));
    else
        m_viewer->showEmpty(tr("No file is chosen"), tr("Choose one at the left."));
}

void FilesPage::showLine()
{
    const auto& diff = m_viewer->panes().diff();
    QString text = m_shown.path;
    if (diff && m_against != Against::Nothing && m_viewer->pane()) {
        const QStringList form = formDifferences(*diff);
        const auto places = static_cast<int>(diff->diff.changes.size());
        text = places > 0       ? tr("%1 differs in %n places", nullptr, places).arg(m_shown.path)
               : form.isEmpty() ? tr("%1 is the same on both sides").arg(m_shown.path)
                                : tr("No line of %1 differs").arg(m_shown.path);
        if (!form.isEmpty())
            text += u". "_s + form.join(u' ');
    }
    m_line->setFullText(text);
}

} // namespace slipway
