#include "gui/pixels.h"
#include "gui/shownstorage.h"
#include "models/timetext.h"
#include "support/suite.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/growthpicture.h"
#include "views/theme/tokens.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the chart "Stored by hub" is saved and copied as.
class TestGrowthExport final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void picturesAndCsvAreSaved_data();
    void picturesAndCsvAreSaved();
    void whatIsHiddenIsToldInThePicture();
    void filesAreNamedAfterWhatTheyShow();
    void anUnwritableFileIsTold();
    void nothingToExportIsNotOffered();
    void valuesAreCopied();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] StoragePage& page() { return window().storagePage(); }
    [[nodiscard]] GrowthCard& card() { return page().growth(); }
    [[nodiscard]] StackChart& chart() { return card().chart(); }
    [[nodiscard]] QAction* action(const QString& id)
    {
        for (auto* each : card().actions())
            if (each->objectName() == id)
                return each;
        return nullptr;
    }
    /// Answers the dialog that an action opens with a path.
    void saveTo(const QString& id, const QString& path);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestGrowthExport::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showStorage(window());
    QVERIFY(m_fixture->show());
}

void TestGrowthExport::saveTo(const QString& id, const QString& path)
{
    QAction* saving = action(id);
    QVERIFY(saving);
    QVERIFY(saving->isEnabled());
    saving->trigger();
    auto* dialog = card().findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

void TestGrowthExport::picturesAndCsvAreSaved_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("PNG") << u"storage.exportPng"_s << u"chart.png"_s;
    QTest::newRow("SVG") << u"storage.exportSvg"_s << u"chart.svg"_s;
    QTest::newRow("CSV") << u"storage.exportCsv"_s << u"chart.csv"_s;
}

void TestGrowthExport::picturesAndCsvAreSaved()
{
    QFETCH(const QString, id);
    QFETCH(const QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    saveTo(id, path);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{name});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (name.endsWith(u"csv"_s)) {
        QVERIFY(
            bytes.startsWith("day (UTC),stored (bytes),shared by hubs (bytes),affective_processing_center (bytes)"));
        QCOMPARE(bytes.count('\n'), 1 + static_cast<qsizetype>(chart().chart().pointTotal()));
        return;
    }
    QImage image(path);
    if (name.endsWith(u"svg"_s)) {
        QVERIFY(bytes.contains(">affective_processing_center<"));
        QVERIFY(bytes.contains("270 MiB on 21 Nov 2026"));
        const QByteArray whose = "northquay, read " + momentText(fixtureTime().toLocalTime()).toUtf8();
        QVERIFY(bytes.contains("<desc>" + whose + ". 270 MiB on"));
        QVERIFY(bytes.contains('>' + whose + '<'));
        QVERIFY(bytes.contains(">Dashed: the forecast; the band holds 8 of 10 cases. Over the budget on "));
        QSvgRenderer renderer(bytes);
        QVERIFY(renderer.isValid());
        image = QImage(2400, 1350, QImage::Format_ARGB32);
        QPainter painter(&image);
        renderer.render(&painter);
    }
    const Tokens& t = tokensOf(window().palette());
    QCOMPARE(image.size().width() * 675, image.size().height() * 1200);
    for (const QColor& color : {t.chart[0], t.bad, t.surface})
        QVERIFY(pixelsOf(image, color) > 300);
}

void TestGrowthExport::whatIsHiddenIsToldInThePicture()
{
    card().legend().setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTemporaryDir folder;
    const QString picture = folder.filePath(u"chart.svg"_s);
    saveTo(u"storage.exportSvg"_s, picture);
    QFile file(picture);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("180 MiB of 270 MiB on 21 Nov 2026"));
    QVERIFY(saved.contains(">Shown, 1 of 3 hidden<"));
}

void TestGrowthExport::filesAreNamedAfterWhatTheyShow()
{
    action(u"storage.exportCsv"_s)->trigger();
    auto* dialog = card().findChild<QFileDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->selectedFiles().size(), 1);
    const QString day = fixtureTime().toLocalTime().date().toString(Qt::ISODate);
    QCOMPARE(QFileInfo(dialog->selectedFiles().constFirst()).fileName(), u"northquay-storage-%1.csv"_s.arg(day));
    dialog->close();
    QCOMPARE(growthFileName({u"a/b c"_s, {}}, u"png"_s), u"a-b-c-storage.png"_s);
    QCOMPARE(growthFileName({}, u"svg"_s), u"storage.svg"_s);
}

void TestGrowthExport::anUnwritableFileIsTold()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"there/is/none/chart.png"_s);
    QCOMPARE(card().failure(), QString());
    saveTo(u"storage.exportPng"_s, path);
    QVERIFY2(card().failure().contains(path), qPrintable(card().failure()));
    QVERIFY(!QFile::exists(path));
    for (auto* each : card().findChildren<QPushButton*>())
        if (each->isVisible() && each->text() == u"Close"_s)
            QTest::mouseClick(each, Qt::LeftButton);
    QCOMPARE(card().failure(), QString());
}

void TestGrowthExport::nothingToExportIsNotOffered()
{
    window().setInventory(nullptr);
    for (const auto* each : card().actions())
        QVERIFY2(!each->isEnabled(), qPrintable(each->objectName()));
}

void TestGrowthExport::valuesAreCopied()
{
    QApplication::clipboard()->clear();
    action(u"storage.copyChart"_s)->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"day (UTC),stored (bytes)"_s));
}

SLIPWAY_TEST_SUITE(TestGrowthExport);

} // namespace slipway::test

#include "test_growthexport.moc"
