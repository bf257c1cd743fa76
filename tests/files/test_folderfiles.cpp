#include "files/folderfiles.h"
#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

void write(const QTemporaryDir& folder, const QString& path, const QByteArray& bytes = "x\n")
{
    const QString full = folder.filePath(path);
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestFolderFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsKindsByPath_data()
    {
        QTest::addColumn<int>("kind");
        const auto row = [](const char* path, std::optional<FileKind> kind) {
            QTest::newRow(path) << (kind ? static_cast<int>(*kind) : -1);
        };
        row("build-lock.json", FileKind::Lock);
        row("locks/northquay.build-lock.json", FileKind::Lock);
        row("package-lock.json", std::nullopt);
        row(".github/workflows/build-gpu.yml", FileKind::Workflow);
        row(".github/workflows/ghcr_cleanup.yaml", FileKind::Workflow);
        row(".github/workflows/deep/x.yml", std::nullopt);
        row("workflows/x.yml", std::nullopt);
        row("compose.yaml", FileKind::Compose);
        row("deploy/docker-compose.live.yml", FileKind::Compose);
        row("compose-demo.yml", FileKind::Compose);
        row("decompose.yml", std::nullopt);
        row("slipway.yaml", FileKind::Profile);
        row("northquay.profile.yaml", FileKind::Profile);
        row("policy/cleanup.yaml", FileKind::Policy);
        row("docker/gpu/Dockerfile", FileKind::Dockerfile);
        row("gpu.Dockerfile", FileKind::Dockerfile);
        row("Dockerfile.gpu", FileKind::Dockerfile);
        row("renovate.json", FileKind::Updates);
        row(".github/renovate.json5", FileKind::Updates);
        row(".renovaterc", FileKind::Updates);
        row(".github/dependabot.yml", FileKind::Updates);
        row("README.md", std::nullopt);
    }
    void tellsKindsByPath()
    {
        QFETCH(int, kind);
        const auto found = fileKind(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(found ? static_cast<int>(*found) : -1, kind);
    }

    void listsACheckout()
    {
        const QTemporaryDir folder;
        for (const auto& path : {u"build-lock.json"_s, u"README.md"_s, u"slipway.yaml"_s, u".github/workflows/b.yml"_s,
                                 u".github/workflows/A.yml"_s, u".git/compose.yaml"_s, u"docker/gpu/Dockerfile"_s,
                                 u"node_modules/x/compose.yaml"_s})
            write(folder, path);
        const QTemporaryDir outside;
        write(outside, u"compose.yaml"_s);
        QVERIFY(QFile::link(outside.path(), folder.filePath(u"linked"_s)));
        QVERIFY(QFile::link(outside.filePath(u"compose.yaml"_s), folder.filePath(u"compose.yaml"_s)));
        const auto found = filesBelow(folder.path());
        QVERIFY(found);
        QStringList paths;
        for (const auto& file : found->files)
            paths.append(file.path);
        QCOMPARE(paths, (QStringList{u".github/workflows/A.yml"_s, u".github/workflows/b.yml"_s,
                                     u"docker/gpu/Dockerfile"_s, u"build-lock.json"_s, u"slipway.yaml"_s}));
        QVERIFY(!found->isPartial);
    }

    void neverLeavesTheFolder()
    {
        const QTemporaryDir folder;
        const QTemporaryDir outside;
        write(outside, u"secret.yaml"_s);
        write(folder, u"in.yaml"_s, "in\n");
        QVERIFY(QFile::link(outside.filePath(u"secret.yaml"_s), folder.filePath(u"link.yaml"_s)));
        QCOMPARE(loadTextBelow(folder.path(), u"in.yaml"_s).value_or(FileText()).text, u"in\n"_s);
        for (const auto& path : {u"link.yaml"_s, u"../"_s + QFileInfo(outside.path()).fileName() + u"/secret.yaml"_s}) {
            const auto text = loadTextBelow(folder.path(), path);
            QVERIFY2(!text, qPrintable(path));
            QCOMPARE(text.error().detail, u"it lies outside the folder"_s);
        }
    }

    void saysWhatIsNoFolder()
    {
        const QTemporaryDir folder;
        write(folder, u"a.yml"_s);
        const auto gone = filesBelow(folder.filePath(u"gone"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().detail, u"there is no such folder"_s);
        const auto file = filesBelow(folder.filePath(u"a.yml"_s));
        QVERIFY(!file);
        QCOMPARE(file.error().detail, u"it is no folder that can be read"_s);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = filesBelow(folder.path(), stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }
};

SLIPWAY_TEST_SUITE(TestFolderFiles);
#include "test_folderfiles.moc"
