#pragma once

#include "core/digest.h"
#include "core/names.h"

#include <QStringList>

#include <optional>

namespace slipway
{

/// A place in the window: `slipway://OWNER[/PAGE[/PACKAGE[:TAG][@sha256:…]]]`, or `slipway://OWNER/files/PATH`.
struct DeepLink final {
    QString owner;
    QString page; ///< a PageDescriptor's id, which this version may not have; empty: the one in sight
    PackageName package;
    Tag tag;
    std::optional<Digest> digest; ///< decides where there is a tag too, as in references of images

    QString file; ///< of the page `files`, from the root of a folder or repository

    [[nodiscard]] bool isEmpty() const { return owner.isEmpty() && page.isEmpty(); }
    friend bool operator==(const DeepLink&, const DeepLink&) = default;
};

/// The ids of the pages there are, as links, `--page` and the window's own list name them.
[[nodiscard]] QStringList pageIds();

/// Reads a link; letters may be percent-encoded, and a package's name may contain slashes. A page that this version
/// does not have is no error: somebody with another version made the link. Errors: InvalidArgument, with what is wrong
/// where, and the link as far as it can be shown.
[[nodiscard]] Result<DeepLink> parseDeepLink(const QString& text);
/// Whether it was meant for this program, be it right or wrong: a browser hands over what has its scheme.
[[nodiscard]] bool isOurLink(const QString& text);
/// The link that leads there; nothing is encoded that need not be. Empty for a place without an owner.
[[nodiscard]] QString toText(const DeepLink& link);

/// A page's id, checked. Errors: InvalidArgument, naming the pages there are.
[[nodiscard]] Result<QString> checkPageId(const QString& page);

} // namespace slipway
