#pragma once

#include "core/error.h"
#include "domain/packagehistory.h"
#include "inventory/inventory.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace slipway
{

/// What is known of the past of the package that is selected. Asked for only while somebody looks, when a package has
/// been selected for a moment, and again when there is another reading of it; older parts when they are wanted.
class HistoryFeed final : public QObject
{
    Q_OBJECT
public:
    explicit HistoryFeed(QObject* parent = nullptr);

    /// Another package (nullopt: none), or the same in another inventory.
    void setPackage(const InventoryPtr& inventory, const std::optional<PackageName>& package);
    /// Whether somebody looks.
    void setInSight(bool isInSight);
    /// An answer; one that nobody waits for any more is left alone.
    void take(const HistoryRequest& request, const Result<PackageHistory>& history);
    /// True while somebody looks, and what was asked for has not come.
    [[nodiscard]] bool isWaiting() const;
    /// What is known, all parts that came together; nullopt while nothing came.
    [[nodiscard]] const std::optional<PackageHistory>& history() const { return m_history; }
    /// Why the last part did not come.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

public Q_SLOTS:
    void askAgain();
    /// What did not come is asked for again: the newest part, or the older one.
    void retry();
    /// Nothing if there is no older part.
    void askForOlder();

Q_SIGNALS:
    void historyWanted(const slipway::HistoryRequest& request);
    void changed();
    /// Nothing is waited for any more.
    void settled();

private:
    void ask(std::optional<std::int64_t> before);
    void fail(const HistoryRequest& request, const Error& error);
    void add(const HistoryRequest& request, const PackageHistory& part);
    void addNewer(const PackageHistory& part);

    InventoryPtr m_inventory;
    std::optional<PackageName> m_package;
    std::optional<PackageHistory> m_history;
    std::optional<Error> m_error;
    std::optional<HistoryRequest> m_wanted;
    std::optional<std::int64_t> m_failed; ///< before what the part began that m_error is about; nullopt: the newest
    QTimer m_isAsking;
    bool m_isInSight = false;
    bool m_isStale = false; ///< there may be more to know than m_history tells
};

} // namespace slipway
