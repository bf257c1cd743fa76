#include "app/tour.h"

#include "app/mainwindow.h"
#include "app/palettedesk.h"
#include "app/textfit.h"
#include "app/toursheet.h"
#include "app/tourtree.h"
#include "views/cleanup/cleanuppage.h"
#include "views/drift/driftpage.h"
#include "views/drift/laddercard.h"
#include "views/files/filespage.h"
#include "views/gallery/sampleparts.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/layercomparison.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/inventory/treefilter.h"
#include "views/ladder/comparedialog.h"
#include "views/palette/commandpalette.h"
#include "views/storage/growthcard.h"
#include "views/storage/storagepage.h"
#include "views/storage/whatifdialog.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kSizes{QSize(1440, 900), QSize(1180, 720)};

QString themeName(ThemeMode theme)
{
    switch (theme) {
    case ThemeMode::System:
        return u"system"_s;
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    case ThemeMode::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

QList<Tour::Shot> pageShots()
{
    QList<Tour::Shot> shots;
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark})
        for (const QSize size : kSizes)
            shots.append({size, theme});
    shots.append({kSizes.front(), ThemeMode::HighContrast});
    return shots;
}

/// Components look the same in every window: what counts is their colours.
QList<Tour::Shot> componentShots(QSize size)
{
    return {{size, ThemeMode::Light}, {size, ThemeMode::Dark}, {size, ThemeMode::HighContrast}};
}

/// The C locale's texts are English.
QString languageOf(const QLocale& locale)
{
    return locale.language() == QLocale::C ? u"en"_s : QLocale::languageToCode(locale.language());
}

} // namespace

