#include "simulator/fastdigest.h"

#include <array>
#include <memory>
#include <openssl/evp.h>

namespace slipway
{

Digest fastDigest(QByteArrayView bytes)
{
    // Fetched once: looking the algorithm up costs more than hashing a manifest.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> kSha256(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                         &EVP_MD_free);
    std::array<unsigned char, Digest::kSize> raw{};
    unsigned int length = raw.size();
    if (EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()), raw.data(), &length, kSha256.get(), nullptr)
        != 1)
        return Digest::of(bytes);
    return Digest::fromRaw(QByteArrayView(reinterpret_cast<const char*>(raw.data()), length));
}

} // namespace slipway
