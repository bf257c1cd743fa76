#include "files/textfile.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

std::unexpected<Error> tooLarge(const QString& name, qint64 size)
{
    return failure(ErrorKind::InvalidFile, name,
                   tr("it has %1; files of up to %2 are shown").arg(formatBytes(size), formatBytes(kLargestText)));
}

bool isUtf16(const QByteArray& bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

LineEnds lineEnds(QStringView text)
{
    const qsizetype feeds = text.count(u'\n');
    const qsizetype returns = text.count(u'\r');
    if (returns == 0)
        return feeds == 0 ? LineEnds::None : LineEnds::LineFeed;
    if (feeds == 0)
        return LineEnds::Return;
    return feeds == returns && text.count("\r\n"_L1) == feeds ? LineEnds::Pair : LineEnds::Mixed;
}

/// TextForm::each of a text as it stands in the file.
QByteArray endsOfLines(QStringView text)
{
    QByteArray ends;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar here = text[at];
        if (here == u'\n') {
            ends.append(static_cast<char>(LineEnds::LineFeed));
        } else if (here == u'\r') {
            const bool isPair = at + 1 < text.size() && text[at + 1] == u'\n';
            ends.append(static_cast<char>(isPair ? LineEnds::Pair : LineEnds::Return));
            at += isPair ? 1 : 0;
        }
    }
    return ends;
}

/// The line, from 1, of the first byte that is no part of UTF-8: lines are tried one by one, for a line feed is in no
/// longer character.
qsizetype firstBadLine(const QByteArray& bytes)
{
    qsizetype line = 1;
    for (qsizetype from = 0; from < bytes.size(); ++line) {
        const qsizetype feed = bytes.indexOf('\n', from);
        const qsizetype end = feed < 0 ? bytes.size() : feed + 1;
        if (!QByteArrayView(bytes).sliced(from, end - from).isValidUtf8())
            return line;
        from = end;
    }
    return line;
}

} // namespace

Result<FileText> parseText(const QByteArray& bytes, const QString& name)
{
    if (bytes.size() > kLargestText)
        return tooLarge(name, bytes.size());
    if (isUtf16(bytes))
        return failure(ErrorKind::InvalidFile, name, tr("it is UTF-16; save it as UTF-8"));
    if (bytes.contains('\0'))
        return failure(ErrorKind::InvalidFile, name, tr("it is a binary file"));
    if (!bytes.isValidUtf8())
        return failure(ErrorKind::InvalidFile, name, tr("line %1 is not UTF-8").arg(firstBadLine(bytes)));
    FileText file;
    file.form.hasMark = bytes.startsWith("\xEF\xBB\xBF");
    QString& text = file.text;
    text = QString::fromUtf8(file.form.hasMark ? bytes.sliced(3) : bytes);
    file.form.ends = lineEnds(text);
    if (text.contains(u'\r')) {
        if (file.form.ends == LineEnds::Mixed)
            file.form.each = endsOfLines(text);
        text.replace("\r\n"_L1, "\n"_L1);
        text.replace(u'\r', u'\n');
    }
    // What a text document would take for the end of a paragraph.
    for (const QChar separator : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator)})
        text.replace(separator, u' ');
    return file;
}

LineEnds TextForm::endOf(qsizetype line) const
{
    if (ends != LineEnds::Mixed)
        return ends;
    return line < each.size() ? static_cast<LineEnds>(each[line]) : LineEnds::None;
}

FileText madeText(QString text)
{
    const LineEnds ends = text.contains(u'\n') ? LineEnds::LineFeed : LineEnds::None;
    return {std::move(text), {ends, false, {}}};
}

Result<FileText> loadText(const QString& path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return failure(ErrorKind::FileAccess, path, tr("it is a folder"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    if (file.size() > kLargestText)
        return tooLarge(path, file.size());
    // One byte more: a file that grows meanwhile, or a device, is too large as well.
    const QByteArray bytes = file.read(kLargestText + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseText(bytes, path);
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    lines.reserve(static_cast<std::size_t>(std::ranges::count(text, u'\n')) + 1);
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype feed = text.indexOf(u'\n', from);
        const qsizetype end = feed < 0 ? text.size() : feed;
        lines.push_back(text.sliced(from, end - from));
        from = end + 1;
    }
    return lines;
}

TextLines::TextLines(FileText file)
    : text(std::move(file.text))
    , lines(linesOf(text))
    , form(file.form)
{
    for (const QStringView line : lines)
        longest = std::max(longest, line.size());
}

TextLines::TextLines(QString whole)
    : TextLines(madeText(std::move(whole)))
{
}

} // namespace slipway
