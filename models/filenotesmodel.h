#pragma once

#include "models/fileverdict.h"

#include <QAbstractListModel>

namespace slipway
{

enum class FileNoteTone : std::uint8_t { Right, Bad, Unknown, Change };

/// A line beside a file: a difference, something that is wrong in it, or another file and what became of checking it.
struct FileNote final {
    FileNoteTone tone = FileNoteTone::Change;
    QString title;
    QString aside;         ///< at the row's end: a line, or which member it is about
    QString text;          ///< below the title
    FilePlace place;       ///< of another file; without path: the one in sight
    qsizetype line = 0;    ///< from 1, to go to; 0: none
    qsizetype column = 0;  ///< from 1
    qsizetype change = -1; ///< a difference, from 0

    friend bool operator==(const FileNote&, const FileNote&) = default;
};

/// What differs, one note a change, kMostNotes at most.
[[nodiscard]] std::vector<FileNote> notesOf(const TextDiff& diff);
[[nodiscard]] std::vector<FileNote> notesOf(const std::vector<TextFault>& faults);
/// A file each, in their order.
[[nodiscard]] std::vector<FileNote> notesOf(const std::vector<CheckedFile>& files);

/// Nobody goes through more one by one.
constexpr std::size_t kMostNotes = 1000;

/// Notes as a list.
class FileNotesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int kToneRole = Qt::UserRole + 0x280; ///< FileNoteTone as int
    static constexpr int kAsideRole = kToneRole + 1;
    static constexpr int kTextRole = kToneRole + 2;

    explicit FileNotesModel(QObject* parent = nullptr);

    void setNotes(std::vector<FileNote> notes);
    [[nodiscard]] const std::vector<FileNote>& notes() const { return m_notes; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<FileNote> m_notes;
};

} // namespace slipway
