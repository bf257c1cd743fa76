#include "app/dashboard/placeopener.h"

#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/windowbinding.h"
#include "app/mainwindow.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "views/drift/driftpage.h"
#include "views/files/filespage.h"
#include "views/inventory/inventorypage.h"

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr auto kDriftPage = "drift"_L1;
} // namespace

PlaceOpener::PlaceOpener(MainWindow& window, DashboardSession& session, WindowBinding& binding, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_binding(binding)
{
    connect(&m_session, &DashboardSession::opened, this, &PlaceOpener::begunWith);
    connect(&m_binding, &WindowBinding::notOpened, this, [this] {
        m_isOpening = false;
        m_wanted = {};
        m_page.clear();
    });
    connect(&m_session, &DashboardSession::inventoryRead, this, &PlaceOpener::select);
    connect(&m_session, &DashboardSession::refreshEnded, this, &PlaceOpener::giveUp);
    connect(&m_session.drift(), &DriftDesk::looked, this, [this] {
        select();
        if (m_wanted.page == kDriftPage && !m_session.isReading())
            giveUp(std::nullopt);
    });
}

void PlaceOpener::begin(const DeepLink& place)
{
    goTo(place);
    showPage();
    if (const auto role = m_role ? m_role() : std::nullopt; role && place.page.isEmpty()) {
        m_page = startPage(*role, pageIds());
        showPage();
    }
}

void PlaceOpener::goTo(const DeepLink& place)
{
    m_wanted = place;
    m_page = place.page;
    if (!place.page.isEmpty() && !hasPage(place.page)) {
        m_window.showNotice(tr("This version has no page %1.").arg(place.page));
        // What the link is about can be shown all the same.
        m_page = place.package.isEmpty() ? QString() : u"inventory"_s;
    }
}

bool PlaceOpener::hasPage(const QString& id) const
{
    return std::ranges::contains(m_window.pages(), id, &PageDescriptor::id);
}

void PlaceOpener::tellWrongLink(const QString& link)
{
    if (const auto place = parseDeepLink(link); !place)
        m_window.showNotice(tr("The link cannot be opened. %1").arg(errorText(place.error()).what));
}

void PlaceOpener::open(const OpenRequest& request)
{
    qCInfo(logUi, "asked to come to the front, and to go to a place if one was named");
    raise(request.activationToken);
    if (!request.wrongLink.isEmpty())
        tellWrongLink(request.wrongLink);
    if (request.place.isEmpty())
        return;
    const QString owner = request.place.owner;
    const bool isOther = !owner.isEmpty() && owner.compare(m_binding.choice().owner, Qt::CaseInsensitive) != 0;
    const auto choice = isOther ? m_binding.choiceOf(owner) : m_binding.choice();
    if (!choice) {
        m_window.showNotice(
            tr("%1 cannot be shown here: no account has this owner. Add one and open the link again.").arg(owner));
        return;
    }
    Q_EMIT m_window.placeLeft();
    goTo(request.place);
    if (isOther) {
        // The page is shown once that owner's own last one is in sight.
        m_isOpening = true;
        if (!m_binding.chooseOwner(*choice)) {
            m_isOpening = false;
            m_wanted = {};
            m_page.clear();
        }
        return;
    }
    // What is in sight is still the owner that is left, and its view would be kept with this page.
    if (m_isOpening)
        return;
    showPage();
    if (!request.place.file.isEmpty()) {
        openFile();
        return;
    }
    select();
    // With nothing under way that could still bring it, it is not there. Where nothing is open yet it still may be.
    if (!m_session.isReading() && m_binding.hasInventory())
        giveUp(std::nullopt);
}

void PlaceOpener::showPage()
{
    const auto& pages = m_window.pages();
    const auto found = std::ranges::find(pages, m_page, &PageDescriptor::id);
    if (found != pages.end())
        m_window.setCurrentPage(static_cast<int>(found - pages.begin()));
    // From here on a person goes where they like.
    if (!m_isOpening)
        m_page.clear();
}

void PlaceOpener::begunWith(const Target& target)
{
    m_isOpening = false;
    showPage();
    // Files are listed once the inventory tells repositories; the page waits for them.
    if (!m_wanted.file.isEmpty() && target.owner.compare(m_wanted.owner, Qt::CaseInsensitive) == 0)
        openFile();
    if (target.owner.compare(m_wanted.owner, Qt::CaseInsensitive) != 0)
        m_wanted = {};
}

void PlaceOpener::openFile()
{
    const QString path = std::exchange(m_wanted, {}).file;
    if (!m_window.filesPage().open(path))
        Q_EMIT m_window.filesPage().notFound(path);
}

void PlaceOpener::raise(const QString& activationToken)
{
    // Where Wayland's plugin looks for the leave to take the front.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void PlaceOpener::select()
{
    if (m_wanted.page == kDriftPage) {
        if (!m_wanted.package.isEmpty() && m_window.driftPage().select(m_wanted.package))
            m_wanted = {};
        return;
    }
    auto& page = m_window.inventoryPage();
    const auto& inventory = page.model().inventory();
    // While another owner is opened, the one before is still in sight; and of an outline not all is there.
    if (m_wanted.package.isEmpty() || !inventory || page.model().isOutline()
        || inventory->snapshot->owner.login.compare(m_wanted.owner, Qt::CaseInsensitive) != 0)
        return;
    const bool isFound = m_wanted.digest ? page.selectVersion(m_wanted.package, *m_wanted.digest)
                                         : page.select(m_wanted.package, m_wanted.tag.value);
    if (isFound)
        m_wanted = {};
}

void PlaceOpener::giveUp(const std::optional<Error>& error)
{
    // What drifts is told after what was read.
    const bool isYetToCome = m_wanted.page == kDriftPage && m_window.driftPage().isWaiting();
    if (m_wanted.package.isEmpty() || m_isOpening || error || isYetToCome)
        return;
    m_window.showNotice(tr("%1 is not among what was read.").arg(toText(m_wanted)));
    m_wanted = {};
}

} // namespace slipway
