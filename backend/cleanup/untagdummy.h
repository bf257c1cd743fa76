#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuptools.h"

namespace slipway
{

/// The manifest that a tag is put on to be taken away: an index of nothing that is there once. It needs no blobs, and
/// nobody else has its digest.
[[nodiscard]] RegistryDocument makeDummy();

/// Puts the dummy under the tag, which led to `before`: it is there if the tag leads to it, whatever was answered.
/// Errors: Refused if somebody else moves the tag meanwhile; those of RegistryClient::putManifest().
[[nodiscard]] Task<Result<void>> putDummy(CleanupTools tools, PackageName package, Tag tag, RegistryDocument document,
                                          Digest before, std::stop_token stop);

/// Deletes the version of the dummy that a journal's line `Untagging` tells of, and never another. Where that is not
/// allowed the tag goes back to the version it was taken from. Errors: NotFound while it is not listed; Forbidden;
/// Refused if it was given other tags; those of the clients.
[[nodiscard]] Task<Result<void>> endDummy(CleanupTools tools, JournalEntry untagging, std::stop_token stop);

} // namespace slipway
