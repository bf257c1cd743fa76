#pragma once

#include <cstdint>

namespace slipway
{

/// Raised whenever the form of packed versions, or the rules that decide a manifest's kind, change: what is stored in
/// another form is not read, and made anew from the rows.
///
/// A part is a row of numbers, digests and texts (see Packer): its words; its blobs with their sizes; its entries, the
/// manifests it names, with how much it says of each; then the facts of each entry that is told; then its versions.
constexpr int kPackedForm = 2;

namespace packed
{

/// What a part says of a manifest that it names.
enum class Entry : std::uint8_t {
    Digest,  ///< a listed digest that nobody asked for
    Named,   ///< told by another part of the package
    Told,    ///< its facts stand in this part
    Unknown, ///< no value: what follows is damaged
};

// Which times of a version follow; above these bits stands how many tags it has.
constexpr unsigned kCreatedMissing = 1;
constexpr unsigned kUpdatedMissing = 2;
constexpr unsigned kUpdatedIsCreated = 4;
constexpr unsigned kTimeBits = 3;

} // namespace packed

} // namespace slipway
