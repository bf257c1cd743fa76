#include "app/tour.h"

#include "app/mainwindow.h"
#include "app/textfit.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/theme/tokens.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTimer>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kSizes{QSize(1440, 900), QSize(1180, 720)};
constexpr int kThumb = 480;
constexpr int kGap = 16;
constexpr int kSheetColumns = 4;
/// So many hubs are opened to their images: what fits one screen.
constexpr int kOpenHubs = 3;

QString pictureName(const QString& scene, const QString& language, const Tour::Shot& shot)
{
    const QString theme = shot.isDark ? u"dark"_s : u"light"_s;
    return u"%1-%2-%3-%4x%5"_s.arg(scene, language, theme).arg(shot.size.width()).arg(shot.size.height());
}

QList<Tour::Shot> allShots()
{
    QList<Tour::Shot> shots;
    for (const bool isDark : {false, true})
        for (const QSize size : kSizes)
            shots.append({size, isDark});
    return shots;
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

void Tour::start()
{
    QDir().mkpath(m_folder);
    m_window.activateWindow();
    openHubs();
    m_scenes = scenes();
    m_scene = 0;
    connect(&m_window.inventoryPage().details(), &DetailsPane::settled, this, &Tour::takePictures);
    prepareScene();
}

/// The first hub to its families, the next ones to their images; the version that is shown is the current one of the
/// first GPU image, or of the first image where there is none.
void Tour::openHubs()
{
    auto& tree = m_window.inventoryPage().tree();
    auto& model = m_window.inventoryPage().model();
    tree.collapseAll();
    QModelIndex shown;
    for (int hub = 0; hub < std::min(kOpenHubs, model.rowCount()); ++hub) {
        const QModelIndex hubIndex = model.index(hub, 0);
        tree.expand(hubIndex);
        const bool isOpened = hub > 0 || model.rowCount() == 1;
        for (int family = 0; isOpened && family < model.rowCount(hubIndex); ++family) {
            const QModelIndex familyIndex = model.index(family, 0, hubIndex);
            tree.expand(familyIndex);
            for (int image = 0; image < model.rowCount(familyIndex); ++image) {
                const QModelIndex imageIndex = model.index(image, 0, familyIndex);
                // A package whose versions could not be read has nothing to show.
                if (model.itemAt(imageIndex).image->current == kNoRow)
                    continue;
                const bool isGpu = model.itemAt(imageIndex).image->variant == Variant::Gpu;
                if (!shown.isValid() || (isGpu && model.itemAt(shown).image->variant != Variant::Gpu))
                    shown = imageIndex;
            }
        }
    }
    if (!shown.isValid())
        return;
    const auto item = model.itemAt(shown);
    tree.expand(shown);
    tree.setCurrentIndex(
        model.versionIndex(item.package()->name, model.inventory()->snapshot->digestOf(item.image->current)));
    tree.scrollToTop();
}

QList<Tour::Scene> Tour::scenes()
{
    const auto tab = [this](DetailsTab which) { return [this, which] { m_window.inventoryPage().setTab(which); }; };
    return {{u"inventory-summary"_s, tab(DetailsTab::Summary)},     {u"inventory-layers"_s, tab(DetailsTab::Layers)},
            {u"inventory-manifest"_s, tab(DetailsTab::Manifest)},   {u"inventory-config"_s, tab(DetailsTab::Config)},
            {u"inventory-referrers"_s, tab(DetailsTab::Referrers)}, {u"log"_s, [this] { m_window.setLogOpen(true); }}};
}

void Tour::prepareScene()
{
    if (m_scene == m_scenes.size()) {
        writeSheet();
        Q_EMIT finished(m_faults);
        return;
    }
    m_scenes[m_scene].prepare();
    if (!m_window.inventoryPage().details().isWaiting())
        takePictures();
}

void Tour::takePictures()
{
    if (m_isTaking || m_scene >= m_scenes.size())
        return;
    m_isTaking = true;
    m_shots = allShots();
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
    m_window.theme().setMode(m_shots.first().isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_window.resize(m_shots.first().size);
    QTimer::singleShot(0, this, &Tour::takePicture);
}

void Tour::takePicture()
{
    const Shot shot = m_shots.takeFirst();
    const QString name = pictureName(m_scenes[m_scene].name, languageOf(QLocale()), shot);
    const QString path = QDir(m_folder).filePath(name + u".png"_s);
    if (m_window.grab().save(path))
        m_written.append(path);
    else
        m_faults.append(tr("%1 could not be written").arg(path));
    findFaults(name);
    prepareShot();
}

void Tour::findFaults(const QString& picture)
{
    for (const QString& text : clippedTexts(m_window))
        m_faults.append(tr("%1: there is no room for \"%2\"").arg(picture, text));
    for (const QString& texts : overlappingTexts(m_window))
        m_faults.append(tr("%1: one text lies over another: %2").arg(picture, texts));
}

/// By page, a line for each language.
QStringList Tour::picturesOfAllLanguages() const
{
    QStringList languages{u"en"_s};
    for (const QString& file : QDir(u":/i18n"_s).entryList({u"slipway_*.qm"_s}))
        if (const QString language = QFileInfo(file).baseName().section(u'_', 1); !languages.contains(language))
            languages.append(language);
    QStringList pictures;
    for (const auto& scene : m_scenes)
        for (const auto& language : languages)
            for (const auto& shot : allShots()) {
                const QString path = QDir(m_folder).filePath(pictureName(scene.name, language, shot) + u".png"_s);
                if (QFileInfo::exists(path))
                    pictures.append(path);
            }
    return pictures;
}

void Tour::writeSheet()
{
    const QStringList pictures = picturesOfAllLanguages();
    const int rows = (static_cast<int>(pictures.size()) + kSheetColumns - 1) / kSheetColumns;
    const int cellHeight = kThumb * 900 / 1440 + 24;
    QImage sheet(kSheetColumns * (kThumb + kGap) + kGap, rows * (cellHeight + kGap) + kGap, QImage::Format_RGB32);
    sheet.fill(lightTokens().track);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(lightTokens().text);
    for (int i = 0; i < pictures.size(); ++i) {
        const QImage picture(pictures[i]);
        const QPoint at(kGap + (i % kSheetColumns) * (kThumb + kGap), kGap + (i / kSheetColumns) * (cellHeight + kGap));
        painter.drawText(QRect(at, QSize(kThumb, 20)), Qt::AlignLeft, QFileInfo(pictures[i]).completeBaseName());
        painter.drawImage(at + QPoint(0, 22), picture.scaledToWidth(kThumb, Qt::SmoothTransformation));
    }
    painter.end();
    const QString path = QDir(m_folder).filePath(u"sheet.png"_s);
    if (!sheet.save(path))
        m_faults.append(tr("%1 could not be written").arg(path));
}

} // namespace slipway
