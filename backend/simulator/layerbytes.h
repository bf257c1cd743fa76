#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <span>

namespace slipway
{

/// The bytes of a layer made from a name and a size alone: a gzip file with stored blocks around a tar with one file
/// (docs/simulator.md, "The bytes of a layer"). Any range can be read without making what is before it.
class LayerBytes final
{
public:
    static constexpr std::int64_t kSmallest = 1560;

    /// `size` is that of the gzip file, at least kSmallest.
    LayerBytes(const QString& name, std::int64_t size);

    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] std::int64_t tarSize() const { return m_tarSize; }
    /// Fills `out` with the bytes from `offset`; both must lie within size().
    void read(std::int64_t offset, std::span<char> out) const;
    /// The same of the tar inside.
    void readTar(std::int64_t offset, std::span<char> out) const;

    /// The sha256 of the gzip file and of the tar; runs through all bytes.
    [[nodiscard]] Digest digest() const;
    [[nodiscard]] Digest diffId() const;

private:
    [[nodiscard]] std::int64_t dataSize() const { return m_tarSize - 1536; }
    [[nodiscard]] std::uint32_t tarChecksum() const;
    [[nodiscard]] QByteArray blockHeader(std::int64_t block) const;
    void readDeflated(std::int64_t offset, std::span<char> out) const;

    std::int64_t m_size;
    std::int64_t m_tarSize;
    QByteArray m_head;    ///< gzip header with its padding name
    QByteArray m_tarHead; ///< 512 bytes
    QByteArray m_block;   ///< 65536 bytes, repeated
    QByteArray m_trailer; ///< checksum and length
};

} // namespace slipway
