#include "app/windowfacts.h"

#include "app/mainwindow.h"
#include "core/digest.h"
#include "core/errortext.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventoryselection.h"
#include "views/inventory/treefilter.h"
#include "views/shell/freshness.h"
#include "views/shell/topbar.h"

namespace slipway
{

namespace
{

DataStanding dataStanding(PageState::Kind kind)
{
    switch (kind) {
    case PageState::Kind::Ready:
        return DataStanding::Fresh;
    case PageState::Kind::Loading:
        return DataStanding::Reading;
    case PageState::Kind::Stale:
    case PageState::Kind::Offline:
        return DataStanding::Old;
    case PageState::Kind::Failed:
        return DataStanding::Failed;
    }
    return DataStanding::Fresh;
}

void addInventory(WindowFacts& facts, InventoryPage& page)
{
    facts.rows = static_cast<qsizetype>(page.selection().items().size());
    if (const auto digest = Digest::parse(page.details().digestText()))
        facts.digest = digest->shortForm();
    facts.pullCommand = page.details().pullCommand();
    facts.filter = page.filter().bar().text();
}

} // namespace

WindowFacts windowFacts(MainWindow& window)
{
    WindowFacts facts;
    const auto& freshness = window.topBar().freshness();
    const PageState& state = freshness.state();
    facts.data = dataStanding(state.kind);
    facts.age = freshness.text();
    facts.canRefresh = freshness.isRefreshAllowed();
    if (state.error) {
        facts.failure = errorText(*state.error).what;
        facts.isTokenRefused =
            state.error->kind == ErrorKind::Unauthorized || state.error->kind == ErrorKind::SecretNotFound;
    }
    facts.isLogOpen = window.isLogOpen();
    if (&window.pageAt(window.currentPage()) == &window.inventoryPage())
        addInventory(facts, window.inventoryPage());
    return facts;
}

} // namespace slipway
