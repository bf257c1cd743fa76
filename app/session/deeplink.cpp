#include "app/session/deeplink.h"

#include "accounts/account.h"
#include "core/redact.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kScheme = "slipway://"_L1;
constexpr auto kFilesPage = "files"_L1;
/// Far more than the longest name, tag and digest need.
constexpr qsizetype kLongest = 1024;
constexpr qsizetype kLongestShown = 80;

QString tr(const char* text)
{
    return QCoreApplication::translate("DeepLink", text);
}

/// The link for a sentence: short, one line, and no secret somebody pasted by mistake.
QString shown(const QString& text)
{
    QString line = redact(text.left(kLongestShown));
    std::ranges::replace_if(line, [](QChar c) { return !c.isPrint(); }, u'?');
    return text.size() > kLongestShown ? line + u'…' : line;
}

std::unexpected<Error> wrong(const QString& what, const QString& text)
{
    return failure(ErrorKind::InvalidArgument, what, shown(text));
}

/// nullopt where it is not UTF-8 or has characters that no name has.
std::optional<QString> decoded(const QString& text)
{
    QString name = QUrl::fromPercentEncoding(text.toUtf8());
    const auto isForbidden = [](QChar c) { return !c.isPrint() || c == QChar::ReplacementCharacter; };
    return std::ranges::any_of(name, isForbidden) ? std::nullopt : std::optional(name);
}

bool isPackageName(const QString& text)
{
    static const QRegularExpression kPackage(u"\\A[A-Za-z0-9_](?:[A-Za-z0-9._-]*/?[A-Za-z0-9._-]+)*\\z"_s);
    return text.size() <= 256 && kPackage.match(text).hasMatch();
}

/// As pages are called, those of other versions too.
bool isPageName(const QString& text)
{
    static const QRegularExpression kPage(u"\\A[a-z][a-z0-9-]{0,31}\\z"_s);
    return kPage.match(text).hasMatch();
}

/// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
bool isTag(const QString& text)
{
    static const QRegularExpression kTag(u"\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\\z"_s);
    return kTag.match(text).hasMatch();
}

Result<DeepLink> withObject(DeepLink link, QString object, const QString& text)
{
    if (const qsizetype at = object.indexOf(u'@'); at >= 0) {
        const auto digest = Digest::parse(object.sliced(at + 1));
        if (!digest)
            return wrong(tr("After @ a link has sha256: and 64 hexadecimal digits"), text);
        link.digest = *digest;
        object.truncate(at);
    }
    if (const qsizetype colon = object.indexOf(u':'); colon >= 0) {
        link.tag.value = object.sliced(colon + 1);
        object.truncate(colon);
        if (!isTag(link.tag.value))
            return wrong(tr("After : a link has a tag, such as latest or v1.2"), text);
    }
    link.package.value = object;
    if (!isPackageName(object))
        return wrong(tr("After the page a link has the name of a package, such as api or team/api"), text);
    return link;
}

/// Upwards leads nowhere: a link comes from anywhere.
Result<DeepLink> withFile(DeepLink link, const QString& path, const QString& text)
{
    const QStringList parts = path.split(u'/');
    const auto isWrong = [](const QString& part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; };
    if (std::ranges::any_of(parts, isWrong))
        return wrong(tr("After files a link has the path of a file, such as .github/workflows/build.yml"), text);
    link.file = path;
    return link;
}

} // namespace

QStringList pageIds()
{
    return {u"inventory"_s, u"storage"_s, u"drift"_s, u"cleanup"_s, QString(kFilesPage)};
}

Result<QString> checkPageId(const QString& page)
{
    if (pageIds().contains(page))
        return page;
    return failure(ErrorKind::InvalidArgument, tr("There is no such page; there is: %1").arg(pageIds().join(u", "_s)),
                   shown(page));
}

Result<DeepLink> parseDeepLink(const QString& text)
{
    if (!text.startsWith(kScheme, Qt::CaseInsensitive))
        return wrong(tr("A link begins with slipway://, such as slipway://northquay/inventory/api:latest"), text);
    if (text.size() > kLongest)
        return wrong(tr("A link has %1 characters at most").arg(kLongest), text);
    if (text.contains(u'?') || text.contains(u'#'))
        return wrong(tr("A link has neither ? nor #"), text);
    const auto path = decoded(text.sliced(kScheme.size()));
    if (!path)
        return wrong(tr("A link has letters, digits and - . _ : @ / only"), text);
    DeepLink link;
    link.owner = path->section(u'/', 0, 0);
    if (!isLogin(link.owner))
        return wrong(tr("After slipway:// a link has the login of an organisation or user"), text);
    const QString page = path->section(u'/', 1, 1);
    const QString object = path->section(u'/', 2);
    if (page.isEmpty())
        return object.isEmpty() ? Result<DeepLink>(link) : wrong(tr("After the owner a link has a page"), text);
    if (!isPageName(page))
        return wrong(tr("After the owner a link has a page, such as inventory"), text);
    link.page = page;
    if (page == kFilesPage && !object.isEmpty())
        return withFile(link, object, text);
    return object.isEmpty() ? Result<DeepLink>(link) : withObject(link, object, text);
}

bool isOurLink(const QString& text)
{
    return text.startsWith("slipway:"_L1, Qt::CaseInsensitive);
}

QString toText(const DeepLink& link)
{
    if (link.owner.isEmpty())
        return {};
    QString text = kScheme + link.owner;
    if (!link.page.isEmpty())
        text += u'/' + link.page;
    if (!link.file.isEmpty())
        text += u'/' + link.file;
    if (!link.package.isEmpty())
        text += u'/' + link.package.value;
    if (!link.tag.isEmpty())
        text += u':' + link.tag.value;
    if (link.digest)
        text += u'@' + link.digest->toString();
    return text;
}

} // namespace slipway
