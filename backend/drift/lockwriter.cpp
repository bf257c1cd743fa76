#include "drift/lockwriter.h"

#include "core/format.h"

#include <QSaveFile>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Writes members in the order of their names, whatever order they come in.
class LockWriter final
{
public:
    QByteArray write(const BuildLock& lock);

private:
    void indent(int depth) { m_out.append(2 * depth, ' '); }
    void text(QStringView value);
    void digest(const Digest& value);
    void begin(int depth, QLatin1StringView name);
    void textMember(int depth, QLatin1StringView name, const QString& value);
    void digestMember(int depth, QLatin1StringView name, const Digest& value);
    /// The unknown members that stand before `name`; all that are left for an empty one.
    void unknownBefore(int depth, QLatin1StringView name);
    void enter(const UnknownMembers& unknown);
    void leave(int depth);
    template<typename Values, typename Write>
    void list(int depth, const Values& values, Write write);
    void image(const LockedImage& image);
    void base(const LockedBase& base);
    void build(const LockedBuild& build);
    void platform(const LockedPlatform& platform);

    struct Open {
        const UnknownMembers* unknown;
        UnknownMembers::const_iterator next;
        bool hasMember = false;
    };
    QByteArray m_out;
    std::vector<Open> m_open;
};

void LockWriter::text(QStringView value)
{
    m_out.append('"');
    const QByteArray utf8 = value.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            m_out.append('\\').append(c);
        else if (static_cast<unsigned char>(c) < 0x20U)
            m_out.append("\\u00").append(QByteArray(1, c).toHex());
        else
            m_out.append(c);
    }
    m_out.append('"');
}

void LockWriter::digest(const Digest& value)
{
    m_out.append("\"sha256:").append(value.raw().toHex()).append('"');
}

void LockWriter::enter(const UnknownMembers& unknown)
{
    m_out.append('{');
    m_open.push_back({&unknown, unknown.cbegin()});
}

void LockWriter::leave(int depth)
{
    unknownBefore(depth + 1, {});
    if (m_open.back().hasMember) {
        m_out.append('\n');
        indent(depth);
    }
    m_out.append('}');
    m_open.pop_back();
}

void LockWriter::unknownBefore(int depth, QLatin1StringView name)
{
    Open& open = m_open.back();
    for (; open.next != open.unknown->cend() && (name.isEmpty() || open.next.key() < name); ++open.next) {
        m_out.append(open.hasMember ? ",\n" : "\n");
        open.hasMember = true;
        indent(depth);
        text(open.next.key());
        m_out.append(": ").append(*open.next);
    }
}

void LockWriter::begin(int depth, QLatin1StringView name)
{
    unknownBefore(depth, name);
    m_out.append(m_open.back().hasMember ? ",\n" : "\n");
    m_open.back().hasMember = true;
    indent(depth);
    m_out.append('"').append(name.data(), name.size()).append("\": ");
}

void LockWriter::textMember(int depth, QLatin1StringView name, const QString& value)
{
    begin(depth, name);
    text(value);
}

void LockWriter::digestMember(int depth, QLatin1StringView name, const Digest& value)
{
    begin(depth, name);
    digest(value);
}

template<typename Values, typename Write>
void LockWriter::list(int depth, const Values& values, Write write)
{
    m_out.append('[');
    bool isFirst = true;
    for (const auto& value : values) {
        m_out.append(isFirst ? "\n" : ",\n");
        isFirst = false;
        indent(depth + 1);
        write(value);
    }
    if (!isFirst) {
        m_out.append('\n');
        indent(depth);
    }
    m_out.append(']');
}

void LockWriter::base(const LockedBase& base)
{
    enter(base.unknown);
    digestMember(4, "digest"_L1, base.digest);
    textMember(4, "ref"_L1, base.ref);
    leave(3);
}

void LockWriter::build(const LockedBuild& build)
{
    enter(build.unknown);
    if (!build.commit.isEmpty())
        textMember(4, "commit"_L1, build.commit);
    if (build.runId != 0) {
        begin(4, "runId"_L1);
        m_out.append(QByteArray::number(build.runId));
    }
    if (!build.workflow.isEmpty())
        textMember(4, "workflow"_L1, build.workflow);
    leave(3);
}

void LockWriter::platform(const LockedPlatform& platform)
{
    enter(platform.unknown);
    digestMember(5, "digest"_L1, platform.digest);
    textMember(5, "platform"_L1, platform.platform);
    leave(4);
}

void LockWriter::image(const LockedImage& image)
{
    enter(image.unknown);
    if (image.base) {
        begin(3, "base"_L1);
        base(*image.base);
    }
    if (image.builtBy.isKnown()) {
        begin(3, "builtBy"_L1);
        build(image.builtBy);
    }
    digestMember(3, "digest"_L1, image.digest);
    textMember(3, "family"_L1, image.family);
    textMember(3, "hub"_L1, image.hub);
    begin(3, "layers"_L1);
    list(3, image.layers, [this](const Digest& layer) { digest(layer); });
    textMember(3, "package"_L1, image.package.value);
    begin(3, "platforms"_L1);
    list(3, image.platforms, [this](const LockedPlatform& each) { platform(each); });
    textMember(3, "tag"_L1, image.tag.value);
    textMember(3, "variant"_L1, variantName(image.variant));
    leave(2);
}

QByteArray LockWriter::write(const BuildLock& lock)
{
    constexpr qsizetype kLayer = 84;
    constexpr qsizetype kImage = 700;
    qsizetype room = 200;
    for (const auto& each : lock.images)
        room += kImage + kLayer * static_cast<qsizetype>(each.layers.size());
    m_out.reserve(room);
    enter(lock.unknown);
    textMember(1, "generatedAt"_L1, formatTimestamp(lock.generatedAt));
    begin(1, "images"_L1);
    list(1, lock.images, [this](const LockedImage& each) { image(each); });
    textMember(1, "owner"_L1, lock.owner);
    begin(1, "version"_L1);
    m_out.append(QByteArray::number(BuildLock::kVersion));
    leave(0);
    m_out.append('\n');
    return std::move(m_out);
}

} // namespace

QByteArray writeBuildLock(const BuildLock& lock)
{
    return LockWriter().write(lock);
}

Result<void> saveBuildLock(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

} // namespace slipway
