#include "simulator/layerbytes.h"

#include "simulator/crc32.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace slipway
{

namespace
{

constexpr std::int64_t kStoredBlock = 65535; // the most a stored deflate block holds
constexpr std::int64_t kBlockHeader = 5;
constexpr std::int64_t kDataBlock = 65536;
constexpr std::int64_t kTarEnd = 1024;

std::int64_t gzipSize(std::int64_t tar)
{
    return 19 + tar + kBlockHeader * ((tar + kStoredBlock - 1) / kStoredBlock);
}

std::int64_t greatestTar(std::int64_t size)
{
    std::int64_t tar = (size - 19) / 512 * 512;
    while (gzipSize(tar) > size)
        tar -= 512;
    return tar;
}

std::uint64_t fnv1a(QByteArrayView name)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : name)
        hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;
    return hash == 0 ? 1 : hash;
}

QByteArray dataBlock(QByteArrayView name)
{
    QByteArray block(kDataBlock, Qt::Uninitialized);
    std::uint64_t x = fnv1a(name);
    for (qsizetype at = 0; at < block.size(); at += 8) {
        x ^= x >> 12U;
        x ^= x << 25U;
        x ^= x >> 27U;
        qToLittleEndian(x * 2685821657736338717ULL, block.data() + at);
    }
    return block;
}

void put(QByteArray& header, qsizetype at, QByteArrayView text)
{
    std::memcpy(header.data() + at, text.data(), static_cast<std::size_t>(text.size()));
}

QByteArray tarHeader(const QByteArray& name, std::int64_t dataSize)
{
    QByteArray header(512, '\0');
    put(header, 0, ("layer/" + name).left(99));
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, QByteArray::number(dataSize, 8).rightJustified(11, '0'));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 263, "00");
    std::uint32_t sum = 0;
    for (const char byte : std::as_const(header))
        sum += static_cast<std::uint8_t>(byte);
    put(header, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header;
}

/// Copies what `part`, which begins at `partStart`, has of the range [offset, offset + out.size()).
void copyPart(QByteArrayView part, std::int64_t partStart, std::int64_t offset, std::span<char> out)
{
    const auto from = std::max(partStart, offset);
    const auto to = std::min<std::int64_t>(partStart + part.size(), offset + static_cast<std::int64_t>(out.size()));
    if (from < to)
        std::memcpy(out.data() + (from - offset), part.data() + (from - partStart),
                    static_cast<std::size_t>(to - from));
}

template<typename Read>
Digest hashAll(std::int64_t size, Read read)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (std::int64_t at = 0; at < size; at += buffer.size()) {
        const auto length = std::min<std::int64_t>(buffer.size(), size - at);
        read(at, std::span(buffer.data(), static_cast<std::size_t>(length)));
        hash.addData(QByteArrayView(buffer.constData(), length));
    }
    return Digest::fromRaw(hash.resultView());
}

} // namespace

LayerBytes::LayerBytes(const QString& name, std::int64_t size)
    : m_size(size)
    , m_tarSize(greatestTar(size))
{
    Q_ASSERT(size >= kSmallest);
    const QByteArray utf8 = name.toUtf8();
    const auto padding = size - gzipSize(m_tarSize);
    m_head = QByteArray("\x1f\x8b\x08\x08\0\0\0\0\0\xff", 10) + QByteArray(padding, 's') + '\0';
    m_tarHead = tarHeader(utf8, dataSize());
    m_block = dataBlock(utf8);
    m_trailer.resize(8);
    qToLittleEndian(tarChecksum(), m_trailer.data());
    qToLittleEndian(static_cast<std::uint32_t>(m_tarSize), m_trailer.data() + 4);
}

std::uint32_t LayerBytes::tarChecksum() const
{
    const auto whole = dataSize() / kDataBlock;
    const auto rest = dataSize() % kDataBlock;
    std::uint32_t sum = crc32(m_tarHead);
    sum = crc32Joined(sum, crc32Repeated(crc32(m_block), kDataBlock, whole), whole * kDataBlock);
    sum = crc32(QByteArrayView(m_block).first(rest), sum);
    return crc32(QByteArray(kTarEnd, '\0'), sum);
}

void LayerBytes::readTar(std::int64_t offset, std::span<char> out) const
{
    copyPart(m_tarHead, 0, offset, out);
    const auto end = offset + static_cast<std::int64_t>(out.size());
    const auto dataEnd = 512 + dataSize();
    for (auto at = std::max<std::int64_t>(offset, 512); at < std::min(end, dataEnd);) {
        const auto within = (at - 512) % kDataBlock;
        const auto length = std::min({kDataBlock - within, dataEnd - at, end - at});
        std::memcpy(out.data() + (at - offset), m_block.constData() + within, static_cast<std::size_t>(length));
        at += length;
    }
    if (end > dataEnd) {
        const auto from = std::max(offset, dataEnd);
        std::memset(out.data() + (from - offset), 0, static_cast<std::size_t>(end - from));
    }
}

QByteArray LayerBytes::blockHeader(std::int64_t block) const
{
    const auto start = block * kStoredBlock;
    const auto length = static_cast<std::uint16_t>(std::min(kStoredBlock, m_tarSize - start));
    QByteArray header(kBlockHeader, Qt::Uninitialized);
    header[0] = start + length == m_tarSize ? 1 : 0;
    qToLittleEndian(length, header.data() + 1);
    qToLittleEndian(static_cast<std::uint16_t>(~length), header.data() + 3);
    return header;
}

void LayerBytes::readDeflated(std::int64_t offset, std::span<char> out) const
{
    constexpr auto kStride = kStoredBlock + kBlockHeader;
    const auto end = offset + static_cast<std::int64_t>(out.size());
    for (auto at = offset; at < end;) {
        const auto block = at / kStride;
        const auto within = at % kStride;
        if (within < kBlockHeader) {
            const auto header = blockHeader(block);
            copyPart(header, block * kStride, offset, out);
            at = block * kStride + kBlockHeader;
            continue;
        }
        const auto length = std::min(kStride - within, end - at);
        readTar(block * kStoredBlock + within - kBlockHeader,
                out.subspan(static_cast<std::size_t>(at - offset), static_cast<std::size_t>(length)));
        at += length;
    }
}

void LayerBytes::read(std::int64_t offset, std::span<char> out) const
{
    copyPart(m_head, 0, offset, out);
    copyPart(m_trailer, m_size - m_trailer.size(), offset, out);
    const auto from = std::max<std::int64_t>(offset, m_head.size());
    const auto to = std::min<std::int64_t>(offset + static_cast<std::int64_t>(out.size()), m_size - m_trailer.size());
    if (from < to)
        readDeflated(from - m_head.size(),
                     out.subspan(static_cast<std::size_t>(from - offset), static_cast<std::size_t>(to - from)));
}

Digest LayerBytes::digest() const
{
    return hashAll(m_size, [this](std::int64_t at, std::span<char> out) { read(at, out); });
}

Digest LayerBytes::diffId() const
{
    return hashAll(m_tarSize, [this](std::int64_t at, std::span<char> out) { readTar(at, out); });
}

} // namespace slipway
