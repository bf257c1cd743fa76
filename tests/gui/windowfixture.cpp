#include "gui/windowfixture.h"

#include <QAbstractButton>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

QString shownOrganisation()
{
    return uR"(
package affective-gpu repo=affective_processing_center
  v2   index  days=1 tags=latest,v0.4.1 children=amd@linux/amd64,arm@linux/arm64,att@unknown/unknown>amd
  amd  image  days=1 layers=base:29779558,cuda:148897792,voice:2000000 config=cfg:3000
  arm  image  days=1 layers=basearm:29779558,voicearm:2000000 config=cfgarm:3000
  att  attestation days=1 provenance
  sig  signature days=1 tags=sha256-{v2}.sig subject=v2
  v1   image  days=9 tags=v0.4.0 layers=base:29779558,old:3000000
  old  image  days=40 layers=base:29779558,older:5000000
package affective-cpu repo=affective_processing_center
  c1   image  days=3 tags=v0.4.1,latest layers=base:29779558,app:412000
package vision-detect-gpu repo=vision_perception_hub
  d1   index  days=2 tags=v0.4.1 children=damd@linux/amd64,gone@linux/arm64
  damd image  days=2 layers=base:29779558,detect:90000000
  gone missing days=2
package stray
  s1   image  days=5 tags=latest layers=own:1024
)"_s;
}

PackageHistory shownHistory(const HistoryRequest& request)
{
    const auto digest = [](const QString& name) { return named(name); };
    PackageHistory history;
    history.since = fixtureTime().addDays(-30);
    const QDateTime by = fixtureTime().addDays(request.before ? -9 : -1);
    const QDateTime after = by.addSecs(-3600);
    if (!request.before) {
        history.older = 7;
        history.events = {
            {HistoryKind::TagsMoved, {{u"latest"_s}}, digest(u"v1"_s), digest(u"v2"_s), {}, after, by},
            {HistoryKind::Appeared, {{u"v0.4.1"_s}, {u"latest"_s}}, {}, {}, {digest(u"v2"_s)}, after, by}};
    } else {
        history.events = {{HistoryKind::TagsRemoved, {{u"beta"_s}}, digest(u"old"_s), {}, {}, after, by},
                          {HistoryKind::Gone, {}, {}, {}, {digest(u"x"_s), digest(u"y"_s)}, after, by}};
    }
    return history;
}

WindowFixture::WindowFixture(QApplication& application, std::optional<qreal> textScale)
    : theme(application, textScale)
    , window(theme, operations, log)
{
    window.setClock(Clock(fixtureTime().addSecs(120)));
    const OwnerChoice northquay{OwnerChoice::Kind::Demo, u"northquay"_s};
    window.setOwners({{QString(), {northquay, {OwnerChoice::Kind::Demo, u"siriusscan"_s}}}}, northquay);
    window.setRegistryName(u"ghcr.io/northquay"_s);
    window.setApiLimit(ApiLimit{5000, 4212, fixtureTime().addSecs(1800)});
    QObject::connect(&window, &MainWindow::historyWanted, &window, [this](const HistoryRequest& request) {
        if (const auto answer = history(request))
            window.showHistory(request, *answer);
    });
    QObject::connect(&window, &MainWindow::documentsWanted, &window,
                     [this](const PackageName&, const Digest& manifest, const std::optional<Digest>& config) {
                         std::optional<Result<QByteArray>> configBytes;
                         if (config)
                             configBytes = QByteArray(
                                 R"({"architecture":"amd64","os":"linux","config":{"Labels":{"team":"voice"}},
                                 "rootfs":{"type":"layers","diff_ids":[]}})");
                         window.showDocuments(manifest, QByteArray(R"({"schemaVersion":2,"layers":[]})"), configBytes);
                     });
}

bool WindowFixture::show(QSize size)
{
    window.resize(size);
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowExposed(&window);
}

QStringList namelessWidgets(const QWidget& window)
{
    QStringList nameless;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !isNamed)
            nameless.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    return nameless;
}

} // namespace slipway::test
