#pragma once

#include "core/digest.h"
#include "integration/process.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QTemporaryDir>

namespace slipway::test
{

/// A manifest that was pushed, and the tags it has by now.
struct PushedManifest final {
    QString package;
    Digest digest;
    QStringList tags;
};

/// Builds images with buildah in a storage of its own, pushes them to a registry, attests them with cosign and a key of
/// its own without a transparency log, and knows what GitHub would list by then.
class BuiltImages final
{
public:
    using Files = QList<QPair<QString, QByteArray>>;

    /// `host` is the registry's, plain http; `owner` the first part of every name.
    BuiltImages(QString host, QString owner);

    /// Builds an image of one layer a file, `from` nothing ("scratch") or "package:tag" of the registry, and pushes it
    /// to each "package:tag" of `to`. Its digest; null if a program failed, whose words are in the test's log.
    [[nodiscard]] Digest build(const QString& from, const Files& files, const QStringList& environment,
                               const QStringList& to);
    /// Attests a document (an SPDX one in JSON) of an image; false if a program failed.
    [[nodiscard]] bool attest(const QString& package, const Digest& image, const QByteArray& predicate);
    /// Whether cosign finds what it attested, by the public key.
    [[nodiscard]] bool isAttested(const QString& package, const Digest& image) const;

    /// The oldest first; a tag is of the manifest it was pushed with last.
    [[nodiscard]] const QList<PushedManifest>& pushed() const { return m_pushed; }
    /// A simulator's state that lists these and has none of them: whoever reads them asks another registry.
    [[nodiscard]] QByteArray listed() const;

private:
    [[nodiscard]] QString reference(const QString& image) const;
    [[nodiscard]] Outcome call(const QString& program, const QStringList& arguments) const;
    [[nodiscard]] Digest push(const QString& built, const QString& to) const;
    [[nodiscard]] Digest digestOf(const QString& image) const;
    void note(const QString& image, const Digest& digest);

    QTemporaryDir m_folder;
    QString m_host;
    QString m_owner;
    QList<PushedManifest> m_pushed;
    int m_builds = 0;
};

} // namespace slipway::test
