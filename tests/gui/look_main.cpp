#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "app/tour.h"
#include "inventory/buildinventory.h"
#include "models/operationsmodel.h"
#include "translations/translations.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QtTest>
using namespace slipway;
using namespace Qt::StringLiterals;
static void shot(MainWindow& w, const QString& name)
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    QTest::qWait(300);
    w.grab().save(u"build/look/tour/x-"_s + name + u".png"_s);
}
static void extras(MainWindow& w, OperationsModel& ops, Theme& theme)
{
    theme.setMode(ThemeMode::Light);
    w.resize(1440, 900);
    auto& p = w.inventoryPage();
    p.setTab(DetailsTab::Summary);
    p.select({u"apc-emotion-cpu"_s}, u"v0.4.1"_s);
    p.tree().expand(p.tree().currentIndex().siblingAtColumn(0));
    p.tree().setFocus(Qt::TabFocusReason);
    shot(w, u"index"_s);
    p.setTab(DetailsTab::Layers);
    shot(w, u"index-layers"_s);
    p.setTab(DetailsTab::Summary);
    p.tree().setCurrentIndex(p.model().index(1, 0));
    shot(w, u"hub"_s);
    Operation op(u"a"_s, u"Read northquay"_s), op2(u"b"_s, u"Read layers"_s), op3(u"c"_s, u"Read x"_s);
    op.setProgress(18, 34, OperationUnit::Packages);
    op2.setProgress(62, 100, OperationUnit::None);
    ops.add(&op);
    ops.add(&op2);
    ops.add(&op3);
    Snapshot s = *p.model().inventory()->snapshot;
    s.problems = {{ErrorKind::ManifestMissing, u"apc-emotion-gpu@sha256:51b7d2a86f3c"_s, {}, {}},
                  {ErrorKind::Malformed,
                   u"charts/platform@sha256:51b7d2a86f3c"_s,
                   u"$.layers[3].size: expected an integer"_s,
                   {}}};
    w.setInventory(buildInventory(std::make_shared<const Snapshot>(s), {}));
    w.setState(PageState::failed({ErrorKind::Timeout, u"api.github.com"_s, {}, {}}));
    shot(w, u"problems"_s);
    for (auto* b : p.findChildren<QPushButton*>())
        if (b->text() == u"Show details"_s && b->isVisible())
            b->click();
    w.setState(PageState::offline(p.model().inventory()->snapshot->fetchedAt));
    theme.setMode(ThemeMode::Dark);
    shot(w, u"details"_s);
    w.setInventory(nullptr);
    w.setState(PageState::loading(18, 34));
    shot(w, u"loading"_s);
    w.setState(PageState::failed({ErrorKind::Forbidden, u"the packages of northquay"_s, u"needs read:packages"_s, {}}));
    theme.setMode(ThemeMode::Light);
    shot(w, u"error"_s);
    w.setState(PageState::ready());
    shot(w, u"empty"_s);
}
int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QString::fromLocal8Bit(argc > 4 ? argv[4] : "en_GB")));
    installTranslations(app);
    Theme theme(app);
    OperationsModel ops;
    DashboardSession session(ops);
    MainWindow w(theme, ops);
    Target t;
    t.demo = QString::fromLocal8Bit(argv[2]);
    t.owner = t.demo;
    t.dataFolder = QString::fromLocal8Bit(argv[3]);
    w.setOwners({u"northquay"_s, u"siriusscan"_s}, t.demo);
    w.setRegistryName(u"ghcr.io/"_s + t.owner);
    QObject::connect(&session, &DashboardSession::inventoryRead, &w, &MainWindow::setInventory);
    QObject::connect(&w, &MainWindow::documentsWanted, &session, &DashboardSession::readDocuments);
    QObject::connect(&session, &DashboardSession::documentsRead, &w, &MainWindow::showDocuments);
    QObject::connect(&session, &DashboardSession::rateLimitChanged, &w, [&](const std::optional<RateLimit>& l) {
        if (l)
            w.setApiLimit(ApiLimit{l->limit, l->remaining, l->reset});
    });
    Tour tour(w, QString::fromLocal8Bit(argv[1]));
    QObject::connect(&session, &DashboardSession::refreshEnded, &w, [&](const std::optional<Error>& e) {
        w.setState(e ? PageState::failed(*e) : PageState::ready());
        if (e)
            qWarning() << e->subject << e->detail;
        tour.start();
    });
    QObject::connect(&tour, &Tour::finished, &app, [&](const QStringList& f) {
        qInfo() << "failed" << f;
        extras(w, ops, theme);
        session.stop();
    });
    QObject::connect(&session, &DashboardSession::stopped, &app, &QCoreApplication::quit);
    w.show();
    w.activateWindow();
    session.open(t);
    return app.exec();
}
