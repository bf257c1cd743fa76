#include "core/heap.h"
#include "support/suite.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

using namespace slipway;

namespace
{

#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsGlibcsHeap = false;
#else
constexpr bool kIsGlibcsHeap = true;
#endif

/// What of this process is in memory and of no file, in kilobytes.
long anonymousKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = status.readAll().split('\n');
    for (const auto& line : lines)
        if (line.startsWith("RssAnon:"))
            return line.sliced(8).trimmed().split(' ').first().toLong();
    return 0;
}

class TestHeap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Small blocks that are freed below one that is not stay with the heap until it is told to return them.
    void freedBlocksGoBack()
    {
        constexpr std::size_t kBlock = 32 * 1024;
        constexpr std::size_t kTotal = 2000;
        std::vector<std::unique_ptr<char[]>> blocks(kTotal);
        for (auto& block : blocks) {
            block = std::make_unique<char[]>(kBlock);
            std::fill_n(block.get(), kBlock, 'x');
        }
        const auto last = std::move(blocks.back());
        blocks.clear();
        const long kept = anonymousKilobytes();
        QVERIFY(kept > 0);
        returnFreedMemory();
        constexpr long kMost = kBlock * kTotal / 1024;
        const long returned = kept - anonymousKilobytes();
        // A sanitizer's heap keeps what is freed, to find who still uses it.
        QVERIFY2(!kIsGlibcsHeap || returned > kMost / 2, qPrintable(QString::number(returned)));
        QCOMPARE(last[kBlock - 1], 'x');
    }
};

SLIPWAY_TEST_SUITE(TestHeap);

} // namespace

#include "test_heap.moc"
