#include "core/digest.h"

#include <QCryptographicHash>

namespace slipway
{

namespace
{

constexpr int kHexLength = 2 * Digest::kSize;

int hexValue(QChar c)
{
    const auto u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    return -1;
}

} // namespace

Result<Digest> Digest::parse(QStringView text)
{
    if (!text.startsWith(kPrefix)) {
        return failure(ErrorKind::Malformed, text.left(80).toString(), QStringLiteral("not a sha256 digest"));
    }
    const auto hex = text.sliced(kPrefix.size());
    if (hex.size() != kHexLength)
        return failure(ErrorKind::Malformed, text.left(80).toString(), QStringLiteral("a sha256 digest has 64 digits"));
    Digest digest;
    for (int i = 0; i < kSize; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return failure(ErrorKind::Malformed, text.toString(),
                           QStringLiteral("a digest has lower-case hexadecimal digits only"));
        }
        digest.m_bytes[static_cast<size_t>(i)] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

Digest Digest::of(QByteArrayView bytes)
{
    return fromRaw(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

Digest Digest::fromRaw(QByteArrayView raw)
{
    Digest digest;
    if (raw.size() == kSize)
        std::memcpy(digest.m_bytes.data(), raw.data(), kSize);
    return digest;
}

QString Digest::toString() const
{
    return kPrefix + hex();
}

QString Digest::hex() const
{
    return QString::fromLatin1(raw().toHex());
}

QString Digest::shortForm() const
{
    const QString digits = hex();
    return digits.first(6) + QChar(0x2026) + digits.last(4);
}

QByteArray Digest::raw() const
{
    return {reinterpret_cast<const char*>(m_bytes.data()), kSize};
}

} // namespace slipway