Tour::Tour(MainWindow& window, QString folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(std::move(folder))
{
}

Tour::~Tour() = default;

void Tour::start()
{
    QDir().mkpath(m_folder);
    openTourHubs(m_window.inventoryPage());
    m_scenes = scenes();
    m_scene = 0;
    // After the dialogs: what is selected in a window that is not the active one is grey.
    m_window.activateWindow();
    connect(&m_window.inventoryPage().details(), &DetailsPane::settled, this, &Tour::takeWhenReady);
    connect(&m_window.storagePage(), &StoragePage::settled, this, &Tour::takeWhenReady);
    connect(&m_window.driftPage(), &DriftPage::settled, this, &Tour::takeWhenReady);
    connect(&m_window.cleanupPage(), &CleanupPage::settled, this, &Tour::takeWhenReady);
    connect(&m_window.filesPage(), &FilesPage::settled, this, &Tour::takeWhenReady);
    prepareScene();
}

QList<Tour::Scene> Tour::pageScenes()
{
    const auto tab = [this](DetailsTab which) { return [this, which] { m_window.inventoryPage().setTab(which); }; };
    QList<Scene> scenes;
    const auto add = [&](const QString& name, const std::function<void()>& prepare) {
        scenes.append({name, prepare, &m_window, pageShots()});
    };
    add(u"inventory-summary"_s, tab(DetailsTab::Summary));
    add(u"inventory-layers"_s, tab(DetailsTab::Layers));
    add(u"inventory-manifest"_s, tab(DetailsTab::Manifest));
    add(u"inventory-config"_s, tab(DetailsTab::Config));
    add(u"inventory-referrers"_s, tab(DetailsTab::Referrers));
    add(u"inventory-history"_s, tab(DetailsTab::History));
    add(u"storage"_s, [this] { m_window.setCurrentPage(1); });
    add(u"storage-table"_s, [this] { m_window.storagePage().growth().setTable(true); });
    add(u"storage-below"_s, [this] {
        auto& page = m_window.storagePage();
        page.growth().setTable(false);
        auto* bar = page.ground().verticalScrollBar();
        bar->setValue(bar->maximum());
        // In the next window there is more below.
        connect(bar, &QAbstractSlider::rangeChanged, this, [bar](int, int end) { bar->setValue(end); });
    });
    add(u"drift"_s, [this] { m_window.setCurrentPage(2); });
    add(u"cleanup"_s, [this] {
        m_window.setCurrentPage(3);
        m_window.cleanupPage().setCurrentTab(0);
    });
    add(u"cleanup-policy"_s, [this] { m_window.cleanupPage().setCurrentTab(2); });
    add(u"files"_s, [this] {
        m_window.setCurrentPage(4);
        m_window.filesPage().open(u"build-lock.json"_s);
    });
    add(u"files-diff"_s, [this] { m_window.filesPage().compare(Against::Registry); });
    add(u"files-template"_s, [this] {
        m_window.filesPage().open(u".github/workflows/build-gpu.yml"_s);
        m_window.filesPage().compare(Against::Template);
    });
    add(u"log"_s, [this] {
        m_window.setCurrentPage(0);
        m_window.setLogOpen(true);
    });
    add(u"toast"_s, [this] { showToast(); });
    return scenes;
}

/// Beside the window, which they are no part of.
QList<Tour::Scene> Tour::dialogScenes()
{
    m_dialogs = tourDialogs(m_window);
    QList<Scene> scenes;
    for (const auto& [name, widget] : m_dialogs)
        scenes.append({name, [] {}, widget.get(), componentShots(widget->size())});
    if (auto* question = askWhatIf())
        scenes.append({u"what-if"_s, [] {}, question, componentShots({})});
    if (auto* comparison = compareSiblings())
        scenes.append({u"compare-layers"_s, [] {}, comparison, componentShots(comparison->size())});
    return scenes;
}

/// What a page looks like when it has nothing to show. They come last: what was read is gone afterwards.
QList<Tour::Scene> Tour::stateScenes()
{
    auto& page = m_window.inventoryPage();
    const Error refused{ErrorKind::Forbidden, u"northquay"_s, {}, {}};
    QList<Scene> scenes;
    const auto add = [&](const QString& name, const std::function<void()>& prepare) {
        scenes.append({name, prepare, &m_window, componentShots(kSizes.front())});
    };
    add(u"no-match"_s, [this, &page] {
        m_window.paletteDesk().palette().close();
        m_window.activateWindow();
        if (auto* toast = m_window.findChild<Toast*>())
            toast->dismiss();
        page.filter().bar().setText(u"tag:nowhere"_s);
    });
    add(u"offline"_s, [this, &page] {
        page.filter().bar().clear();
        m_window.setState(
            PageState::offline(page.model().inventory() ? page.model().inventory()->snapshot->fetchedAt : QDateTime()));
    });
    add(u"failed"_s, [this, refused] { m_window.setState(PageState::failed(refused)); });
    add(u"refused"_s, [this] { m_window.setInventory(nullptr); });
    add(u"loading"_s, [this] { m_window.setState(PageState::loading(18, 34)); });
    return scenes;
}

QList<Tour::Scene> Tour::scenes()
{
    auto& desk = m_window.paletteDesk();
    desk.palette().setAttribute(Qt::WA_DontShowOnScreen);
    const Scene palette{u"palette"_s, [&desk] { desk.open(); }, &desk.palette(), componentShots({})};
    const Scene commands{u"palette-commands"_s, [&desk] { desk.palette().field().setText(u">co"_s); }, &desk.palette(),
                         componentShots({})};
    return pageScenes() + dialogScenes() + QList{palette, commands} + stateScenes();
}

/// The layers of the shown image and of the one above it in the tree; nullptr where that is none. What made them comes
/// before the details, which are asked for later.
CompareDialog* Tour::compareSiblings()
{
    auto& page = m_window.inventoryPage();
    auto& tree = page.tree();
    const QPersistentModelIndex current = tree.currentIndex();
    const QModelIndex image = current.parent();
    if (!image.isValid() || image.row() == 0)
        return nullptr;
    tree.setCurrentIndex(image.siblingAtRow(image.row() - 1));
    tree.selectionModel()->select(image, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    page.comparison().action().trigger();
    m_comparison = page.comparison().dialog();
    if (m_comparison) {
        m_comparison->hide();
        m_comparison->setAttribute(Qt::WA_DontShowOnScreen);
        m_comparison->show();
    }
    tree.setCurrentIndex(current);
    return m_comparison;
}

/// Nothing where there is no inventory.
WhatIfDialog* Tour::askWhatIf()
{
    const auto& inventory = m_window.inventoryPage().model().inventory();
    if (!inventory)
        return nullptr;
    m_whatIf = std::make_unique<WhatIfDialog>(inventory, Prices(), inventory->snapshot->fetchedAt, nullptr);
    connect(m_whatIf.get(), &WhatIfDialog::counted, this, &Tour::takeWhenReady);
    m_whatIf->setModal(false);
    m_whatIf->setAttribute(Qt::WA_DontShowOnScreen);
    m_whatIf->show();
    return m_whatIf.get();
}

/// As if the pointer were on it: else its time would run out while the pictures are taken.
void Tour::showToast()
{
    m_window.setLogOpen(false);
    offerUndo(m_window, SavedFiltersButton::tr("Discarded the filter “%1”").arg(u"unsigned GPU images"_s), [] {});
    if (auto* toast = m_window.findChild<Toast*>())
        hover(*toast);
}

void Tour::prepareScene()
{
    if (m_scene == m_scenes.size()) {
        writeSheet();
        m_dialogs.clear();
        delete m_comparison;
        m_whatIf.reset();
        Q_EMIT finished(m_faults);
        return;
    }
    m_scenes[m_scene].prepare();
    takeWhenReady();
}

void Tour::takeWhenReady()
{
    const bool isCounting = m_whatIf && m_whatIf->isCounting();
    const bool isWaiting = m_window.inventoryPage().details().isWaiting() || m_window.storagePage().isWaiting()
                           || m_window.driftPage().isWaiting() || m_window.driftPage().ladder().isWaiting()
                           || m_window.cleanupPage().isWaiting() || m_window.filesPage().isWaiting()
                           || m_window.filesPage().isUnchecked();
    if (!isCounting && !isWaiting)
        takePictures();
}

void Tour::takePictures()
{
    if (m_isTaking || m_scene >= m_scenes.size())
        return;
    m_isTaking = true;
    m_shots = m_scenes[m_scene].shots;
    prepareShot();
}

/// Theme and size reach every widget through posted events, so a picture is taken in the turn after.
void Tour::prepareShot()
{
    if (m_shots.isEmpty()) {
        m_isTaking = false;
        ++m_scene;
        prepareScene();
        return;
    }
    const Shot& shot = m_shots.constFirst();
    QWidget* target = m_scenes[m_scene].target;
    m_window.theme().setMode(shot.theme);
    target->resize(shot.size.isEmpty() ? target->minimumSizeHint() : shot.size);
    QTimer::singleShot(0, this, &Tour::takePicture);
}

void Tour::takePicture()
{
    const Shot shot = m_shots.takeFirst();
    QWidget* target = m_scenes[m_scene].target;
    const QString name = nameOf(m_scenes[m_scene], languageOf(QLocale()), shot);
    const QString path = QDir(m_folder).filePath(name + u".png"_s);
    if (target->grab().save(path))
        m_written.append(path);
    else
        m_faults.append(tr("%1 could not be written").arg(path));
    findFaults(name, *target);
    prepareShot();
}

void Tour::findFaults(const QString& picture, const QWidget& target)
{
    const QStringList clipped = clippedTexts(target);
    for (const QString& text : clipped)
        m_faults.append(tr("%1: there is no room for \"%2\"").arg(picture, text));
    const QStringList overlapping = overlappingTexts(target);
    for (const QString& texts : overlapping)
        m_faults.append(tr("%1: one text lies over another: %2").arg(picture, texts));
}

/// "inventory-layers-de-dark-1440x900", and "@200" after it where the screen has twice as many pixels.
QString Tour::nameOf(const Scene& scene, const QString& language, const Shot& shot) const
{
    QStringList parts{scene.name, language, themeName(shot.theme)};
    if (!shot.size.isEmpty())
        parts.append(u"%1x%2"_s.arg(shot.size.width()).arg(shot.size.height()));
    const int percent = qRound(m_window.devicePixelRatioF() * 100);
    return parts.join(u'-') + (percent == 100 ? QString() : u"@%1"_s.arg(percent));
}

/// By page, a line for each language.
QStringList Tour::picturesOfAllLanguages() const
{
    QStringList languages{u"en"_s};
    const QStringList files = QDir(u":/i18n"_s).entryList({u"slipway_*.qm"_s});
    for (const QString& file : files)
        if (const QString language = QFileInfo(file).baseName().section(u'_', 1); !languages.contains(language))
            languages.append(language);
    QStringList pictures;
    for (const auto& scene : m_scenes)
        for (const auto& language : languages)
            for (const auto& shot : scene.shots) {
                const QString path = QDir(m_folder).filePath(nameOf(scene, language, shot) + u".png"_s);
                if (QFileInfo::exists(path))
                    pictures.append(path);
            }
    return pictures;
}

void Tour::writeSheet()
{
    const QString path = QDir(m_folder).filePath(u"sheet.png"_s);
    if (!tourSheet(picturesOfAllLanguages()).save(path))
        m_faults.append(tr("%1 could not be written").arg(path));
}

} // namespace slipway
