#pragma once

#include "models/filenotesmodel.h"
#include "models/filetreemodel.h"
#include "views/page.h"

#include <QUrl>

#include <optional>

class QAction;
class QComboBox;
class QPushButton;
class QSplitter;
class QToolButton;

namespace slipway
{

class CodeViewer;
class ElidedLabel;
class FileTabs;
class FileTree;
class NotesPanel;

/// The Files page: lock file, workflows, compose files, policies and profile of a folder and a repository, and what can
/// be made from the profile; to read and to compare. It is given values; files are read by whoever owns it.
class FilesPage final : public Page
{
    Q_OBJECT
public:
    explicit FilesPage(QWidget* parent = nullptr);

    void setOwner(const QString& owner);
    /// Whose files are about to be shown; nothing of those before is.
    void clear();
    /// The repositories that packages are linked to, by name without owner; the first is the usual one.
    void setRepositories(const QStringList& repositories);
    void setRoot(const FileRoot& root);
    /// The answer to fileWanted(); another file's is not shown.
    void setText(const FilePlace& place, const Result<TextLinesPtr>& text);
    /// The answer to comparisonWanted().
    void setComparison(const FilePlace& place, Against against, const Result<FileComparison>& comparison);

    /// What became of checking a file: of the one in sight, or of one after checksWanted().
    void setVerdict(const FilePlace& place, const FileVerdict& verdict);
    /// All files have been checked.
    void endChecks();
    /// Where the repositories are to be seen in a browser ("https://github.com"); empty: nowhere.
    void setWebRoot(const QUrl& root);

    /// Goes to a file by its path, from a root in the first that has it, or of this machine; it is waited for while
    /// roots are read. False where it is not there.
    bool open(const QString& path);
    /// The same for a file that is listed; it is kept open.
    bool open(const FilePlace& place);
    /// The file in sight; its path is empty for none.
    [[nodiscard]] const FilePlace& shown() const { return m_shown; }
    /// Reads what is in sight again.
    void readAgain();
    /// Whether what is in sight is still being read.
    [[nodiscard]] bool isWaiting() const;
    /// Whether the text in sight was not checked: who checks does so once it is read.
    [[nodiscard]] bool isUnchecked() const;

    [[nodiscard]] FileTree& tree() { return *m_tree; }
    [[nodiscard]] FileTreeModel& model() { return m_model; }
    [[nodiscard]] CodeViewer& viewer() { return *m_viewer; }
    [[nodiscard]] FileTabs& tabs() { return *m_tabs; }
    [[nodiscard]] NotesPanel& notes() { return *m_notes; }
    /// The file in sight as it is to be seen in a browser; empty for one that is not in a repository.
    [[nodiscard]] QUrl webLink() const;
    /// Compares the file in sight.
    void compare(Against against);

    [[nodiscard]] QStringList breadcrumb() const override;
    [[nodiscard]] QList<QWidget*> panes() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject stateForOthers() const override;
    [[nodiscard]] QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;

Q_SIGNALS:
    /// Files of these are wanted from now on; empty: the usual ones.
    void rootsWanted(const QString& folder, const QString& repository);
    void fileWanted(const slipway::FilePlace& place);
    /// `commit`: which one, of Against::Earlier; empty: the usual one.
    void comparisonWanted(const slipway::FilePlace& place, slipway::Against against, const QString& commit);
    /// All files but templates are to be checked.
    void checksWanted();
    /// Other files are listed.
    void filesListed(const std::vector<slipway::FilePlace>& places);
    /// A link led to a file that is not there.
    void notFound(const QString& path);
    /// isWaiting() is false from now on, or the text in sight was checked.
    void settled();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTextCard();
    void connectParts();
    void checkAll();
    void openNote(const FileNote& note);
    void showNotes();
    [[nodiscard]] bool isUncompared() const;
    void keepShown();
    void openOnGithub();
    void compareWith(Against against, const QString& commit);
    [[nodiscard]] qsizetype filesToCheck() const;
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeTreeCard();
    void makeActions();
    QAction* addKey(const QString& id, const QString& text, QLatin1StringView iconName, const QList<QKeySequence>& keys,
                    const std::function<void()>& act);
    void chooseFolder();
    void lookAt(const FilePlace& place);
    /// What the file in sight may be compared with, and is.
    [[nodiscard]] std::vector<Against> choicesOfShown() const;
    void showFile(const FilePlace& place, const QString& commit = {});
    void showNothing();
    void showLine();
    void showActions();
    void goToWanted();
    void showItself(const FilePlace& place);
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] std::optional<FilePlace> placeOf(const QString& path) const;
    void wantRoots();

    FileTreeModel m_model;
    QString m_owner;
    QString m_folder;     ///< chosen by a person; empty: the profile's
    QString m_repository; ///< chosen by a person; empty: the usual one
    QStringList m_repositories;
    FilePlace m_shown;
    Against m_against = Against::Nothing;
    QString m_commit;                                 ///< of Against::Earlier; empty: the usual one
    std::optional<FileVerdict> m_verdict;             ///< of the file in sight
    std::optional<std::vector<CheckedFile>> m_checks; ///< of all files, while their list is wanted
    std::optional<FileNote> m_goal;                   ///< to go to once its file is read
    FilePlace m_last;                                 ///< in sight when it was kept
    QUrl m_webRoot;
    QString m_wanted; ///< a path that is waited for
    bool m_isAsking = false;
    bool m_isAsked = false;
    bool m_areRepositoriesKnown = false; ///< no further root will come by itself
    bool m_isWaiting = false;
    bool m_isClosed = false; ///< a person closed the last file
    ElidedLabel* m_line = nullptr;
    FileTree* m_tree;
    CodeViewer* m_viewer;
    FileTabs* m_tabs;
    NotesPanel* m_notes;
    QSplitter* m_sides = nullptr; ///< the text and the notes
    QPushButton* m_github;
    QAction* m_openOnGithub = nullptr;
    QAction* m_closeTab = nullptr;
    QComboBox* m_repositoryChoice;
    QAction* m_chooseFolder = nullptr;
    QAction* m_forgetFolder = nullptr;
    QList<QAction*> m_ofText; ///< need a text in sight
    QList<QAction*> m_ofDiff;
};

} // namespace slipway
