#include "models/filenotesmodel.h"

#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestText = 200;

/// The first line of a side of a change; empty where it has none.
QString firstLine(const TextLines& text, qsizetype first, qsizetype count)
{
    return count > 0 ? text.lines[static_cast<std::size_t>(first)].trimmed().left(kLongestText).toString() : QString();
}

/// A digest as it is read everywhere: its first six and last four digits.
QString withShortDigests(QString text)
{
    static const QRegularExpression shape(u"(?:sha256:)?([0-9a-f]{6})[0-9a-f]{30,54}([0-9a-f]{4})"_s);
    return text.replace(shape, u"\\1…\\2"_s);
}

/// A line of JSON or YAML that gives a name a value: `"digest": "sha256:…",`, `- uses: actions/checkout@v4`.
const QRegularExpression& namedValue()
{
    static const QRegularExpression shape(u"^(?:- )?(?:\"([^\"]+)\"|([\\w.$-]+))\\s*:(?=\\s|$)\\s*"_s);
    return shape;
}

QString nameIn(const QString& line)
{
    const auto match = namedValue().match(line);
    return match.captured(1) + match.captured(2);
}

QString valueIn(const QString& line)
{
    QString value = line;
    value.remove(namedValue());
    if (value.endsWith(u','))
        value.chop(1);
    const bool isQuoted = value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"');
    return isQuoted ? value.sliced(1, value.size() - 2) : value;
}

/// The image of a lock file that a line is about: its member "package", by the indentation lock files are written with.
QString packageOf(const TextLines& text, qsizetype line)
{
    if (!text.lines[static_cast<std::size_t>(line)].startsWith("      "_L1))
        return {};
    static const QRegularExpression shape(u"^\\s*\"package\": \"([^\"]+)\""_s);
    constexpr qsizetype kFarthest = 200;
    qsizetype below = line;
    for (const qsizetype end = std::min<qsizetype>(line + kFarthest, std::ssize(text.lines)); below < end; ++below) {
        const QStringView each = text.lines[static_cast<std::size_t>(below)];
        if (const auto match = shape.matchView(each); match.hasMatch())
            return match.captured(1);
        if (each.startsWith("    }"_L1))
            break;
    }
    for (qsizetype above = line - 1; above >= std::max<qsizetype>(0, line - kFarthest); --above) {
        const QStringView each = text.lines[static_cast<std::size_t>(above)];
        if (const auto match = shape.matchView(each); match.hasMatch())
            return match.captured(1);
        if (each.startsWith("    {"_L1))
            break;
    }
    return {};
}

QString lineText(qsizetype line)
{
    return FileNotesModel::tr("Line %1").arg(line);
}

} // namespace

std::vector<FileNote> notesOf(const TextDiff& diff)
{
    std::vector<FileNote> notes;
    const auto& changes = diff.diff.changes;
    for (std::size_t i = 0; i < std::min(changes.size(), kMostNotes); ++i) {
        const DiffChange& change = changes[i];
        const QString before = firstLine(*diff.left, change.left, change.leftCount);
        const QString after = firstLine(*diff.right, change.right, change.rightCount);
        FileNote note;
        note.change = static_cast<qsizetype>(i);
        note.line = (change.leftCount > 0 ? change.left : change.right) + 1;
        const QString package =
            change.leftCount > 0 ? packageOf(*diff.left, change.left) : packageOf(*diff.right, change.right);
        const QString name = nameIn(before.isEmpty() ? after : before);
        note.title = !package.isEmpty() ? package : !name.isEmpty() ? name : lineText(note.line);
        note.aside = package.isEmpty() ? (name.isEmpty() ? QString() : lineText(note.line)) : name;
        const bool isOneValue = !before.isEmpty() && !after.isEmpty() && !name.isEmpty() && name == nameIn(after);
        if (isOneValue)
            note.text = withShortDigests(valueIn(before)) + u" → "_s + withShortDigests(valueIn(after));
        else
            note.text = (before.isEmpty() ? QString() : u"− "_s + withShortDigests(before))
                        + (before.isEmpty() || after.isEmpty() ? u""_s : u"  "_s)
                        + (after.isEmpty() ? QString() : u"+ "_s + withShortDigests(after));
        notes.push_back(std::move(note));
    }
    return notes;
}

std::vector<FileNote> notesOf(const std::vector<TextFault>& faults)
{
    std::vector<FileNote> notes;
    for (const auto& fault : faults) {
        FileNote note;
        note.tone = FileNoteTone::Bad;
        note.title = fault.line > 0 ? lineText(fault.line) : FileNotesModel::tr("The whole file");
        note.aside = fault.column > 0 ? FileNotesModel::tr("column %1").arg(fault.column) : QString();
        note.text = fault.why;
        note.line = fault.line;
        note.column = fault.column;
        notes.push_back(std::move(note));
    }
    return notes;
}

std::vector<FileNote> notesOf(const std::vector<CheckedFile>& files)
{
    std::vector<FileNote> notes;
    for (const auto& file : files) {
        const FileVerdict& verdict = file.verdict;
        FileNote note;
        note.place = file.place;
        note.title = file.place.path;
        note.aside = filesFromWord(file.place.from);
        note.text = verdictText(verdict);
        switch (verdict.state) {
        case FileState::Right:
            note.tone = FileNoteTone::Right;
            break;
        case FileState::Faulty:
            note.tone = FileNoteTone::Bad;
            note.line = verdict.faults.front().line;
            note.column = verdict.faults.front().column;
            note.text += u": "_s + verdict.faults.front().why;
            break;
        case FileState::Unread:
            note.tone = FileNoteTone::Bad;
            break;
        case FileState::Unchecked:
            note.tone = FileNoteTone::Unknown;
            note.text = FileNotesModel::tr("Not checked: there is no rule for such files");
            break;
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

FileNotesModel::FileNotesModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

/// Rows that stay the same stay where they are: results come in one by one while somebody reads.
void FileNotesModel::setNotes(std::vector<FileNote> notes)
{
    const auto differing = std::ranges::mismatch(m_notes, notes);
    const auto same = static_cast<int>(differing.in1 - m_notes.begin());
    const auto before = static_cast<int>(m_notes.size());
    const auto after = static_cast<int>(notes.size());
    if (before > same) {
        beginRemoveRows({}, same, before - 1);
        m_notes.resize(static_cast<std::size_t>(same));
        endRemoveRows();
    }
    if (after > same) {
        beginInsertRows({}, same, after - 1);
        m_notes = std::move(notes);
        endInsertRows();
    }
}

int FileNotesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notes.size());
}

QVariant FileNotesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FileNote& note = m_notes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return note.title;
    case kToneRole:
        return static_cast<int>(note.tone);
    case kAsideRole:
        return note.aside;
    case kTextRole:
        return note.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return note.title + (note.aside.isEmpty() ? QString() : u", "_s + note.aside)
               + (note.text.isEmpty() ? QString() : u": "_s + note.text);
    default:
        return {};
    }
}

} // namespace slipway
