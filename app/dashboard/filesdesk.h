#pragma once

#include "app/dashboard/filechecking.h"
#include "app/dashboard/filereading.h"
#include "inventory/inventory.h"

#include <QObject>

namespace slipway
{

class DashboardSession;

/// Finds and reads the files of the owner in sight: of a folder, of a repository, and those made from the profile. What
/// is under way when something else is asked for is not told any more; it holds the session until it has ended.
class FilesDesk final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit FilesDesk(DashboardSession& session, QObject* parent = nullptr);

    /// Another target is open.
    void open();
    void close();
    /// What templates and the registry's lock are made of.
    void setInventory(const InventoryPtr& inventory);
    /// Empty: the profile's folder, or no repository. rootRead() answers, for each as it is found.
    void readRoots(const QString& folder, const QString& repository);
    void readFile(const FilePlace& place);
    /// `commit`: which one, for Against::Earlier; empty: the newest whose text is another.
    void compare(const FilePlace& place, Against against, const QString& commit);
    /// Reads and checks all files but those made from the profile. fileChecked() answers for each, then allChecked().
    void checkAll();

Q_SIGNALS:
    /// The repository that the profile names, then those that packages are linked to, the one with most packages first.
    void repositoriesKnown(const QStringList& repositories);
    void rootRead(const slipway::FileRoot& root);
    /// Follows fileRead() and compared() too.
    void fileChecked(const slipway::FilePlace& place, const slipway::FileVerdict& verdict);
    void allChecked();
    void fileRead(const slipway::FilePlace& place, const slipway::Result<slipway::TextLinesPtr>& text);
    void compared(const slipway::FilePlace& place, slipway::Against against,
                  const slipway::Result<slipway::FileComparison>& comparison);

private:
    [[nodiscard]] bool isOpen() const;
    Task<void> runFolder(QString folder, std::stop_source stop);
    Task<void> runRepository(QString repository, std::stop_source stop);
    Task<void> runTemplates();
    Task<void> runFile(FilePlace place, std::stop_source stop);
    Task<void> runComparison(FilePlace place, Against against, QString commit, std::stop_source stop);
    Task<void> runChecks(std::vector<ListedPlace> files, std::stop_source stop);
    /// The other side of a comparison, and of Earlier which commits there are.
    struct OtherSide final {
        FileText text;
        QString note{};
        std::vector<FileCommit> commits{};
        QString commit{};
    };
    Task<Result<EarlierText>> earlierOf(FilePlace place, QString commit, FileText now, std::stop_token stop);
    Task<Result<OtherSide>> otherText(FilePlace place, Against against, QString commit, FileText left,
                                      std::stop_token stop);
    void tellRoot(const FileRoot& root);
    [[nodiscard]] FileKind kindOf(const FilePlace& place) const;
    Task<Result<FileText>> textOf(FilePlace place, std::stop_token stop);
    [[nodiscard]] std::stop_source renewed(std::stop_source& last) const;

    DashboardSession& m_session;
    InventoryPtr m_inventory;
    FileSources m_sources;
    std::vector<FileRoot> m_roots; ///< as they were told last
    bool m_hasFacts = false;
    std::stop_source m_rootsStop;
    std::stop_source m_fileStop;
    std::stop_source m_checkStop;
};

} // namespace slipway
