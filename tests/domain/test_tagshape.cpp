#include "domain/tagshape.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestTagShape final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referrerTags_data()
    {
        const QString hex = Digest::of("subject").hex();
        QTest::addColumn<QString>("tag");
        QTest::addColumn<int>("kind"); // -1: a tag a person made
        QTest::newRow("fallback") << u"sha256-"_s + hex << int(ReferrerTagKind::Fallback);
        QTest::newRow("signature") << u"sha256-"_s + hex + u".sig"_s << int(ReferrerTagKind::Signature);
        QTest::newRow("attestation") << u"sha256-"_s + hex + u".att"_s << int(ReferrerTagKind::Attestation);
        QTest::newRow("sbom") << u"sha256-"_s + hex + u".sbom"_s << int(ReferrerTagKind::Sbom);
        QTest::newRow("own suffix") << u"sha256-"_s + hex + u"-debug"_s << -1;
        QTest::newRow("other ending") << u"sha256-"_s + hex + u".cosign"_s << -1;
        QTest::newRow("ending twice") << u"sha256-"_s + hex + u".sig.sig"_s << -1;
        QTest::newRow("ending in capitals") << u"sha256-"_s + hex + u".SIG"_s << -1;
        QTest::newRow("upper-case digits") << u"sha256-"_s + hex.toUpper() << -1;
        QTest::newRow("capital prefix") << u"SHA256-"_s + hex << -1;
        QTest::newRow("short") << u"sha256-"_s + hex.chopped(1) << -1;
        QTest::newRow("short with ending") << u"sha256-"_s + hex.chopped(4) + u".sig"_s << -1;
        QTest::newRow("long") << u"sha256-"_s + hex + u"0"_s << -1;
        QTest::newRow("digest form") << u"sha256:"_s + hex << -1;
        QTest::newRow("prefix behind something") << u"x-sha256-"_s + hex << -1;
        QTest::newRow("commit tag") << u"sha-4f2a91c"_s << -1;
        QTest::newRow("empty") << u""_s << -1;
    }

    void referrerTags()
    {
        QFETCH(QString, tag);
        QFETCH(int, kind);
        const auto referrer = parseReferrerTag(tag);
        QCOMPARE(referrer.has_value(), kind >= 0);
        if (referrer)
            QCOMPARE(*referrer, (ReferrerTag{Digest::of("subject"), static_cast<ReferrerTagKind>(kind)}));
    }
};

SLIPWAY_TEST_SUITE(TestTagShape);

} // namespace

#include "test_tagshape.moc"
