#include "domain/imageplatform.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestImagePlatform final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePlatformHasOneName_data()
    {
        QTest::addColumn<QString>("normalised");
        const auto row = [](const char* platform, const QString& normalised) { QTest::newRow(platform) << normalised; };
        row("linux/amd64", u"linux/amd64"_s);
        row("linux/x86_64", u"linux/amd64"_s);
        row("linux/amd64/v1", u"linux/amd64"_s);
        row("linux/amd64/v3", u"linux/amd64/v3"_s);
        row("linux/arm64", u"linux/arm64"_s);
        row("linux/arm64/v8", u"linux/arm64"_s);
        row("Linux/aarch64/8", u"linux/arm64"_s);
        row("linux/arm64/v9", u"linux/arm64/v9"_s);
        row("linux/arm", u"linux/arm/v7"_s);
        row("linux/arm/6", u"linux/arm/v6"_s);
        row("linux/arm/v7", u"linux/arm/v7"_s);
        row("linux/armhf", u"linux/arm/v7"_s);
        row("linux/armel", u"linux/arm/v6"_s);
        row("linux/i386", u"linux/386"_s);
        row("linux/riscv64", u"linux/riscv64"_s);
        row("macos/arm64", u"darwin/arm64"_s);
        row("unknown/unknown", u"unknown/unknown"_s);
        row("windows", u"windows"_s);
        row("", u""_s);
    }

    void onePlatformHasOneName()
    {
        QFETCH(const QString, normalised);
        QCOMPARE(normalisedPlatform(QString::fromLatin1(QTest::currentDataTag())), normalised);
    }

    void anImagesPlatformIsNormalised()
    {
        const auto fixture = Fixture::parse(u"package p\n i index children=a@linux/arm64/v8\n a image layers=x:1"_s);
        const auto snapshot = fixture.build();
        QCOMPARE(imagePlatform(*snapshot, ReferenceGraph(*snapshot), fixture.row(*snapshot, u"a"_s)), u"linux/arm64"_s);
    }
};

SLIPWAY_TEST_SUITE(TestImagePlatform);

} // namespace

#include "test_imageplatform.moc"
