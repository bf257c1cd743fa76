#include "simulator/bodydevices.h"
#include "simulator/crc32.h"
#include "simulator/layerbytes.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

QByteArray wholeLayer(const QString& name, std::int64_t size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    LayerBytes(name, size).read(0, std::span(bytes.data(), static_cast<std::size_t>(size)));
    return bytes;
}

} // namespace

/// Layers are made from a name and a size; these digests were computed by another program
/// (resources/demo/layerbytes.mjs).
class LayerBytesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digests_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<QString>("diffId");
        QTest::newRow("smallest") << u"small"_s << qint64{1560}
                                  << u"sha256:97eb7f02596b60112bbd682dfaaabbfe73a9f434aebe47845066ab385d7756ae"_s
                                  << u"sha256:a30db1c4b914b06630846ac34b3eed23347b57fdf3c4297a501ffc0a9ccf868a"_s;
        QTest::newRow("one byte of padding")
            << u"odd"_s << qint64{1561} << u"sha256:7ccbf6bc9983890b0b02f9b545865bbe8ffef8144d9d9b24e5cf089b45ba127a"_s
            << u"sha256:b5e04566214841d1a6324d3644b7194a0ec1c0706b69db508185dd97401a094c"_s;
        QTest::newRow("two deflate blocks")
            << u"app"_s << qint64{70001} << u"sha256:fca61c4866e6e571e8988ca182723a3422a40a994289669b9fcea8a3e2dfb062"_s
            << u"sha256:82c9984b86dedf6e7677db32e2fc0c652a69fecbaabc62d0dd321b8257f0d834"_s;
        QTest::newRow("name beyond ASCII")
            << u"größe/ünïcode"_s << qint64{131100}
            << u"sha256:b6ba733ad8de261891a7605fb64cc58a0d56a28e496f6e0c94e938ffd44f96dd"_s
            << u"sha256:c11c76569522a8ced58b74db064552442f8828068502976afab8c3569d8c3dbe"_s;
        QTest::newRow("64 MiB") << u"big"_s << qint64{67108864}
                                << u"sha256:4780bf583f47ac3d6eb8620f301bcf118d6feab8c7bfdeaaa9a80b1d1e88f89e"_s
                                << u"sha256:a0f43770981738cb54ad48ebaa420d097037bac65304b1382f3f66576bda20a2"_s;
    }

    void digests()
    {
        QFETCH(const QString, name);
        QFETCH(const qint64, size);
        const LayerBytes layer(name, size);
        QCOMPARE(layer.size(), size);
        QTEST(layer.digest().toString(), "digest");
        QTEST(layer.diffId().toString(), "diffId");
    }

    void realToolsUnpackIt()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"layer.tgz"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wholeLayer(u"app"_s, 70001));
        file.close();
        QCOMPARE(QProcess::execute(u"gunzip"_s, {u"-t"_s, file.fileName()}), 0);
        QProcess tar;
        tar.start(u"tar"_s, {u"-tvzf"_s, file.fileName()});
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
        QVERIFY(tar.readAllStandardOutput().contains("layer/app"));
    }

    /// Any piece is what the whole has there, across headers of blocks, the repeated data and the ends.
    void everyPieceFits()
    {
        const auto whole = wholeLayer(u"base"_s, 200'000);
        const LayerBytes layer(u"base"_s, whole.size());
        for (const qint64 length : {1, 7, 512, 65535, 65536}) {
            for (qint64 at = 0; at + length <= whole.size(); at += 8191) {
                QByteArray piece(length, 'x');
                layer.read(at, std::span(piece.data(), static_cast<std::size_t>(length)));
                QCOMPARE(piece, whole.sliced(at, length));
            }
        }
    }

    void deviceGivesARange()
    {
        const auto whole = wholeLayer(u"base"_s, 200'000);
        LayerDevice device({{u"base"_s, whole.size()}, 1000, 70'000});
        QCOMPARE(device.size(), 70'000);
        QCOMPARE(device.readAll(), whole.sliced(1000, 70'000));
        QVERIFY(device.atEnd());
    }

    void checksums()
    {
        QCOMPARE(crc32("123456789"), 0xcbf43926U); // the check value of CRC-32/ISO-HDLC
        QCOMPARE(crc32Joined(crc32("12345"), crc32("6789"), 4), crc32("123456789"));
        QCOMPARE(crc32Repeated(crc32("abc"), 3, 5), crc32("abcabcabcabcabc"));
        QCOMPARE(crc32Repeated(crc32("abc"), 3, 0), 0U);
    }
};

QTEST_GUILESS_MAIN(LayerBytesTest)
#include "tst_layerbytes.moc"
