#pragma once

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
    void compare(const FilePlace& place, Against against);

Q_SIGNALS:
    /// The repositories that packages are linked to, the one with most packages first.
    void repositoriesKnown(const QStringList& repositories);
    void rootRead(const slipway::FileRoot& root);
    void fileRead(const slipway::FilePlace& place, const slipway::Result<slipway::TextLinesPtr>& text);
    void compared(const slipway::FilePlace& place, slipway::Against against,
                  const slipway::Result<slipway::FileComparison>& comparison);

private:
    [[nodiscard]] bool isOpen() const;
    Task<void> runFolder(QString folder, std::stop_source stop);
    Task<void> runRepository(QString repository, std::stop_source stop);
    Task<void> runTemplates();
    Task<void> runFile(FilePlace place, std::stop_source stop);
    Task<void> runComparison(FilePlace place, Against against, std::stop_source stop);
    Task<Result<RegistryLock>> otherText(FilePlace place, Against against, QString left, std::stop_token stop);
    Task<Result<QString>> textOf(FilePlace place, std::stop_token stop);
    [[nodiscard]] std::stop_source renewed(std::stop_source& last) const;

    DashboardSession& m_session;
    InventoryPtr m_inventory;
    FileSources m_sources;
    bool m_hasFacts = false;
    std::stop_source m_rootsStop;
    std::stop_source m_fileStop;
};

} // namespace slipway
