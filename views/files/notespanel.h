#pragma once

#include "models/filenotesmodel.h"

#include <QWidget>

class QToolButton;

namespace slipway
{

class NotesView;
class SectionCard;

/// What stands beside a file: the places where it differs, what is wrong in it, or every file and what became of
/// checking it. Hidden while there is nothing to list.
class NotesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPanel(QWidget* parent = nullptr);

    void showNothing();
    void showDifferences(const TextDiff& diff);
    void showFaults(const std::vector<TextFault>& faults);
    /// `total`: so many will be checked; all are when as many have been.
    void showFiles(const std::vector<CheckedFile>& files, qsizetype total);
    /// The difference that was gone to, from 0.
    void setChange(qsizetype change);

    [[nodiscard]] NotesView& view() { return *m_view; }
    [[nodiscard]] const FileNotesModel& model() const { return m_model; }
    [[nodiscard]] QString title() const { return m_title; }

Q_SIGNALS:
    /// By a person.
    void noteChosen(const slipway::FileNote& note);
    /// The list of files is not wanted any more.
    void closed();

private:
    void showNotes(const QString& title, const QString& sub, std::vector<FileNote> notes, bool canClose);

    FileNotesModel m_model;
    QString m_title;
    SectionCard* m_card;
    NotesView* m_view;
    QToolButton* m_close;
};

} // namespace slipway
