#include "integration/builtimages.h"

#include "integration/organisation.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

} // namespace

BuiltImages::BuiltImages(QString host, QString owner)
    : m_host(std::move(host))
    , m_owner(std::move(owner))
{
    // vfs needs no privileges and no kernel module; files have one owner, so nothing is lost where there are no others.
    const QByteArray folder = m_folder.path().toUtf8();
    write(m_folder.filePath(u"storage.conf"_s),
          "[storage]\ndriver = \"vfs\"\ngraphroot = \"" + folder + "/graph\"\nrunroot = \"" + folder
              + "/run\"\n[storage.options.vfs]\nignore_chown_errors = \"true\"\n");
    write(m_folder.filePath(u"config.json"_s), "{}"); // of DOCKER_CONFIG: nobody's credentials
    if (call(u"cosign"_s, {u"generate-key-pair"_s, u"--output-key-prefix"_s, m_folder.filePath(u"cosign"_s)}).code != 0)
        qWarning("cosign makes no key");
}

QString BuiltImages::reference(const QString& image) const
{
    return u"%1/%2/%3"_s.arg(m_host, m_owner, image);
}

Outcome BuiltImages::call(const QString& program, const QStringList& arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] :
         {std::pair(u"CONTAINERS_STORAGE_CONF"_s, m_folder.filePath(u"storage.conf"_s)),
          std::pair(u"BUILDAH_ISOLATION"_s, u"chroot"_s), std::pair(u"HOME"_s, m_folder.path()),
          std::pair(u"TMPDIR"_s, m_folder.path()), std::pair(u"DOCKER_CONFIG"_s, m_folder.path()),
          std::pair(u"COSIGN_PASSWORD"_s, QString())})
        environment.insert(name, value);
    for (const auto& proxy : {u"HTTP_PROXY"_s, u"http_proxy"_s, u"HTTPS_PROXY"_s, u"https_proxy"_s})
        environment.remove(proxy);
    const Outcome outcome = run(program, arguments, environment);
    if (outcome.code != 0)
        qWarning("%s %s: %s", qPrintable(program), qPrintable(arguments.join(u' ')), outcome.errors.constData());
    return outcome;
}

Digest BuiltImages::push(const QString& built, const QString& to) const
{
    const QString file = m_folder.filePath(u"digest"_s);
    const auto pushed = call(u"buildah"_s, {u"push"_s, u"--tls-verify=false"_s, u"--digestfile"_s, file, built,
                                            u"docker://"_s + reference(to)});
    QFile told(file);
    if (pushed.code != 0 || !told.open(QIODevice::ReadOnly))
        return {};
    return Digest::parse(QString::fromUtf8(told.readAll()).trimmed()).value_or(Digest());
}

Digest BuiltImages::build(const QString& from, const Files& files, const QStringList& environment,
                          const QStringList& to)
{
    const QString name = u"localhost/build-%1"_s.arg(++m_builds);
    const QDir context(m_folder.filePath(u"context-%1"_s.arg(m_builds)));
    if (!context.mkpath(u"."_s))
        return {};
    QByteArray steps = "FROM " + (from == "scratch"_L1 ? from : reference(from)).toUtf8() + '\n';
    for (const auto& [path, content] : files) {
        write(context.filePath(path), content);
        steps += "COPY " + path.toUtf8() + " /" + path.toUtf8() + '\n';
    }
    for (const auto& variable : environment)
        steps += "ENV " + variable.toUtf8() + '\n';
    write(context.filePath(u"Containerfile"_s), steps);
    // One time for all: the same steps on the same base are the same layers. A tag is what the registry says it is.
    const auto built =
        call(u"buildah"_s, {u"build"_s, u"--layers"_s, u"--pull=always"_s, u"--isolation"_s, u"chroot"_s,
                            u"--network"_s, u"host"_s, u"--tls-verify=false"_s, u"--timestamp"_s, u"1763735520"_s,
                            u"--file"_s, context.filePath(u"Containerfile"_s), u"--tag"_s, name, context.path()});
    if (built.code != 0)
        return {};
    Digest digest;
    for (const auto& image : to) {
        const Digest pushed = push(name, image);
        if (pushed.isNull() || (!digest.isNull() && pushed != digest))
            return {};
        digest = pushed;
        note(image, digest);
    }
    return digest;
}

Digest BuiltImages::digestOf(const QString& image) const
{
    const auto raw =
        call(u"skopeo"_s, {u"inspect"_s, u"--raw"_s, u"--tls-verify=false"_s, u"docker://"_s + reference(image)});
    return raw.code == 0 ? Digest::of(raw.output) : Digest();
}

bool BuiltImages::attest(const QString& package, const Digest& image, const QByteArray& predicate)
{
    const QString file = m_folder.filePath(u"predicate.json"_s);
    write(file, predicate);
    const auto attested =
        call(u"cosign"_s, {u"attest"_s, u"--yes"_s, u"--key"_s, m_folder.filePath(u"cosign.key"_s),
                           u"--tlog-upload=false"_s, u"--allow-http-registry"_s, u"--type"_s, u"spdxjson"_s,
                           u"--predicate"_s, file, reference(package + u'@' + image.toString())});
    if (attested.code != 0)
        return false;
    const QString tagged = package + u":sha256-"_s + image.toString().sliced(7) + u".att"_s;
    const Digest digest = digestOf(tagged);
    if (!digest.isNull())
        note(tagged, digest);
    return !digest.isNull();
}

bool BuiltImages::isAttested(const QString& package, const Digest& image) const
{
    return call(u"cosign"_s,
                {u"verify-attestation"_s, u"--key"_s, m_folder.filePath(u"cosign.pub"_s), u"--insecure-ignore-tlog"_s,
                 u"--allow-http-registry"_s, u"--type"_s, u"spdxjson"_s, reference(package + u'@' + image.toString())})
               .code
           == 0;
}

void BuiltImages::note(const QString& image, const Digest& digest)
{
    const QString package = image.section(u':', 0, 0);
    const QString tag = image.section(u':', 1);
    for (auto& each : m_pushed)
        if (each.package == package)
            each.tags.removeAll(tag);
    const auto known = std::ranges::find_if(
        m_pushed, [&](const PushedManifest& each) { return each.package == package && each.digest == digest; });
    if (known == m_pushed.end())
        m_pushed.append({package, digest, {tag}});
    else
        known->tags.append(tag);
}

QByteArray BuiltImages::listed() const
{
    QStringList packages;
    for (const auto& each : m_pushed)
        if (!packages.contains(each.package))
            packages.append(each.package);
    Organisation organisation(m_owner);
    for (const auto& package : packages) {
        organisation.package(package);
        for (const auto& each : m_pushed)
            if (each.package == package)
                organisation.listedOnly(each.tags, each.digest.toString());
    }
    return organisation.json();
}

} // namespace slipway::test
